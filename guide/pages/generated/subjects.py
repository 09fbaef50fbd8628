"""The pages that no one writes by hand: each is about one element of the norm and made of it whole."""

from dataclasses import dataclass

from assessment.wording import Wording
from guide.pages.model import Element, Norm
from guide.pages.site_map import example_page, path_page, requirement_page

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

    def words(self, wording: Wording) -> tuple[str, str]:
        """Return the page's title, and what it is about in one sentence."""
        title = wording.text(self.element["title"])
        if self.kind == "requirement":
            return title, wording.text(self.element["question"])
        return title, wording.message(f"ways.{self.kind}.description", {"title": title})

    def audience(self, wording: Wording) -> str:
        """Return for whom the page is."""
        if self.kind == "path":
            return wording.text(self.element["text"])
        return wording.message(f"facts.audience.{self.kind}")


def subjects(norm: Norm, wording: Wording) -> dict[str, Subject]:
    """Return what each generated page is about, by the page's id."""
    requirements = {requirement_page(each["id"], wording.messages): each for each in norm["requirements"].values()}
    paths = {path_page(each, wording): each for each in norm["paths"]["paths"].values()}
    examples = {example_page(each, wording): each for each in norm["examples"].values()}
    kinds = {"requirement": requirements, "path": paths, "example": examples}
    return {page: Subject(kind, element) for kind, pages in kinds.items() for page, element in pages.items()}
