"""Basisvereisten: per requirement the result in each reading, and every check point with its scores."""

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.case import Record, key_of
from assessment.outcomes import UNJUDGED
from assessment.rules.scoring import readings_of, strictest_of
from assessment.view.builder import ViewBuilder
from assessment.view.heat_map import heat_map
from assessment.view.progress import progress_label

__all__ = ["requirements_section", "why_tip"]

_ASKED = ("answered", "open")
_TONES = {"to_do": "bad", "open": "attention", "in_order": "good"}


def requirements_section(builder: ViewBuilder, report: Record) -> Record:
    """Show how each requirement stands, with its check points nested."""
    lines = [builder.call_memoised(_requirement, entry, about=entry["id"]) for entry in report["requirements"]]
    bar = strictest_of(builder.norm)["sufficient"]
    intro = builder.message("view.requirements.intro", {"bar": bar})
    return builder.section("requirements", lines, intro, picture=heat_map(builder, report["requirements"]))


def _requirement(builder: ViewBuilder, entry: Record) -> Record:
    element = builder.norm["requirements"][entry["id"]]
    state = entry["progress"]["state"]
    return builder.line(
        entry["id"],
        builder.text(element["title"]),
        builder.reason_unless_said(entry["reason"]),
        entry,
        state=state,
        state_label=progress_label(builder, entry["progress"]),
        tone=_TONES.get(state, "neutral"),
        why=key_of("requirement", entry["id"]),
        # What nobody judges has no result in any scenario.
        details=[] if state in UNJUDGED else list(_results(builder, entry["readings"])),
        lines=[
            builder.call_memoised(_check, element["checks"][check["id"]], check, about=check["id"])
            for check in entry["checks"]
        ],
    )


def _results(builder: ViewBuilder, readings: Record) -> Iterator[Record]:
    """Tell the result in each scenario; once where it is the same in all."""
    told = {name: builder.results(readings[name]) for name in readings_of(builder.norm)}
    if len(told) > 1 and len(set(told.values())) == 1:
        yield builder.ground("view.requirements.model_all", next(iter(told.values())))
        return
    for name, result in told.items():
        title = builder.text(builder.norm["scoring"]["readings"][name]["title"])
        label = builder.message("view.requirements.model", {"reading": title})
        yield {"label": label, "text": result, "is_ground": True}


def _check(builder: ViewBuilder, element: Record, entry: Record) -> Record:
    is_tip = entry["state"] in _ASKED and not entry["decides"]
    tone = "attention" if entry["state"] == "open" and not is_tip else "neutral"
    dimensions = builder.norm["scoring"]["dimensions"]
    return builder.line(
        entry["id"],
        builder.title(entry["id"]),
        builder.text(element["text"]),
        entry,
        **builder.state("requirements", entry["state"], tone) | _other_label(builder, entry, is_tip=is_tip),
        why=key_of("check", entry["id"]),
        details=[
            *(detail for dimension in dimensions for detail in _scores(builder, dimension, entry)),
            *why_tip(builder, element),
            *builder.note(element),
        ],
    )


def _other_label(builder: ViewBuilder, entry: Record, *, is_tip: bool) -> Record:
    """Call a point a tip when no result hangs on it, and say where the quick scan speaks for it."""
    if is_tip:
        return {"state_label": builder.message("view.requirements.state.tip")}
    if entry["scanned"]:
        return {"state_label": builder.message("view.requirements.scanned")}
    return {}


def why_tip(builder: ViewBuilder, element: Mapping[str, Any]) -> list[Record]:
    """Say why no result hangs on a check point, if that is so."""
    if "tip_because" not in element:
        return []
    return [builder.ground("view.requirements.tip_because", builder.text(element["tip_because"]))]


def _scores(builder: ViewBuilder, dimension: Record, entry: Record) -> list[Record]:
    interval = entry[dimension["id"]]
    if interval is None:
        return []
    steps = {step["id"]: builder.text(step["title"]) for step in builder.norm["scoring"]["scale"]}
    if dimension["id"] in entry["scanned"]:
        shown = builder.message("view.requirements.scanned_score", {"found": interval})
    elif interval["worst"] == interval["best"]:
        shown = builder.message("view.requirements.score", {"id": interval["worst"], "title": steps[interval["worst"]]})
    else:
        shown = builder.message("view.requirements.no_score")
    return [{"label": builder.text(dimension["title"]), "text": shown}]
