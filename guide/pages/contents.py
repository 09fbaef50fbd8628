"""Which pages there are, in which order, and how they are grouped in the navigation."""

from collections.abc import Mapping

from guide.pages.model import Norm

__all__ = ["HOME", "NORM_PAGE", "SECTIONS", "file_of", "page_ids", "requirement_page", "sections", "url_of"]

HOME = "index"
NORM_PAGE = "norm/index"

# Section keys are ids in the message catalogue; the pages of the requirements follow the norm's own order.
SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("start", (HOME,)),
    ("questions", ("vragen",)),
    ("registration", ("voorwaarden", "procedure", "uitzonderingen", "starters", "auditbureaus")),
    ("norm", (NORM_PAGE,)),
    ("audit", ("voorbereiden", "auditbezoek", "kostprijs", "resultaat")),
    ("afterwards", ("voorwaardelijke-registratie", "verlenging", "klachten", "kmo-portefeuille", "oefentest")),
    ("about", ("begrippen", "wijzigingen", "bronnen", "over")),
    ("assessment", ("zelftoets",)),
)


def requirement_page(requirement: str, messages: Mapping[str, str]) -> str:
    """Return the id of a requirement's page; its last part is a word of the reader's language."""
    return "norm/" + messages[f"pages.requirement_page.{requirement}"]


def sections(norm: Norm, messages: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """Return each section's key and the ids of its pages, in reading order."""
    requirements = [requirement_page(each, messages) for each in norm["requirements"]]
    return [(key, [*pages, *(requirements if key == "norm" else [])]) for key, pages in SECTIONS]


def page_ids(norm: Norm, messages: Mapping[str, str]) -> list[str]:
    """Return the ids of all pages, in reading order."""
    return [page for _, pages in sections(norm, messages) for page in pages]


def file_of(page: str) -> str:
    """Return a page's Markdown file, relative to the root of the site."""
    return f"{page}.md"


def url_of(page: str) -> str:
    """Return a page's address relative to the root: `norm/index` is `norm/`, `index` is empty."""
    if page == HOME:
        return ""
    return page.removesuffix("index") if page.endswith("/index") else f"{page}/"
