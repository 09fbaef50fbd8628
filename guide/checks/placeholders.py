"""Texts of the norm: their placeholders stand for figures that are there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from string import Formatter
from typing import Any

from guide.catalogue import LANGUAGE
from guide.checks.references import dangling
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["check_texts"]

# Texts that an answer is put into.
_CLAUSES = ("clause", "clause_not")
# Figures that the rules work out for a situation, in what its page begins with.
_RECKONED = ("price", "duration")


def check_texts(parsed: ParsedNorm) -> Iterator[Fault]:
    """Placeholders that cannot be filled in, and figures that their own text does not use."""
    own = {id(document) for document in parsed.documents("quiz", "texts", "files")}
    for node in parsed.walk():
        if id(node.document) in own and node.path[:1] in {("questions",), ("rules",), ("evidence",)}:
            continue  # the practice test, the text check and the file check have placeholders of their own
        if _is_text(node):
            for language in node.value:
                yield from _placeholders(parsed, Node(node.document, (*node.path, language)))
        elif isinstance(node.value, dict) and _is_figure(node.value.get("value")):
            yield from _unused(node)


def _is_text(node: Node) -> bool:
    return isinstance(node.value, dict) and isinstance(node.value.get(LANGUAGE), str)


def _is_figure(value: Any) -> bool:
    return isinstance(value, dict) and "unit" in value


def _placeholders(parsed: ParsedNorm, node: Node) -> Iterator[Fault]:
    try:
        parts = list(Formatter().parse(node.value))
    except ValueError:
        yield node.fault("check.brace")
        return
    for _, name, kind, _ in parts:
        if name is not None:
            yield from _placeholder(parsed, node, name, kind or "")


def _placeholder(parsed: ParsedNorm, node: Node, name: str, kind: str) -> Iterator[Fault]:
    if name == "answer" and not kind and node.path[-2] in _CLAUSES:
        return
    if name in _RECKONED and not kind and node.path[0] == "situations" and "lead" in node.path:
        return
    if not kind and name in _places(node):
        return
    if "." in name and node.path[0] == "readings":
        return  # a bar of the reading, see `reading_numbers`
    if name == "value" and not kind:
        yield from _own_figure(node)
    elif name == "fact" and kind:
        yield from dangling(parsed, node, kind, "fact")
        yield from _figure_of(parsed, node, kind)
    else:
        written = f"{name}:{kind}" if kind else name
        yield node.fault("check.placeholder_unknown", placeholder=f"{{{written}}}")


def _places(node: Node) -> Collection[str]:
    """The places of a letter that answers fill in, where this is its text."""
    owner = node.document.at(node.path[:-2])
    is_letter = node.path[0] == "letters" and node.path[-2] == "text" and isinstance(owner, dict)
    return owner.get("places", {}) if is_letter else ()


def _own_figure(node: Node) -> Iterator[Fault]:
    owner = node.document.at(node.path[:-2])
    if not (isinstance(owner, dict) and _is_figure(owner.get("value"))):
        yield node.fault("check.placeholder_no_value")


def _figure_of(parsed: ParsedNorm, node: Node, name: str) -> Iterator[Fault]:
    fact = parsed.elements("fact").get(name)
    if fact and "value" not in fact.value:
        yield node.fault("check.fact_no_value", fact=name)


def _unused(node: Node) -> Iterator[Fault]:
    for language, text in node.value.get("text", {}).items():
        if "{value}" not in text:
            yield node.fault("check.value_unused", "text", language)
