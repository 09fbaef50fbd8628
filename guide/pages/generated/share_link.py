"""Answers in an address, squeezed into its fragment as `frontend/answers/share-link.ts` does."""

import base64
import json
import zlib
from collections.abc import Mapping
from typing import Any

__all__ = ["fragment_of"]

_MARK = "antwoorden=1."
_HARDEST = 9


def fragment_of(answers: Mapping[str, Any]) -> str:
    """Return the fragment of an address that opens these answers in the self-assessment, beside the visitor's own."""
    text = json.dumps(answers, ensure_ascii=False, separators=(",", ":"))
    # A window of negative size means no header, as in `deflate-raw`.
    squeezer = zlib.compressobj(_HARDEST, zlib.DEFLATED, -zlib.MAX_WBITS)
    squeezed = squeezer.compress(text.encode()) + squeezer.flush()
    return _MARK + base64.urlsafe_b64encode(squeezed).decode().rstrip("=")
