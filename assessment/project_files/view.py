"""A report of the file check in words: its findings, and what is said of the list besides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assessment.findings import FindingInWords, Part, ground_of, label_of, shortened
from assessment.project_files.layout import Layout
from assessment.project_files.numbers import number_of
from assessment.wording import Wording

__all__ = ["conclusion", "finding_in_words", "parts_of", "summary_lines"]

Report = Mapping[str, Any]
Lines = list[str]
# Of the columns that a list lacks, as many are named.
_MOST_NAMED = 10


def finding_in_words(finding: Report, wording: Wording) -> FindingInWords:
    """Put a finding in words."""
    quote = shortened(finding["quote"])
    kind = "place" if finding["column"] else "place_row"
    return FindingInWords(
        f"{finding['row']}:{finding['column'] or '-'}",
        wording.message(f"files.{kind}", {"row": str(finding["row"]), "column": finding["column"]}),
        label_of(finding, wording.messages[f"files.finding.{finding['finding']}"], wording),
        finding["certainty"],
        wording.message("words.quoted", {"text": quote}) if quote else "",
        finding["reason"],
        wording.message("files.better", {"better": finding["better"]}),
        ground_of(finding, wording),
    )


def conclusion(reports: Sequence[Report], wording: Wording) -> str:
    """Return how much was found in all, and for which day."""
    number = sum(len(report["findings"]) for report in reports)
    message = {0: "files.nothing", 1: "files.one"}.get(number, "files.several")
    return wording.message(message, {"number": number, "date": wording.date(reports[0]["date"])})


def parts_of(report: Report, wording: Wording) -> list[Part]:
    """Return what is said of a list besides findings, as far as there is anything to say."""
    parts = {
        "summary": summary_lines(report, wording),
        "notes": [note["text"] for note in report["notes"]],
        "not_checked": _not_checked(report, wording),
        "evidence": [each["text"] for each in report["evidence"]],
    }
    return [Part(name, wording.message(f"files.part.{name}"), lines) for name, lines in parts.items() if lines]


def summary_lines(report: Report, wording: Wording) -> Lines:
    """Return the counts and sums of a list in words."""
    summary, layout = report["summary"], Layout(wording.norm)
    counts = [
        wording.message(f"files.count.{name}", {"number": summary[name]})
        for name in ("files", "subsidised", "with_findings", "incomplete")
    ]
    return [*counts, *_by(summary["by"], layout, wording), *_sums(summary["sums"], layout, wording)]


def _by(by: Mapping[str, Mapping[str, int]], layout: Layout, wording: Wording) -> Iterator[str]:
    for name, counts in by.items():
        called = layout.fields[name].shown if name in layout.fields else {}
        told = [
            wording.message("files.counted", {"name": called.get(key, key), "number": number})
            for key, number in counts.items()
        ]
        if told:
            yield wording.message(f"files.by.{name}", {"counts": ", ".join(told)})


def _sums(sums: Mapping[str, int], layout: Layout, wording: Wording) -> Iterator[str]:
    for name, total in sums.items():
        title = layout.fields[name].title[wording.language]
        amount = wording.money(total) if layout.fields[name].kind == "amount" else number_of(total, wording)
        yield wording.message("files.sum", {"title": title, "amount": amount})


def _not_checked(report: Report, wording: Wording) -> Lines:
    """The columns that the list lacks, and with which more could be checked."""
    layout = Layout(wording.norm)
    names = dict.fromkeys(name for each in report["not_checked"] for name in each["lacks"])
    titles = [wording.message("words.quoted", {"text": layout.fields[name].title[wording.language]}) for name in names]
    if len(titles) > _MOST_NAMED:
        more = {"items": ", ".join(titles[:_MOST_NAMED]), "number": len(titles) - _MOST_NAMED}
        return [wording.message("files.lacks", {"columns": wording.message("files.and_more", more)})]
    return [wording.message("files.lacks", {"columns": wording.several(titles)})] if titles else []
