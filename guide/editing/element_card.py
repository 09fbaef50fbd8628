"""Card of an element: what it says, where it stands, who names it and which pages show it, as lines to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from guide.catalogue import LANGUAGE
from guide.editing.mentions import Place
from guide.editing.open_norm import OpenNorm
from guide.editing.prose import places_in_prose
from guide.norm.parsed import Node
from guide.pages.model import Pages
from guide.pages.site_map import url_of

__all__ = ["card_of"]

# As much of a text as tells which one it is.
_SHOWN = 160
_INDENT = "  "


def card_of(norm: OpenNorm, name: str, messages: Mapping[str, str], pages: Pages | None) -> list[str]:
    """Everything that a maintainer asks about an element.

    Args:
        norm: The norm.
        name: The id.
        messages: The catalogue.
        pages: The pages of the guide, where they are of this norm.

    Raises:
        EditError: Nothing has the id.
    """
    card = _Card(norm, messages)
    space, node = norm.find(name)
    return [
        *card.head(name, space, node),
        *card.named(norm.mentions(name, space)),
        *card.in_prose(name),
        *(card.shown(name, pages) if pages else ()),
        *card.past(name),
    ]


class _Card:
    """The parts of a card."""

    def __init__(self, norm: OpenNorm, messages: Mapping[str, str]) -> None:
        self._norm = norm
        self._messages = messages

    def _say(self, message: str, **values: object) -> str:
        return self._messages[f"editing.show.{message}"].format(**values)

    def head(self, name: str, space: str, node: Node) -> Iterator[str]:
        """What it is and says, and where."""
        noun = self._messages.get(f"check.noun.{space}", self._messages["check.noun.element"])
        yield self._say("name", id=name, noun=noun)
        for key in ("title", "term", "text", "question"):
            if key in node.value:
                yield _INDENT + self._say(key, text=_short(node.value[key]))
        for line in self._grounds(node.value):
            yield _INDENT + line
        yield _INDENT + self._say("stands", where=node.where)

    def _grounds(self, value: Mapping[str, Any]) -> Iterator[str]:
        if "standing" in value:
            standing = str(value["standing"])
            yield self._say("standing", standing=self._messages.get(f"view.standing.{standing}", standing))
        if isinstance(value.get("sources"), list):
            yield self._say("sources", sources=", ".join(map(str, value["sources"])))
        for key in ("valid_from", "valid_until"):
            if key in value:
                yield self._say(key, day=value[key])

    def named(self, places: list[Place]) -> Iterator[str]:
        """Who names it, by file."""
        yield self._say("named" if places else "unnamed", number=len(places))
        for _, group in groupby(places, key=lambda place: place.document.name):
            for place in group:
                yield f"{_INDENT}{place.document.name}:{place.line}: {place.document.spell(place.path)}"

    def in_prose(self, name: str) -> Iterator[str]:
        """The hand-written pages that name it."""
        places = places_in_prose(self._norm.prose, name) if self._norm.prose else ()
        yield from dict.fromkeys(f"{_INDENT}{place.file.as_posix()}:{place.line}" for place in places)

    def shown(self, name: str, pages: Pages) -> Iterator[str]:
        """The pages on which it stands in full, and those that quote it."""
        addresses = [f"{url_of(page)}#{name}" for page in pages.anchors.get(name, ())]
        quoting = [url_of(page) for page, names in pages.quoted.items() if name in names]
        yield self._say("pages" if addresses or quoting else "no_pages")
        for address in dict.fromkeys([*addresses, *quoting]):
            yield f"{_INDENT}{address or './'}"

    def past(self, name: str) -> Iterator[str]:
        """What the history says of it."""
        versions = [node.value["version"] for node in self._norm.parsed.nodes("released") if name in node.value["ids"]]
        if versions:
            yield self._say("released", versions=", ".join(versions))
        for node in self._norm.parsed.nodes("norm", "history", "*"):
            for old, new in node.value.get("renamed", {}).items():
                if name == new:
                    yield self._say("was_called", id=old, version=node.value["version"])
            if name in node.value.get("merged", {}):
                olds = ", ".join(node.value["merged"][name])
                yield self._say("was_merged", ids=olds, version=node.value["version"])
            if name in node.value.get("changed", ()):
                yield self._say("was_changed", version=node.value["version"])


def _short(text: Any) -> str:
    """A text, or the text of our language, as far as one is there: who is busy writing has not written all."""
    own = text.get(LANGUAGE, "") if isinstance(text, Mapping) else text
    shown = " ".join(str(own).split())
    return shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…"
