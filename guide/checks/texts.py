"""The text check: patterns can be read, claims are held to what is there, and every example comes out as it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.texts.finding import Reading, found_in
from assessment.texts.patterns import PatternError, pattern_of, phrases_of
from assessment.texts.readable import read_plain
from assessment.texts.rules import AROUND, text_rules
from assessment.texts.vocabulary import Vocabulary
from assessment.validity import states_of
from guide.checks.held_figures import check_sentences, is_held
from guide.faults import Fault
from guide.norm.assemble import texts_of
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["check_text_rules"]

_READ = {"patterns": pattern_of, "lacks": pattern_of} | dict.fromkeys(AROUND, phrases_of)
_WRONG = {
    "bounds": "check.text_pattern_bounds",
    "empty": "check.text_pattern_empty",
    "figure": "check.text_figure_unknown",
    "list": "check.text_list_unknown",
    "phrases": "check.text_list_phrases",
}
_EXAMPLES = {"found": "check.text_example_found", "not_found": "check.text_example_not_found"}
_DEFAULT_KIND = "page"


def check_text_rules(parsed: ParsedNorm) -> Iterator[Fault]:
    """Patterns that cannot be read, claims held to nothing, texts without their figures, examples that fail."""
    lists = {name: words for node in parsed.nodes("texts", "words") for name, words in node.value.items()}
    faults = [*_lists_twice(parsed), *_unreadable(parsed, lists)]
    yield from faults
    for today in parsed.days():
        for node in parsed.nodes("texts", "rules", "*"):
            yield from _held(parsed, node)
            yield from check_sentences(parsed, node, today.value, _fills_in, "check.text_placeholder")
        if not faults and parsed.sound("texts"):
            yield from _examples(parsed, today.value)


def _lists_twice(parsed: ParsedNorm) -> Iterator[Fault]:
    first: dict[str, Node] = {}
    for node in parsed.nodes("texts", "words"):
        for name in node.value:
            if name in first:
                yield node.fault("check.text_list_twice", name, at_key=True, list=name, where=first[name].where)
            first.setdefault(name, Node(node.document, (*node.path, name)))


def _unreadable(parsed: ParsedNorm, lists: Mapping[str, list[str]]) -> Iterator[Fault]:
    for node in [*parsed.nodes("texts", "rules", "*"), *parsed.nodes("texts")]:
        for key in set(_READ) & set(node.value):
            for index, written in enumerate(node.value[key]):
                try:
                    _READ[key](written, lists)
                except PatternError as error:
                    if error.wrong == "list" and not parsed.sound("texts"):
                        continue  # it may stand in a file at fault
                    yield node.fault(_WRONG[error.wrong], key, index, what=error.what)


def _held(parsed: ParsedNorm, node: Node) -> Iterator[Fault]:
    """A claim that is compared has a figure, and so has what it is held to; what began then did begin then."""
    held = node.value.get("held_to", {})
    elements = parsed.elements("element")
    known = [elements[name].value for name in held.get("elements", ()) if name in elements]
    states = [state for element in known for state in states_of(element)]
    if "compare" in held:
        for index, written in enumerate(node.value.get("patterns", [""])):
            if "{" not in written:
                yield node.fault("check.text_nothing_to_compare", "patterns", index)
        if states and not any("amount" in state.get("value", {}) for state in states):
            yield node.fault("check.text_no_figure", "held_to", "elements")
    if "since" in held and states and held["since"] not in {state.get("valid_from") for state in states}:
        yield node.fault("check.text_since", "held_to", "since", day=held["since"])


def _fills_in(kind: str, name: str) -> bool:
    """Whether a placeholder stands for what the text says."""
    return kind == "found" and not name


def _examples(parsed: ParsedNorm, today: str) -> list[Fault]:
    """Run each rule alone over its examples, unless these rules are known to find what they should."""
    texts = [document.data for document in parsed.documents("texts")]
    held = _held_to(parsed)
    return parsed.check_once("text-examples", lambda: [today, texts, held], lambda: list(_failing(parsed, held, today)))


def _held_to(parsed: ParsedNorm) -> dict[str, Any]:
    """What the rules hold texts to, by id: nothing else of the norm decides what they find."""
    rules = [node.value for node in parsed.nodes("texts", "rules", "*")]
    named = {name for rule in rules for name in rule.get("held_to", {}).get("elements", ())}
    return {name: node.value for name, node in sorted(parsed.elements("element").items()) if name in named}


def _failing(parsed: ParsedNorm, held: Mapping[str, Any], today: str) -> Iterator[Fault]:
    texts = texts_of(document.data for document in parsed.documents("texts"))
    rules, words = {rule.data["id"]: rule for rule in text_rules(texts)}, Vocabulary(texts["reading"])
    for node in parsed.nodes("texts", "rules", "*"):
        if not is_held(node, held):
            continue
        rule, examples = rules[node.value["id"]], node.value["examples"]
        kind = node.value.get("kinds", [_DEFAULT_KIND])[0]
        reading = Reading(kind, examples.get("date", today), held.get, words)
        for key, message in _EXAMPLES.items():
            for index, text in enumerate(examples.get(key, ())):
                found, _ = found_in(read_plain(text), [rule], reading)
                if bool(found) != (key == "found"):
                    yield node.fault(message, "examples", key, index)
