"""What of a page is read outside of brackets."""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from tests.language.pseudo import CLOSE, OPEN

# Attributes that are read to somebody.
READ = frozenset({"alt", "aria-label", "aria-description", "label", "placeholder", "title"})
UNREAD = frozenset({"script", "style", "noscript-style"})
WORD = re.compile(r"[^\W\d_]{2,}")


def outside(pieces: Iterable[str]) -> Iterator[str]:
    """The parts of texts, in the order in which they are read, that stand in no bracket and hold a word."""
    depth = 0
    for piece in pieces:
        bare = ""
        for char in piece:
            depth += (char == OPEN) - (char == CLOSE)
            bare += char if depth <= 0 and char != CLOSE else " "
        if WORD.search(bare):
            # What is listed between commas is named without them.
            yield " ".join(bare.split()).strip(" ,")


class Reader(HTMLParser):
    """Collects what a page says: its texts in their order, and apart from them what only some hear."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.heard: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element says of itself."""
        self._silent += tag in UNREAD
        given = dict(attrs)
        self.heard += [value for name, value in attrs if name in READ and value]
        if tag == "meta" and given.get("name") == "description":
            self.heard.append(given["content"] or "")

    def handle_endtag(self, tag: str) -> None:
        """Hear again what comes after a script."""
        self._silent -= tag in UNREAD

    def handle_data(self, data: str) -> None:
        """Note a text."""
        if not self._silent:
            self.texts.append(data)


def unbracketed(html: str) -> list[str]:
    """What a page says outside of brackets."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    return [*outside(reader.texts), *(one for text in reader.heard for one in outside([text]))]
