"""Macros of what a reader goes through: the self-assessment, the practice test, the checks, the procedure."""

from markupsafe import Markup

from guide.pages.element_index import with_ids
from guide.pages.page_context import PageContext
from guide.pages.questionnaire import questionnaire
from guide.pages.quiz import quiz
from guide.pages.site_map import DESK_PAGES

__all__ = ["InteractiveMacros"]


class InteractiveMacros:
    """The part of the macros that shows something interactive, or leads to it."""

    _context: PageContext

    def overview(self) -> Markup:
        """Show the steps of the procedure in short, each leading to the whole of it."""
        steps = with_ids(self._context.norm["procedure"]["steps"])
        return self._context.render("overview.html", steps=steps)

    def questionnaire(self) -> Markup:
        """Show the questions of the self-assessment, as a form that needs no script to be read."""
        return self._context.render("questionnaire.html", **questionnaire(self._context))

    def desk_checks(self) -> Markup:
        """Show a card for each page that looks at what a reader has at the desk."""
        return self._context.render("desk_checks.html", pages=DESK_PAGES)

    def text_check(self) -> Markup:
        """Show what a text is pasted into or opened, and where the script says what it finds."""
        said = {key: text for key, text in self._context.wording.messages.items() if key.startswith("texts.")}
        kinds = [key.removeprefix("texts.kind.") for key in said if key.startswith("texts.kind.")]
        sentences = {key: text for key, text in said.items() if not key.startswith(("texts.form.", "texts.kind."))}
        examples = self._context.norm["text_example"].items()
        sentences |= {f"texts.example.{name}": self._context.wording.text(text) for name, text in examples}
        return self._context.render("text_check.html", kinds=kinds, sentences=sentences)

    def file_check(self) -> Markup:
        """Show how a list of files is opened, and where the script says what it finds."""
        said = {key: text for key, text in self._context.wording.messages.items() if key.startswith("lists.")}
        sentences = {key: text for key, text in said.items() if not key.startswith("lists.form.")}
        return self._context.render("file_check.html", sentences=sentences)

    def quiz(self) -> Markup:
        """Show the questions of the practice test with their answers, and what the script makes a test of."""
        return self._context.render("quiz.md", **quiz(self._context))
