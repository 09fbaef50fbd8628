"""Canonical JSON: the one way in which documents become bytes, so that the same input gives the same everywhere."""

import hashlib
import json
import re
from typing import Any

__all__ = ["STEERING", "canonical_json", "fingerprint", "report_json"]

STEERING = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]")
"""Characters that would steer a terminal, or turn around the text that they stand in."""


def canonical_json(document: Any) -> str:
    """Write a document with sorted keys and without white space."""
    return json.dumps(document, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


def fingerprint(document: Any) -> str:
    """Return the SHA-256 of a document's canonical form, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical_json(document).encode()).hexdigest()


def report_json(report: dict[str, Any]) -> str:
    """Write a report for people and programs to read: sorted, indented, ending in a new line."""
    text = json.dumps(report, ensure_ascii=False, allow_nan=False, sort_keys=True, indent=2)
    return STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
