"""Ready letters: the places that a reader's answers, or the situation, fill in."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.fields import fault_of_field, fault_of_value, kind_of
from guide.checks.situations import offered_values
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["check_letters"]

_FILLING = ("choice", "choices", "yes_no", "count")


def check_letters(parsed: ParsedNorm) -> Iterator[Fault]:
    """Places that hang on no field, that know an answer nobody can give, or that their letter does not use."""
    for letter in parsed.nodes("letters", "letters", "*"):
        for name in letter.value.get("places", {}):
            yield from _unused(letter, name)
            yield from _place(parsed, Node(letter.document, (*letter.path, "places", name)))
    yield from _words_without_a_place(parsed)


def _words_without_a_place(parsed: ParsedNorm) -> Iterator[Fault]:
    """Words of a situation for a place that no letter has."""
    if not parsed.sound("letters"):
        return
    places = {name for letter in parsed.nodes("letters", "letters", "*") for name in letter.value.get("places", {})}
    for situation in parsed.nodes("situations", "situations", "*"):
        for name in situation.value.get("in_letters", {}):
            if name not in places:
                placeholder = f"{{{name}}}"
                yield situation.fault("check.words_unplaced", "in_letters", name, at_key=True, placeholder=placeholder)


def _unused(letter: Node, name: str) -> Iterator[Fault]:
    placeholder = f"{{{name}}}"
    for language, text in letter.value["text"].items():
        if placeholder not in text:
            yield letter.fault(
                "check.place_unused", "places", name, at_key=True, placeholder=placeholder, language=language
            )


def _place(parsed: ParsedNorm, place: Node) -> Iterator[Fault]:
    field = place.value["field"]
    yield from fault_of_field(parsed, Node(place.document, (*place.path, "field")), field, _FILLING)
    kind = kind_of(parsed, field)
    if kind is None:
        return
    if kind != "choices" and "none" in place.value:
        yield place.fault("check.none_unfit", "none", at_key=True, kind=kind)
    for index, each in enumerate(place.value["says"]):
        yield from _answer(parsed, Node(place.document, (*place.path, "says", index, "value")), field, each["value"])


def _answer(parsed: ParsedNorm, node: Node, field: str, value: object) -> Iterator[Fault]:
    """Of a count that a page asks for, the answers are those that its question offers."""
    faults = list(fault_of_value(parsed, node, field, value))
    known = offered_values(parsed, field) if kind_of(parsed, field) == "count" else []
    if not faults and known and value not in known:
        faults.append(node.fault("check.value_unknown", field=field, value=value, known=known))
    yield from faults
