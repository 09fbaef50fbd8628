"""What was found in lists of files, for whoever asked: lines for a terminal, JSON, or one HTML document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from assessment import Wording
from assessment.project_files import Layout
from guide.findings import TEMPLATES, ground_of, label_of, shortened
from guide.html_templates import html_environment
from guide.project_files.opening import ListFile

__all__ = ["CheckedList", "Shown", "summary_lines", "write_lists"]

Lines = list[str]
_MOST_NAMED = 10


@dataclass(frozen=True)
class CheckedList:
    """A list with what was found in it."""

    file: ListFile
    report: Mapping[str, Any]

    @property
    def findings(self) -> Sequence[Mapping[str, Any]]:
        """What was found."""
        findings: Sequence[Mapping[str, Any]] = self.report["findings"]
        return findings


@dataclass(frozen=True)
class Shown:
    """A finding in words."""

    place: str
    label: str
    certainty: str
    quote: str
    reason: str
    better: str
    ground: str

    @classmethod
    def of(cls, finding: Mapping[str, Any], wording: Wording) -> Shown:
        """Put a finding in words."""
        quote = shortened(finding["quote"])
        kind = "place" if finding["column"] else "place_row"
        return cls(
            wording.message(f"files.{kind}", {"row": str(finding["row"]), "column": finding["column"]}),
            label_of(finding, wording.messages[f"files.finding.{finding['finding']}"], wording),
            finding["certainty"],
            wording.message("words.quoted", {"text": quote}) if quote else "",
            finding["reason"],
            wording.message("files.better", {"better": finding["better"]}),
            ground_of(finding, wording),
        )


def write_lists(checked: Sequence[CheckedList], form: str, wording: Wording, out: TextIO) -> None:
    """Write what was found.

    Args:
        checked: Each list.
        form: `text`, `json` or `html`.
        wording: The words of the norm and the catalogue.
        out: Where to.
    """
    if form == "json":
        found = [{"file": one.file.name, "report": one.report} for one in checked]
        out.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    elif form == "html":
        out.write(_html(checked, wording))
    else:
        out.writelines(f"{line}\n" for line in _lines(checked, wording))


def _lines(checked: Sequence[CheckedList], wording: Wording) -> Iterator[str]:
    for one in checked:
        for finding in one.findings:
            shown = Shown.of(finding, wording)
            yield f"{one.file.name}:{finding['row']}:{finding['column'] or '-'}: {shown.label}"
            yield from (f"  {part}" for part in (shown.quote, shown.reason, shown.better, shown.ground) if part)
            yield ""
        yield f"{one.file.name}:"
        for title, lines in _parts(one, wording):
            yield f"  {title}"
            yield from (f"  - {line}" for line in lines)
        yield ""
    yield _summary(checked, wording)
    yield wording.message("files.careful")


def _summary(checked: Sequence[CheckedList], wording: Wording) -> str:
    number = sum(len(one.findings) for one in checked)
    message = {0: "files.nothing", 1: "files.one"}.get(number, "files.several")
    return wording.message(message, {"number": number, "date": wording.date(checked[0].report["date"])})


def _parts(one: CheckedList, wording: Wording) -> Iterator[tuple[str, Lines]]:
    """What is said of a list besides findings, as far as there is anything to say."""
    parts = {
        "summary": summary_lines(one.report, wording),
        "notes": [note["text"] for note in one.report["notes"]],
        "not_checked": _not_checked(one.report, wording),
        "evidence": [each["text"] for each in one.report["evidence"]],
    }
    yield from ((wording.message(f"files.part.{name}"), lines) for name, lines in parts.items() if lines)


def summary_lines(report: Mapping[str, Any], wording: Wording) -> Lines:
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
        amount = wording.money(total) if layout.fields[name].kind == "amount" else _number(total, wording)
        yield wording.message("files.sum", {"title": title, "amount": amount})


def _number(hundredths: int, wording: Wording) -> str:
    whole, rest = divmod(hundredths, 100)
    return f"{whole}{wording.messages['words.decimal_mark']}{rest:02}".rstrip("0") if rest else str(whole)


def _not_checked(report: Mapping[str, Any], wording: Wording) -> Lines:
    """The columns that the list lacks, and what could be checked with them."""
    layout = Layout(wording.norm)
    names = dict.fromkeys(name for each in report["not_checked"] for name in each["lacks"])
    titles = [wording.message("words.quoted", {"text": layout.fields[name].title[wording.language]}) for name in names]
    if len(titles) > _MOST_NAMED:
        more = {"items": ", ".join(titles[:_MOST_NAMED]), "number": len(titles) - _MOST_NAMED}
        return [wording.message("files.lacks", {"columns": wording.message("files.and_more", more)})]
    return [wording.message("files.lacks", {"columns": wording.several(titles)})] if titles else []


def _html(checked: Sequence[CheckedList], wording: Wording) -> str:
    files = [
        {
            "name": one.file.name,
            "findings": [Shown.of(each, wording) for each in one.findings],
            "parts": [{"title": title, "lines": lines} for title, lines in _parts(one, wording)],
        }
        for one in checked
    ]
    say = {key.removeprefix("files."): text for key, text in wording.messages.items() if key.startswith("files.")}
    page = html_environment(TEMPLATES).get_template("findings.html.j2")
    return page.render(files=files, say=say, summary=_summary(checked, wording), language=wording.language)
