"""Laws that hold for every candidate; each is a function that fails where a candidate breaks it.

Hypothesis looks for a candidate who does, and `make attack` tries many.
"""

import copy
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from assessment import assess, migrate, parse_answers
from assessment.case import Case
from assessment.rules.scoring import READINGS
from tests.assessment.cases import SCORES, VERDICTS, Record

__all__ = [
    "check_answer_within_bounds",
    "check_failures_are_listed",
    "check_is_kept_as_it_is",
    "check_order",
    "check_raise_helps",
    "check_score_within_bounds",
    "check_summary",
    "check_tasks",
    "check_unasked_counts_nowhere",
    "fields_in",
    "judged",
    "without",
]

DIMENSIONS = ("conformity", "demonstrability")
# What a bureau quotes replaces the estimate.
QUOTED = frozenset({"hours", "hourly_rate"})


def judged(norm: Mapping[str, Any], document: Record, on: date) -> Record:
    """The report on a document that has to be without faults."""
    parsed, faults = parse_answers(document, norm)
    assert parsed is not None, faults
    return assess(norm, parsed, on)


def fields_in(document: Record) -> Iterator[str]:
    """Name each field of the profile that is answered, such as `sites.belgium`."""
    for name, value in document.get("profile", {}).items():
        yield from (f"{name}.{part}" for part in value) if isinstance(value, dict) else [name]


def without(document: Record, *names: str) -> Record:
    """The document without the answers to these fields of the profile."""
    before = copy.deepcopy(document)
    for name in names:
        _table_of(before, name).pop(name.rpartition(".")[2], None)
    return before


def check_unasked_counts_nowhere(norm: Mapping[str, Any], document: Record, on: date) -> None:
    """The answers to questions that are not asked change nothing, and neither does what is asked hang on them."""
    asked = Case.of(norm, document, on).asked()
    stripped = without(document, *(name for name, truth in asked.items() if truth is False))
    assert Case.of(norm, stripped, on).asked() == asked
    reports = [judged(norm, each, on) | {"answers_sha256": ""} for each in (document, stripped)]
    assert reports[0] == reports[1]


def check_answer_within_bounds(norm: Mapping[str, Any], document: Record, on: date, name: str) -> None:
    """The answer to one more question leads outside neither the verdict nor the cost that were told before."""
    before, after = judged(norm, without(document, name), on), judged(norm, document, on)
    if after["scope"]["audit_required"] is False:
        assert before["scope"]["no_audit_if"] or before["scope"]["audit_required"] is False, name
        return
    _check_verdicts(before, after)
    covered = {entry["field"]: entry["at_most"] for entry in before["cost"]["covers"]}
    given = _table_of(document, name)[name.rpartition(".")[2]]
    if name not in QUOTED and not (name in covered and given > covered[name]):
        _check_cost(before["cost"], after["cost"], name)


def check_score_within_bounds(norm: Mapping[str, Any], document: Record, on: date, score: tuple[str, str]) -> None:
    """One score more, of a point and one of its dimensions, leads outside no verdict, unless it defies the scan."""
    point, dimension = score
    before = copy.deepcopy(document)
    del before["checks"][point][dimension]
    after = judged(norm, document, on)
    if point not in after["readiness"]["unlike_scan"]:
        _check_verdicts(judged(norm, before, on), after)


def check_raise_helps(norm: Mapping[str, Any], document: Record, on: date, score: tuple[str, str]) -> None:
    """A higher score of a point, in one of its dimensions, lowers no verdict."""
    point, dimension = score
    higher = copy.deepcopy(document)
    old = higher["checks"][point][dimension]
    higher["checks"][point][dimension] = SCORES[min(SCORES.index(old) + 1, len(SCORES) - 1)]
    before, after = (judged(norm, each, on)["outcome"] for each in (document, higher))
    for reading in READINGS:
        for end in ("worst", "best"):
            assert VERDICTS.index(before[reading][end]) <= VERDICTS.index(after[reading][end]), (reading, end)


def check_failures_are_listed(norm: Mapping[str, Any], report: Record) -> None:
    """What fails in the strict reading, whatever is still open, is something to do."""
    reasons = [reason for task in report["actions"]["ranked"] for reason in task["reasons"]]
    named = {reason["about"] for reason in reasons if reason["kind"] in {"raise", "refine"}}
    for entry in report["requirements"]:
        if entry["readings"]["strict"]["best"] == "failed":
            assert named & {entry["id"], *norm["requirements"][entry["id"]]["checks"]}, entry["id"]


def check_tasks(report: Record) -> None:
    """Nothing is told twice, no document is missed in vain, and first comes what the middle reading lacks."""
    tasks = report["actions"]["ranked"]
    told = [(reason["kind"], reason["about"]) for task in tasks for reason in task["reasons"]]
    assert len(told) == len(set(told))
    missed = {about for kind, about in told if kind == "document"}
    assert missed <= {entry["id"] for entry in report["documents"] if entry["needed"]}
    lacking = {line["check"] for line in report["actions"]["shortest"]["likely"]["raises"]}
    for task in (task for task in tasks if task["group"] == "first"):
        weightiest = task["reasons"][0]
        if report["scope"]["audit_required"] is False:
            assert weightiest["reason"]["message"] in {"rules.action.step_advised", "rules.step.perhaps"}
        else:
            assert weightiest["kind"] == "refine" or weightiest["about"] in lacking


def check_summary(report: Record, summary: Record) -> None:
    """The first screen counts what the report counts, and its estimate spans the scenarios."""
    cells = [cell["state"] for row in summary["cells"] for cell in row["cells"]]
    if summary["state"] == "result":
        points = report["readiness"]["points"]
        counted = [cells.count("ok"), cells.count("todo"), cells.count("open") + cells.count("scanned")]
        assert counted == [points[name] for name in ("in_order", "to_do", "open")]
    if summary["estimate"]:
        ends = {report["outcome"][name][end] for name in READINGS for end in ("worst", "best")}
        assert summary["estimate"]["worst"] == min(ends, key=VERDICTS.index)
        assert summary["estimate"]["best"] == max(ends, key=VERDICTS.index)
        assert ends <= {entry["id"] for entry in summary["estimate"]["scale"]}


def check_order(report: Record) -> None:
    """No reading is milder than a more lenient one, and no span ends before it begins."""
    for end in ("worst", "best"):
        ranks = [VERDICTS.index(report["outcome"][reading][end]) for reading in READINGS]
        assert ranks == sorted(ranks), end
    for step in report["timeline"]["steps"]:
        for span in (span for span in (step["start"], step["end"]) if span):
            assert span["earliest"] <= span["likely"] <= span["latest"], step["id"]
    for kind in ("minutes", "cents"):
        assert report["cost"][kind]["low"] <= report["cost"][kind]["likely"] <= report["cost"][kind]["high"], kind


def check_is_kept_as_it_is(norm: Mapping[str, Any], document: Record) -> None:
    """A document of this version of the norm is taken as it stands."""
    assert migrate(document, norm).answers == document
    assert parse_answers(document, norm)[0] == document


def _table_of(document: Record, name: str) -> Record:
    group, _, _ = name.rpartition(".")
    profile: Record = document.get("profile", {})
    table: Record = profile.get(group, {}) if group else profile
    return table


def _check_verdicts(before: Record, after: Record) -> None:
    for reading in READINGS:
        bounds, found = before["outcome"][reading], after["outcome"][reading]
        ranks = [VERDICTS.index(each) for each in (bounds["worst"], found["worst"], found["best"], bounds["best"])]
        assert ranks == sorted(ranks), reading


def _check_cost(before: Record, after: Record, name: str) -> None:
    for kind in ("minutes", "cents"):
        bounds, found = before[kind], after[kind]
        ends = [bounds["low"], found["low"], found["high"], bounds["high"]]
        assert ends == sorted(ends), (name, kind)
