"""Quotes any element of the norm elsewhere than in its main place: what it says today, and on what grounds."""

from dataclasses import dataclass

from guide.pages.model import Element
from guide.pages.page_context import PageContext

__all__ = ["Quote", "Quoting"]


@dataclass(frozen=True)
class Quote:
    """What an element says.

    Attributes:
        id: The element, to link to.
        title: What it is called; none for a fact, which is its text.
        text: What it says.
        grounds: Where standing, sources and era stand: the element, or the one of its states that holds today.
    """

    id: str
    title: str
    text: str
    grounds: Element


class Quoting:
    """Quotes elements on one page."""

    def __init__(self, context: PageContext) -> None:
        self._context = context

    def quote(self, element_id: str) -> Quote:
        """Quote an element; a rule is quoted as it holds on the day that the norm was last gone through."""
        element = self._context.element(element_id)
        state = self._state(element) if "states" in element else element
        title = self._context.wording.text(element["title"]) if "title" in element else ""
        return Quote(element_id, title, self._context.wording.text(state["text"], state.get("value")), state)

    def _state(self, rule: Element) -> Element:
        states: list[Element] = rule["states"]
        return next((state for state in states if self._context.is_current(state)), states[-1])
