"""Where a reader goes on from the end of a page."""

from collections.abc import Mapping

from assessment.wording import Wording
from guide.pages.generated.subjects import subjects
from guide.pages.model import Norm
from guide.pages.site_map import EXAMPLES_PAGE, HOME, NORM_PAGE, PATHS_PAGE, page_ids

__all__ = ["next_pages"]

ASSESSMENT = "zelftoets"
# The one begins everything, the other is where everything leads.
NO_NEXT = (HOME, ASSESSMENT)
# Whoever has read the one mostly asks for the others; after any other page comes the next in reading order.
NEXT: Mapping[str, tuple[str, ...]] = {
    "vragen": ("procedure", ASSESSMENT),
    PATHS_PAGE: ("procedure", ASSESSMENT),
    EXAMPLES_PAGE: ("misverstanden", ASSESSMENT),
    "misverstanden": ("kmo-portefeuille", ASSESSMENT),
    "voorwaarden": ("procedure", ASSESSMENT),
    "procedure": ("voorbereiden", "kostprijs"),
    "uitzonderingen": ("procedure", ASSESSMENT),
    "starters": ("voorbereiden", "kostprijs"),
    "auditbureaus": ("kostprijs", "voorbereiden"),
    NORM_PAGE: ("voorbereiden", ASSESSMENT),
    "voorbereiden": ("auditbezoek", ASSESSMENT),
    "auditbezoek": ("resultaat",),
    "kostprijs": ("auditbureaus", ASSESSMENT),
    "resultaat": ("voorwaardelijke-registratie", "klachten"),
    "voorwaardelijke-registratie": ("voorbereiden", "klachten"),
    "verlenging": ("voorbereiden", "kostprijs"),
    "klachten": ("auditbureaus", "resultaat"),
    "kmo-portefeuille": ("oefentest",),
    "oefentest": ("kmo-portefeuille", ASSESSMENT),
}
# Its page says what is examined; these, what there is to know.
KNOWLEDGE, KNOWN = "knowledge", ("kmo-portefeuille", "oefentest")
# The same of pages that are made of the norm; after a requirement comes the next one.
NEXT_BY_KIND: Mapping[str, tuple[str, ...]] = {
    "path": ("procedure", ASSESSMENT),
    "example": (EXAMPLES_PAGE, ASSESSMENT),
}


def next_pages(page: str, norm: Norm, wording: Wording) -> list[str]:
    """Return the ids of the pages to read after a page.

    Args:
        page: the page's id.
        norm: the checked norm.
        wording: the language, which names some pages.
    """
    if page in NO_NEXT:
        return []
    if page in NEXT:
        return list(NEXT[page])
    about = subjects(norm, wording).get(page)
    if about and about.element["id"] == KNOWLEDGE:
        return list(KNOWN)
    if about and about.kind in NEXT_BY_KIND:
        return list(NEXT_BY_KIND[about.kind])
    order = page_ids(norm, wording)
    following = order[order.index(page) + 1]
    return list(dict.fromkeys([following, ASSESSMENT])) if about else [following]
