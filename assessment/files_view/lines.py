"""What was found in lists of files as lines: for a terminal, and for a file that somebody keeps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from assessment.project_files import conclusion, finding_in_words, parts_of
from assessment.wording import Wording

__all__ = ["NamedReport", "lines_of"]


class NamedReport(NamedTuple):
    """What was found in a list.

    Attributes:
        name: What the reader calls the list.
        report: What was found.
    """

    name: str
    report: Mapping[str, Any]


def lines_of(checked: Sequence[NamedReport], wording: Wording) -> Iterator[str]:
    """Yield each finding with its place, what is said of each list, how much was found, how far to trust it."""
    for one in checked:
        yield from _of_findings(one, wording)
        yield f"{one.name}:"
        for part in parts_of(one.report, wording):
            yield f"  {part.title}"
            yield from (f"  - {line}" for line in part.lines)
        yield ""
    yield conclusion([one.report for one in checked], wording)
    yield wording.message("files.careful")


def _of_findings(one: NamedReport, wording: Wording) -> Iterator[str]:
    for finding in one.report["findings"]:
        shown = finding_in_words(finding, wording)
        yield f"{one.name}:{finding['row']}:{finding['column'] or '-'}: {shown.label}"
        yield from (f"  {part}" for part in (shown.quote, shown.reason, shown.better, shown.ground) if part)
        yield ""
