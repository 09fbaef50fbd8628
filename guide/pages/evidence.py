"""What a page rests on: how firm its elements are, which sources they name and how dated those are."""

from collections.abc import Mapping, Sequence

from guide.pages.element_index import Index
from guide.pages.marks import KINDS, mark_of
from guide.pages.model import Element
from guide.pages.source_usage import sources_of

__all__ = ["STANDINGS", "counts", "firm_sources", "newest", "newest_official", "sources_named"]

STANDINGS = ("official", "bureau", "secondary", "estimate", "not_found")


def sources_named(index: Index, elements: Sequence[str]) -> list[Element]:
    """Return the sources that elements name, the firmest first."""
    own = [each for each in elements if index.kinds[each] != "source"]
    named = dict.fromkeys(source for each in own for source in sources_of(index.get(each)))
    return sorted((index.get(each) for each in named), key=lambda each: STANDINGS.index(each["standing"]))


def newest_official(sources: Sequence[Element]) -> tuple[str, str]:
    """Return the day of the newest official source, and how much of that day is known.

    Empty if none is dated, or if one without a date is newer than all that are: "then or later" says nothing.
    """
    official = [each for each in sources if each["standing"] == "official"]
    day, precision = newest(official)
    bound = max((each.get("not_before", "") for each in official), default="")
    return ("", "") if bound[:4] > day[:4] else (day, precision)


def newest(sources: Sequence[Element]) -> tuple[str, str]:
    """Return the day of the newest dated source, and how much of that day is known; empty if none is dated."""
    latest = max(sources, key=lambda each: str(each.get("published", "")), default={})
    return latest.get("published", ""), latest.get("precision", "day")


def firm_sources(part: Element, sources: Mapping[str, Element]) -> list[Element]:
    """Return the sources of a statement that are themselves as firm as it is."""
    firm = STANDINGS.index(part["standing"])
    named = (sources[each] for each in part.get("sources", ()))
    return [each for each in named if STANDINGS.index(each["standing"]) <= firm]


def counts(index: Index, elements: Sequence[str]) -> dict[str, int]:
    """Return how many of these elements have each kind of mark, without those that none has."""
    sources = index.norm["sources"]
    found = [mark_of(part, sources) for each in elements for part in _parts(index.get(each))]
    return {kind: found.count(kind) for kind in KINDS if kind in found}


def _parts(element: Element) -> list[Element]:
    """Return an element; of a rule of the scheme, each of its states besides."""
    return [element, *element.get("states", [])]
