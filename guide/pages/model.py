"""What the page renderers give back, and how they say that something is wrong."""

from dataclasses import dataclass, field
from typing import Any

__all__ = ["Element", "Norm", "Page", "Pages", "PagesError", "Url"]

# The checked norm, as `guide.loader` gives it: JSON-ready, and described by the files in schemas/.
Norm = dict[str, Any]
Element = dict[str, Any]
Url = str


@dataclass(frozen=True)
class Page:
    """One page of the site, ready for any builder that reads Markdown.

    Attributes:
        path: the Markdown file, relative to the root of the site, such as `norm/activiteit.md`.
        title: what the page is called, in navigation and in the window.
        description: what it is about, in one sentence.
        markdown: its text; blocks of HTML stand in it as they are.
        meta: what a builder may want to know besides, such as whether to search it.
    """

    path: str
    title: str
    description: str
    markdown: str
    meta: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Pages:
    """All pages of one language, and where each element of the norm stands in them.

    Attributes:
        pages: the pages by id, in reading order; an id is the path without `.md`.
        anchors: for each element, the ids of the pages that show it under an anchor of its name.
        links: for each element (and each question), its main place relative to the site's root.
        navigation: sections of the site, as pairs of a title and page ids.
        quoted: for each page that does so, the ids of the elements that it quotes and that have their place elsewhere.
    """

    pages: dict[str, Page]
    anchors: dict[str, list[str]]
    links: dict[str, Url]
    navigation: list[tuple[str, list[str]]]
    quoted: dict[str, list[str]]


class PagesError(Exception):
    """The pages cannot be made.

    Attributes:
        faults: every fault that was found, one sentence each, in the reader's language.
    """

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults
