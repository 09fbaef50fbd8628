"""The figures in the practice test: a question says which one it means, and the norm says what it is today.

In a text, `{rule:ID}` and `{fact:ID}` are the figure of an element today, `{earlier:ID}` that of the state before,
`{since:ID}` the day since when it holds, and `{given:NAME}` what the question supposes. `{share:ID/NAME}` is the part
of a supposed amount that a percentage makes, `{rest:ID/NAME}` what is left of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Formatter
from typing import Any

from assessment.validity import state_before, state_in_force
from guide.faults import MessageError

__all__ = ["FigureError", "Figures", "fill", "named"]

Element = Mapping[str, Any]
Figure = Mapping[str, Any]
Find = Callable[[str], "Element | None"]

_WHOLE = 100


class FigureError(MessageError):
    """A figure cannot be had."""


class Figures:
    """The figures of one norm on one day, for one question.

    Args:
        find: Gives an element by its id, or None.
        today: The day, ISO.
        given: What the question supposes, by name.
    """

    def __init__(self, find: Find, today: str, given: Mapping[str, Figure]) -> None:
        self._find = find
        self._today = today
        self._given = given

    def figure(self, kind: str, name: str) -> Figure:
        """Return a figure as the norm holds it, or a day as `{"date": ISO}`.

        Raises:
            FigureError: There is no such figure.
        """
        if kind not in _KINDS or not name:
            raise FigureError("check.quiz_placeholder", placeholder=f"{{{kind}:{name}}}" if name else f"{{{kind}}}")
        return _KINDS[kind](self, name)

    def current(self, name: str) -> Figure:
        """Return the figure of an element today."""
        return self._of(state_in_force(self._element(name), self._today), name)

    def earlier(self, name: str) -> Figure:
        """Return the figure of a rule before the one of today."""
        return self._of(state_before(self._element(name), self._today), name)

    def since(self, name: str) -> Figure:
        """Return the day on which what holds today began."""
        state = state_in_force(self._element(name), self._today) or {}
        if "valid_from" not in state:
            raise FigureError("check.quiz_no_start", id=name)
        return {"date": state["valid_from"]}

    def given(self, name: str) -> Figure:
        """Return what the question supposes."""
        if name not in self._given:
            raise FigureError("check.quiz_not_given", name=name)
        return self._given[name]

    def share(self, names: str) -> Figure:
        """Return the part of a supposed amount that a percentage makes."""
        rule, _, name = names.partition("/")
        whole, percent = self.given(name), self.current(rule)
        part, over = divmod(whole.get("amount", 0) * percent.get("amount", 0), _WHOLE)
        if percent["unit"] != "percent" or over:
            raise FigureError("check.quiz_no_share", id=rule, name=name)
        return {**whole, "amount": part}

    def rest(self, names: str) -> Figure:
        """Return what is left of a supposed amount when that part is gone."""
        whole = self.given(names.partition("/")[2])
        return {**whole, "amount": whole["amount"] - self.share(names)["amount"]}

    def _element(self, name: str) -> Element:
        element = self._find(name)
        if element is None:
            raise FigureError("check.quiz_unknown", id=name)
        return element

    def _of(self, state: Element | None, name: str) -> Figure:
        if state is None or "value" not in state:
            raise FigureError("check.quiz_no_figure", id=name)
        figure: Figure = state["value"]
        return figure


_KINDS: Mapping[str, Callable[[Figures, str], Figure]] = {
    "rule": Figures.current,
    "fact": Figures.current,
    "earlier": Figures.earlier,
    "since": Figures.since,
    "given": Figures.given,
    "share": Figures.share,
    "rest": Figures.rest,
}


def fill(template: str, put: Callable[[str, str], str]) -> str:
    """Return a text with each placeholder put into words by `put`, which gets its kind and its name.

    Raises:
        ValueError: A brace is not closed.
    """
    parts = Formatter().parse(template)
    return "".join(text + (put(kind, name or "") if kind is not None else "") for text, kind, name, _ in parts)


def named(template: str) -> set[str]:
    """Return the elements whose figures of today a text asks for."""
    today = ("rule", "fact", "since", "share", "rest")
    parts = Formatter().parse(template)
    return {name.partition("/")[0] for _, kind, name, _ in parts if kind in today and name}
