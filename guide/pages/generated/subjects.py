"""The pages that no one writes by hand: each is about one element of the norm and made of it whole."""

from dataclasses import dataclass

from assessment.wording import Wording
from guide.pages.model import Element, Norm
from guide.pages.site_map import requirement_page, situation_page

__all__ = ["Subject", "page_words", "subjects", "word_names"]


@dataclass(frozen=True)
class Subject:
    """What a generated page is about.

    Attributes:
        kind: `requirement` or `situation`.
        element: The element of the norm.
    """

    kind: str
    element: Element

    def words(self, wording: Wording) -> tuple[str, str]:
        """Return the page's title, and what it is about in one sentence."""
        title = wording.text(self.element["title"])
        about = self.element["question" if self.kind == "requirement" else "text"]
        return title, wording.text(about)


def subjects(norm: Norm, wording: Wording) -> dict[str, Subject]:
    """Return what each generated page is about, by the page's id."""
    requirements = {requirement_page(each, wording): each for each in norm["requirements"].values()}
    situations = {situation_page(each, wording): each for each in norm["situations"]["situations"].values()}
    kinds = {"requirement": requirements, "situation": situations}
    return {page: Subject(kind, element) for kind, pages in kinds.items() for page, element in pages.items()}


def page_words(wording: Wording, page: str, subject: Subject | None) -> tuple[str, str]:
    """Return a page's title and what it is about, in one sentence."""
    if subject:
        return subject.words(wording)
    title, description = word_names(page)
    return wording.message(title), wording.message(description)


def word_names(page: str) -> tuple[str, str]:
    """Return the names of the messages that a hand-written page is called and described by."""
    key = f"pages.page.{page.removesuffix('/index')}"
    return f"{key}.title", f"{key}.description"
