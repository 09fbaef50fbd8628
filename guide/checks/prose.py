"""Hand-written pages: they show as today's only what holds today."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from assessment.element_index import elements_of
from assessment.names import parts_of
from assessment.validity import state_before, state_in_force
from guide.checks.now_official import outdated_prose
from guide.documents.yaml_slips import prose_slip
from guide.faults import Fault

__all__ = ["macro_faults", "prose_faults", "typed_faults"]

# What shows a figure or an answer of today; other calls show an element with its era.
_CALL = re.compile(r"\{[{%][+-]?\s*(?:call\s+)?(?:value|figure|since|question)\((.*?)[)]\s*[+-]?[%}]\}", re.DOTALL)
_NAME = re.compile(r"\"([^\"]*)\"|'([^']*)'")


def prose_faults(norm: Mapping[str, Any], folder: Path) -> list[Fault]:
    """What hand-written pages hold that no reader should see, or cite as if it held on the day of the norm.

    Args:
        norm: The checked norm.
        folder: The folder of the pages.
    """
    elements, parts = elements_of(norm), parts_of(norm)
    files = sorted(folder.rglob("*.md"))
    outdated = [fault for file in files for fault in outdated_prose(file, parts)]
    typed = [fault for file in files for fault in [*typed_faults(file), *macro_faults(file)]]
    return [*typed, *outdated, *(fault for file in files for fault in _faults(norm, elements, file))]


def typed_faults(file: Path) -> list[Fault]:
    """What somebody left in a page without seeing it: an unfinished merge, a lost or an unseen character.

    Args:
        file: The page.
    """
    text = file.read_text(encoding="utf-8")
    slip = prose_slip(text)
    if slip is None:
        return []
    message, place = slip
    return [Fault(file.as_posix(), text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place), "", message)]


def macro_faults(file: Path) -> list[Fault]:
    """Where a page cannot be read, since what stands between braces is not closed or is no call.

    Args:
        file: The page.
    """
    from jinja2 import Environment, TemplateSyntaxError  # noqa: PLC0415 - only who looks at pages needs it

    try:
        Environment(autoescape=True).parse(file.read_text(encoding="utf-8"))
    except TemplateSyntaxError as error:
        said = (("what", (error.message or "").rstrip(".")),)
        return [Fault(file.as_posix(), error.lineno, 1, "", "check.prose_macro", said)]
    return []


def _faults(norm: Mapping[str, Any], elements: Mapping[str, Any], file: Path) -> Iterator[Fault]:
    text, today = file.read_text(encoding="utf-8"), norm["checked_on"]
    for place, name in _cited(text):
        element = elements.get(name)
        if element is None or state_in_force(element, today):
            continue
        line = text.count("\n", 0, place) + 1
        column = place - text.rfind("\n", 0, place)
        yield Fault(file.as_posix(), line, column, name, *_what(element, name, today))


def _cited(text: str) -> Iterator[tuple[int, str]]:
    """Every word in quotation marks of a call, with where it stands."""
    for call in _CALL.finditer(text):
        for name in _NAME.finditer(call[1]):
            yield call.start(1) + name.start(), name[1] or name[2] or ""


def _what(element: Mapping[str, Any], name: str, today: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    ended = state_before(element, today)
    values = (("id", name), ("today", today))
    if ended:
        return "check.prose_past", (*values, ("until", ended["valid_until"]))
    return "check.prose_future", values
