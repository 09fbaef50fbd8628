"""The appendix of an answers document: answers to what the norm has no longer, put aside and never lost."""

import re
from collections.abc import Mapping
from typing import Any

from assessment.case import Record

__all__ = ["Appendix"]

# What an element, a question or one of its options can be called; anything else is a slip for the parser to tell.
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}")


class Appendix:
    """What is put aside of one document.

    Args:
        version: The version of the norm that the answers were given to.
    """

    def __init__(self, version: str) -> None:
        self._version = version
        self.entries: list[Record] = []

    def keep(self, name: str, answer: Any) -> None:
        """Put an answer aside."""
        self.entries.append({"id": name, "version": self._version, "answer": answer})

    def rest_of(self, table: Record, known: set[str]) -> Record:
        """Return what is known of a table, and put the rest aside."""
        gone = {key: value for key, value in table.items() if _is_gone(key, known)}
        for key, value in gone.items():
            self.keep(key, value)
        return {key: value for key, value in table.items() if key not in gone} if gone else table

    def rest_of_values(self, profile: Record, options: Mapping[str, set[str]]) -> Record:
        """Return a profile with only the chosen values that there are, and put the others aside."""
        kept = dict(profile)
        for field in (field for field in profile if field in options):
            values = profile[field] if isinstance(profile[field], list) else [profile[field]]
            for value in (value for value in values if _is_gone(value, options[field])):
                self.keep(value, field)
            left = [value for value in values if not _is_gone(value, options[field])]
            if isinstance(profile[field], list):
                kept[field] = left
            elif not left:
                del kept[field]
        return kept


def _is_gone(name: Any, known: set[str]) -> bool:
    return isinstance(name, str) and name not in known and _ID.fullmatch(name) is not None
