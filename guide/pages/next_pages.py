"""Where a reader goes on from the end of a page."""

from collections.abc import Mapping

from assessment.wording import Wording
from guide.pages.model import Norm
from guide.pages.site_map import (
    HOME,
    NORM_PAGE,
    REFERENCE,
    SITUATIONS_PAGE,
    is_reference,
    page_ids,
    requirement_page,
    situation_page,
)

__all__ = ["guide_pages_of", "next_pages"]

ASSESSMENT = "zelftoets"
# The one begins everything, the other is where everything leads.
NO_NEXT = (HOME, ASSESSMENT)
# Whoever has read the one mostly asks for the others; after any other page of the guide comes the next in order.
NEXT: Mapping[str, tuple[str, ...]] = {
    SITUATIONS_PAGE: ("registreren/index", ASSESSMENT),
    "registreren/index": (SITUATIONS_PAGE, "audit/documenten"),
    "registreren/voorwaarden": ("registreren/index", ASSESSMENT),
    "registreren/starters": ("registreren/index", "audit/kostprijs"),
    "registreren/certificaat": ("audit/bureau", "audit/kostprijs"),
    "registreren/loont-het": ("audit/kostprijs", ASSESSMENT),
    "audit/index": ("audit/documenten", "audit/bureau"),
    "audit/documenten": ("audit/bezoek", ASSESSMENT),
    "audit/sjablonen": ("audit/bezoek", ASSESSMENT),
    "audit/bureau": ("audit/kostprijs", "audit/documenten"),
    "audit/bezoek": ("daarna/resultaat",),
    "audit/kostprijs": ("audit/bureau", "registreren/loont-het"),
    "daarna/resultaat": ("daarna/eerste-dossier", "daarna/klachten"),
    "daarna/verlengen": ("audit/documenten", "audit/kostprijs"),
    "daarna/eerste-dossier": (f"{REFERENCE}kmo-portefeuille", f"{REFERENCE}oefentest"),
    "daarna/klachten": ("daarna/resultaat", "vragen/na-de-audit"),
    "vragen/na-de-audit": (SITUATIONS_PAGE, ASSESSMENT),
    "dossiers": ("audit/documenten", "audit/bezoek"),
    "teksten": ("daarna/eerste-dossier", f"{REFERENCE}misverstanden"),
}
# Naslag says everything about a matter; these pages of the guide, what to do about it.
ACTING: Mapping[str, str] = {
    "voorwaarden": "registreren/voorwaarden",
    "procedure": "registreren/index",
    "uitzonderingen": "registreren/certificaat",
    "starters": "registreren/starters",
    "auditbureaus": "audit/bureau",
    "norm/index": "audit/index",
    "voorbereiden": "audit/documenten",
    "auditbezoek": "audit/bezoek",
    "kostprijs": "audit/kostprijs",
    "resultaat": "daarna/resultaat",
    "voorwaardelijke-registratie": "daarna/resultaat",
    "verlenging": "daarna/verlengen",
    "klachten": "daarna/klachten",
    "kmo-portefeuille": "daarna/eerste-dossier",
}


def next_pages(page: str, norm: Norm, wording: Wording) -> list[str]:
    """Return the ids of the pages to read after a page; after one of Naslag nothing follows.

    Args:
        page: the page's id.
        norm: the checked norm.
        wording: the language, which names some pages.
    """
    if page in NO_NEXT or is_reference(page):
        return []
    if page in NEXT:
        return list(NEXT[page])
    if page.startswith(SITUATIONS_PAGE.removesuffix("index")):
        return [_after_situation(page, norm, wording), ASSESSMENT]
    order = page_ids(norm, wording)
    return [order[order.index(page) + 1]]


def _after_situation(page: str, norm: Norm, wording: Wording) -> str:
    """Return what a reader in a situation reads next: how one registers, unless the norm names another page."""
    situations = norm["situations"]["situations"].values()
    named: str = next(each.get("next", "") for each in situations if situation_page(each, wording) == page)
    return named.removeprefix("page:") or "registreren/index"


def guide_pages_of(page: str, norm: Norm, wording: Wording) -> list[str]:
    """Return the ids of the pages to go to from a page of Naslag, to do something about what it says."""
    for requirement in norm["requirements"].values():
        if page == requirement_page(requirement, wording) and "read_on" in requirement:
            return list(requirement["read_on"])
    if page.startswith(NORM_PAGE.removesuffix("index")):
        return [ACTING["norm/index"]]
    acting = ACTING.get(page.removeprefix(REFERENCE))
    return [acting] if acting else []
