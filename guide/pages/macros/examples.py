"""What a page may show of the worked examples and of what is misunderstood."""

from markupsafe import Markup

from guide.pages.generated.assessed import answers_of_example, view_of_example
from guide.pages.generated.share_link import fragment_of
from guide.pages.model import Element
from guide.pages.page_context import PageContext

__all__ = ["ExampleMacros"]


class ExampleMacros:
    """The part of the macros that is about examples and misunderstandings."""

    _context: PageContext

    def examples(self) -> Markup:
        """Show the worked examples in short: who, what came of it, what it shows, and the way to open it."""
        examples = [self._example(example) for example in self._context.norm["examples"].values()]
        return self._context.render("examples.md", examples=examples)

    def misunderstandings(self) -> Markup:
        """Show what is misunderstood, by group."""
        whole = self._context.norm["misunderstandings"]
        listed = [{**each, "id": key} for key, each in whole["misunderstandings"].items()]
        groups = [(group, [each for each in listed if each["group"] == group["id"]]) for group in whole["groups"]]
        return self._context.render("misunderstandings.md", groups=groups)

    def _example(self, example: Element) -> Element:
        answers = answers_of_example(self._context.norm, example)
        view = view_of_example(self._context, example)
        return {**example, "headline": view["headline"], "link": fragment_of(answers)}
