"""What a page may show of the worked examples, of first-hand cases and of what is misunderstood."""

from datetime import date

from markupsafe import Markup

from assessment import assess
from assessment.rules.warnings import WARNING_LEVELS
from guide.pages.generated.assessed import answers_of_example, view_of_example
from guide.pages.generated.share_link import fragment_of
from guide.pages.model import Element
from guide.pages.page_context import PageContext

__all__ = ["ExampleMacros"]


class ExampleMacros:
    """The part of the macros that is about examples, cases and misunderstandings."""

    _context: PageContext

    def examples(self) -> Markup:
        """Show the worked examples in short: who, what came of it, what it shows, and the way to open it."""
        examples = [self._example(example) for example in self._context.norm["examples"].values()]
        return self._context.render("examples.md", examples=examples)

    def stories(self) -> Markup:
        """Tell the first-hand cases that teach something: who, what they did, and what the self-assessment says."""
        cases = self._context.norm["cases"].values()
        stories = [self._story(case) for case in cases if "lesson" in case]
        return self._context.render("stories.md", stories=stories)

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

    def _story(self, case: Element) -> Element:
        """Add what the case is warned of by the data of today, and the way to open it."""
        norm = self._context.norm
        answers = answers_of_example(norm, case)
        report = assess(norm, answers, date.fromisoformat(norm["checked_on"]))
        told = [entry["id"] for entry in report["warnings"] if WARNING_LEVELS[entry["level"]].is_serious]
        return {**case, "told": told, "link": fragment_of(answers)}
