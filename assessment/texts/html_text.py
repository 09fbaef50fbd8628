"""HTML as it is read: its text, a break where a block begins or ends, and nothing of scripts and styles."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser
from itertools import accumulate

from assessment.texts.readable import Readable, joined

__all__ = ["read_html"]

_UNREAD = frozenset({"script", "style", "template", "noscript", "svg", "math", "select"})
_INLINE = frozenset(
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark",
        "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    }
)  # fmt: skip
_CELLS = frozenset({"td", "th", "dd"})
_BREAK = "\n\n"
# As between the cells of a table in plain text.
_CELL = " | "


def read_html(source: str) -> Readable:
    """Return what a reader of a page reads. Broken HTML is read as far as it goes."""
    reader = _Reader(source)
    reader.feed(source)
    reader.close()
    return joined(iter(reader.pieces), len(source))


class _Reader(HTMLParser):
    """Collects pieces of text with their places."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[tuple[str, int]] = []
        self._unread: list[str] = []
        self._lines = [0, *accumulate(len(line) for line in source.split("\n"))]
        self._lines = [start + number for number, start in enumerate(self._lines)]

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Begin a block, or something that nobody reads."""
        del attrs
        if tag in _UNREAD:
            self._unread.append(tag)
        self._between(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """Break where an empty tag breaks."""
        del attrs
        self._between(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a block, or something that nobody reads; the next cell says that one ends."""
        if self._unread and tag == self._unread[-1]:
            self._unread.pop()
        if tag not in _CELLS:
            self._between(tag)

    def handle_data(self, data: str) -> None:
        """Take text; its lines end where the window is wide, not where they do in the file."""
        self._take(data.replace("\n", " "))

    def handle_entityref(self, name: str) -> None:
        """Take a character by its name."""
        self._take(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        """Take a character by its number."""
        self._take(unescape(f"&#{name};"))

    def _between(self, tag: str) -> None:
        if tag in _CELLS:
            self._take(_CELL)
        elif tag not in _INLINE:
            self._take(_BREAK)

    def _take(self, text: str) -> None:
        if not self._unread:
            line, column = self.getpos()
            self.pieces.append((text, self._lines[line - 1] + column))
