"""Folding: what is left of a text when case, accents and marks do not count, so that names can be compared."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["folded", "has_phrase", "is_blank", "visible", "without_brackets"]

_NO_WORD = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def folded(text: str) -> str:
    """Return a text in lower case without accents, its words parted by one blank."""
    plain = text.lower() if text.isascii() else _without_accents(text)
    return _NO_WORD.sub(" ", plain).strip()


def _without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in parts if unicodedata.category(mark) not in {"Mn", "Cf"})


def visible(text: str) -> str:
    """Return what is seen of a text: every blank a plain one, and none of the marks that come along from web pages."""
    if not text.isascii():
        text = "".join(" " if mark.isspace() else mark for mark in text if unicodedata.category(mark) != "Cf")
    return text.strip()


def without_brackets(text: str) -> str:
    """Return a text without what stands between brackets."""
    return _BRACKETS.sub(" ", text)


def is_blank(cell: object) -> bool:
    """Whether nobody sees anything in a cell."""
    return cell is None or (isinstance(cell, str) and not cell.strip("\u00a0\u200b\ufeff \t\r\n"))


def has_phrase(text: str, phrase: str) -> bool:
    """Whether a folded text has words in a row; a phrase that ends in `*` may go on within its last word."""
    wanted = f" {phrase[:-1]}" if phrase.endswith("*") else f" {phrase} "
    return wanted in f" {text} "
