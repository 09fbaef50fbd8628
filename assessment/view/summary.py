"""In het kort: the first screen of a result, as data: what is left to do, our estimate, time and money."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain, islice
from typing import Any

from assessment.case import Record
from assessment.outcomes import NOT_REQUIRED, verdicts_of
from assessment.rounding import rounded_money
from assessment.rules.scoring import readings_of
from assessment.view.actions import reason_line
from assessment.view.builder import ViewBuilder
from assessment.view.cells import requirement_cells
from assessment.view.lanes import LANES, lane_of
from assessment.view.open_requirements import open_list, price_by_requirements
from assessment.view.outcome import as_task, estimated_in, left_to_do, open_in_brief, opening_questions
from assessment.view.readiness import says_something
from assessment.view.timeline import reason_with_end, time_not_counted
from assessment.view.urgent_task import urgent_task
from assessment.view.worth import whose_figures

__all__ = ["summary_of"]

_MOST_TASKS = 3
_OURS = {"standing": "estimate"}
_BEFORE_ALL = ("first", "needed")
_ENDS = {"low": "earliest", "likely": "likely", "high": "latest"}


def summary_of(builder: ViewBuilder, report: Record) -> Record:
    """Say in a few words how a candidate stands.

    Returns:
        `state` (`empty`, `no_audit` or `result`), `left` and `counts` (sentences), `alerts` (what cannot wait),
        `estimate` (what our model makes of it), `first` (what to do first), `time` and `money`, `cells` (a requirement
        and its check points) and `strip` (all of it in one line). What does not hold for the candidate is null or
        empty.
    """
    state = _state(report)
    has_result = state == "result"
    parts = {
        "estimate": _estimate(builder, report) if has_result else None,
        "time": _time(builder, report) if has_result else None,
        "money": _money(builder, report) if has_result else None,
    }
    left = left_to_do(builder, report)
    return {
        "state": state,
        "left": left,
        "counts": _counts(builder, report) if has_result else "",
        "alerts": [] if state == "empty" else list(_alerts(builder, report)),
        **parts,
        "first": list(opening_questions(builder))
        if state == "empty"
        else _first(builder, report, has_result=has_result),
        "cells": [requirement_cells(builder, entry) for entry in report["requirements"]] if has_result else [],
        "strip": _strip(builder, left, report, parts),
    }


def _state(report: Record) -> str:
    if report["readiness"]["is_empty"]:
        return "empty"
    return "no_audit" if report["scope"]["audit_required"] is False else "result"


def _counts(builder: ViewBuilder, report: Record) -> str:
    """Count the points that decide: in order, estimated, and open unless that is what is left to do."""
    points, estimated = report["readiness"]["points"], estimated_in(report)
    counts = {**points, "open": points["open"] - estimated, "estimated": estimated}
    parts = ("in_order", "estimated") if open_in_brief(builder, report) else ("in_order", "open", "estimated")
    return ", ".join(builder.message(f"view.summary.{name}", counts) for name in parts if counts[name])


def _alerts(builder: ViewBuilder, report: Record) -> Iterator[str]:
    """Name what is dangerous, and why no service is subsidised where none is."""
    for entry in report["warnings"]:
        if entry["level"] == "danger" or entry["id"] in report["worth"]["no_subsidy"]:
            yield builder.title(entry["id"])


def _estimate(builder: ViewBuilder, report: Record) -> Record | None:
    """Give the verdict of the middle scenario with its width; nothing while no point says anything."""
    readiness, outcome = report["readiness"], report["outcome"]
    if not says_something(readiness):
        return None
    likely, verdicts = outcome["likely"], verdicts_of(builder.norm)
    is_certain = likely["worst"] == likely["best"]
    return {
        "text": builder.message("view.summary.estimate", {"found": likely}),
        "likely": likely["best"] if is_certain else None,
        "worst": min((outcome[name]["worst"] for name in readings_of(builder.norm)), key=verdicts.index),
        "best": max((outcome[name]["best"] for name in readings_of(builder.norm)), key=verdicts.index),
        "scale": _scale(builder, is_limited=likely.get("limited", False)),
        "because": _because(builder, report["requirements"]),
        "note": builder.message(f"view.summary.{'agree' if outcome['robust'] else 'differ'}", outcome),
    }


def _scale(builder: ViewBuilder, *, is_limited: bool) -> list[Record]:
    """List the verdicts that there are, the lowest first; the limited audit of a starter knows but two."""
    known = [name for name in verdicts_of(builder.norm) if name != NOT_REQUIRED]
    known = [known[0], known[-1]] if is_limited else known
    return [
        {"id": name, "title": builder.verdicts({"worst": name, "best": name, "limited": is_limited})} for name in known
    ]


def _because(builder: ViewBuilder, requirements: list[Record]) -> str | None:
    """Name what fails in the middle scenario, whatever is still open."""
    failed = [entry["id"] for entry in requirements if entry["readings"]["likely"]["best"] == "failed"]
    return builder.message("view.summary.because", {"requirements": failed}) if failed else None


def _first(builder: ViewBuilder, report: Record, *, has_result: bool) -> list[Record]:
    """Name the first tasks; where nothing is to be mended, what is to be answered.

    A term that presses comes before all, and then the question on which hangs what is audited at all.
    """
    ranked = report["actions"]["ranked"]
    tasks = [task for task in ranked if task["group"] in _BEFORE_ALL]
    tasks = tasks or [task for task in ranked if task["group"] == "open"]
    urgent = urgent_task(builder, report["timeline"]) if has_result else ()
    asked = open_list(builder.norm, report) if has_result else None
    found = chain(
        (_task(builder, line) for line in urgent),
        [as_task(builder, asked)] if asked else (),
        (_task(builder, reason_line(builder, task["reasons"][0])) for task in tasks),
    )
    return list(islice(found, _MOST_TASKS))


def _task(builder: ViewBuilder, line: Record) -> Record:
    remedy = next((each["text"] for each in line["details"] if each["label"] == builder.message("view.remedy")), None)
    text = remedy or line["text"]
    told = builder.message("view.summary.perhaps", {"text": text}) if line["state"] == "perhaps" else text
    return {"title": line["title"], "text": told, "asks": line["asks"], "href": line["href"]}


def _time(builder: ViewBuilder, report: Record) -> Record | None:
    timeline = report["timeline"]
    to_come = [entry for entry in timeline["steps"] if entry["state"] != "done"]
    if not to_come:
        return None
    span, margin = to_come[-1]["end"], timeline["margin"]
    terms = [deadline for deadline in timeline["deadlines"] if _is_term(deadline)]
    is_of_term = margin is not None and margin["deadline"] in {term["id"] for term in terms}
    around = {name: builder.around(day) for name, day in span.items()}
    is_narrow = around["earliest"] == around["latest"]
    return {
        "text": builder.message("view.summary.ready", span),
        "range": None if is_narrow else builder.message("view.summary.between", span),
        "parts": list(_parts(builder, to_come)),
        "margin": reason_with_end(builder, margin) if margin and not is_of_term else None,
        "terms": [*time_not_counted(builder, report), *(_term(builder, term, margin) for term in terms)],
        **builder.grounds(_OURS),
    }


def _is_term(deadline: Mapping[str, Any]) -> bool:
    """Whether somebody else sets it, its days are known and it can still be met; what ends of itself has a margin."""
    is_set = deadline["standing"] != "estimate" and deadline["kind"] != "event"
    is_known = deadline["basis"] != "expected" and deadline["last"] is not None
    return is_set and is_known and deadline["state"] != "past"


def _term(builder: ViewBuilder, deadline: Record, margin: Record | None) -> str:
    """Name what has to be done by its day, whose word that is where it is not the authority's, and the time left."""
    title = builder.text(builder.norm["procedure"]["deadlines"][deadline["id"]]["title"])
    mark = builder.grounds(deadline)["standing_label"]
    named = f"{title} ({mark})" if mark else title
    left = _left(builder, margin) if margin is not None and margin["deadline"] == deadline["id"] else None
    ends = builder.reason(deadline["after_end"]) if deadline["after_end"] else None
    return " ".join(part for part in (f"{named}.", builder.reason(deadline["reason"]), left, ends) if part)


def _left(builder: ViewBuilder, margin: Record) -> str:
    """Say how much time is left before a term whose name and day were just told."""
    kind = margin["reason"]["message"].rpartition(".")[2]
    return builder.message(f"view.summary.margin.{kind}", margin["reason"]["values"])


def _parts(builder: ViewBuilder, steps: list[Record]) -> Iterator[Record]:
    """Say how long each of those who act is at work."""
    days = {lane: dict.fromkeys(_ENDS, 0) for lane in LANES.values()}
    for entry in steps:
        lane = lane_of(builder.norm, entry)
        for length, number in _lengths(entry).items():
            days[lane][length] += number
    for lane, found in days.items():
        if found["likely"]:
            text = builder.message("view.summary.takes", {"days": found})
            yield {"who": lane, "title": builder.message(f"view.summary.who.{lane}"), "text": text}


def _lengths(entry: Record) -> dict[str, int]:
    first, last = entry["start"], entry["end"]
    return {name: (_day(last[end]) - _day(first[end])).days for name, end in _ENDS.items()}


def _day(iso: str) -> date:
    return date.fromisoformat(iso)


def _money(builder: ViewBuilder, report: Record) -> Record:
    by_requirements = price_by_requirements(builder, report)
    if by_requirements:
        text = builder.ends(by_requirements)
        worth = _worth(builder, report["worth"]) if report["worth"]["no_subsidy"] else None
        why = builder.message("view.cost.by_requirements")
        return {"text": text, "range": why, "worth": worth, **builder.grounds(_OURS)}
    cents = report["cost"]["cents"]
    is_exact = cents["low"] == cents["high"]
    rounded = rounded_money(cents)
    return {
        "text": builder.money(cents["likely"]) if is_exact else builder.about(rounded),
        "range": None if is_exact else builder.ends(rounded),
        "worth": _worth(builder, report["worth"]),
        **builder.grounds({} if is_exact else _OURS),  # an exact price is that of a quote
    }


def _worth(builder: ViewBuilder, worth: Mapping[str, Any]) -> str | None:
    if worth["no_subsidy"]:
        return builder.message("view.summary.worth.no_subsidy")
    if worth["within"] is None:
        return None
    values = {"figures": whose_figures(builder, worth), "years": worth["years"], **worth["break_even"]}
    return builder.message(f"view.summary.worth.{'within' if worth['within'] else 'beyond'}", values)


def _strip(builder: ViewBuilder, left: str, report: Record, parts: Mapping[str, Record | None]) -> str:
    """Put the whole into one line."""
    told = [(open_in_brief(builder, report) if parts["money"] else None) or left]
    if parts["money"]:
        told.append(_price_in_brief(builder, report))
    if parts["time"]:
        last = next(entry for entry in reversed(report["timeline"]["steps"]) if entry["state"] != "done")
        told.append(builder.around(last["end"]["likely"]))
    return builder.message("view.summary.dot").join(told)


def _price_in_brief(builder: ViewBuilder, report: Record) -> str:
    cents = report["cost"]["cents"]
    by_requirements = price_by_requirements(builder, report)
    if by_requirements:
        return builder.ends(by_requirements)
    is_exact = cents["low"] == cents["high"]
    amount = builder.money(cents["likely"] if is_exact else rounded_money(cents).likely)
    return builder.message(f"view.summary.{'exactly' if is_exact else 'roughly'}", {"amount": amount})
