"""Site map: which pages there are, in which order, how the navigation groups them, and their addresses."""

import posixpath
from functools import lru_cache

from assessment.wording import Wording
from guide.pages.model import Element, Norm

__all__ = [
    "DESK_PAGES",
    "EXAMPLES_PAGE",
    "HOME",
    "NORM_PAGE",
    "REFERENCE",
    "SECTIONS",
    "SITUATIONS_PAGE",
    "file_of",
    "is_reference",
    "page_ids",
    "reference_groups",
    "relative_url",
    "requirement_page",
    "sections",
    "situation_page",
    "url_of",
]

HOME = "index"
REFERENCE = "naslag/"
NORM_PAGE = f"{REFERENCE}norm/index"
SITUATIONS_PAGE = "situatie/index"
# Each looks at what a reader has at the desk; Start has a card for each.
DESK_PAGES = ("teksten", "dossiers")
EXAMPLES_PAGE = f"{REFERENCE}voorbeelden"

# The pages of Naslag below its folder, grouped as its first page lists them; keys are ids in the message catalogue.
REFERENCE_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("registration", ("voorwaarden", "procedure", "uitzonderingen", "starters", "auditbureaus")),
    ("norm", ("norm/index",)),
    ("audit", ("voorbereiden", "auditbezoek", "kostprijs", "resultaat")),
    ("afterwards", ("voorwaardelijke-registratie", "verlenging", "klachten", "kmo-portefeuille")),
    ("practice", ("oefentest", "voorbeelden", "misverstanden")),
    ("about", ("begrippen", "wijzigingen", "bronnen", "over")),
)

# Section keys are ids in the message catalogue; what is made of the norm follows its page in the norm's own order.
SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("start", (HOME,)),
    ("situation", (SITUATIONS_PAGE,)),
    (
        "registration",
        tuple(f"registreren/{each}" for each in ("index", "voorwaarden", "starters", "certificaat", "loont-het")),
    ),
    ("audit", tuple(f"audit/{each}" for each in ("index", "documenten", "sjablonen", "bureau", "bezoek", "kostprijs"))),
    ("afterwards", tuple(f"daarna/{each}" for each in ("resultaat", "verlengen", "eerste-dossier", "klachten"))),
    ("questions", tuple(f"vragen/{each}" for each in ("index", "registreren", "geld-en-tijd", "na-de-audit"))),
    ("assessment", ("zelftoets",)),
    ("desk", DESK_PAGES),
    ("reference", (f"{REFERENCE}index",)),
)


def is_reference(page: str) -> bool:
    """Tell whether a page is part of Naslag, where everything stands in full."""
    return page.startswith(REFERENCE)


def requirement_page(requirement: Element, wording: Wording) -> str:
    """Return the id of a requirement's page; its last part is a word of the reader's language."""
    return NORM_PAGE.removesuffix("index") + wording.text(requirement["page"])


def situation_page(situation: Element, wording: Wording) -> str:
    """Return the id of a situation's page."""
    return SITUATIONS_PAGE.removesuffix("index") + wording.text(situation["page"])


def sections(norm: Norm, wording: Wording) -> list[tuple[str, list[str]]]:
    """Return each section's key and the ids of its pages, in reading order."""
    made = {
        "situation": [situation_page(each, wording) for each in norm["situations"]["situations"].values()],
        "reference": [page for _, pages in reference_groups(norm, wording) for page in pages],
    }
    return [(key, [*pages, *made.get(key, [])]) for key, pages in SECTIONS]


def reference_groups(norm: Norm, wording: Wording) -> list[tuple[str, list[str]]]:
    """Return each group of Naslag and the ids of its pages; the requirements follow the page of the norm."""
    made = {"norm": [requirement_page(each, wording) for each in norm["requirements"].values()]}
    return [(key, [*(REFERENCE + page for page in pages), *made.get(key, [])]) for key, pages in REFERENCE_GROUPS]


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
    return _relative(path, start) + mark + anchor


@lru_cache(maxsize=8192)  # each page leads to the same few pages many times
def _relative(path: str, start: str) -> str:
    relative = posixpath.relpath("/" + path, "/" + start)
    return "./" if relative == "." else relative + "/"
