"""The sources of a section of Naslag, in one fold at its end: each statement with what it rests on.

While a page is written, each statement leaves a marker where it stands. When the page is whole, the markers of a
section become one fold.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

__all__ = ["Ground", "Grounds"]

MARKER = re.compile(r"<!--rests:(\d+)-->\n?")
HEADING = re.compile(r"^## .*?(?:\{ #(?P<id>[\w-]+) \})?$", re.MULTILINE)


@dataclass(frozen=True)
class Ground:
    """What a statement rests on.

    Attributes:
        element: The id of the element that it is; empty for a part of one.
        name: What it is called, or how it begins.
        sources: The ids of its sources.
    """

    element: str
    name: str
    sources: tuple[str, ...]


@dataclass
class Grounds:
    """What the statements of one page rest on, in the order in which they were written."""

    known: list[Ground] = field(default_factory=list)

    def mark(self, ground: Ground) -> str:
        """Remember what a statement rests on, and return the marker of its place."""
        self.known.append(ground)
        return f"<!--rests:{len(self.known) - 1}-->"

    def folded(self, text: str, fold: Callable[[list[Ground]], str], is_section: Callable[[str], bool]) -> str:
        """Return a page's text with a fold at the end of each section in the place of the markers.

        Args:
            text: The text with its markers.
            fold: Makes the fold of what a section's statements rest on.
            is_section: Tells of the id of a heading whether a section begins there.
        """
        return "\n\n".join(self._section(part, fold) for part in _parts(text, is_section))

    def _section(self, text: str, fold: Callable[[list[Ground]], str]) -> str:
        grounds = dict.fromkeys(self.known[int(match[1])] for match in MARKER.finditer(text))
        bare = MARKER.sub("", text)
        return f"{bare.rstrip()}\n\n{fold(list(grounds))}\n" if grounds else bare


def _parts(text: str, is_section: Callable[[str], bool]) -> Iterator[str]:
    """Yield the text in parts, each from one heading that begins a section to the next."""
    begins = [match.start() for match in HEADING.finditer(text) if is_section(match["id"] or "")]
    places = [0, *begins, len(text)]
    yield from (text[start:end] for start, end in pairwise(places))
