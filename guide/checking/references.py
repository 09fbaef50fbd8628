"""References: every id that is named somewhere is the id of something, of the right sort."""

from __future__ import annotations

from collections.abc import Iterator

from guide.draft import Draft, Spot, matches
from guide.faults import Fault
from guide.suggesting import suggestion

__all__ = ["check_references", "dangling"]

# By place in a file ("" for every kind of file): the name space that the id there belongs to.
_REFERENCES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("", ("**", "sources", "*"), "source"),
    ("", ("**", "disagrees_with", "*"), "fact"),
    ("", ("**", "fact"), "fact"),
    ("", ("**", "rests_on", "*"), "element"),
    ("statements", ("statements", "*", "source"), "source"),
    ("statements", ("statements", "*", "element"), "element"),
    ("documents", ("documents", "*", "proves", "*"), "check"),
    ("requirement", ("checks", "*", "documents", "*"), "document"),
    ("profile", ("fields", "*", "explains", "*"), "element"),
    ("profile", ("fields", "*", "group"), "group"),
    ("warnings", ("warnings", "*", "about", "*"), "element"),
    ("glossary", ("terms", "*", "see", "*"), "element"),
    ("exemptions", ("exemptions", "*", "effect", "requirements", "*"), "requirement"),
    ("cost", ("model", "lines", "*", "requirement"), "requirement"),
    ("scheme", ("rules", "*", "group"), "rule_group"),
    ("worth", ("rules", "small", "share"), "rule"),
    ("worth", ("rules", "small", "raised"), "rule"),
    ("worth", ("rules", "small", "ceiling"), "rule"),
    ("worth", ("rules", "medium", "share"), "rule"),
    ("worth", ("rules", "medium", "raised"), "rule"),
    ("worth", ("rules", "medium", "ceiling"), "rule"),
    ("worth", ("rules", "period"), "fact"),
)


def check_references(draft: Draft) -> Iterator[Fault]:
    """Ids that are the id of nothing, or of something else than is meant here."""
    for kind, pattern, space in _REFERENCES:
        for document in draft.documents(*filter(None, (kind,))):
            for path, value in document.walk():
                if isinstance(value, str) and matches(path, pattern):
                    yield from dangling(draft, Spot(document, path), value, space)


def dangling(draft: Draft, spot: Spot, name: str, space: str) -> Iterator[Fault]:
    """A fault if a name is not in a name space whose ids are all known."""
    known = draft.ids(space)
    if name in known or not draft.complete(space):
        return
    meant = suggestion(name, known)
    noun = f"check.noun.{space}"
    if meant:
        yield spot.fault("check.dangling_meant", id=name, noun=noun, meant=meant)
    else:
        yield spot.fault("check.dangling", id=name, noun=noun)
