"""The norm as rules read it: without its words, which change no figure."""

from typing import Any

from guide.pages.model import Norm

__all__ = ["without_words"]

# What of a norm no rule reads.
_UNREAD = frozenset({
    "cases", "changes", "examples", "files", "glossary", "host", "letters", "misunderstandings", "quiz", "sha256",
    "sources", "statements", "texts",
})  # fmt: skip


def without_words(norm: Norm) -> dict[str, Any]:
    """Return what the rules read of a norm: each text is empty."""
    languages = frozenset(norm["notice"])
    return {key: _without_words(part, languages) for key, part in norm.items() if key not in _UNREAD}


def _without_words(part: Any, languages: frozenset[str]) -> Any:
    if isinstance(part, dict):
        if not languages.isdisjoint(part):
            return {}
        return {key: _without_words(each, languages) for key, each in part.items()}
    return [_without_words(each, languages) for each in part] if isinstance(part, list) else part
