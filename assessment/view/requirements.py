"""Basisvereisten: per requirement the result in each reading, and every check point with its scores."""

from assessment.case import Record, key_of
from assessment.rules.requirements import UNJUDGED
from assessment.rules.scoring import READINGS
from assessment.view.builder import Pen
from assessment.view.charts import profile_picture

__all__ = ["requirements_section"]

_TONES = {"failed": "bad", "deliberated": "attention", "passed": "good"}


def requirements_section(pen: Pen, report: Record) -> Record:
    """Show each requirement, with its check points nested."""
    lines = [pen.recall(_requirement, entry, about=entry["id"]) for entry in report["requirements"]]
    return pen.section("requirements", lines, picture=profile_picture(pen, report))


def _requirement(pen: Pen, entry: Record) -> Record:
    element = pen.norm["requirements"][entry["id"]]
    likely = entry["readings"]["likely"]
    settled = likely["worst"] == likely["best"]
    # What nobody judges is the same in every reading.
    readings = READINGS if likely["worst"] not in UNJUDGED else ()
    return pen.line(
        entry["id"],
        pen.words.text(element["title"]),
        pen.words.say(entry["reason"]),
        entry,
        state=likely["worst"] if settled else "open",
        state_label=pen.results(likely),
        tone=_TONES.get(likely["worst"], "neutral") if settled else "neutral",
        why=key_of("requirement", entry["id"]),
        details=[_reading(pen, name, entry) for name in readings],
        lines=[
            pen.recall(_check, element["checks"][check["id"]], check, about=check["id"]) for check in entry["checks"]
        ],
    )


def _reading(pen: Pen, name: str, entry: Record) -> Record:
    title = pen.words.text(pen.norm["scoring"]["readings"][name]["title"])
    return {"label": title, "text": pen.results(entry["readings"][name])}


def _check(pen: Pen, element: Record, entry: Record) -> Record:
    tone = "attention" if entry["state"] == "open" else "neutral"
    dimensions = pen.norm["scoring"]["dimensions"]
    return pen.line(
        entry["id"],
        pen.words.spell("view.requirements.check", {"id": entry["id"], "title": pen.words.text(element["title"])}),
        pen.words.text(element["text"]),
        entry,
        **pen.state("requirements", entry["state"], tone),
        why=key_of("check", entry["id"]),
        details=[
            *(detail for dimension in dimensions for detail in _scores(pen, dimension, entry)),
            *pen.note(element),
        ],
    )


def _scores(pen: Pen, dimension: Record, entry: Record) -> list[Record]:
    interval = entry[dimension["id"]]
    if interval is None:
        return []
    steps = {step["id"]: pen.words.text(step["title"]) for step in pen.norm["scoring"]["scale"]}
    if interval["worst"] == interval["best"]:
        shown = pen.words.spell("view.requirements.score", {"id": interval["worst"], "title": steps[interval["worst"]]})
    else:
        shown = pen.words.spell("view.requirements.no_score")
    return [{"label": pen.words.text(dimension["title"]), "text": shown}]
