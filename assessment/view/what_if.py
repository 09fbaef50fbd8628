"""Wat als: what a scenario is called, and what may be changed in it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from assessment.case import Case, Record
from assessment.rules.scope import MAY_BE_AUDITED
from assessment.rules.scoring import readings_of
from assessment.scenarios import what_if_fields
from assessment.view.builder import ViewBuilder

__all__ = ["choices_of", "title_of_scenario"]

_SCORED = ("answered", "open")


def title_of_scenario(builder: ViewBuilder, scenario: Mapping[str, Any], number: int) -> str:
    """Return the name that the candidate gave a scenario, or one by its number."""
    return scenario.get("title", "").strip() or builder.message("view.what_if.unnamed", {"number": number})


def choices_of(builder: ViewBuilder, report: Record, answers: Record, on: date) -> Record:
    """Return what is asked in a scenario, the points that count in it, and the ways to a positive outcome."""
    asked = Case.of(builder.norm, answers, on).asked()
    return {
        "asked": {name: asked[name] for name in what_if_fields(builder.norm)},
        "points": [
            check["id"]
            for requirement in report["requirements"]
            if requirement["scope"] in MAY_BE_AUDITED
            for check in requirement["checks"]
            if check["decides"] and check["state"] in _SCORED
        ],
        "ways": [_way(builder, name, report["actions"]["shortest"][name]) for name in readings_of(builder.norm)],
    }


def _way(builder: ViewBuilder, reading: str, shortest: Record) -> Record:
    """Turn the shortest way into the scores that a scenario holds, under the words of a button."""
    values = {
        "reading": builder.text(builder.norm["scoring"]["readings"][reading]["title"]),
        "number": shortest["scores"],
    }
    return {
        "reading": reading,
        "label": builder.message("view.what_if.way" if shortest["scores"] else "view.what_if.no_way", values),
        "raises": {
            entry["check"]: {name: entry[name]["to"] for name in ("conformity", "demonstrability") if entry[name]}
            for entry in shortest["raises"]
        },
    }
