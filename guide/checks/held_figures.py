"""Figures in the sentences of a check: what is named has that figure today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.validity import state_before, state_in_force
from guide.checks.references import dangling
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["check_figure", "is_held"]


def is_held(rule: Node, held: Mapping[str, Any]) -> bool:
    """Whether all that a rule is held to is known; of what is not, another check tells, or a fault of its file.

    Args:
        rule: The rule of a check of texts or files.
        held: What the rules are held to, by id, as far as it is known.
    """
    return set(rule.value.get("held_to", {}).get("elements", ())) <= held.keys()


def check_figure(parsed: ParsedNorm, part: Node, kind: str, name: str, today: str) -> Iterator[Fault]:
    """A fault where a sentence asks for a figure, or a first day, that an element has not today.

    Args:
        parsed: The norm.
        part: The sentence.
        kind: `since`, `earlier`, or anything else for the figure of today.
        name: The id of the element.
        today: The day that the norm was checked on.
    """
    yield from dangling(parsed, part, name, "element")
    element = parsed.elements("element").get(name)
    if element is None:
        return
    state = (state_before if kind == "earlier" else state_in_force)(element.value, today)
    if state is None or ("valid_from" if kind == "since" else "value") not in state:
        yield part.fault("check.text_no_figure_today", id=name)
