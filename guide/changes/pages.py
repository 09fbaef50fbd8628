"""Pages of the guide that show an element, or quote it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from guide import paths
from guide.catalogue import LANGUAGE
from guide.disk_cache import Cache
from guide.host import read_host
from guide.pages.model import Pages, PagesError
from guide.pages.render import render_pages

__all__ = ["pages_by_element", "with_pages"]

Record = dict[str, Any]


def pages_by_element(norm: Record, messages: Mapping[str, str], cache: Cache) -> dict[str, list[str]] | None:
    """Return the titles of the pages that show each element, by its id; nothing where no guide can be made of the norm.

    Args:
        norm: A checked norm. Pages hold prose that was written for one norm, and does not go with every other.
        messages: The message catalogue.
        cache: Where the pages are found again.
    """
    host, _ = read_host(cache=cache)
    try:
        pages = render_pages(norm, messages, paths.DOCS / LANGUAGE, cache=cache, host=host)
    except (PagesError, LookupError, OSError):  # prose and catalogue go with our own norm, and may not be here at all
        return None
    return _titles(pages)


def _titles(pages: Pages) -> dict[str, list[str]]:
    shown: dict[str, dict[str, str]] = {}
    pairs = [(name, page) for name, found in pages.anchors.items() for page in found]
    pairs += [(name, page) for page, names in pages.quoted.items() for name in names]
    for name, page in pairs:
        shown.setdefault(name, {})[page] = pages.pages[page].title
    return {name: [title for page, title in found.items()] for name, found in shown.items()}


def with_pages(changes: Iterable[Record], shown: Mapping[str, list[str]] | None) -> list[Record]:
    """Return changes with the pages that show them; nothing is said of pages where that is not known."""
    if shown is None:
        return [*changes]
    return [each | {"pages": shown.get(each["id"], [])} for each in changes]
