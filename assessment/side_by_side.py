"""Whole assessments and scenarios side by side: what follows from each, and what was answered differently."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from assessment.case import Record
from assessment.comparison import compare
from assessment.outcomes import verdicts_of
from assessment.report import assess
from assessment.scenarios import apply_scenario
from assessment.view.answer_differences import differing_answers
from assessment.view.builder import ViewBuilder
from assessment.view.comparison import comparison_table
from assessment.view.what_if import choices_of, title_of_scenario

__all__ = ["compare_assessments", "compare_scenarios"]


def compare_assessments(builder: ViewBuilder, assessments: Sequence[Mapping[str, Any]], on: date) -> Record:
    """Compare answers that were parsed before.

    Args:
        builder: Writes in the language that is wanted.
        assessments: Two to four answers documents, the one that the others are held against first.
        on: The date that all of them are judged for.

    Returns:
        `table` (the comparison in words) and `differing` (the answers that are not the same in all).
    """
    names = [answers.get("title", "").strip() or builder.message("view.untitled") for answers in assessments]
    reports = [assess(builder.norm, answers, on) for answers in assessments]
    return {
        "table": comparison_table(builder, compare(reports, verdicts_of(builder.norm)), names),
        "differing": differing_answers(builder, assessments),
    }


def compare_scenarios(builder: ViewBuilder, report: Record, answers: Mapping[str, Any]) -> Record | None:
    """Put the scenarios beside today.

    Args:
        builder: Writes in the language that is wanted.
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
    supposed = [apply_scenario(answers, scenario) for scenario in scenarios]
    reports = [assess(builder.norm, each, on) for each in supposed]
    titles = [title_of_scenario(builder, scenario, number) for number, scenario in enumerate(scenarios, 1)]
    return {
        "table": comparison_table(
            builder,
            compare([report, *reports], verdicts_of(builder.norm)),
            [builder.message("view.what_if.today"), *titles],
        ),
        "scenarios": [
            {
                "title": title,
                "changes": differing_answers(builder, [answers, each]),
                **choices_of(builder, found, each, on),
            }
            for title, found, each in zip(titles, reports, supposed, strict=True)
        ],
    }
