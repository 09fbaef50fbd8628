"""What a page may show of the paths that providers take, of the worked examples and of what is misunderstood."""

from markupsafe import Markup

from guide.pages.generated.assessed import answers_of_example, assess_for_page
from guide.pages.generated.example_page import example_whole
from guide.pages.generated.path_page import path_whole
from guide.pages.generated.quotes import Quoting
from guide.pages.generated.subjects import Subject
from guide.pages.model import Element
from guide.pages.page_context import PageContext
from guide.pages.site_map import example_page, path_page

__all__ = ["PathMacros"]

_WHOLE = {"path": path_whole, "example": example_whole}


class PathMacros:
    """The part of the macros that is about paths, examples and misunderstandings."""

    _context: PageContext

    def chooser(self) -> Markup:
        """Show the questions that lead to the path of the visitor, as folds that need no script."""
        paths = self._context.norm["paths"]
        pages = {key: path_page(path, self._context.wording) for key, path in paths["paths"].items()}
        return self._context.render("chooser.html", start=paths["start"], pages=pages)

    def paths(self) -> Markup:
        """Show all paths as cards, and how we made them."""
        paths = self._context.norm["paths"]
        cards = [(path, path_page(path, self._context.wording)) for path in paths["paths"].values()]
        return self._context.render("paths.html", cards=cards, made=paths["made"])

    def examples(self) -> Markup:
        """Show the worked examples as cards, each with what came of it."""
        cards = [self._example_card(example) for example in self._context.norm["examples"].values()]
        return self._context.render("examples.html", cards=cards)

    def misunderstandings(self) -> Markup:
        """Show what is misunderstood, by group."""
        whole = self._context.norm["misunderstandings"]
        listed = [{**each, "id": key} for key, each in whole["misunderstandings"].items()]
        groups = [(group, [each for each in listed if each["group"] == group["id"]]) for group in whole["groups"]]
        return self._context.render("misunderstandings.md", groups=groups, quote=Quoting(self._context).quote)

    def _example_card(self, example: Element) -> Element:
        assessed = assess_for_page(self._context, answers_of_example(self._context.norm, example), example["date"])
        page = example_page(example, self._context.wording)
        return {"example": example, "page": page, "headline": assessed.view["headline"]}

    def _generated(self, subject: Subject) -> Markup:
        return _WHOLE[subject.kind](self._context, subject.element)
