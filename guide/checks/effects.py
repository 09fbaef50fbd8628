"""What an element must have because of what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator

from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["check_shapes"]

# By kind of effect: the keys of which it has exactly one. The other kinds have none.
_EFFECTS = {"exempt": ("requirements",), "already_positive": ("requirements", "requirements_in")}
_WHICH = ("requirements", "requirements_in")


def check_shapes(parsed: ParsedNorm) -> Iterator[Fault]:
    """Exemptions, conditions, deadlines and sources that miss what their own kind asks."""
    for node in parsed.nodes("exemptions", "exemptions", "*"):
        yield from _exemption(node)
    for node in parsed.nodes("conditions", "conditions", "*"):
        if ("met_when" in node.value) == ("decided_by" in node.value):
            yield node.fault("check.condition_undecided", condition=node.value["id"])
    for node in parsed.nodes("procedure", "deadlines", "*"):
        yield from _deadline(node)
    for node in parsed.nodes("sources", "sources", "*"):
        if ("url" in node.value) == ("url_withheld" in node.value):
            yield node.fault("check.source_url", source=node.value["id"])


def _exemption(node: Node) -> Iterator[Fault]:
    effect = node.value["effect"]
    wanted = _EFFECTS.get(effect["kind"], ())
    given = [key for key in _WHICH if key in effect]
    for key in given:
        if key not in wanted:
            yield node.fault("check.effect_idle", "effect", key, at_key=True, kind=effect["kind"], key=key)
    if wanted and len(set(given) & set(wanted)) != 1:
        yield node.fault("check.effect_needs", "effect", kind=effect["kind"], keys=wanted)
    if effect["kind"] == "ask_bureau" and "question" not in node.value:
        yield node.fault("check.question_missing", exemption=node.value["id"])


def _deadline(node: Node) -> Iterator[Fault]:
    window = node.value["kind"] == "window"
    if window and "first" not in node.value:
        yield node.fault("check.window_needs_first", deadline=node.value["id"])
    elif not window and "first" in node.value:
        yield node.fault("check.only_windows_have_first", "first", at_key=True)
