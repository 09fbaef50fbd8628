"""A paper as lines of text: as the rules make it, and as a document of Word holds it.

`frontend/papers/docx.ts` and `docx-blocks.ts` write a paper in the order that `lines_of_paper` follows; a test writes
one and holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["lines_of_paper", "lines_of_part", "margins_of_paper", "one_line"]

Record = Mapping[str, Any]

TICKED, OPEN = "☑", "☐"
# What no XML can hold, as `frontend/lib/printable-text.ts` leaves it out.
_NO_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029]")
_WHITE = re.compile(r"\s+")
_TEXTS = frozenset({"t", "br", "tab", "cr"})
_UNREAD = frozenset({"pPr", "rPr", "instrText", "del", "fldSimple"})


def one_line(text: str) -> str:
    """Return a text as it is read: what parts words is one blank, and what no document can hold is not there."""
    return _WHITE.sub(" ", _NO_XML.sub("", _BREAKS.sub("\n", text))).strip()


def lines_of_paper(paper: Record) -> list[str]:
    """Return the lines of a paper in the order in which they are read, without those that are empty."""
    return [line for line in map(one_line, _paper(paper)) if line]


def _paper(paper: Record) -> Iterator[str]:
    yield from (paper["title"], paper["candidate"] or "", paper["date"])
    yield from _facts(paper["about"])
    yield from (paper["notice"] or paper["origin"], paper["empty"] or "", paper["contents"] or "")
    for section in paper["sections"]:
        yield from _node(section)


def _node(node: Record) -> Iterator[str]:
    yield _boxed(node["title"], node["ticked"])
    yield from (" · ".join(node["labels"]), node["text"])
    yield from _facts(node["facts"])
    for each in node["lists"]:
        yield from (each["label"], *each["points"])
    if node["table"]:
        yield from _table(node["table"])
    for inner in node["nodes"]:
        yield from _node(inner)


def _facts(facts: list[Record]) -> Iterator[str]:
    for fact in facts:
        yield from (fact["label"], fact["text"])


def _table(table: Record) -> Iterator[str]:
    yield from (table["caption"], *table["columns"])
    for at, (first, *others) in enumerate(table["rows"]):
        title, _, rest = _BREAKS.sub("\n", first).partition("\n")
        yield from (_boxed(title, table["ticked"] and table["ticked"][at]), rest, *others)
    yield from table["total"] or ()


def _boxed(title: str, ticked: bool | None) -> str:  # noqa: FBT001 - it is what the box shows
    return title if ticked is None else f"{TICKED if ticked else OPEN} {title}"


def margins_of_paper(paper: Record) -> list[str]:
    """Return what stands in the margins of the pages, without the numbers, which no document holds."""
    running = " · ".join(part for part in (paper["title"], paper["candidate"]) if part is not None)
    pages = "".join(piece["text"] for piece in paper["page"])
    foot = f"{paper['origin']} {paper['date']}".strip()
    return sorted({one_line(running), one_line(f"{foot} {pages}")})


def lines_of_part(root: Any) -> list[str]:
    """Return the lines of a part of a document of Word, of which `root` is the element."""
    return [line for line in map(one_line, _paragraphs(root)) if line]


def _paragraphs(parent: Any) -> Iterator[str]:
    for child in parent:
        name = _name(child)
        if name == "p":
            yield "".join(_Reading().of(child))
        elif not (name == "sdt" and _is_contents(child)):
            yield from _paragraphs(child)


class _Reading:
    """Reads the text of a paragraph, without what programs work out themselves, such as the number of a page."""

    def __init__(self) -> None:
        self._fields = 0

    def of(self, parent: Any) -> Iterator[str]:
        for child in parent:
            name = _name(child)
            if name == "fldChar":
                self._fields += {"begin": 1, "end": -1}.get(_value(child, "fldCharType"), 0)
            elif name == "sdt" and (checked := _descendant(child, "checked")) is not None:
                yield TICKED if _value(checked, "val") in {"1", "true", "on"} else OPEN
            elif name not in _UNREAD:
                yield from self._text(name, child) if name in _TEXTS else self.of(child)

    def _text(self, name: str, element: Any) -> Iterator[str]:
        if not self._fields:
            yield str(element.text or "") if name == "t" else " "


def _is_contents(sdt: Any) -> bool:
    """Whether it is the list of contents, which Word fills in by itself."""
    code = _descendant(sdt, "instrText")
    return code is not None and "TOC" in (code.text or "")


def _descendant(element: Any, name: str) -> Any:
    return next((each for each in element.iter() if _name(each) == name), None)


def _value(element: Any, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.endswith(f"}}{name}")), "")


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
