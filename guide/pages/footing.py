"""What a page rests on: how firm its elements are, which sources they name and how dated those are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from guide.pages.contents import url_of
from guide.pages.elements import Index
from guide.pages.model import Element, Norm
from guide.pages.speech import Speech
from guide.pages.usage import sources_of

__all__ = ["STANDINGS", "Footing", "counts", "footing", "report_address", "report_text"]

STANDINGS = ("official", "bureau", "secondary", "estimate")


@dataclass(frozen=True)
class Footing:
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


def footing(index: Index, shown: Sequence[str]) -> Footing:
    """Return what the elements that a page shows rest on."""
    own = [each for each in shown if index.kinds[each] != "source"]
    named = dict.fromkeys(source for each in own for source in sources_of(index.get(each)))
    sources = sorted((index.get(each) for each in named), key=lambda each: STANDINGS.index(each["standing"]))
    days = [each["published"] for each in sources if "published" in each]
    return Footing(counts(index, own), sources, max(days, default=""), len(sources) - len(days))


def counts(index: Index, elements: Sequence[str]) -> dict[str, int]:
    """Return how many of these elements have each standing, without those that none has."""
    standings = [standing for each in elements for standing in _standings(index.get(each))]
    return {each: standings.count(each) for each in STANDINGS if each in standings}


def _standings(element: Element) -> list[str]:
    """Return an element's standing; a rule of the scheme has one for each of its states."""
    return [each["standing"] for each in (element, *element.get("states", [])) if "standing" in each]


def report_text(norm: Norm, speech: Speech, page: str, title: str) -> str:
    """Return what a reader who found an error can send, begun for one page."""
    place = "/" + url_of(page)
    return speech.say("facts.report.text", title=title, page=place, norm=norm["id"], version=norm["version"])


def report_address(norm: Norm, speech: Speech, title: str, text: str) -> str:
    """Return the address that opens a report with this text in it; empty where the norm names no place for reports."""
    place: str = norm.get("issues_url", "")
    if not place:
        return ""
    asked = {"title": speech.say("facts.report.subject", title=title), "body": text}
    return f"{place}{'&' if '?' in place else '?'}{urlencode(asked, quote_via=quote)}"
