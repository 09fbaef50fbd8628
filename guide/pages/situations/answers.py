"""The answers that narrow a situation: which states each question has, and the profile that they make."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations, product
from typing import Any

from assessment import ANSWERS_FORMAT
from assessment.periods import add_period, period_of
from guide.pages.model import Element, Norm

__all__ = [
    "Answered",
    "answers_document",
    "every_answer",
    "example_days",
    "flat_profile",
    "is_list",
    "questions_of",
    "states_of",
]

Answered = Mapping[str, Any]
"""Answers by field; a field that is missing is not answered."""


def questions_of(norm: Norm, situation: Element) -> list[Element]:
    """Return the questions that narrow a situation, in the order in which it asks them."""
    by_field = {question["field"]: question for question in norm["situations"]["questions"]}
    return [by_field[field] for field in situation.get("asks", [])]


def states_of(norm: Norm, question: Element) -> list[Any]:
    """Return what can be answered, the first being no answer at all.

    Of a list every selection counts, in the order of a number whose bits are the choices: none of them, the first, the
    second, the first and the second, and so on. `frontend/situation/decision-table.ts` counts the same way.
    """
    values = [choice["value"] for choice in question["choices"]]
    if not is_list(norm, question):
        return [None, *values]
    selections = [chosen for size in range(len(values) + 1) for chosen in combinations(values, size)]
    return [None, *([*chosen] for chosen in sorted(selections, key=lambda chosen: _bits(chosen, values)))]


def is_list(norm: Norm, question: Element) -> bool:
    """Tell whether a question takes several answers at once."""
    return bool(norm["profile"]["fields"][question["field"]]["kind"] == "choices")


def every_answer(norm: Norm, questions: Iterable[Element]) -> Iterator[Answered]:
    """Yield every combination of answers to some questions; the last question changes fastest."""
    states = {question["field"]: states_of(norm, question) for question in questions}
    for chosen in product(*states.values()):
        yield {field: value for field, value in zip(states, chosen, strict=True) if value is not None}


def answers_document(norm: Norm, situation: Element, answered: Answered, *, dated: bool = True) -> Element:
    """Return the answers of somebody in a situation, as an answers document.

    Args:
        norm: The checked norm.
        situation: The situation.
        answered: What narrows it.
        dated: Whether the days by way of example come along.
    """
    profile = {**situation["profile"]}
    days = dict(example_days(norm, situation)) if dated else {}
    for field, value in {**days, **answered}.items():
        group, _, name = field.rpartition(".")
        if group:
            profile[group] = {**profile.get(group, {}), name: value}
        else:
            profile[name] = value
    return {"format": ANSWERS_FORMAT, "norm": {"id": norm["id"], "version": norm["version"]}, "profile": profile}


def example_days(norm: Norm, situation: Element) -> Iterator[tuple[str, str]]:
    """Yield the days by way of example of somebody in a situation: the field and the day, ISO."""
    start = date.fromisoformat(norm["checked_on"])
    for field, period in situation.get("days", {}).items():
        yield field, add_period(start, period_of(norm, period)).isoformat()


def flat_profile(situation: Element) -> Answered:
    """Return what is known of everybody in a situation, by field."""
    flat: dict[str, Any] = {}
    for name, value in situation["profile"].items():
        flat |= {f"{name}.{part}": each for part, each in value.items()} if isinstance(value, dict) else {name: value}
    return flat


def _bits(chosen: Iterable[Any], values: list[Any]) -> int:
    return sum(1 << values.index(value) for value in chosen)
