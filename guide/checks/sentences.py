"""Sentences for people: what hangs on several answers is told in one, and what comes later says to whom."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.askers import asker_of
from assessment.predicates import fields_of
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["check_sentences"]

# By kind of file and place in it: the predicate, and the text that says the same.
_TOLD = (
    ("documents", ("documents", "*"), "needed_when", "needed_text"),
    ("procedure", ("steps", "*"), "applies_when", "applies_text"),
    ("procedure", ("deadlines", "*"), "applies_when", "applies_text"),
    ("conditions", ("conditions", "*"), "applies_when", "applies_text"),
    ("exemptions", ("exemptions", "*"), "applies_when", "applies_text"),
    ("cost", ("model", "lines", "*"), "applies_when", "applies_text"),
)


def check_sentences(parsed: ParsedNorm) -> Iterator[Fault]:
    """Predicates on several answers without a sentence, and documents of later that are asked now or of nobody."""
    for kind, pattern, predicate, text in _TOLD:
        for node in parsed.nodes(kind, *pattern):
            if text not in node.value and len(set(fields_of(node.value.get(predicate)))) > 1:
                yield node.fault("check.no_sentence", predicate, at_key=True, key=text)
    for node in parsed.nodes("documents", "documents", "*"):
        yield from _later(node)
        yield from _asked(node)


def _later(node: Node) -> Iterator[Fault]:
    if ("moment" in node.value) != ("later_when" in node.value):
        given, missing = ("moment", "later_when") if "moment" in node.value else ("later_when", "moment")
        yield node.fault("check.later_half", given, at_key=True, missing=missing)


def _asked(node: Node) -> Iterator[Fault]:
    """Who asks for a document is no firmer than what says so."""
    asked, standing = asker_of(node.value), node.value["standing"]
    if asked in {"official", "bureau"} and asked != standing:
        yield node.fault("check.asked_by_nobody", "asked_by", asked=asked, standing=standing)
