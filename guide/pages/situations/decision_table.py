"""Decision table: what holds of a page for each combination of answers, worked out by the rules when it is made.

The page's script looks up, and judges nothing: the rules stay the only judge. What hangs on some questions only is
worked out for these alone, so that the table stays small.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from assessment.case import Case
from assessment.predicates import Truth, fields_of
from guide.pages.model import Element, Norm
from guide.pages.situations.answers import Answered, answers_document, every_answer, is_list, questions_of

__all__ = ["DecisionTable", "fields_behind"]

_LETTERS: Mapping[Truth, str] = {True: "y", False: "n", None: "m"}
"""How the table writes yes, no and maybe."""


class DecisionTable:
    """The decision table of one situation.

    Attributes:
        situation: The situation.
        questions: The questions that narrow it.
        truths: What hangs on answers: the numbers of the questions, and a letter for each combination of their answers.
    """

    def __init__(self, norm: Norm, situation: Element) -> None:
        self.situation = situation
        self.questions = questions_of(norm, situation)
        self.truths: list[tuple[list[int], str]] = []
        self._norm = norm
        self._cases: dict[str, Case] = {}

    def case(self, answered: Answered, *, dated: bool = True) -> Case:
        """Return what the rules read of somebody in the situation who gave these answers.

        Args:
            answered: The answers.
            dated: Whether the days by way of example count: a date that is only an example decides on no length.
        """
        key = repr((dated, sorted(answered.items())))
        if key not in self._cases:
            answers = answers_document(self._norm, self.situation, answered, dated=dated)
            self._cases[key] = Case.of(self._norm, answers, date.fromisoformat(self._norm["checked_on"]))
        return self._cases[key]

    def is_list(self, question: Element) -> bool:
        """Tell whether a question takes several answers at once."""
        return is_list(self._norm, question)

    def truth(self, predicate: Mapping[str, Any] | None, answered: Answered) -> Truth:
        """Answer a predicate of the norm for somebody in the situation who gave these answers."""
        return self.case(answered).holds(predicate)

    def asked_behind(self, predicates: Iterable[Mapping[str, Any] | None], more: Iterable[str] = ()) -> list[Element]:
        """Return the questions of the situation that predicates hang on, and those about more fields."""
        fields = fields_behind(self._norm, [*(each for one in predicates for each in fields_of(one)), *more])
        return [question for question in self.questions if question["field"] in fields]

    def number(self, predicate: Mapping[str, Any] | None) -> int | None:
        """Return under which number of `truths` a predicate stands; none when no answer changes it."""
        asked = self.asked_behind([predicate])
        letters = "".join(_LETTERS[self.truth(predicate, each)] for each in every_answer(self._norm, asked))
        if len(set(letters)) == 1:
            return None
        entry = ([self.questions.index(question) for question in asked], letters)
        if entry not in self.truths:
            self.truths.append(entry)
        return self.truths.index(entry)

    def ever_holds(self, predicate: Mapping[str, Any] | None) -> bool:
        """Tell whether a predicate holds of anybody on whose page it may stand.

        What no question of the page settles does not stand there.
        """
        asked = self.asked_behind([predicate])
        truths = [self.truth(predicate, answered) for answered in every_answer(self._norm, asked)]
        return True in truths

    def rows(self, asked: list[Element], row: Callable[[Answered], Any]) -> tuple[list[Any], list[int]]:
        """Return what differs among all combinations of answers, and which of it each combination has."""
        distinct: list[Any] = []
        numbers = []
        for answered in every_answer(self._norm, asked):
            made = row(answered)
            if made not in distinct:
                distinct.append(made)
            numbers.append(distinct.index(made))
        return distinct, numbers


def fields_behind(norm: Norm, fields: Iterable[str]) -> set[str]:
    """Return fields with all that decide whether they are asked, and so whether their answers count."""
    found: set[str] = set()
    waiting = list(fields)
    while waiting:
        field = waiting.pop()
        if field not in found:
            found.add(field)
            waiting.extend(_deciding(norm, field))
    return found


def _deciding(norm: Norm, field: str) -> Iterator[str]:
    yield from fields_of(norm["profile"]["fields"].get(field, {}).get("asked_when"))
