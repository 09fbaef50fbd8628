"""What was found in texts as lines: for a terminal, and for a file that somebody keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assessment.text_view.findings import CheckedText, finding_in_words, summary
from assessment.wording import Wording

__all__ = ["lines_of"]


def lines_of(checked: Sequence[CheckedText], wording: Wording) -> Iterator[str]:
    """Yield each finding with its place, then how many there are, and how far to trust them."""
    for one in checked:
        for finding in one.findings:
            shown = finding_in_words(one, finding, wording)
            yield f"{one.name}:{shown['line']}:{shown['column']}: {shown['label']}"
            better = wording.message("text.better", {"better": shown["better"]})
            yield from (f"  {text}" for text in (shown["quote"], shown["reason"], better, shown["ground"]) if text)
            yield ""
    yield summary(checked, wording)
    yield wording.message("text.careful")
