"""Search index: brings the right page first, by other words for what a page is about, and less weight for reference.

Words are found whatever their accents and the marks around them (`frontend/guide-pages/search-words.ts`).

The theme's search knows the words that stand on a page, and the titles most of all. People ask in words of their own:
"prijs" where a page says "kost". Such words are given to each page in a field that only the search reads. They come
from the message catalogue (`search.<page>`), in words of the reader's language.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from material.plugins.search.plugin import Element  # type: ignore[import-untyped] # comes without types

from guide import paths
from guide.pages import Pages
from guide.pages.site_map import REFERENCE, SITUATIONS_PAGE, is_reference, url_of
from guide.runtime import Bundle, search_language

__all__ = ["FIELD", "INDEX", "add_search_terms", "exclude_to_the_end", "normalise_words", "search_terms"]

INDEX = "search/search_index.json"
FIELD = "terms"
# What the theme's search knows of a language; the search runs it in its worker.
LANGUAGE = "assets/javascripts/lunr/min/lunr.{language}.min.js"
# A page's other words weigh more than titles (a thousand): each is there to lead to that page.
WEIGHT = 100_000
# Pages that name everything would come first for anything.
NAMING_ALL = frozenset(f"{REFERENCE}{each}" for each in ("begrippen", "bronnen", "over", "wijzigingen"))
# Naslag says everything at length; who searches mostly wants to know what to do.
LESS, LEAST = 0.3, 0.1
# Situations say again what has its place elsewhere: they are found by what they are about.
REPEATING = SITUATIONS_PAGE.removesuffix("index")
# Headings within what is excluded are found by the theme all the same: those of the parts that a script shows.
PARTS = ("kmop-", "part-")
# Of many questions on a page, the one that has the word is what somebody looks for.
QUESTIONS = "vragen/"


def exclude_to_the_end() -> None:
    """Let what is excluded from the search be so to its end.

    The theme takes two elements for one when their tags are alike, and so ends what is excluded where the first element
    of the same kind within it ends.
    """

    def is_same(self: Element, other: object) -> bool:
        return self is other if isinstance(other, Element) else bool(self.tag == other)

    Element.__eq__ = is_same


def search_terms(page: str, messages: Mapping[str, str]) -> list[str]:
    """Return the other words for a page, in the order of the catalogue.

    Args:
        page: the page's id.
        messages: the message catalogue.
    """
    return messages.get(f"search.{page.removesuffix('/index')}", "").split()


def add_search_terms(site: Path, pages: Pages, messages: Mapping[str, str]) -> None:
    """Give the finished search index of a site its other words and weights, and leave out sections that repeat.

    A page gets its other words once, and not again in its sections; reference pages weigh less. Sections that say what
    has its place on another page, or that a script shows, are left out.

    Args:
        site: the folder of the site.
        pages: its pages.
        messages: the message catalogue.
    """
    path = site / INDEX
    index = json.loads(path.read_text("utf-8"))
    index["config"]["fields"][FIELD] = {"boost": WEIGHT}
    ids = {url_of(page): page for page in pages.pages}
    index["docs"] = list(_indexed(index["docs"], ids, messages))
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8", newline="\n")


def normalise_words(site: Path, language: str, messages: Mapping[str, str]) -> None:
    """Let the search take words of pages and of questions alike.

    Args:
        site: the folder of the site.
        language: its language.
        messages: the message catalogue, for what may go wrong.

    Raises:
        RuntimeFault: the script cannot be bundled.
    """
    path = site / LANGUAGE.format(language=language)
    if not path.is_file():  # the search knows this language by itself, or not at all, and asks for no script
        return
    script = search_language(Bundle(paths.FRONTEND, paths.NODE_MODULES, ""), language, messages)
    path.write_text(f"{path.read_text('utf-8')}\n;{script}", encoding="utf-8", newline="\n")


def _indexed(
    docs: list[dict[str, Any]], ids: Mapping[str, str], messages: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    for doc in docs:
        url, _, section = doc["location"].partition("#")
        page = ids.get(url, "")
        if section and (page.startswith(REPEATING) or section.startswith(PARTS)):
            continue
        terms = search_terms(page, messages)
        if page.startswith(QUESTIONS):
            titled = set(re.findall(r"[\w-]+", doc["title"].lower()))
            terms = [each for each in terms if each in titled]
        elif section:
            terms = []
        yield doc | ({FIELD: terms} if terms else {}) | (_weight(page))


def _weight(page: str) -> dict[str, float]:
    """Return what a page counts for beside others; one of the guide counts whole."""
    if page in NAMING_ALL:
        return {"boost": LEAST}
    return {"boost": LESS} if is_reference(page) else {}
