"""What a check found as somebody keeps it: as lines, as a terminal shows them too, or as one HTML page."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.findings.html_page import html_of
from assessment.findings.in_words import Document, Told

__all__ = ["lines_of", "written"]


def written(document: Document, form: str) -> str:
    """Return a document as the text of a file.

    Args:
        document: What was found.
        form: `html`; anything else is lines.
    """
    return html_of(document) if form == "html" else "".join(f"{line}\n" for line in lines_of(document))


def lines_of(document: Document) -> Iterator[str]:
    """Yield each finding with its place, what else is said, how much was found, and how far to trust it."""
    for told in document.told:
        yield from _of_findings(told)
        yield from _of_parts(told)
    yield document.summary
    yield document.careful


def _of_findings(told: Told) -> Iterator[str]:
    for one in told.findings:
        yield f"{told.name}:{one.at}: {one.label}"
        yield from (f"  {text}" for text in (one.quote, one.reason, one.better, one.ground) if text)
        yield ""


def _of_parts(told: Told) -> Iterator[str]:
    if told.parts:
        yield f"{told.name}:"
    for part in told.parts:
        yield f"  {part.title}"
        yield from (f"  - {line}" for line in part.lines)
    if told.parts:
        yield ""
