"""Answers that stand in the norm itself, of examples, cases and situations, and the questions that they name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from assessment.renamed_questions import PROFILE
from guide.documents.document import Document, Path
from guide.norm.parsed import ParsedNorm

__all__ = ["FIELD", "Place", "answers_in", "answers_to"]

FIELD = "field"
"""The name space of the questions about the candidate's situation."""

# Where answers stand, by the kind of file.
_ANSWERS = {"example": ("answers",), "case": ("answers",), "situations": ("situations", "*", "profile")}
_SITUATION = "situations"


class Place(NamedTuple):
    """Where an id stands.

    Attributes:
        document: The file.
        path: The value, or the key.
        at_key: Whether the key has it.
    """

    document: Document
    path: Path
    at_key: bool = False

    @property
    def line(self) -> int:
        """The line in the file."""
        return self.document.fault(self.path, "", at_key=self.at_key).line


def answers_in(parsed: ParsedNorm) -> Iterator[tuple[Document, Path, Path, Any]]:
    """Every value of such answers: its file, its path there, its path within the answers, and itself."""
    for kind, pattern in _ANSWERS.items():
        for node in parsed.nodes(kind, *pattern):
            for path, value in node.document.walk():
                below = path[len(node.path) :]
                if path[: len(node.path)] == node.path and below:
                    yield node.document, path, (("profile", *below) if kind == _SITUATION else below), value


def answers_to(parsed: ParsedNorm, field: str) -> Iterator[Place]:
    """The answers to one question, and where it stands as one that somebody could not answer."""
    steps = ("profile", *field.split("."))
    for document, path, below, value in answers_in(parsed):
        if below == steps or (below[:1] == ("scenarios",) and below[2:] == steps):
            yield Place(document, path, at_key=True)
        elif below[:1] == ("unknown",) and value == f"{PROFILE}{field}":
            yield Place(document, path)
