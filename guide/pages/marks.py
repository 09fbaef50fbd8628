"""Marks: the few quiet words beside a statement that say how firm it is, where that is not what law or agency say."""

from collections.abc import Mapping, Sequence

from guide.pages.model import Element

__all__ = ["KINDS", "mark_of"]

OFFICIAL, ANONYMOUS, OWN = "official", "anonymous", "own"
KINDS = (OFFICIAL, "bureau", ANONYMOUS, "secondary", OWN, "estimate", "not_found")
"""The kinds of marks, the firmest first; what is official has none on pages."""


def mark_of(part: Element, sources: Mapping[str, Element]) -> str:
    """Return the kind of mark of an element or a part of one; empty for what has no standing.

    Args:
        part: What has a standing, and sources unless it is our own.
        sources: All sources, by id.
    """
    standing: str = part.get("standing", "")
    if part.get("wording") == OWN:
        return OWN  # a word that we explain: nothing of it is reckoned
    if standing == "secondary" and _is_anonymous(part.get("sources", ()), sources):
        return ANONYMOUS
    return standing


def _is_anonymous(named: Sequence[str], sources: Mapping[str, Element]) -> bool:
    """Tell whether all rests on one source whose author stays unnamed: it has no address to look it up at."""
    return len(named) == 1 and "url" not in sources[named[0]]
