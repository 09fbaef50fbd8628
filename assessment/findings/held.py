"""What a rule of a check is held to: elements of the norm as they stand on a day, and their figures in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Formatter
from typing import Any

from assessment.validity import state_before, state_in_force
from assessment.wording import Wording

__all__ = ["Element", "Find", "figure_on", "filled_in", "is_settled", "placeholders", "states_held_to"]

Element = Mapping[str, Any]
Find = Callable[[str], "Element | None"]


def states_held_to(rule: Element, find: Find, day: str) -> list[Element]:
    """Return what a rule is held to as it stands on a day; nothing when it does not hold then."""
    held = rule.get("held_to", {})
    found = [element for name in held.get("elements", ()) if (element := find(name))]
    states = [state for element in found if (state := state_in_force(element, day))]
    return [state for state in states if state.get("valid_from", "") >= held.get("since", "")]


def is_settled(rule: Element, find: Find, day: str) -> bool:
    """Whether a source settles the matter on this day, so that it may be told as more than a tip."""
    states = states_held_to(rule, find, day)
    ours = rule["standing"] in {"estimate", "not_found"}
    return not ours and not rule.get("tip", False) and not any("last_seen" in state for state in states)


def figure_on(kind: str, name: str, find: Find, day: str, wording: Wording) -> str | None:
    """Return the figure of an element on a day, the one before, or since when it holds; None when it has none."""
    element = find(name)
    if element is None:
        return None
    state = state_before(element, day) if kind == "earlier" else state_in_force(element, day)
    if state is None:
        return None
    if kind == "since":
        return wording.date(state["valid_from"]) if "valid_from" in state else None
    return wording.value(state["value"]) if "value" in state else None


def placeholders(template: str) -> list[tuple[str, str]]:
    """Return the placeholders of a sentence, each with its kind and its name.

    Raises:
        ValueError: A brace is not closed.
    """
    return [(kind, name or "") for _, kind, name, _ in Formatter().parse(template) if kind is not None]


def filled_in(text: str, figure: Callable[[str, str], str | None]) -> str | None:
    """Return a sentence with its figures; None when one of them is not known.

    Args:
        text: The sentence, with `{kind:name}` for each figure.
        figure: Gives the figure of a kind and a name.
    """
    parts: list[str] = []
    for plain, kind, name, _ in Formatter().parse(text):
        parts.append(plain)
        if kind is not None:
            found = figure(kind, name or "")
            if found is None:
                return None
            parts.append(found)
    return "".join(parts)
