"""What of the norm was in force when: every element and every state of a rule whose era is known, by its begin.

What is in force on a day, the page's script decides as the rules do (`assessment.validity.in_force`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from assessment.renamed_questions import PROFILE
from assessment.validity import states_of
from assessment.wording import Wording
from guide.pages.element_index import Index
from guide.pages.model import Element

__all__ = ["ABOUT", "Dated", "Era", "changes_of", "dated", "eras", "undated"]

ABOUT = ("scheme", "norm", "audit", "cost", "bureaus", "guide")
"""What a change can touch, in the order in which a reader is offered them."""

_BY_KIND = {"rule": "scheme", "theme": "scheme", "rate": "cost", "bureau": "bureaus"}
# The topics whose facts are not about the norm itself.
_BY_TOPIC = {"cost": "cost", "bureaus": "bureaus"} | dict.fromkeys(
    ("visit", "preparing", "result", "documents"), "audit"
)
# A change is an event, a source is no statement, and what is misunderstood is told where it stands itself.
_WITHOUT_ERA = frozenset({"source", "change", "term", "dimension", "rule_group", "score", "misunderstanding"})


@dataclass(frozen=True)
class Dated:
    """Something that held from a day, until a day, or both.

    Attributes:
        element: The id of the element that it is, or is a state of.
        text: What held.
        ground: How firm that is, with what it rests on.
        begin: The first day; empty if nobody says.
        end: The last day; empty while it holds.
        about: What it touches.
        title: What it is called; empty for a fact, which is its text alone.
        subject: The title of the rule that it is a state of; empty for what is no state.
    """

    element: str
    text: str
    ground: Element
    begin: str
    end: str
    about: str
    title: str = ""
    subject: str = ""


@dataclass(frozen=True)
class Era:
    """Everything that began on the same day; an empty day is one that nobody says."""

    begin: str
    parts: tuple[Dated, ...]


def eras(index: Index, wording: Wording) -> list[Era]:
    """Return what is dated by the day on which it began, the latest first."""
    parts = sorted(dated(index, wording), key=lambda each: each.begin, reverse=True)
    return [Era(begin, tuple(each)) for begin, each in groupby(parts, lambda each: each.begin)]


def dated(index: Index, wording: Wording) -> Iterator[Dated]:
    """Yield every part of the norm that pages show and that has a first or a last day."""
    topics = {fact: topic for topic, part in index.norm["topics"].items() for fact in part["facts"]}
    for element_id in index.shown():
        kind, element = index.kinds[element_id], index.get(element_id)
        if kind in _WITHOUT_ERA:
            continue
        about = _BY_KIND.get(kind) or _BY_TOPIC.get(topics.get(element_id, ""), "norm")
        title = _title(element, wording)
        for part in states_of(element):
            if _has_era(part):
                subject = title if "states" in element else ""
                begin, end = part.get("valid_from", ""), part.get("valid_until", "")
                yield Dated(element_id, _text(kind, part, wording), _ground(part), begin, end, about, title, subject)


def undated(index: Index) -> int:
    """Return how many elements that pages show have no known begin or end."""
    parts = (
        part for each in index.shown() if index.kinds[each] not in _WITHOUT_ERA for part in states_of(index.get(each))
    )
    return sum(not _has_era(part) for part in parts)


def changes_of(norm: Mapping[str, Any], wording: Wording) -> list[Element]:
    """Return what changed, the latest first: in the world, and in the norm of this guide itself."""
    changes = [{**change, "id": key} for key, change in norm["changes"].items()]
    return sorted([*changes, *_versions(norm, wording)], key=lambda each: each["date"], reverse=True)


def _versions(norm: Mapping[str, Any], wording: Wording) -> Iterator[Element]:
    """Yield the versions of the norm that have something to tell, as changes; a version is named after its day."""
    history = {entry["version"]: entry for entry in norm.get("history", [])}
    versions = [*({norm["version"]: None} | dict.fromkeys(history))]
    first = min(versions, key=_numbers)
    for version in versions:
        entry = history.get(version, {})
        # A question that answers know by another name is the same to whoever reads it.
        counts = {
            key: sum(not name.startswith(PROFILE) for name in entry.get(key, ()))
            for key in ("renamed", "merged", "changed", "removed")
        }
        if version != first and "text" not in entry and not any(counts.values()):
            continue
        named = "facts.version.first" if version == first else "facts.version.named"
        message = "facts.version.changed" if any(counts.values()) else named
        yield {
            "id": f"version-{version.replace('.', '-')}",
            "date": "-".join(part.zfill(2) for part in version.split(".")),
            "precision": "day",
            "about": "guide",
            "said": wording.message(message, {"version": version, **counts}),
        } | ({"note": entry["text"]} if "text" in entry else {})


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


def _title(element: Element, wording: Wording) -> str:
    """Return what an element is called; a bureau's name is the same in every language."""
    title = element.get("title", "")
    return wording.text(title) if isinstance(title, dict) else str(title)


def _ground(part: Element) -> Element:
    return {key: part[key] for key in ("standing", "sources") if key in part}


def _has_era(part: Element) -> bool:
    return "valid_from" in part or "valid_until" in part


def _text(kind: str, part: Element, wording: Wording) -> str:
    if kind == "rate":
        cents = part["eurocents_per_hour"]
        message = "facts.then.rate" if cents["low"] == cents["high"] else "facts.then.rate_range"
        return wording.message(message, {"low": cents["low"], "high": cents["high"]})
    if kind in {"theme", "bureau", "check"}:
        return wording.message(f"facts.then.kind.{kind}", {"title": wording.text(part["title"])})
    return wording.text(part["text"], part.get("value"))
