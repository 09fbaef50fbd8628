"""What is said of a part of a page that does not hold for all, such as "alleen als uw zetel in het buitenland is"."""

from collections.abc import Mapping
from typing import Any

from assessment.predicates import Truth
from guide.pages.model import Element
from guide.pages.situations.decision_table import DecisionTable

__all__ = ["phrase_of"]


def phrase_of(table: DecisionTable, predicate: Mapping[str, Any]) -> Element | None:
    """Return what an answer says of what holds for it alone, or for every other; none where no answer settles it."""
    for question in table.asked_behind([predicate]):
        truths = _truths(table, question, predicate)
        if "any" in question and all(truths):
            phrase: Element = question["any"]
            return phrase
        if found := _phrase(question["choices"], truths):
            return found
    return None


def _truths(table: DecisionTable, question: Element, predicate: Mapping[str, Any]) -> list[Truth]:
    """Answer the predicate for each answer to a question, where nothing else is answered."""
    field = question["field"]
    answers = [choice["value"] for choice in question["choices"]]
    if table.is_list(question):
        answers = [[answer] for answer in answers]
    return [table.truth(predicate, {field: answer}) for answer in answers]


def _phrase(choices: list[Element], truths: list[Truth]) -> Element | None:
    for truth, key in ((True, "only"), (False, "except")):
        if truths.count(truth) == 1 and key in (choice := choices[truths.index(truth)]):
            phrase: Element = choice[key]
            return phrase
    return None
