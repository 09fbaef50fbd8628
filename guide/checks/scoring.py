"""Scoring: a whole scale, three readings from strict to lenient, and the laws that each must keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assessment.rules.scoring import READINGS, RESULTS, VERDICTS
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["check_scoring"]

_SCALE = ("B", "G", "T", "V")
# The verdicts of an audit that took place; each has its page.
_OUTCOMES = ("positive", "conditional", "negative")
# What these lists hold, in this order.
_IN_ORDER = {"scale": _SCALE, "readings": READINGS}
# What these lists must hold at least, and what the rules can conclude at most.
_CONTENTS = {
    "dimensions": (("conformity", "demonstrability"), ("conformity", "demonstrability")),
    "requirement_results": (("passed", "deliberated", "exempt", "failed"), RESULTS),
    "verdicts": (_OUTCOMES, VERDICTS),
}
# The parameters of a reading, and whether more of it is more lenient (+1) or stricter (-1).
_PARAMETERS = (
    ("sufficient", "better", -1),
    ("sufficient", "lesser", -1),
    ("deliberation", "points_at_most", 1),
    ("deliberation", "lowest_score", -1),
    ("conditional", "failed_at_most", 1),
    ("conditional", "passed_at_least", -1),
)


def check_scoring(parsed: ParsedNorm) -> Iterator[Fault]:
    """Lists that miss something, readings out of order, and readings that break a law."""
    for name, wanted in _IN_ORDER.items():
        for node in parsed.nodes("scoring", name):
            given = [item["id"] for item in node.value]
            if given != list(wanted):
                yield node.fault("check.list_in_order", wanted=wanted, given=given)
    for name, (needed, known) in _CONTENTS.items():
        for node in parsed.nodes("scoring", name):
            yield from _contents(node, needed, known)
    for node in parsed.nodes("scoring", "readings"):
        if [reading["id"] for reading in node.value] == list(READINGS):
            yield from _out_of_order(node)
        for index in range(len(node.value)):
            yield from _laws(Node(node.document, (*node.path, index)))
    for node in parsed.nodes("scoring", "scan", "spans"):
        yield from _spans_out_of_order(node)
    yield from _verdicts_without_outcome(parsed)


def _contents(node: Node, needed: Sequence[str], known: Sequence[str]) -> Iterator[Fault]:
    given = [item["id"] for item in node.value]
    for name in needed:
        if name not in given:
            yield node.fault("check.list_lacks", id=name)
    for index, name in enumerate(given):
        if name not in known:
            yield node.fault("check.enum", index, "id", value=name, known=known)


def _rank(value: str | int) -> int:
    """A score by its place on the scale, a number as it is."""
    return value if isinstance(value, int) else _SCALE.index(value)


def _out_of_order(node: Node) -> Iterator[Fault]:
    """A reading may be no stricter than the one before it, in any of its parameters."""
    for index in range(1, len(node.value)):
        before, after = node.value[index - 1], node.value[index]
        for part, name, direction in _PARAMETERS:
            if direction * (_rank(after[part][name]) - _rank(before[part][name])) < 0:
                yield node.fault(
                    "check.readings_out_of_order", index, part, name,
                    reading=after["id"], value=after[part][name],
                    before=before["id"], other=before[part][name],
                )  # fmt: skip


def _laws(node: Node) -> Iterator[Fault]:
    """T and T on every point passes in every reading; B and B on every point fails in each."""
    sufficient, deliberation = node.value["sufficient"], node.value["deliberation"]
    better, lesser = sufficient["better"], sufficient["lesser"]
    if _rank(lesser) > _rank(better):
        yield node.fault("check.lesser_above_better", "sufficient", "lesser", lesser=lesser, better=better)
    for name in ("better", "lesser"):
        if _rank(sufficient[name]) > _rank("T"):
            yield node.fault("check.law_tt", "sufficient", name, value=sufficient[name])
    if better == "B":
        yield node.fault("check.law_bb_sufficient", "sufficient", "better")
    if deliberation["lowest_score"] == "B" and deliberation["points_at_most"] > 0:
        yield node.fault("check.law_bb_deliberated", "deliberation", "lowest_score")


def _spans_out_of_order(node: Node) -> Iterator[Fault]:
    """A span holds the answer itself, and a better answer never says something worse."""
    floor = {"worst": 0, "best": 0}
    for answer in _SCALE:
        span = node.value[answer]
        for end, direction in (("worst", -1), ("best", 1)):
            if direction * (_rank(span[end]) - _rank(answer)) < 0:
                yield node.fault("check.span_without_answer", answer, end, answer=answer, value=span[end])
            if _rank(span[end]) < floor[end]:
                yield node.fault("check.span_out_of_order", answer, end, answer=answer, value=span[end])
            floor[end] = max(floor[end], _rank(span[end]))


def _verdicts_without_outcome(parsed: ParsedNorm) -> Iterator[Fault]:
    if not parsed.sound("outcomes", "scoring"):
        return
    covered = {node.value for node in parsed.nodes("outcomes", "outcomes", "*", "verdict")}
    for node in parsed.nodes("scoring", "verdicts", "*", "id"):
        if node.value in _OUTCOMES and node.value not in covered:
            yield node.fault("check.verdict_without_outcome", verdict=node.value)
