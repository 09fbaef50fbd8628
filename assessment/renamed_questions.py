"""Questions about the candidate's situation that got another name: their answers go along, and nobody is told."""

from collections.abc import Sequence
from typing import Any

from assessment.appendix import Appendix
from assessment.case import Record

__all__ = ["PROFILE", "with_renamed_answer"]

PROFILE = "profile."
"""How the name of such a question begins, in the form and in the history."""


def with_renamed_answer(profile: Record, old: str, new: str, appendix: Appendix) -> Record:
    """Return a profile with an answer under the new name of its question.

    Args:
        profile: The answers about the candidate's situation.
        old: The name of the question, such as `profile.dates.registered`.
        new: The name that it has now.
        appendix: Keeps the answer, should the new name be answered already.
    """
    source, target = _steps(old), _steps(new)
    answer = _at(profile, source)
    if answer is None:
        return profile
    rest = _without(profile, source)
    if _at(rest, target) is None:
        return _with(rest, target, answer)
    appendix.keep(old.removeprefix(PROFILE), answer)
    return rest


def _steps(name: str) -> list[str]:
    return name.removeprefix(PROFILE).split(".")


def _at(group: Any, steps: Sequence[str]) -> Any:
    for step in steps:
        group = group.get(step) if isinstance(group, dict) else None
    return group


def _without(group: Record, steps: Sequence[str]) -> Record:
    first, *rest = steps
    if not rest:
        return {name: value for name, value in group.items() if name != first}
    inner = _without(group[first], rest)
    return {name: inner if name == first else value for name, value in group.items() if name != first or inner}


def _with(group: Record, steps: Sequence[str], answer: Any) -> Record:
    first, *rest = steps
    inner = group.get(first)
    return group | {first: _with(inner if isinstance(inner, dict) else {}, rest, answer) if rest else answer}
