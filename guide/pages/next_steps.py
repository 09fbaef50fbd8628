"""Where a reader goes on from the end of a page."""

from collections.abc import Mapping

from guide.pages.contents import HOME, NORM_PAGE, page_ids, requirement_page
from guide.pages.model import Norm

__all__ = ["next_pages"]

ASSESSMENT = "zelftoets"
# The one begins everything, the other is where everything leads.
NONE_AFTER = (HOME, ASSESSMENT)
# Whoever has read the one mostly asks for the others; after any other page comes the next in reading order.
AFTER: Mapping[str, tuple[str, ...]] = {
    "vragen": ("procedure", ASSESSMENT),
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


def next_pages(page: str, norm: Norm, messages: Mapping[str, str]) -> list[str]:
    """Return the ids of the pages to read after a page.

    Args:
        page: the page's id.
        norm: the checked norm.
        messages: the message catalogue, which names some pages.
    """
    if page in NONE_AFTER:
        return []
    if page in AFTER:
        return list(AFTER[page])
    if KNOWLEDGE in norm["requirements"] and page == requirement_page(KNOWLEDGE, messages):
        return list(KNOWN)
    order = page_ids(norm, messages)
    following = order[order.index(page) + 1]
    about = {requirement_page(each, messages) for each in norm["requirements"]}
    return list(dict.fromkeys([following, ASSESSMENT])) if page in about else [following]
