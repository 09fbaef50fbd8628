"""The text of bytes that somebody saved, whatever program saved them."""

from __future__ import annotations

import codecs
import re

__all__ = ["decoded", "is_text"]

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# What no text has: a terminal's control characters.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decoded(raw: bytes) -> str:
    """Return a text: as its mark says, or UTF-8, or else what Windows wrote in western Europe.

    Raises:
        UnicodeDecodeError: It is none of these.
    """
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        text = raw.decode("cp1252")
    return text.replace("\r\n", "\n")


def is_text(text: str) -> bool:
    """Whether a text has nothing that only a program would write."""
    return not _CONTROLS.search(text)
