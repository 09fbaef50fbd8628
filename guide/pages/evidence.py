"""What a page rests on: how firm its elements are, which sources they name and how dated those are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guide.pages.element_index import Index
from guide.pages.model import Element
from guide.pages.source_usage import sources_of

__all__ = ["STANDINGS", "Evidence", "counts", "evidence_of"]

STANDINGS = ("official", "bureau", "secondary", "estimate", "not_found")


@dataclass(frozen=True)
class Evidence:
    """What the elements of one page have in common.

    Attributes:
        counts: For each standing that occurs, how many elements have it; the firmest first.
        sources: The sources that the elements name, the firmest first.
        newest: The day of the newest source whose day is known; empty if none is.
        undated: How many of the sources are of a day that is not known.
    """

    counts: Mapping[str, int]
    sources: Sequence[Element]
    newest: str
    undated: int


def evidence_of(index: Index, elements: Sequence[str]) -> Evidence:
    """Return what the elements that a page shows rest on."""
    own = [each for each in elements if index.kinds[each] != "source"]
    named = dict.fromkeys(source for each in own for source in sources_of(index.get(each)))
    sources = sorted((index.get(each) for each in named), key=lambda each: STANDINGS.index(each["standing"]))
    days = [each["published"] for each in sources if each.get("precision") == "day"]
    return Evidence(counts(index, own), sources, max(days, default=""), len(sources) - len(days))


def counts(index: Index, elements: Sequence[str]) -> dict[str, int]:
    """Return how many of these elements have each standing, without those that none has."""
    standings = [standing for each in elements for standing in _standings(index.get(each))]
    return {each: standings.count(each) for each in STANDINGS if each in standings}


def _standings(element: Element) -> list[str]:
    """Return an element's standing; a rule of the scheme has one for each of its states."""
    return [each["standing"] for each in (element, *element.get("states", [])) if "standing" in each]
