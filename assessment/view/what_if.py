"""Wat als: the scenarios of a candidate beside today, in words, and what may be changed in each."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from assessment.case import Case, Record
from assessment.comparison import compare
from assessment.report import assess
from assessment.scenario import applied, what_if_fields
from assessment.scoring import READINGS
from assessment.view.comparison import comparison_table
from assessment.view.differing import differing_answers
from assessment.view.lines import Pen

__all__ = ["tell_scenarios", "title_of_scenario"]

_SCORED = ("answered", "open")


def tell_scenarios(pen: Pen, report: Record, answers: Mapping[str, Any]) -> Record | None:
    """Put the scenarios beside today.

    Args:
        pen: Writes in the language that is wanted.
        report: What `assess` returned for these answers.
        answers: The answers with their `scenarios`.

    Returns:
        `table` (the comparison) and `scenarios`, each with its `title`, its `changes` (the answers that differ), the
        fields that are `asked` in it, the check points that count in it (`points`) and the `ways` to a positive outcome
        (with their `raises` as a scenario holds them). Nothing where there are no scenarios.
    """
    scenarios = answers.get("scenarios", [])
    if not scenarios:
        return None
    on = date.fromisoformat(report["date"])
    supposed = [applied(answers, scenario) for scenario in scenarios]
    reports = [assess(pen.norm, each, on) for each in supposed]
    titles = [title_of_scenario(pen, scenario, number) for number, scenario in enumerate(scenarios, 1)]
    return {
        "table": comparison_table(pen, compare([report, *reports]), [pen.words.spell("view.what_if.today"), *titles]),
        "scenarios": [
            {"title": title, "changes": differing_answers(pen, answers, each), **_choices(pen, found, each, on)}
            for title, found, each in zip(titles, reports, supposed, strict=True)
        ],
    }


def title_of_scenario(pen: Pen, scenario: Mapping[str, Any], number: int) -> str:
    """Return the name that the candidate gave a scenario, or one by its number."""
    return scenario.get("title", "").strip() or pen.words.spell("view.what_if.unnamed", {"number": number})


def _choices(pen: Pen, report: Record, answers: Record, on: date) -> Record:
    case = Case.of(pen.norm, answers, on)
    fields = what_if_fields(pen.norm).items()
    return {
        "asked": {name: case.holds(field.get("asked_when")) for name, field in fields},
        "points": [
            check["id"]
            for requirement in report["requirements"]
            if requirement["scope"] in {"audited", "unknown"}
            for check in requirement["checks"]
            if check["state"] in _SCORED
        ],
        "ways": [_way(pen, name, report["actions"]["shortest"][name]) for name in READINGS],
    }


def _way(pen: Pen, reading: str, shortest: Record) -> Record:
    """Turn the shortest way into the scores that a scenario holds, under the words of a button."""
    values = {
        "reading": pen.words.text(pen.norm["scoring"]["readings"][reading]["title"]),
        "number": shortest["scores"],
    }
    return {
        "reading": reading,
        "label": pen.words.spell("view.what_if.way" if shortest["scores"] else "view.what_if.no_way", values),
        "raises": {
            entry["check"]: {name: entry[name]["to"] for name in ("conformity", "demonstrability") if entry[name]}
            for entry in shortest["raises"]
        },
    }
