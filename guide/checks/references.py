"""References: every id that is named somewhere is the id of something, of the right sort."""

from __future__ import annotations

from collections.abc import Iterator

from guide.documents.document import Path
from guide.documents.suggestions import suggestion
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["check_references", "dangling"]

# By key, in any file: the name space that the id there belongs to, or each id of the list there.
_ANYWHERE = {"fact": "fact"}
_LISTED_ANYWHERE = {"sources": "source", "disagrees_with": "fact", "rests_on": "element"}
# By kind of file and place in it.
_REFERENCES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("norm", ("authority", "pages", "*", "source"), "source"),
    ("statements", ("statements", "*", "source"), "source"),
    ("statements", ("statements", "*", "element"), "element"),
    ("documents", ("documents", "*", "proves", "*"), "check"),
    ("requirement", ("checks", "*", "documents", "*"), "document"),
    ("requirement", ("checks", "*", "task"), "document"),
    ("conditions", ("conditions", "*", "task"), "document"),
    ("profile", ("fields", "*", "explains", "*"), "element"),
    ("profile", ("fields", "*", "group"), "group"),
    ("profile", ("opening", "*"), "field"),
    ("warnings", ("warnings", "*", "about", "*"), "element"),
    ("glossary", ("terms", "*", "see", "*"), "element"),
    ("procedure", ("deadlines", "*", "met_by", "step"), "step"),
    ("procedure", ("steps", "*", "after_conditions", "*"), "condition"),
    ("exemptions", ("exemptions", "*", "effect", "requirements", "*"), "requirement"),
    ("cost", ("model", "lines", "*", "requirement"), "requirement"),
    ("scheme", ("rules", "*", "group"), "rule_group"),
    ("scheme", ("figures", "*", "element"), "element"),
    ("situations", ("phases", "*", "steps", "*"), "step"),
    ("situations", ("titles", "*", "document"), "document"),
    ("situations", ("situations", "*", "this_week", "*"), "task"),
    ("situations", ("situations", "*", "later"), "situation"),
    ("situations", ("situations", "*", "lead", "*", "about"), "element"),
    ("situations", ("situations", "*", "why", "*", "about"), "element"),
    ("situations", ("situations", "*", "warnings", "*", "about"), "element"),
    ("situations", ("situations", "*", "papers", "*", "about"), "element"),
    ("situations", ("notes", "cost", "*", "about"), "element"),
    ("situations", ("notes", "duration", "*", "about"), "element"),
    ("situations", ("notes", "documents", "*", "about"), "element"),
    ("warnings", ("warnings", "*", "instead_of", "*"), "warning"),
    ("warnings", ("warnings", "*", "shows", "*"), "rule"),
    ("example", ("teaches", "*"), "element"),
    ("case", ("teaches", "*"), "element"),
    ("case", ("judged", "*", "warns", "*"), "warning"),
    ("case", ("judged", "*", "silent", "*"), "warning"),
    ("case", ("judged", "*", "remarks", "*"), "field"),
    ("misunderstandings", ("misunderstandings", "*", "about", "*"), "element"),
    ("letters", ("letters", "*", "about", "*"), "element"),
    ("templates", ("templates", "*", "documents", "*"), "document"),
    ("templates", ("templates", "*", "sections", "*", "shows", "*"), "rule"),
    ("texts", ("rules", "*", "held_to", "elements", "*"), "element"),
    ("files", ("rules", "*", "held_to", "elements", "*"), "element"),
    ("files", ("rules", "*", "columns", "*"), "file_column"),
    ("files", ("rules", "*", "needs", "*"), "file_column"),
    ("files", ("rules", "*", "over", "*"), "file_column"),
    ("files", ("rules", "*", "at"), "file_column"),
    ("files", ("rules", "*", "held_on", "columns", "*"), "file_column"),
    ("files", ("rules", "*", "unless_found", "*"), "file_rule"),
    ("files", ("evidence", "*", "check"), "check"),
    ("files", ("evidence", "*", "columns", "*"), "file_column"),
    ("norm", ("ask_again", "*"), "fact"),
    ("misunderstandings", ("misunderstandings", "*", "group"), "misunderstanding_group"),
    ("worth", ("rules", "small", "share"), "rule"),
    ("worth", ("rules", "small", "raised"), "rule"),
    ("worth", ("rules", "small", "ceiling"), "rule"),
    ("worth", ("rules", "medium", "share"), "rule"),
    ("worth", ("rules", "medium", "raised"), "rule"),
    ("worth", ("rules", "medium", "ceiling"), "rule"),
    ("worth", ("rules", "period"), "fact"),
    ("worth", ("rules", "starter", "period"), "fact"),
    ("worth", ("rules", "starter", "extension"), "fact"),
    ("worth", ("rules", "no_subsidy", "*", "warning"), "warning"),
)


def check_references(parsed: ParsedNorm) -> Iterator[Fault]:
    """Ids that are the id of nothing, or of something else than is meant here."""
    for node, space in _named(parsed):
        if isinstance(node.value, str):
            yield from dangling(parsed, node, node.value, space)


def _named(parsed: ParsedNorm) -> Iterator[tuple[Node, str]]:
    """Every place where the id of something else stands."""
    for node in parsed.walk():
        space = _space_of(node.path)
        if space:
            yield node, space
    for kind, pattern, space in _REFERENCES:
        for node in parsed.nodes(kind, *pattern):
            yield node, space


def _space_of(path: Path) -> str | None:
    last = path[-1] if path else ""
    if isinstance(last, int):
        return _LISTED_ANYWHERE.get(path[-2]) if len(path) > 1 and isinstance(path[-2], str) else None
    return _ANYWHERE.get(last)


def dangling(parsed: ParsedNorm, node: Node, name: str, space: str) -> Iterator[Fault]:
    """A fault if a name is not in a name space whose ids are all known; either way it is kept that it stands there."""
    parsed.mention(node, name, space)
    if not parsed.lacks(space, name):
        return
    # What was there before is no slip of the pen, and another that looks like it is not meant.
    was_there = any(name in version.value["ids"] for version in parsed.nodes("released"))
    meant = None if was_there else suggestion(name, parsed.ids(space))
    noun = f"check.noun.{space}"
    if was_there:
        yield node.fault("check.dangling_before", id=name, noun=noun)
    elif meant:
        yield node.fault("check.dangling_meant", id=name, noun=noun, meant=meant)
    else:
        yield node.fault("check.dangling", id=name, noun=noun)
