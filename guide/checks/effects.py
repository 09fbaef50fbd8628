"""What an element must have because of what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator

from guide.faults import Fault
from guide.norm.parsed import Draft, Spot

__all__ = ["check_shapes"]

# By kind of effect: the keys of which it has exactly one. The other kinds have none.
_EFFECTS = {"exempt": ("requirements",), "already_positive": ("requirements", "requirements_in")}
_WHICH = ("requirements", "requirements_in")


def check_shapes(draft: Draft) -> Iterator[Fault]:
    """Exemptions, conditions, deadlines and sources that miss what their own kind asks."""
    for spot in draft.spots("exemptions", "exemptions", "*"):
        yield from _exemption(spot)
    for spot in draft.spots("conditions", "conditions", "*"):
        if ("met_when" in spot.value) == ("decided_by" in spot.value):
            yield spot.fault("check.condition_undecided", condition=spot.value["id"])
    for spot in draft.spots("procedure", "deadlines", "*"):
        yield from _deadline(spot)
    for spot in draft.spots("sources", "sources", "*"):
        if ("url" in spot.value) == ("url_withheld" in spot.value):
            yield spot.fault("check.source_url", source=spot.value["id"])


def _exemption(spot: Spot) -> Iterator[Fault]:
    effect = spot.value["effect"]
    wanted = _EFFECTS.get(effect["kind"], ())
    given = [key for key in _WHICH if key in effect]
    for key in given:
        if key not in wanted:
            yield spot.fault("check.effect_idle", "effect", key, at_key=True, kind=effect["kind"], key=key)
    if wanted and len(set(given) & set(wanted)) != 1:
        yield spot.fault("check.effect_needs", "effect", kind=effect["kind"], keys=wanted)
    if effect["kind"] == "ask_bureau" and "question" not in spot.value:
        yield spot.fault("check.question_missing", exemption=spot.value["id"])


def _deadline(spot: Spot) -> Iterator[Fault]:
    window = spot.value["kind"] == "window"
    if window and "first" not in spot.value:
        yield spot.fault("check.window_needs_first", deadline=spot.value["id"])
    elif not window and "first" in spot.value:
        yield spot.fault("check.only_windows_have_first", "first", at_key=True)
