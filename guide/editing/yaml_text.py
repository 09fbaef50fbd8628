"""Edits of a YAML file in its own text, so that whatever they do not touch stays as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from guide.documents.document import Path
from guide.editing.spans import Entry, Span, entries_of

__all__ = ["YamlText", "as_scalar", "stands_out", "word"]

_READ_OTHERWISE = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_STANDS_OUT = re.compile(r"[A-Z]{2,}-[0-9]+")


def stands_out(name: str) -> bool:
    """Whether an id can be nothing else in a sentence: `ACT-1` can not, `visit` can."""
    return bool(_STANDS_OUT.fullmatch(name))


def word(name: str) -> re.Pattern[str]:
    """An id as a word of its own: `visit` is no part of `visit-day`, and 1.1 none of 1.1.2."""
    before, after = (r"(?<!\w\.)", r"(?!\.\w)") if "." in name else ("", "")
    return re.compile(rf"(?<![\w-]){before}{re.escape(name)}(?![\w-]){after}")


def as_scalar(name: str) -> str:
    """An id as it is typed: between quotes where it would be a number or a truth without them."""
    is_plain = re.fullmatch(r"[A-Za-z][\w-]*", name) and name.lower() not in _READ_OTHERWISE
    return name if is_plain else f'"{name}"'


class YamlText:
    """The text of one file with the edits that were asked for; `result` has them all.

    Args:
        text: What stands in the file.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._replaced: dict[Span, str] = {}
        self._removed: dict[Path, set[str | int]] = {}

    @cached_property
    def entries(self) -> dict[Path, Entry]:
        """Where everything stands before any edit."""
        return entries_of(self._text)

    def rename(self, path: Path, old: str, new: str, *, at_key: bool = False) -> None:
        """Put one id in the place of another in a value or a key, and leave what stands around it."""
        entry = self.entries[path]
        span = entry.key if at_key and entry.key else entry.value
        text = self._replaced.get(span, self._text[span.start : span.end])
        is_whole = text.strip("\"'") == old
        self._replaced[span] = as_scalar(new) if is_whole else word(old).sub(lambda _: new, text)

    def put(self, path: Path, written: str) -> None:
        """Put other text in the place of a value."""
        self._replaced[self.entries[path].value] = written

    def remove(self, path: Path) -> None:
        """Take an item out of its list, or a key with its value out of its map."""
        self._removed.setdefault(path[:-1], set()).add(path[-1])

    def insert_after(self, path: Path, written: str) -> None:
        """Put text right behind a value."""
        end = self.entries[path].value.end
        self._replaced[Span(end, end)] = self._replaced.get(Span(end, end), "") + written

    def line_start(self, place: int) -> int:
        """Where the line of a place begins."""
        return self._text.rfind("\n", 0, place) + 1

    def last_of(self, path: Path) -> Path | None:
        """The last item of a list, if it has any."""
        children = self._children(path)
        return children[-1].path if children else None

    def keys_of(self, path: Path) -> list[str]:
        """The keys of a map, in the order in which they stand."""
        return [str(entry.path[-1]) for entry in self._children(path)]

    def gap_before(self, path: Path) -> str:
        """What stands between an item and the one before it: a line break, or an empty line too."""
        if not path[-1]:
            return "\n"
        before = self.entries[(*path[:-1], int(path[-1]) - 1)].value.end
        between = self._text[before : self.line_start(self.entries[path].start)]
        return "\n\n" if re.search(r"\n[ \t]*\n", between) else "\n"

    def indent_of(self, path: Path) -> str:
        """What stands before an entry on its line, a dash among it."""
        start = self.entries[path].start
        return self._text[self.line_start(start) : start]

    @property
    def result(self) -> str:
        """The text with all edits."""
        gone: dict[Span, str] = {}
        for parent, steps in self._removed.items():
            is_all = len(steps) == len(self._children(parent))
            gone |= self._emptied(parent) if is_all else dict.fromkeys(self._gone(parent, steps), "")
        edits = {span: new for span, new in {**self._replaced, **gone}.items() if not _is_within(span, gone)}
        text = self._text
        for span in sorted(edits, key=lambda span: (span.start, span.end), reverse=True):
            text = text[: span.start] + edits[span] + text[span.end :]
        return text

    # What goes

    def _children(self, parent: Path) -> list[Entry]:
        return [entry for path, entry in self.entries.items() if path[:-1] == parent and path]

    def _gone(self, parent: Path, steps: set[str | int]) -> Iterator[Span]:
        children = self._children(parent)
        for first, last in _runs([entry.path[-1] in steps for entry in children]):
            if children[0].is_flow:
                yield self._flow_run(children, first, last)
            else:
                yield from (self._lines_of(entry) for entry in children[first : last + 1])

    def _emptied(self, parent: Path) -> dict[Span, str]:
        """Brackets in the place of all that stands in a list or a map."""
        value, child = self.entries[parent].value, self._children(parent)[0]
        brackets = "[]" if child.key is None else "{}"
        if child.is_flow:
            return {value: brackets}
        key = self.entries[parent].key
        start = self._text.index(":", key.end) + 1 if key else len(self._text[: value.start].rstrip())
        return {Span(start, value.end): f" {brackets}"}

    @staticmethod
    def _flow_run(children: list[Entry], first: int, last: int) -> Span:
        """Items between brackets, with the comma that parted them from what stays."""
        if first == 0:
            return Span(children[0].start, children[last + 1].start)
        return Span(children[first - 1].value.end, children[last].value.end)

    def _lines_of(self, entry: Entry) -> Span:
        """The lines of an entry with the comment right above it, and one of two stretches of empty lines around it."""
        start = self.line_start(entry.start)
        while comment := re.search(r"(?:^|\n)([ \t]*#[^\n]*\n)\Z", self._text[:start]):
            start = comment.start(1)
        end = self._text.find("\n", entry.value.end) + 1 or len(self._text)
        if self._text[:start].endswith("\n\n"):
            end += len(self._text[end:]) - len(self._text[end:].lstrip("\n"))
        return Span(start, end)


def _is_within(span: Span, gone: Iterable[Span]) -> bool:
    """Whether a stretch of text goes with a longer one."""
    return any(other != span and other.start <= span.start and span.end <= other.end for other in gone)


def _runs(gone: list[bool]) -> Iterator[tuple[int, int]]:
    """The stretches of what goes: the first and the last of each."""
    first = None
    for index, is_gone in enumerate([*gone, False]):
        if is_gone and first is None:
            first = index
        elif not is_gone and first is not None:
            yield first, index - 1
            first = None
