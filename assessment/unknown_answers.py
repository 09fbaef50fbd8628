"""Questions that the candidate looked at without knowing the answer, by name, on their way to another version."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from assessment.case import Record
from assessment.fields import path_of, question_names

__all__ = ["rename_unknown", "without_gone_unknown"]

_TABLES = frozenset({"checks", "documents", "scan"})
# What a question can be called; anything else is a slip for the parser to tell.
_NAME = re.compile(r"(profile|checks|scan|documents|worth)(\.[A-Za-z0-9_-]{1,100}){1,5}")


def rename_unknown(answers: Record, olds: Sequence[str], new: str) -> Record:
    """Return the answers in which what was not known of some elements is not known of the one in their place.

    A question about the candidate's situation goes by its whole name, such as `profile.starter`.
    """
    names = answers.get("unknown")
    return answers | {"unknown": [_renamed(name, olds, new) for name in names]} if isinstance(names, list) else answers


def without_gone_unknown(answers: Record, norm: Mapping[str, Any]) -> Record:
    """Return the answers without the questions that the norm has no longer: no answer to them is lost."""
    names, known = answers.get("unknown"), question_names(norm)
    if not isinstance(names, list):
        return answers
    return answers | {"unknown": [name for name in names if not _is_gone(name, known)]}


def _renamed(name: Any, olds: Sequence[str], new: str) -> Any:
    if name in olds:
        return new
    table, element, *rest = path_of(name) if isinstance(name, str) and name.count(".") else ("", "")
    return ".".join([table, new, *rest]) if table in _TABLES and element in olds else name


def _is_gone(name: Any, known: Collection[str]) -> bool:
    return isinstance(name, str) and name not in known and _NAME.fullmatch(name) is not None
