"""Atom feed of changes, so that whoever follows the norm hears of the next one.

Addresses in it are whole where the site says where it stands (`site_url`), and relative to the feed where it does not.
"""

import uuid
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from assessment.wording import Wording
from guide.pages.element_index import Index
from guide.pages.in_force import changes_of

__all__ = ["FEED", "atom"]

FEED = "wijzigingen.xml"
"""Where the site serves it."""

CHANGES = "naslag/wijzigingen/"

_ATOM = "http://www.w3.org/2005/Atom"
_MIDNIGHT = "T00:00:00Z"


def atom(norm: Mapping[str, Any], wording: Wording, links: Mapping[str, str], site_url: str) -> str:
    """Return the feed.

    Args:
        norm: The checked norm.
        wording: Its words.
        links: Where each element stands, from the root of the site.
        site_url: Where the site stands, ending in a slash; empty if nobody said.
    """
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": wording.language})
    _add(feed, "id", _lasting(norm["id"]))
    _add(feed, "title", wording.message("facts.feed.title"))
    _add(feed, "subtitle", wording.message("facts.feed.subtitle"))
    _add(feed, "updated", norm["checked_on"] + _MIDNIGHT)
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": site_url + CHANGES})
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{site_url}{FEED}"})
    _add(SubElement(feed, "author"), "name", wording.message("pages.site.title"))
    index = Index(dict(norm))
    for change in changes_of(norm, wording):
        feed.append(_entry(norm, wording, index, change, f"{site_url}{links.get(change['id'], CHANGES)}"))
    indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _entry(norm: Mapping[str, Any], wording: Wording, index: Index, change: dict[str, Any], link: str) -> Element:
    entry = Element("entry")
    text = change["said"] if "said" in change else wording.text(change["text"])
    about = wording.message(f"pages.change.{change['about']}")
    _add(entry, "id", _lasting(f"{norm['id']}/{change['id']}"))
    _add(entry, "title", wording.message("facts.feed.entry", {"about": about[:1].upper() + about[1:], "text": text}))
    _add(entry, "updated", change["date"] + _MIDNIGHT)
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": link})
    SubElement(entry, "category", {"term": change["about"], "label": about})
    _add(entry, "summary", " ".join(_summary(wording, index, change, text)))
    return entry


def _summary(wording: Wording, index: Index, change: dict[str, Any], text: str) -> list[str]:
    """Return the text with how firm it is and where it comes from."""
    parts = [text]
    if "note" in change:
        parts.append(wording.text(change["note"]))
    if "standing" in change:
        standing = wording.message(f"view.standing.{change['standing']}")
        sources = [index.get(each)["title"] for each in change.get("sources", [])]
        parts.append(wording.message("facts.feed.grounds", {"standing": standing, "sources": sources}))
    return parts


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _lasting(name: str) -> str:
    """Return an id that stays the same wherever the site stands."""
    return uuid.uuid5(uuid.NAMESPACE_OID, name).urn
