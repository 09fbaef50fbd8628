"""The page of one situation, whole."""

from markupsafe import Markup

from guide.pages.model import Element
from guide.pages.page_context import PageContext
from guide.pages.situations.compose import Composition

__all__ = ["situation_whole"]


def situation_whole(context: PageContext, situation: Element) -> Markup:
    """Show a situation whole, worked out for the day that the norm was last gone through."""
    return context.render("situation.md", **Composition(context, situation).values())
