"""Site map: which pages there are, in which order, how the navigation groups them, and their addresses."""

import posixpath
from collections.abc import Mapping

from assessment.wording import Wording
from guide.pages.model import Element, Norm

__all__ = [
    "EXAMPLES_PAGE",
    "HOME",
    "NORM_PAGE",
    "PATHS_PAGE",
    "SECTIONS",
    "example_page",
    "file_of",
    "page_ids",
    "path_page",
    "relative_url",
    "requirement_page",
    "sections",
    "url_of",
]

HOME = "index"
NORM_PAGE = "norm/index"
PATHS_PAGE = "wegen/index"
EXAMPLES_PAGE = "voorbeelden/index"

# Section keys are ids in the message catalogue; what is made of the norm follows its page in the norm's own order.
SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("start", (HOME,)),
    ("paths", (PATHS_PAGE,)),
    ("questions", ("vragen", "misverstanden")),
    ("registration", ("voorwaarden", "procedure", "uitzonderingen", "starters", "auditbureaus")),
    ("norm", (NORM_PAGE,)),
    ("audit", ("voorbereiden", "auditbezoek", "kostprijs", "resultaat")),
    ("afterwards", ("voorwaardelijke-registratie", "verlenging", "klachten", "kmo-portefeuille", "oefentest")),
    ("examples", (EXAMPLES_PAGE,)),
    ("about", ("begrippen", "wijzigingen", "bronnen", "over")),
    ("assessment", ("zelftoets",)),
)


def requirement_page(requirement: str, messages: Mapping[str, str]) -> str:
    """Return the id of a requirement's page; its last part is a word of the reader's language."""
    return "norm/" + messages[f"pages.requirement_page.{requirement}"]


def path_page(path: Element, wording: Wording) -> str:
    """Return the id of a path's page."""
    return PATHS_PAGE.removesuffix("index") + wording.text(path["page"])


def example_page(example: Element, wording: Wording) -> str:
    """Return the id of a worked example's page."""
    return EXAMPLES_PAGE.removesuffix("index") + wording.text(example["page"])


def sections(norm: Norm, wording: Wording) -> list[tuple[str, list[str]]]:
    """Return each section's key and the ids of its pages, in reading order."""
    made = {
        "norm": [requirement_page(each, wording.messages) for each in norm["requirements"]],
        "paths": [path_page(each, wording) for each in norm["paths"]["paths"].values()],
        "examples": [example_page(each, wording) for each in norm["examples"].values()],
    }
    return [(key, [*pages, *made.get(key, [])]) for key, pages in SECTIONS]


def page_ids(norm: Norm, wording: Wording) -> list[str]:
    """Return the ids of all pages, in reading order."""
    return [page for _, pages in sections(norm, wording) for page in pages]


def file_of(page: str) -> str:
    """Return a page's Markdown file, relative to the root of the site."""
    return f"{page}.md"


def url_of(page: str) -> str:
    """Return a page's address relative to the root: `norm/index` is `norm/`, `index` is empty."""
    if page == HOME:
        return ""
    return page.removesuffix("index") if page.endswith("/index") else f"{page}/"


def relative_url(target: str, start: str) -> str:
    """Return an address of the site as seen from one of its pages.

    Args:
        target: where to, relative to the root; it may have an anchor.
        start: the address of the page, relative to the root.
    """
    path, mark, anchor = target.partition("#")
    if path == start and anchor:
        return mark + anchor
    relative = posixpath.relpath("/" + path, "/" + start)
    return ("./" if relative == "." else relative + "/") + mark + anchor
