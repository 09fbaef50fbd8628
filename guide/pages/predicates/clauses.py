"""Puts predicates into words, with the texts that the questions of the norm have for that."""

from collections.abc import Mapping, Sequence
from typing import Any

from assessment.fields import options_of
from assessment.predicates import KINDS, Clause, Predicate
from assessment.validity import state_in_force
from assessment.wording import Wording
from guide.pages.model import Element, Norm

__all__ = ["Clauses"]


class Clauses:
    """What the kinds of predicates say themselves with (`assessment.predicates.Words`)."""

    def __init__(self, norm: Norm, wording: Wording) -> None:
        self._norm = norm
        self._wording = wording

    def of(self, predicate: Predicate, *, holds: bool = True) -> Clause:
        """Return what a predicate says, or its opposite."""
        ((kind, terms),) = predicate.items()
        return KINDS[kind].clause(terms, self, holds=holds)

    def message(self, name: str, **values: object) -> str:
        """Return a sentence of the catalogue about conditions."""
        return self._wording.message(f"pages.when.{name}", values)

    def among(self, field: str, values: Sequence[object], *, holds: bool) -> Clause:
        """Say that the answer to a question is one of these, or none."""
        asked = self._field(field)
        if asked["kind"] == "yes_no":
            answer = self.message("yes" if values[0] else "no")
            return Clause(self._text(asked, asked, answer, holds=holds is bool(values[0])))
        options = options_of(asked, self._norm)
        if asked["kind"] == "choice" and not holds:
            # Whoever chose, and none of these, chose one of the others.
            values, holds = [each["id"] for each in options if each["id"] not in values], True
        texts = [self._option(asked, each, holds=holds) for each in options if each["id"] in values]
        return Clause(self.message("or" if holds else "and").join(texts))

    def answered(self, field: str, answer: str) -> Clause:
        """Say what is answered to a question."""
        asked = self._field(field)
        return Clause(self._text(asked, asked, answer, holds=True))

    def number(self, terms: Mapping[str, Any]) -> str:
        """Return a bound in words; of a fact or a rule, its figure of today."""
        if "value" in terms:
            return str(terms["value"])
        element = self._wording.element(terms["figure_of"])
        state = state_in_force(element, self._norm["checked_on"])
        return self._wording.value((state or element)["value"])

    def name(self, field: str) -> str:
        """Return what is asked as it is called within a sentence; without such a name, the question."""
        asked = self._field(field)
        if "in_sentence" in asked:
            return self._wording.text(asked["in_sentence"])
        return self.message("question", question=self._question(asked))

    def _field(self, name: str) -> Element:
        field: Element = self._norm["profile"]["fields"][name]
        return field

    def _option(self, field: Element, option: Element, *, holds: bool) -> str:
        holder = option if "clause" in option else field
        return self._text(field, holder, self._lower(self._wording.text(option["title"])), holds=holds)

    def _text(self, field: Element, holder: Element, answer: str, *, holds: bool) -> str:
        """Return the norm's own text for an answer; without one, question and answer speak for themselves."""
        key = "clause" if holds else "clause_not"
        if key in holder:
            text: str = holder[key][self._wording.language]
            return text.replace("{answer}", answer)
        return self.message("answered" if holds else "answered_not", question=self._question(field), answer=answer)

    def _question(self, field: Element) -> str:
        return self._wording.text(field["question"])

    @staticmethod
    def _lower(title: str) -> str:
        return title[:1].lower() + title[1:]
