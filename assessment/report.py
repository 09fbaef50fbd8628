"""The whole report, a pipeline: every decision of the rules, in the order in which they build on each other."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from assessment.canonical import fingerprint
from assessment.case import Case, Record
from assessment.memo import Memo
from assessment.rules.actions import assess_actions
from assessment.rules.check_points import check_states
from assessment.rules.cost import assess_cost
from assessment.rules.documents import assess_documents
from assessment.rules.eligibility import assess_eligibility
from assessment.rules.outcome import assess_outcome
from assessment.rules.readiness import assess_readiness
from assessment.rules.requirements import assess_requirements, result_ranges
from assessment.rules.scope import alternatives_of, assess_scope
from assessment.rules.second_audit_cost import second_audit_cost
from assessment.rules.timeline import assess_timeline
from assessment.rules.tipping_points import assess_tipping
from assessment.rules.warnings import assess_warnings
from assessment.rules.worth import assess_worth

__all__ = ["REPORT_FORMAT", "assess"]

REPORT_FORMAT = "kmop-report/2"


def assess(norm: Mapping[str, Any], answers: Mapping[str, Any], on: date, memo: Memo | None = None) -> Record:
    """Judge a candidate against the norm on a date.

    A pure function: the same norm, answers and date give the same report, wherever it runs.

    Args:
        norm: The checked norm, as `guide.loader` assembles it; its `sha256` is taken as it stands.
        answers: A candidate's answers, as `parse_answers` returns them.
        on: The date that the report is for.
        memo: What parts of an earlier report by this norm came to, where one report follows another. It changes how
            long it takes, and nothing else.

    Returns:
        The report document described by `schemas/report.schema.json`: language-neutral, each sentence named by its
        message and the values that it fills in.
    """
    case = Case.of(norm, answers, on, memo)
    report: Record = {
        "format": REPORT_FORMAT,
        "norm": {name: norm[name] for name in ("id", "version", "sha256")},
        "date": on.isoformat(),
        "answers_sha256": fingerprint(answers),
    }
    return report | _judged(case) | {"trace": case.trace}


def _judged(case: Case) -> Record:
    """Let each rule judge what it may read of the case and of what was judged before it."""
    situation = case.with_tables("profile")
    parts: Record = {"eligibility": situation.call_memoised(assess_eligibility)}
    checks = check_states(case)
    ranges = result_ranges(case.with_tables(), checks)
    alternatives = situation.call_memoised(alternatives_of)
    scope = parts["scope"] = situation.call_memoised(assess_scope, alternatives)
    parts["requirements"] = assess_requirements(case, scope, checks, ranges)
    parts["outcome"] = situation.call_memoised(assess_outcome, scope, parts["requirements"], ranges, alternatives)
    parts["documents"] = case.with_tables("profile", "documents").call_memoised(assess_documents)
    parts["readiness"] = assess_readiness(case, checks, parts)
    cost = parts["cost"] = situation.call_memoised(assess_cost, scope)
    parts["timeline"] = situation.call_memoised(assess_timeline, scope)
    actions = assess_actions(case, checks, parts)
    tipping = assess_tipping(case.with_tables(), checks, scope, (ranges, alternatives))
    parts["actions"] = actions | {"tipping": tipping}
    parts["warnings"] = situation.call_memoised(assess_warnings, parts["timeline"])
    later = situation.call_memoised(second_audit_cost)
    parts["worth"] = case.with_tables("worth").call_memoised(assess_worth, cost, later)
    return parts
