"""The whole report: every decision of the rules, in the order in which they build on each other."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from assessment.actions import assess_actions
from assessment.canonical import fingerprint
from assessment.case import Case, Record
from assessment.caution import assess_warnings
from assessment.cost import assess_cost
from assessment.documents import assess_documents
from assessment.eligibility import assess_eligibility
from assessment.outcome import alternatives_of, assess_outcome
from assessment.readiness import assess_readiness
from assessment.requirements import assess_requirements, lay_out
from assessment.scope import assess_scope
from assessment.timeline import assess_timeline
from assessment.tipping import assess_tipping
from assessment.worth import assess_worth

__all__ = ["REPORT_FORMAT", "assess"]

REPORT_FORMAT = "kmop-report/1"


def assess(norm: Mapping[str, Any], answers: Mapping[str, Any], on: date) -> Record:
    """Judge a candidate against the norm on a date.

    A pure function: the same norm, answers and date give the same report, wherever it runs.

    Args:
        norm: The checked norm, as `guide.loading` assembles it; its `sha256` is taken as it stands.
        answers: A candidate's answers, as `parse_answers` returns them.
        on: The date that the report is for.

    Returns:
        The report document described by `schemas/report.schema.json`: language-neutral, each sentence named by its
        message and the values that it fills in.
    """
    case = Case.of(norm, answers, on)
    report: Record = {
        "format": REPORT_FORMAT,
        "norm": {name: norm[name] for name in ("id", "version", "sha256")},
        "date": on.isoformat(),
        "answers_sha256": fingerprint(answers),
        "eligibility": assess_eligibility(case),
    }
    points = lay_out(case)
    scope = report["scope"] = assess_scope(case)
    report["requirements"] = assess_requirements(case, scope, points)
    alternatives = alternatives_of(case)
    report["outcome"] = assess_outcome(case, report, points, alternatives)
    report["documents"] = assess_documents(case)
    report["readiness"] = assess_readiness(case, scope, points, report["documents"])
    report["cost"] = assess_cost(case, scope)
    report["timeline"] = assess_timeline(case, scope)
    report["actions"] = assess_actions(case, points, report)
    report["actions"]["tipping"] = assess_tipping(case, points, report, alternatives)
    report["warnings"] = assess_warnings(case)
    report["worth"] = assess_worth(case, report["cost"])
    return report | {"trace": case.trace}
