"""Hand-written pages: what they call by its id, and where they lead, is there.

The build finds every link that leads nowhere, also those that pages make of the norm; this finds what somebody typed,
without writing a page.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from assessment.element_index import elements_of
from guide.catalogue import LANGUAGE
from guide.documents.suggestions import suggestion
from guide.faults import Fault

__all__ = ["prose_link_faults"]

_LINK = re.compile(r"\]\((?P<kind>element|page|situation|letter):(?P<id>[^)#\s]+)")
_FILE = re.compile(r"\]\((?P<file>[^):#\s]+)\.md(?=[)#])")
_CALL = re.compile(r"\{[{%][+-]?\s*(?:call\s+)?(?P<name>\w+)\((?P<words>.*?)\)[^()]*?[%}]\}", re.DOTALL)
_WORD = re.compile(r"(?P<key>\w+\s*=\s*)?(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')")
# By macro: what its words are the ids of, each in its turn and the last for all that follow; None for other words.
_MACROS: Mapping[str, tuple[str | None, ...]] = {
    **dict.fromkeys(("fact", "value", "figure", "mark", "last_seen", "example_day"), ("element",)),
    **dict.fromkeys(("exemption", "deadlines", "outcomes", "requirement", "checks"), ("element",)),
    **dict.fromkeys(("duration", "duration_range", "worth"), ("situation",)),
    **dict.fromkeys(("price", "price_range"), ("situation", None)),
    "since": ("element", None),
    "question": (None, "element"),
    "facts": ("topic", "element"),
    "scheme": ("rule_group",),
    "letter": ("letter",),
}
_KEYWORDS = {"read": "page", "renewal": "situation"}


class _Named(NamedTuple):
    """A name that a page uses: what it is the id of, and where it stands in the text."""

    space: str
    id: str
    start: int


def prose_link_faults(norm: Mapping[str, Any], folder: Path) -> list[Fault]:
    """Tell which ids and pages hand-written pages name that are not there.

    Args:
        norm: The checked norm.
        folder: The folder of the pages.
    """
    known = _known(norm) | {"page": _pages(norm, folder)}
    return [fault for file in sorted(folder.rglob("*.md")) for fault in _faults(folder, file, known)]


def _known(norm: Mapping[str, Any]) -> dict[str, Collection[str]]:
    return {
        "element": elements_of(norm),
        "situation": norm["situations"]["situations"],
        "letter": norm["letters"]["letters"],
        "topic": norm["topics"],
        "rule_group": {group["id"] for group in norm["scheme"]["groups"]},
    }


def _pages(norm: Mapping[str, Any], folder: Path) -> set[str]:
    """The pages that somebody wrote, and in the same folders those about a requirement or a situation."""
    written = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.md")}
    made = [*norm["requirements"].values(), *norm["situations"]["situations"].values()]
    words = [each["page"][LANGUAGE] for each in made]
    folders = {page.removesuffix("index") for page in written if page.endswith("/index")}
    return written | {f"{place}{word}" for place in folders for word in words}


def _faults(folder: Path, file: Path, known: Mapping[str, Collection[str]]) -> Iterator[Fault]:
    text = file.read_text(encoding="utf-8")
    for space, name, start in sorted(
        [*_linked(text), *_called(text), *_files(folder, file, text)], key=lambda named: named.start
    ):
        if name not in known[space]:
            line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
            meant = suggestion(name, known[space])
            message = "check.dangling_meant" if meant else "check.dangling"
            values = [("id", name), ("noun", f"check.noun.{space}"), *([("meant", meant)] if meant else [])]
            yield Fault(file.as_posix(), line, column, name, message, tuple(values))


def _linked(text: str) -> Iterator[_Named]:
    return (_Named(link["kind"], link["id"], link.start("id")) for link in _LINK.finditer(text))


def _files(folder: Path, file: Path, text: str) -> Iterator[_Named]:
    """Pages that are named as files lie beside each other, and not by their id."""
    beside = file.relative_to(folder).parent.as_posix()
    for link in _FILE.finditer(text):
        yield _Named("page", posixpath.normpath(posixpath.join(beside, link["file"])), link.start("file"))


def _called(text: str) -> Iterator[_Named]:
    for call in _CALL.finditer(text):
        spaces = _MACROS.get(call["name"], (None,))
        place = 0
        for word in _WORD.finditer(call["words"]):
            name = word["double"] if word["double"] is not None else word["single"]
            start = call.start("words") + word.end() - len(name) - 1
            space = _KEYWORDS.get(word["key"].rstrip(" =")) if word["key"] else spaces[min(place, len(spaces) - 1)]
            place += not word["key"]
            if space:
                yield _Named(space, name, start)
