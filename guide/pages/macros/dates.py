"""Macros for dates in sentences: since when something holds, when it was last seen, and days by way of example."""

from datetime import date

from markupsafe import Markup, escape

from assessment.periods import add_period, period_of
from guide.pages.model import Element
from guide.pages.page_context import PageContext, UnknownElementError

__all__ = ["DateMacros"]


class DateMacros:
    """The part of the macros that is about dates: prose types none."""

    _context: PageContext

    def since(self, element: str, precision: str = "day") -> Markup:
        """Show the day, the month or the year since which an element holds."""
        found = self._quoted(element)
        if "valid_from" not in found:
            raise UnknownElementError(element)
        return _words(self._context.moment(found["valid_from"], precision))

    def last_seen(self, element: str) -> Markup:
        """Show when a source last said so."""
        return _words(self._context.last_seen(self._quoted(element)))

    def example_day(self, *facts: str) -> Markup:
        """Show a day by way of example: the first of the month of these data, and as much later as facts say."""
        norm = self._context.norm
        day = date.fromisoformat(norm["checked_on"]).replace(day=1)
        for fact in facts:
            self._context.cite(fact)
            day = add_period(day, period_of(norm, {"fact": fact}))
        return _words(self._context.wording.date(day.isoformat()))

    def _quoted(self, element: str) -> Element:
        self._context.cite(element)
        return self._context.current(self._context.element(element))


def _words(words: str) -> Markup:
    return Markup(escape(words))  # noqa: S704 - escaped
