"""Basisvereisten: per requirement the result in each reading, and every check point with its scores."""

from assessment.case import Record, key_of
from assessment.rules.requirements import UNJUDGED
from assessment.rules.scoring import READINGS
from assessment.view.builder import ViewBuilder
from assessment.view.charts import profile_picture

__all__ = ["requirements_section"]

_TONES = {"failed": "bad", "deliberated": "attention", "passed": "good"}


def requirements_section(builder: ViewBuilder, report: Record) -> Record:
    """Show each requirement, with its check points nested."""
    lines = [builder.call_memoised(_requirement, entry, about=entry["id"]) for entry in report["requirements"]]
    return builder.section("requirements", lines, picture=profile_picture(builder, report))


def _requirement(builder: ViewBuilder, entry: Record) -> Record:
    element = builder.norm["requirements"][entry["id"]]
    likely = entry["readings"]["likely"]
    settled = likely["worst"] == likely["best"]
    # What nobody judges is the same in every reading.
    readings = READINGS if likely["worst"] not in UNJUDGED else ()
    return builder.line(
        entry["id"],
        builder.text(element["title"]),
        builder.reason(entry["reason"]),
        entry,
        state=likely["worst"] if settled else "open",
        state_label=builder.results(likely),
        tone=_TONES.get(likely["worst"], "neutral") if settled else "neutral",
        why=key_of("requirement", entry["id"]),
        details=[_reading(builder, name, entry) for name in readings],
        lines=[
            builder.call_memoised(_check, element["checks"][check["id"]], check, about=check["id"])
            for check in entry["checks"]
        ],
    )


def _reading(builder: ViewBuilder, name: str, entry: Record) -> Record:
    title = builder.text(builder.norm["scoring"]["readings"][name]["title"])
    return {"label": title, "text": builder.results(entry["readings"][name])}


def _check(builder: ViewBuilder, element: Record, entry: Record) -> Record:
    tone = "attention" if entry["state"] == "open" else "neutral"
    dimensions = builder.norm["scoring"]["dimensions"]
    return builder.line(
        entry["id"],
        builder.message("view.requirements.check", {"id": entry["id"], "title": builder.text(element["title"])}),
        builder.text(element["text"]),
        entry,
        **builder.state("requirements", entry["state"], tone),
        why=key_of("check", entry["id"]),
        details=[
            *(detail for dimension in dimensions for detail in _scores(builder, dimension, entry)),
            *builder.note(element),
        ],
    )


def _scores(builder: ViewBuilder, dimension: Record, entry: Record) -> list[Record]:
    interval = entry[dimension["id"]]
    if interval is None:
        return []
    steps = {step["id"]: builder.text(step["title"]) for step in builder.norm["scoring"]["scale"]}
    if interval["worst"] == interval["best"]:
        shown = builder.message("view.requirements.score", {"id": interval["worst"], "title": steps[interval["worst"]]})
    else:
        shown = builder.message("view.requirements.no_score")
    return [{"label": builder.text(dimension["title"]), "text": shown}]
