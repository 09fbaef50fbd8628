"""What of a norm the rules read, what a result in words reads besides, and what neither does.

Results are worked out again by what is said here: a changed sentence, or a changed table that no rule reads,
has nobody judged again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guide.catalogue import LANGUAGE
from guide.norm.places import declared_places

__all__ = ["OTHER_TABLES", "RULE_TABLES", "VIEW_TABLES", "read_by_rules", "unread_kinds", "without_texts"]

RULE_TABLES = (
    "id", "version", "conditions", "cost", "documents", "exemptions", "facts", "procedure", "profile", "requirements",
    "scheme", "scoring", "warnings", "worth",
)  # fmt: skip
"""What the rules read; the checksum of the norm, which a report repeats, goes by itself."""
VIEW_TABLES = (
    "bureaus", "changes", "checked_on", "glossary", "misunderstandings", "names", "outcomes", "situations", "sources",
)  # fmt: skip
"""What a result in words reads besides."""
OTHER_TABLES = (
    "ask_again", "authority", "cases", "description", "examples", "files", "format", "history", "letters", "notice",
    "quiz", "reading", "statements", "templates", "text_example", "texts", "title", "topics",
)  # fmt: skip
"""What pages show, other checks read, or the reading of saved answers needs."""

# Files of one element each, whose table has another name.
_TABLES = {"requirement": "requirements", "example": "examples", "case": "cases"}
# Elements that no rule reads in a table that rules do read.
_UNREAD = frozenset({"group"})


def read_by_rules(norm: Mapping[str, Any], *more: str) -> dict[str, Any]:
    """Return the tables of a norm that the rules read, and others that are named, with nothing for readers in them."""
    return {name: without_texts(norm[name]) for name in (*RULE_TABLES, *more)}


def without_texts(part: Any) -> Any:
    """Return a part of the norm with every text empty, in whatever languages it is written."""
    if isinstance(part, dict):
        return {} if LANGUAGE in part else {key: without_texts(inner) for key, inner in part.items()}
    return [without_texts(inner) for inner in part] if isinstance(part, list) else part


def unread_kinds() -> frozenset[str]:
    """Return the kinds of elements that no rule reads, although their ids may be words that one uses."""
    files = {kind: places[0][0] for kind, places in declared_places().items()}
    return _UNREAD | {kind for kind, file in files.items() if _TABLES.get(file, file) not in RULE_TABLES}
