"""What a page may show of the situations that providers are in, and of the figures that the rules work out for them."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup, escape

from guide.pages.model import Element
from guide.pages.page_context import PageContext, UnknownElementError
from guide.pages.site_map import situation_page
from guide.pages.situations.compose import Composition
from guide.pages.situations.decision_table import DecisionTable
from guide.pages.situations.figures import Figures

__all__ = ["SituationMacros"]


class SituationMacros:
    """The part of the macros that is about situations."""

    _context: PageContext

    def chooser(self) -> Markup:
        """Show the questions that lead to the situation of the visitor, as folds that need no script."""
        start = self._context.norm["situations"]["start"]
        return self._context.render("chooser.html", start=start, address=self._address)

    def situations(self) -> Markup:
        """List all situations."""
        every = self._context.norm["situations"]["situations"].values()
        cards = [(each, situation_page(each, self._context.wording)) for each in every]
        return self._context.render("situation_list.html", cards=cards)

    def papers(self, who: str, situation: str | None = None) -> Markup:
        """Show the documents that the authority asks for (`asked`), or those that are useful (`useful`).

        Args:
            who: Which of the two.
            situation: For whom; for whoever applies for the first time by default.
        """
        if who not in {"asked", "useful"}:
            raise KeyError(who)
        composition = Composition(self._context, self._situation(situation))
        return self._context.render("papers.html", who=who, groups=composition.papers(who))

    def price(self, situation: str, answered: Mapping[str, Any] | None = None) -> Markup:
        """Show what an audit costs, such as "ongeveer 2.400 euro"."""
        return self._figure(situation, answered, "price")

    def price_range(self, situation: str, answered: Mapping[str, Any] | None = None) -> Markup:
        """Show the width of that, such as "1.800 tot 5.100 euro"."""
        return self._figure(situation, answered, "price_ends")

    def duration(self, situation: str) -> Markup:
        """Show how long it takes, such as "ongeveer drie maanden"."""
        return self._figure(situation, None, "duration")

    def duration_range(self, situation: str) -> Markup:
        """Show the width of that, such as "twee tot vijf maanden"."""
        return self._figure(situation, None, "duration_ends")

    def _figure(self, situation: str, answered: Mapping[str, Any] | None, name: str) -> Markup:
        table = DecisionTable(self._context.norm, self._situation(situation))
        figures = Figures(table, self._context.wording)
        return Markup(escape({**figures.cost(answered or {}), **figures.duration()}[name]))  # noqa: S704 - escaped

    def _situation(self, name: str | None) -> Element:
        """Return a situation by its id or by the name of its page; without either, the first."""
        situations: dict[str, Element] = self._context.norm["situations"]["situations"]
        by_page = {self._context.wording.text(each["page"]): each for each in situations.values()}
        if name is None:
            return next(iter(situations.values()))
        if name not in situations | by_page:
            raise UnknownElementError(name)
        return (situations | by_page)[name]

    def _address(self, choice: Element) -> str:
        """Return the page that a choice leads to, with what it says of the candidate."""
        page = situation_page(self._situation(choice["situation"]), self._context.wording)
        answers = choice.get("answers")
        return f"{page}#{self._state(answers)}" if answers else page

    def _state(self, answers: Mapping[str, Any]) -> str:
        """Return answers as they stand in the address of a page."""
        text = self._context.wording.text
        questions = {each["field"]: each for each in self._context.norm["situations"]["questions"]}
        keys = {
            field: next(each["key"] for each in questions[field]["choices"] if each["value"] == value)
            for field, value in answers.items()
        }
        return urlencode({text(questions[field]["key"]): text(key) for field, key in keys.items()})
