"""Text of a PDF, line by line.

`frontend/desk-files/pdf-text.ts` does so with another library: the same words, though not always the same spaces
(docs/decisions/0036).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError

from guide.text_check.refusal import RefusedError

__all__ = ["read_pdf"]

_MOST_PAGES = 500
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
_SPACES = re.compile(r"[^\S\n]+")


def read_pdf(raw: bytes) -> tuple[str, int]:
    """Return the text, and on how many pages there is none.

    Raises:
        RefusedError: It is protected, broken, too large, or has no text at all.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends is no news for the reader
    try:
        pages = [_tidied(page) for page in _pages(PdfReader(BytesIO(raw)))]
    except RefusedError:
        raise
    except DependencyError as error:
        raise RefusedError("protected") from error  # only a library that we do not bring opens it
    except Exception as error:
        raise RefusedError("broken") from error
    read = [page for page in pages if page]
    if not read:
        raise RefusedError("scanned")
    return "\n\n".join(read), len(pages) - len(read)


def _pages(reader: PdfReader) -> Iterator[str]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise RefusedError("protected")
    if len(reader.pages) > _MOST_PAGES:
        raise RefusedError("too_large")
    for page in reader.pages:
        yield page.extract_text()


def _tidied(text: str) -> str:
    """Lines without the spaces that only place them, and without empty ones."""
    lines = (_SPACES.sub(" ", line).strip() for line in text.translate(_LIGATURES).split("\n"))
    return "\n".join(line for line in lines if line)
