"""Merging of answers: what several elements of the norm were answered becomes the answer to the one in their place.

It never says more than any of them did: of scores and states the lowest counts, and what one of them left open is open
afterwards, unless another is at the lowest already.
"""

from collections.abc import Sequence
from typing import Any

from assessment.fields import DIMENSIONS

__all__ = ["is_opened", "merged_answer"]

_STATES = ("missing", "in_progress", "ready")


def merged_answer(answers: Sequence[Any], scale: Sequence[str]) -> Any:
    """Return the answer in the place of several.

    Args:
        answers: One for each element that is merged, None where it was not answered; of what the lowest does not
            decide, such as a note, the first that was given counts.
        scale: The steps of the norm's scale, from the lowest to the highest.

    Returns:
        The answer, or None if there is none left.
    """
    given = [answer for answer in answers if answer is not None]
    if not all(isinstance(answer, dict) for answer in given):
        return _lowest(answers, scale)
    # What does not apply has nothing to say of the others, unless none of them applies.
    counting = [answer for answer in answers if not answer or "not_applicable" not in answer] or list(answers)
    merged = {key: value for answer in reversed([*counting, *given]) for key, value in (answer or {}).items()}
    if any(not answer or "not_applicable" not in answer for answer in answers):
        merged.pop("not_applicable", None)
    for key, order in (*((name, scale) for name in DIMENSIONS), ("state", _STATES)):
        lowest = _lowest([(answer or {}).get(key) for answer in counting], order)
        merged = {name: value for name, value in merged.items() if name != key}
        if lowest is not None:
            merged[key] = lowest
    return merged or None


def is_opened(given: Sequence[Any], merged: Any) -> bool:
    """Whether merging left something open that was answered of one, since it was not of another.

    Args:
        given: The answers that there were.
        merged: What came of them.
    """
    answered = {key for answer in given if isinstance(answer, dict) for key in answer}
    left = set(merged or ())
    return (bool(answered) and not left) or not answered & {*DIMENSIONS, "state"} <= left


def _lowest(values: Sequence[Any], order: Sequence[str]) -> str | None:
    """Return the lowest of these, or nothing while one is open; what is no value at all is as good as open."""
    if order[0] in values:
        return order[0]
    ranks = [order.index(value) if value in order else -1 for value in values]
    return None if not ranks or min(ranks) < 0 else order[min(ranks)]
