"""Canonical JSON: the one way in which documents become bytes, so that the same input gives the same everywhere."""

import hashlib
import json
from typing import Any

__all__ = ["canonical_json", "fingerprint", "report_json"]


def canonical_json(document: Any) -> str:
    """Write a document with sorted keys and without white space."""
    return json.dumps(document, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


def fingerprint(document: Any) -> str:
    """Return the SHA-256 of a document's canonical form, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical_json(document).encode()).hexdigest()


def report_json(report: dict[str, Any]) -> str:
    """Write a report for people and programs to read: sorted, indented, ending in a new line."""
    return json.dumps(report, ensure_ascii=False, allow_nan=False, sort_keys=True, indent=2) + "\n"
