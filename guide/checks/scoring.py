"""Scoring: a whole scale, three readings from strict to lenient or one that is known, and the laws of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assessment.outcomes import NOT_REQUIRED, RESULTS
from assessment.rules.scoring import READINGS
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["check_scoring", "stricter_bars"]

Path = tuple[str, ...]

# The one reading of a norm whose thresholds are known.
_ALONE = "likely"
_DIMENSIONS = ("conformity", "demonstrability")
# What a requirement takes to pass where a reading does not say.
_PASSED = {"points_at_most": 0}
_ANY_NUMBER = 10**6
# What each bar is where it is not named, and whether more of it is more lenient (+1) or stricter (-1).
_SUFFICIENT = {"better": (0, -1), "lesser": (0, -1)}
_TIER = {"points_at_most": (_ANY_NUMBER, 1), "lowest_score": (0, -1), "percent": (0, -1)}
_VERDICT = {"failed_at_most": (_ANY_NUMBER, 1), "passed_at_least": (0, -1), "passed_percent": (0, -1)}


def check_scoring(parsed: ParsedNorm) -> Iterator[Fault]:
    """Lists that miss something, scores that are on no scale, readings out of order, and readings that break a law."""
    for node in parsed.nodes("scoring"):
        yield from _lists(node)
        scale = [item["id"] for item in node.value["scale"]]
        strange = [*_off_the_scale(node, scale), *_unknown_verdicts(node)]
        yield from strange
        if not strange:
            yield from _readings(node, scale)
            yield from _spans_out_of_order(node.at("scan", "spans"), scale)
    yield from _verdicts_without_outcome(parsed)
    yield from _no_audit_without_verdict(parsed)


def _no_audit_without_verdict(parsed: ParsedNorm) -> Iterator[Fault]:
    """Who needs no audit has a verdict of that name."""
    kinds = {node.value for node in parsed.nodes("exemptions", "exemptions", "*", "effect", "kind")}
    for node in parsed.nodes("scoring", "verdicts"):
        if "no_audit" in kinds and NOT_REQUIRED not in {each["id"] for each in node.value}:
            yield node.fault("check.list_lacks", id=NOT_REQUIRED)


def _lists(node: Node) -> Iterator[Fault]:
    readings = node.value["readings"]
    given = [item["id"] for item in readings]
    if given == [_ALONE]:
        yield from _not_official(node.at("readings", 0))
    elif given != list(READINGS):
        yield node.fault("check.list_in_order", "readings", wanted=list(READINGS), given=given)
    yield from _contents(node.at("dimensions"), _DIMENSIONS, _DIMENSIONS)
    deliberates = any("deliberation" in reading for reading in readings)
    needed = ("passed", "deliberated", "failed") if deliberates else ("passed", "failed")
    yield from _contents(node.at("requirement_results"), needed, RESULTS)


def _not_official(node: Node) -> Iterator[Fault]:
    """As long as the thresholds are an estimate, one way to reckon with them would say too much."""
    if node.value["standing"] != "official":
        yield node.fault("check.reading_alone", "standing", known=READINGS)


def _contents(node: Node, needed: Sequence[str], known: Sequence[str]) -> Iterator[Fault]:
    given = [item["id"] for item in node.value]
    for name in needed:
        if name not in given:
            yield node.fault("check.list_lacks", id=name)
    for index, name in enumerate(given):
        if name not in known:
            yield node.fault("check.enum", index, "id", value=name, known=known)


def _off_the_scale(node: Node, scale: Sequence[str]) -> Iterator[Fault]:
    """Scores that are no step of the scale, and steps about which nothing is said where each needs a word."""
    for path in _scores_named(node):
        value = node.at(*path).value
        if value not in scale:
            yield node.fault("check.enum", *path, value=value, known=scale)
    for each in _tables_by_score(node):
        for key in each.value:
            if key not in scale:
                yield each.fault("check.enum", key, value=key, known=scale)
        for step in scale:
            if step not in each.value:
                yield each.fault("check.required", key=step)


def _scores_named(node: Node) -> Iterator[tuple[str | int, ...]]:
    for index, reading in enumerate(node.value["readings"]):
        yield from (("readings", index, "sufficient", name) for name in ("better", "lesser"))
        for part in ("passed", "deliberation"):
            if "lowest_score" in reading.get(part, {}):
                yield "readings", index, part, "lowest_score"
    for step, span in node.value["scan"]["spans"].items():
        yield from (("scan", "spans", step, end) for end in span)


def _tables_by_score(node: Node) -> Iterator[Node]:
    for index, dimension in enumerate(node.value["dimensions"]):
        if "levels" in dimension:
            yield node.at("dimensions", index, "levels", "text")
    for name in _DIMENSIONS:
        yield node.at("scan", "questions", name, "answers")
    yield node.at("scan", "spans")


def _unknown_verdicts(node: Node) -> Iterator[Fault]:
    """Readings that name what is no verdict, or leave out the best one."""
    others = _audited(node.value)[1:]
    for index, reading in enumerate(node.value["readings"]):
        for name in reading["verdicts"]:
            if name not in others:
                yield node.fault("check.enum", "readings", index, "verdicts", name, value=name, known=others)
        if others and others[-1] not in reading["verdicts"]:
            yield node.fault("check.required", "readings", index, "verdicts", key=others[-1])


def _audited(scoring: Mapping[str, Any]) -> list[str]:
    """The verdicts of an audit that took place, from the worst to the best."""
    named = sorted(scoring["verdicts"], key=lambda verdict: int(verdict["order"]))
    return [verdict["id"] for verdict in named if verdict["id"] != NOT_REQUIRED]


def _readings(node: Node, scale: Sequence[str]) -> Iterator[Fault]:
    readings = node.value["readings"]
    if [reading["id"] for reading in readings] == list(READINGS):
        for index in range(1, len(readings)):
            yield from _out_of_order(node.at("readings", index), readings[index - 1], scale)
    for index in range(len(readings)):
        yield from _laws(node.at("readings", index), scale)


def _out_of_order(node: Node, before: Mapping[str, Any], scale: Sequence[str]) -> Iterator[Fault]:
    """A reading may be no stricter than the one before it, in any of its bars."""
    after = node.value
    names = {"reading": after["id"], "before": before["id"]}
    for path in stricter_bars(before, after, scale):
        value, other = _at(after, path), _at(before, path)
        if value is not None and other is not None:
            yield node.fault("check.readings_out_of_order", *path, **names, value=value, other=other)
        else:
            yield node.fault("check.reading_stricter", path[0] if path[0] in after else "id", **names, key=path)


def stricter_bars(before: Mapping[str, Any], after: Mapping[str, Any], scale: Sequence[str]) -> Iterator[Path]:
    """Name the bars in which a reading is stricter than another: where none is, it never gives anything worse.

    Args:
        before: The reading that it may not be stricter than.
        after: The reading.
        scale: The steps of the scale.
    """
    for path, known in _parts(before, after):
        one, other = _part(before, path), _part(after, path)
        if one is None:
            continue  # what is never reached can only become easier
        if other is None:
            yield path
            continue
        for name, (otherwise, direction) in known.items():
            ranks = (_rank(each.get(name, otherwise), scale) for each in (one, other))
            earlier, later = ranks
            if direction * (later - earlier) < 0:
                yield (*path, name)


def _parts(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[tuple[Path, Mapping[str, tuple[int, int]]]]:
    yield ("sufficient",), _SUFFICIENT
    yield ("passed",), _TIER
    yield ("deliberation",), _TIER
    for name in dict.fromkeys([*before["verdicts"], *after["verdicts"]]):
        yield ("verdicts", name), _VERDICT


def _part(reading: Mapping[str, Any], path: Path) -> Mapping[str, Any] | None:
    """What a reading says of a result or a verdict; nothing where it never gives it."""
    found: Mapping[str, Any] | None = _at(reading, path)
    return _PASSED if found is None and path == ("passed",) else found


def _at(reading: Mapping[str, Any], path: Path) -> Any:
    value: Any = reading
    for key in path:
        value = None if value is None else value.get(key)
    return value


def _rank(value: str | int, scale: Sequence[str]) -> int:
    """A score by its place on the scale, a number as it is."""
    return value if isinstance(value, int) else scale.index(value)


def _laws(node: Node, scale: Sequence[str]) -> Iterator[Fault]:
    """The lowest score on every point fails in each reading."""
    sufficient, lowest = node.value["sufficient"], scale[0]
    better, lesser = sufficient["better"], sufficient["lesser"]
    if _rank(lesser, scale) > _rank(better, scale):
        yield node.fault("check.lesser_above_better", "sufficient", "lesser", lesser=lesser, better=better)
    if better == lowest and "percent" not in node.value.get("passed", {}):
        yield node.fault("check.law_lowest_sufficient", "sufficient", "better", lowest=lowest, next=scale[1])
    for part in ("passed", "deliberation"):
        tier = node.value.get(part, _PASSED)
        spares = tier.get("points_at_most", 1) > 0 and "percent" not in tier
        if spares and tier.get("lowest_score", lowest) == lowest:
            place = (part, "lowest_score") if "lowest_score" in tier else (part,)
            yield node.fault("check.law_lowest_spared", *place, lowest=lowest, next=scale[1])


def _spans_out_of_order(node: Node, scale: Sequence[str]) -> Iterator[Fault]:
    """A span holds the answer itself, and a better answer never says something worse."""
    floor = {"worst": 0, "best": 0}
    for answer in scale:
        span = node.value[answer]
        for end, direction in (("worst", -1), ("best", 1)):
            rank = scale.index(span[end])
            if direction * (rank - scale.index(answer)) < 0:
                yield node.fault("check.span_without_answer", answer, end, answer=answer, value=span[end])
            if rank < floor[end]:
                yield node.fault("check.span_out_of_order", answer, end, answer=answer, value=span[end])
            floor[end] = max(floor[end], rank)


def _verdicts_without_outcome(parsed: ParsedNorm) -> Iterator[Fault]:
    """Verdicts of an audit that no page explains, and explanations of what is none."""
    if not parsed.sound("outcomes", "scoring"):
        return
    explained = list(parsed.nodes("outcomes", "outcomes", "*", "verdict"))
    for scoring in parsed.nodes("scoring"):
        known = _audited(scoring.value)
        for index, each in enumerate(scoring.value["verdicts"]):
            if each["id"] in known and each["id"] not in {node.value for node in explained}:
                yield scoring.fault("check.verdict_without_outcome", "verdicts", index, "id", verdict=each["id"])
        for node in explained:
            if node.value not in known:
                yield node.fault("check.enum", value=node.value, known=known)
