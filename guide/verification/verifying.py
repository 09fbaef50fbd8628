"""Makes an export again from the answers, and tells everything that is not the same."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from difflib import SequenceMatcher
from io import StringIO
from typing import Any

from assessment import Wording, assess, fingerprint
from assessment.audit_folder import make_folder
from assessment.version import RULES_VERSION
from guide.changes.fields import changed_fields
from guide.reports.answers_file import Answers
from guide.reports.assess_file import ReportOptions, report_writer
from guide.verification.exports import Export, Line, shown_lines
from guide.verification.paper_lines import lines_of_paper, margins_of_paper

__all__ = ["VERIFY_FORMAT", "cannot_tell", "verify"]

VERIFY_FORMAT = "kmop-verify/1"

Record = dict[str, Any]

# As many differences as anybody reads.
_MOST = 50


def verify(export: Export, answers: Answers | None, norm: Mapping[str, Any], messages: Mapping[str, str]) -> Record:
    """Say whether an export was made by these rules from these answers.

    Args:
        export: What was read of it.
        answers: The answers, without faults; nothing where nobody gave them.
        norm: The norm of these rules.
        messages: The message catalogue.

    Returns:
        What `schemas/verify.schema.json` describes, without the file.
    """
    made_with = [*_made_with(export, answers, norm)]
    differences = [] if answers is None else [*_differences(export, answers, norm, messages)]
    result = "same" if not made_with and not differences else "differs"
    if answers is None:
        result = "unknown"
    return {
        "format": VERIFY_FORMAT,
        "kind": export.receipt["kind"],
        "date": export.receipt["date"],
        "result": result,
        "reason": "no_answers" if answers is None else None,
        "made_with": made_with,
        "differences": differences[:_MOST],
        "more": max(0, len(differences) - _MOST),
    }


def cannot_tell(reason: str) -> Record:
    """Return what `verify` returns, of what it cannot be told; the reason is the end of the id of a message."""
    return {
        "format": VERIFY_FORMAT,
        "kind": None,
        "date": None,
        "result": "unknown",
        "reason": reason,
        "made_with": [],
        "differences": [],
        "more": 0,
    }


def _made_with(export: Export, answers: Answers | None, norm: Mapping[str, Any]) -> Iterator[Record]:
    """Say which norm, rules or answers are not those that it was made with."""
    receipt = export.receipt
    own = {name: norm[name] for name in ("id", "version", "sha256")}
    if receipt["norm"] != own:
        yield {"what": "norm", "found": receipt["norm"], "expected": own}
    if receipt.get("rules", RULES_VERSION) != RULES_VERSION:
        yield {"what": "rules", "found": receipt["rules"], "expected": RULES_VERSION}
    given = fingerprint(answers.answers) if answers else None
    # Answers that came along from another norm are others by that alone.
    if given and receipt["norm"] == own and receipt.get("answers_sha256", given) != given:
        yield {"what": "answers", "found": receipt["answers_sha256"], "expected": given}


def _differences(
    export: Export, answers: Answers, norm: Mapping[str, Any], messages: Mapping[str, str]
) -> Iterator[Record]:
    """Say where the export and what the rules make now are not the same."""
    receipt = export.receipt
    report = assess(norm, answers.answers or {}, date.fromisoformat(receipt["date"]))
    if export.report is not None:
        yield from _fields(export.report, json.loads(json.dumps(report)))
    elif export.source is not None:
        yield from _texts(export.source, export.lines, _written(receipt, answers, norm, messages))
    else:
        folder = make_folder(
            report, norm, answers.answers or {}, Wording(norm, messages), with_grounds=receipt.get("grounds", False)
        )
        paper = folder["papers"][receipt["kind"]]
        yield from _lines(export.lines, [*lines_of_paper(paper), *margins_of_paper(paper)])


def _fields(found: Record, expected: Record) -> Iterator[Record]:
    # What the file says that it was made with is told before.
    told = {"norm", "answers_sha256"}
    some, others = ({name: part for name, part in each.items() if name not in told} for each in (found, expected))
    for each in changed_fields(others, some, {}):
        yield {"where": each["path"], "found": each.get("new"), "expected": each.get("old")}


def _written(receipt: Record, answers: Answers, norm: Mapping[str, Any], messages: Mapping[str, str]) -> str:
    """Write the report again, in the form that it has."""
    day = datetime.combine(date.fromisoformat(receipt["date"]), datetime.min.time(), UTC)
    target = StringIO()
    wanted = ReportOptions(on=day, form=receipt["form"], trace=receipt.get("trace", False))
    report_writer(norm, answers, wanted, messages)(target)
    return target.getvalue()


def _texts(source: str, lines: Sequence[Line], expected: str) -> Iterator[Record]:
    if source.splitlines() == expected.splitlines():
        return
    found = [*_lines(lines, [line.text for line in shown_lines(expected)])]
    yield from found or [{"where": "markup", "found": None, "expected": None}]


def _lines(found: Sequence[Line], expected: Sequence[str]) -> Iterator[Record]:
    """Say which lines stand there and should not, and which should and do not."""
    texts = [line.text for line in found]
    for tag, first, last, start, end in SequenceMatcher(None, texts, list(expected)).get_opcodes():
        if tag != "equal":
            yield from _block(found[first:last], expected[start:end], found, first)


def _block(lines: Sequence[Line], wanted: Sequence[str], found: Sequence[Line], at: int) -> Iterator[Record]:
    place = _place(found, at)
    for index in range(max(len(lines), len(wanted))):
        line = lines[index] if index < len(lines) else None
        yield {
            "where": _place([line], 0) if line else place,
            "found": line.text if line else None,
            "expected": wanted[index] if index < len(wanted) else None,
        }


def _place(lines: Sequence[Line], at: int) -> str | None:
    """The number of a line as text; nothing where lines have none, or behind the last."""
    number = lines[at].place if at < len(lines) else None
    return None if number is None else str(number)
