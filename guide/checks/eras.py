"""Eras: what holds today cites nothing of another day, and a rate has its figure and its days from its fact."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from assessment.validity import in_force, state_before, state_in_force
from guide.catalogue import LANGUAGE
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm, matches
from guide.norm.places import Pattern
from guide.validation.schemas import may_have

__all__ = ["check_eras"]

# Where the figure or the words of something else are shown as they are today, at the end of any path.
_ANYWHERE: tuple[Pattern, ...] = (("**", "fact"), ("**", "rests_on", "*"), ("**", "figure_of"))
# By kind of file and place in it. What a term or a misunderstanding leads to may be history: it is shown with its era.
_CITING: tuple[tuple[str, Pattern], ...] = (
    ("scheme", ("figures", "*", "element")),
    ("warnings", ("warnings", "*", "about", "*")),
    ("example", ("teaches", "*")),
    ("texts", ("rules", "*", "held_to", "elements", "*")),
    ("files", ("rules", "*", "held_to", "elements", "*")),
    ("worth", ("rules", "small", "*")),
    ("worth", ("rules", "medium", "*")),
    ("warnings", ("warnings", "*", "shows", "*")),
    ("letters", ("letters", "*", "about", "*")),
    ("templates", ("templates", "*", "sections", "*", "shows", "*")),
)
# What a page shows of today without its era; the rules look at what others name on the day of the answers.
_SHOWN: tuple[tuple[str, Pattern], ...] = (
    ("norm", ("ask_again", "*")),
    ("profile", ("fields", "*", "explains", "*")),
    ("situations", ("situations", "*", "lead", "*", "about")),
    ("situations", ("situations", "*", "why", "*", "about")),
    ("situations", ("situations", "*", "warnings", "*", "about")),
    ("situations", ("notes", "*", "*", "about")),
)
_LINK = "element:"
# Files whose texts are about the past, or that have a check of their own. A statement is what a source said then.
_APART = frozenset({"changes", "quiz", "statements", "released"})


def check_eras(parsed: ParsedNorm) -> Iterator[Fault]:
    """What is cited as if it held today, though it does not, and rates with two figures or none."""
    for today in parsed.days():
        for node, name in _cited(parsed):
            if _holds(node, today.value):
                yield from _not_today(parsed, node, name, today.value, is_shown=_is_shown(node, name))
        for kind, pattern in _SHOWN:
            for node in _children(parsed, kind, pattern):
                yield from _not_today(parsed, node, node.value, today.value, is_shown=True)
    for rate in parsed.nodes("cost", "rates", "*"):
        yield from _figure(parsed, rate)
        yield from _outlived(parsed, rate)


def _cited(parsed: ParsedNorm) -> Iterator[tuple[Node, str]]:
    """Every place that shows something else of the norm, with the id of that."""
    apart = {document.name for document in parsed.documents(*_APART)}
    for node in parsed.walk():
        if node.document.name not in apart and isinstance(node.value, str):
            yield from ((node, name) for name in _named_in_text(node))
            if any(pattern[-1] in {"*", node.path[-1]} and matches(node.path, pattern) for pattern in _ANYWHERE):
                yield node, node.value
            elif node.value.startswith(_LINK):
                yield node, node.value.removeprefix(_LINK)
    for kind, pattern in _CITING:
        yield from ((node, node.value) for node in _children(parsed, kind, pattern))


def _named_in_text(node: Node) -> list[str]:
    """The facts whose figures a text asks for; a text that cannot be read is the business of another check."""
    if node.path[-1:] != (LANGUAGE,) or "{fact:" not in node.value:
        return []
    try:
        return [kind for _, name, kind, _ in Formatter().parse(node.value) if name == "fact" and kind]
    except ValueError:
        return []


def _children(parsed: ParsedNorm, kind: str, pattern: Pattern) -> Iterator[Node]:
    """What a pattern finds; its last step may also stand for every key."""
    for document in parsed.documents(kind):
        for path, value in document.walk():
            alike = len(path) == len(pattern) and all(b in {"*", a} for a, b in zip(path, pattern, strict=True))
            if alike and isinstance(value, str):
                yield Node(document, path)


def _holds(node: Node, today: str) -> bool:
    """Whether what a node is part of holds today."""
    owners = (node.document.at(node.path[:depth]) for depth in range(len(node.path)))
    return all(in_force(owner, today) for owner in owners if isinstance(owner, dict))


def _is_shown(node: Node, name: str) -> bool:
    """Whether a text says it of today; the rules look at what they name on the day of the answers."""
    return name != node.value and not node.value.startswith(_LINK)


def _not_today(parsed: ParsedNorm, node: Node, name: str, today: str, *, is_shown: bool) -> Iterator[Fault]:
    element = parsed.elements("element").get(name)
    if element is None or state_in_force(element.value, today):
        return
    ended = state_before(element.value, today)
    if ended:
        message = "check.cites_past" if _may_have(parsed, node, "valid_until") else "check.cites_past_here"
        yield node.fault(message, id=name, until=ended["valid_until"], today=today, where=element.where)
    elif is_shown:
        message = "check.cites_future" if _may_have(parsed, node, "valid_from") else "check.cites_future_here"
        yield node.fault(message, id=name, today=today, where=element.where)


def _may_have(parsed: ParsedNorm, node: Node, key: str) -> bool:
    """Whether what a node is part of may begin or end, as what it cites does."""
    return may_have(parsed.kind_of(node.document), node.path, key)


def _figure(parsed: ParsedNorm, rate: Node) -> Iterator[Fault]:
    """A rate takes its figure from its fact, or has one of its own if the fact has none."""
    fact = parsed.elements("fact").get(rate.value["fact"])
    if fact is None:
        return
    value, own = fact.value.get("value", {}), rate.value.get("eurocents_per_hour")
    if "amount" in value:
        if own:
            yield rate.fault("check.rate_twice", "eurocents_per_hour", at_key=True, fact=rate.value["fact"])
    elif own and "low" in value and (own["low"], own["high"]) != (value["low"], value["high"]):
        ends = {"low": value["low"], "high": value["high"]}
        yield rate.fault("check.rate_unlike", "eurocents_per_hour", at_key=True, fact=rate.value["fact"], **ends)
    elif not own:
        yield rate.fault("check.rate_no_figure", fact=rate.value["fact"])


def _outlived(parsed: ParsedNorm, rate: Node) -> Iterator[Fault]:
    """A rate holds no longer than the fact that it rests on, and not before it; the first rate is of any day before."""
    fact = parsed.elements("fact").get(rate.value["fact"])
    if fact is None:
        return
    until, start = fact.value.get("valid_until"), fact.value.get("valid_from")
    if until and rate.value.get("valid_until", "9999") > until:
        yield rate.fault("check.rate_outlives", "fact", fact=rate.value["fact"], until=until, where=fact.where)
    if start and rate.value.get("valid_from", start) < start:
        yield rate.fault("check.rate_early", "valid_from", fact=rate.value["fact"], start=start, where=fact.where)
