"""The sentences of the checks of texts and of files: what is named has that figure today."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from assessment.findings import placeholders
from assessment.validity import state_before, state_in_force
from guide.checks.references import dangling
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["check_figure", "check_sentences", "is_held"]

_FIGURES = ("rule", "fact", "since", "earlier")


def is_held(rule: Node, held: Mapping[str, Any]) -> bool:
    """Whether all that a rule is held to is known; of what is not, another check tells, or a fault of its file.

    Args:
        rule: The rule of a check of texts or files.
        held: What the rules are held to, by id, as far as it is known.
    """
    return set(rule.value.get("held_to", {}).get("elements", ())) <= held.keys()


def check_sentences(
    parsed: ParsedNorm, rule: Node, today: str, fills_in: Callable[[str, str], bool], otherwise: str
) -> Iterator[Fault]:
    """Faults in what a rule says: braces that are not closed, figures that are not there, and what nothing fills in.

    Args:
        parsed: The norm.
        rule: The rule of a check of texts or files.
        today: The day that the norm was checked on.
        fills_in: Whether something other than a figure fills in a placeholder, by its kind and its name.
        otherwise: The message about a placeholder that nothing fills in.
    """
    for key in ("say", "better"):
        for language, text in rule.value[key].items():
            part = Node(rule.document, (*rule.path, key, language))
            try:
                asked = placeholders(text)
            except ValueError:
                yield part.fault("check.brace")
                continue
            for kind, name in asked:
                if kind in _FIGURES:
                    yield from check_figure(parsed, part, kind, name, today)
                elif not fills_in(kind, name):
                    yield part.fault(otherwise, placeholder=f"{{{kind}:{name}}}" if name else f"{{{kind}}}")


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
