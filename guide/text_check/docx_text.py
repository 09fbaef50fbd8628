"""Text of a Word document (.docx): what a person reads of it, in paragraphs.

`frontend/desk-files/docx-text.ts` goes through the same elements in the same way, so that both give the same text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import ZipFile

from docx.oxml import parse_xml

from guide.text_check.refusal import RefusedError

__all__ = ["read_docx", "read_parts"]

# Of the parts that are read; pictures stay packed.
_MOST_UNPACKED = 50_000_000
_MAIN = "word/document.xml"
# Besides the text itself: notes, and what stands above and below each page.
_BESIDES = re.compile(r"word/(?:footnotes|endnotes|header\d*|footer\d*)\.xml")
# What was taken out, what a field is made of, and what stands there a second time for older programs.
_UNREAD = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr"})
_INSTEAD = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_WHITE = " \t\r\n"
_PRESERVED = "{http://www.w3.org/XML/1998/namespace}space"


class _Child(NamedTuple):
    name: str
    element: Any


def read_docx(raw: bytes) -> str:
    """Return the text.

    Raises:
        RefusedError: It is another kind of file, broken, too large, or empty.
    """
    parts = read_parts(raw, lambda name: bool(_BESIDES.fullmatch(name)))
    roots = [parts.pop(_MAIN), *(parts[name] for name in sorted(parts))]
    try:
        text = "\n\n".join(block for root in roots for block in _blocks(root))
    except RecursionError as error:
        raise RefusedError("broken") from error
    if not text.strip():
        raise RefusedError("empty")
    return text


def read_parts(raw: bytes, is_asked_for: Callable[[str], bool]) -> dict[str, Any]:
    """Return the main part of a document and those that are asked for by their names, parsed.

    Raises:
        RefusedError: It is another kind of file, broken, or would fill the memory.
    """
    try:
        with ZipFile(BytesIO(raw)) as archive:
            entries = [each for each in archive.infolist() if each.filename == _MAIN or is_asked_for(each.filename)]
            _refuse({each.filename: each.file_size for each in entries})
            return {each.filename: _parsed(archive.read(each)) for each in entries}
    except RefusedError:
        raise
    except Exception as error:
        raise RefusedError("broken") from error  # a library that reads what anybody made fails in any way there is


def _refuse(sizes: Mapping[str, int]) -> None:
    if sum(sizes.values()) > _MOST_UNPACKED:
        raise RefusedError("too_large")
    if _MAIN not in sizes:
        raise RefusedError("other_kind")


def _parsed(xml: bytes) -> Any:
    root = parse_xml(xml)
    if root.getroottree().docinfo.doctype:
        raise RefusedError("broken")  # no program writes a document type; it could only do harm
    return root


def _children(parent: Any) -> Iterator[_Child]:
    for child in parent:
        if isinstance(child.tag, str):  # comments are none
            yield _Child(child.tag.rpartition("}")[2], child)


def _blocks(parent: Any) -> Iterator[str]:
    """The paragraphs and the rows of tables in an element, each as one text."""
    for name, child in _children(parent):
        if name == "p":
            yield from _paragraph(child)
        elif name == "tr":
            cells = ("\n".join(_blocks(cell)) for _, cell in _children(child))
            yield from filter(None, ["\t".join(filter(None, cells))])
        elif name not in _UNREAD:
            yield from _blocks(child)


def _paragraph(element: Any) -> Iterator[str]:
    """A paragraph, and behind it what stands in boxes that hang on it."""
    boxes: list[str] = []
    text = _running(element, boxes)
    yield from filter(None, [text.strip(_WHITE), *boxes])


def _running(element: Any, boxes: list[str]) -> str:
    return "".join(_piece(name, child, boxes) for name, child in _children(element))


def _piece(name: str, element: Any, boxes: list[str]) -> str:
    if name == "t":
        text: str = element.text or ""
        return text if element.get(_PRESERVED) == "preserve" else text.strip(_WHITE)
    if name == "txbxContent":
        boxes.extend(_blocks(element))
        return ""
    if name in _UNREAD or (name == "r" and _is_hidden(element)):
        return ""
    return _INSTEAD[name] if name in _INSTEAD else _running(element, boxes)


def _is_hidden(run: Any) -> bool:
    """Whether a run of text is one that Word does not show."""
    properties = [child for name, child in _children(run) if name == "rPr"]
    return any(name == "vanish" for each in properties[:1] for name, _ in _children(each))
