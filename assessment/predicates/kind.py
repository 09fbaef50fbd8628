"""What a kind of predicate is: how it is answered, what it reads, and how it is said.

The logic is Kleene's three-valued one: whatever hangs on a missing fact is unknown, unless the rest settles it.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol

__all__ = ["KINDS", "NO_ANSWER", "Clause", "Facts", "Kind", "Predicate", "Read", "Steps", "Truth", "Words", "evaluate"]

Truth = bool | None
Facts = Mapping[str, Any]
"""Profile fields by name (`sites.belgium` for a nested one) and `date`; a missing field is unknown."""

NO_ANSWER: tuple[()] = ()
"""In the place of the answer to a question that is not asked: it is none of the values that one may look for."""

Predicate = Mapping[str, Any]
Steps = tuple[str | int, ...]
"""Where something stands in the terms of a predicate."""


class Read(NamedTuple):
    """A field that a predicate reads.

    Attributes:
        steps: Where its name stands in the terms.
        field: Its name.
        fits: The kinds of fields that can stand there.
    """

    steps: Steps
    field: str
    fits: tuple[str, ...]


class Clause(NamedTuple):
    """A part of what must hold, for a sentence that begins with "if".

    Attributes:
        text: What must hold, if this is a single part.
        kind: How the parts hang together if there are several: `all`, `any`, `not_all` or `not_any`.
        parts: The several parts.
    """

    text: str = ""
    kind: str = ""
    parts: tuple["Clause", ...] = ()

    @property
    def nested(self) -> bool:
        """Whether a part has parts of its own, or several parts are denied: too much for one sentence."""
        return self.kind.startswith("not_") or any(part.parts for part in self.parts)


class Words(Protocol):
    """What puts predicates into words, with the texts that the questions of a norm have for that."""

    def of(self, predicate: Predicate, *, holds: bool = True) -> Clause:
        """Say a predicate, or that it does not hold."""

    def message(self, name: str, **values: object) -> str:
        """Return a sentence of the catalogue about conditions."""

    def among(self, field: str, values: Sequence[object], *, holds: bool) -> Clause:
        """Say that the answer to a question is one of these, or none."""

    def answered(self, field: str, answer: str) -> Clause:
        """Say what is answered to a question."""

    def number(self, terms: Mapping[str, Any]) -> str:
        """Return the bound in the terms, be it a number or the figure of an element."""

    def name(self, field: str) -> str:
        """Return what is asked, as it is called within a sentence."""


class Kind(ABC):
    """One kind of predicate; a new kind is a class in a file here and a line in the table of `KINDS`."""

    @abstractmethod
    def holds(self, terms: Any, facts: Facts, norm: Mapping[str, Any]) -> Truth:
        """Answer it from the facts."""

    @abstractmethod
    def clause(self, terms: Any, words: Words, *, holds: bool) -> Clause:
        """Say what must hold, or what must not."""

    def reads(self, terms: Any) -> Sequence[Read]:
        """Return the fields that it reads by itself, in the order in which it names them."""
        del terms
        return ()

    def values(self, terms: Any) -> Sequence[tuple[Steps, str]]:
        """Return where values stand that an answer is held to, each with the field whose values they are."""
        del terms
        return ()

    def figures(self, terms: Any) -> Sequence[Steps]:
        """Return where an element stands whose figure is used."""
        del terms
        return ()

    def parts(self, terms: Any) -> Sequence[tuple[Steps, Predicate]]:
        """Return the predicates that it is made of, each with where it stands."""
        del terms
        return ()


KINDS: dict[str, Kind] = {}
"""Every kind of predicate by its name, as the table in `assessment/predicates/__init__.py` has them."""


def evaluate(predicate: Predicate | None, facts: Facts, norm: Mapping[str, Any]) -> Truth:
    """Answer a predicate from the facts; no predicate at all means always yes.

    Args:
        predicate: A map with one key, the kind of predicate.
        facts: What is known of the candidate, and `date`.
        norm: The checked norm, from which periods borrow their length.
    """
    if predicate is None:
        return True
    ((kind, terms),) = predicate.items()
    return KINDS[kind].holds(terms, facts, norm)
