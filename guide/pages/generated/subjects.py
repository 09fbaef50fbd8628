"""The pages that no one writes by hand: each is about one element of the norm and made of it whole."""

from dataclasses import dataclass

from guide.pages.model import Element, Norm
from guide.pages.site_map import example_page, path_page, requirement_page
from guide.pages.wording import Speech

__all__ = ["Subject", "subjects"]


@dataclass(frozen=True)
class Subject:
    """What a generated page is about.

    Attributes:
        kind: `requirement`, `path` or `example`.
        element: The element of the norm.
    """

    kind: str
    element: Element

    def words(self, speech: Speech) -> tuple[str, str]:
        """Return the page's title, and what it is about in one sentence."""
        title = speech.text(self.element["title"])
        if self.kind == "requirement":
            return title, speech.text(self.element["question"])
        return title, speech.say(f"ways.{self.kind}.description", title=title)

    def audience(self, speech: Speech) -> str:
        """Return for whom the page is."""
        return speech.text(self.element["text"]) if self.kind == "path" else speech.say(f"facts.audience.{self.kind}")


def subjects(norm: Norm, speech: Speech) -> dict[str, Subject]:
    """Return what each generated page is about, by the page's id."""
    requirements = {requirement_page(each["id"], speech.messages): each for each in norm["requirements"].values()}
    paths = {path_page(each, speech): each for each in norm["paths"]["paths"].values()}
    examples = {example_page(each, speech): each for each in norm["examples"].values()}
    kinds = {"requirement": requirements, "path": paths, "example": examples}
    return {page: Subject(kind, element) for kind, pages in kinds.items() for page, element in pages.items()}
