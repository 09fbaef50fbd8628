"""What an element of the norm says, as one text."""

from tests.assessment.cases import Record

__all__ = ["words"]


def words(part: Record, *keys: str) -> str:
    """The texts under these keys, or all that an element says, after each other."""
    texts = (part.get(key) for key in keys or ("text", "note", "rationale"))
    return " ".join(text["nl"] for text in texts if isinstance(text, dict) and "nl" in text)
