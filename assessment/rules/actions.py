"""Acties: what to mend first."""

from collections.abc import Iterator, Mapping
from operator import attrgetter, itemgetter

from assessment.case import Case, Message, Record, key_of, message, step
from assessment.rules.check_points import CheckState, CheckStates
from assessment.rules.raise_plans import RaisePlan, conclude_raises, raise_plans
from assessment.rules.scope import audited_in
from assessment.rules.scoring import readings_of, strictest_of
from assessment.rules.tasks import document_group, merge_tasks

__all__ = ["assess_actions"]

_Grouped = tuple[str, Record]
"""A reason to do something, with the group that it puts its task in."""


def assess_actions(case: Case, checks: CheckStates, so_far: Record) -> Record:
    """List what to do in groups, and give the shortest way to a positive outcome in each reading.

    `ranked` holds each task once, in the groups of `tasks.GROUPS`; whatever fails in the strict reading is in it.
    `shortest` holds per reading the smallest set of raises; `requirements` the same for each requirement apart. A score
    that is not given yet counts as the lowest, and says so (`open`).

    Args:
        case: The candidate.
        checks: The candidate's check points by requirement.
        so_far: The report's `eligibility`, `scope`, `requirements`, `documents`, `readiness` and `timeline`.
    """
    plans = raise_plans(case, checks, audited_in(so_far["scope"]))
    found = [
        *_conditions(case, so_far["eligibility"]),
        *_score_actions(plans),
        *_refinements(case, so_far["requirements"], plans),
        *_documents(case, so_far["documents"]),
        *_applications(case, so_far),
        *_questions(case, so_far["readiness"]["open"]),
    ]
    tips = [each.check for name in plans for each in checks[name] if _is_tip(each)]
    shortest = {name: _together([plan.summaries[name] for plan in plans.values()]) for name in readings_of(case.norm)}
    conclude_raises(case, plans)
    _conclude_shortest(case, plans, shortest)
    return {
        "ranked": merge_tasks(case.norm, found, tips),
        "shortest": shortest,
        "requirements": {name: plan.summaries for name, plan in plans.items()},
        "standing": "estimate",
    }


def _is_tip(state: CheckState) -> bool:
    return state.is_asked and not state.decides


def _conclude_shortest(case: Case, plans: Mapping[str, RaisePlan], shortest: Record) -> None:
    """Write down of which raises in which requirements the shortest way of each reading is the sum."""
    for name, reading in readings_of(case.norm).items():
        steps = [
            step(
                "rules.calc.way",
                on=key_of("requirement", requirement),
                requirement=requirement,
                scores=plan.summaries[name]["scores"],
                steps=plan.summaries[name]["steps"],
            )
            for requirement, plan in plans.items()
        ]
        found = shortest[name]
        reason = message("rules.shortest", scores=found["scores"], steps=found["steps"])
        case.conclude("shortest", reading, reason, steps=steps)


def _together(summaries: list[Record]) -> Record:
    """Add up what the requirements take."""
    return {
        "scores": sum(found["scores"] for found in summaries),
        "steps": sum(found["steps"] for found in summaries),
        "raises": [line for found in summaries for line in found["raises"]],
    }


def _score_actions(plans: Mapping[str, RaisePlan]) -> Iterator[_Grouped]:
    """List the raises: the requirement that takes least comes first, and within it the cheapest raise.

    So what is done first is what soonest makes the outcome better. Beyond the middle reading only the cost counts.
    """
    for plan in sorted(plans.values(), key=attrgetter("effort")):
        yield from _cheapest([action for action in plan.actions if action[0] == "first"])
    yield from _cheapest([action for plan in plans.values() for action in plan.actions if action[0] != "first"])


def _cheapest(actions: list[tuple[str, int, Record]]) -> Iterator[_Grouped]:
    return ((group, action) for group, _, action in sorted(actions, key=itemgetter(1)))


def _refinements(case: Case, requirements: list[Record], plans: Mapping[str, RaisePlan]) -> Iterator[_Grouped]:
    """Ask for the points of each requirement that fails without a score that says what to mend."""
    strictest = strictest_of(case.norm)["id"]
    for entry in requirements:
        plan = plans.get(entry["id"])
        if plan and not plan.actions and entry["readings"][strictest]["best"] == "failed":
            group = "first" if entry["readings"]["likely"]["best"] == "failed" else "extra"
            yield group, _action("refine", case.norm["requirements"][entry["id"]], _refine_reason(case, entry["id"]))


def _refine_reason(case: Case, requirement: str) -> Message:
    """Say that the quick scan was too low, or else that every point was set aside."""
    scanned = case.answers.get("scan", {}).get(requirement)
    return message("rules.action.refine" if scanned else "rules.action.no_points")


def _conditions(case: Case, eligibility: Record) -> Iterator[_Grouped]:
    for entry in (entry for entry in eligibility["conditions"] if entry["state"] == "not_met"):
        beside = "condition_told" if "if_not_met" in case.norm["conditions"][entry["id"]] else "condition_beside"
        kind = "condition" if entry["blocking"] else beside
        group = "needed" if entry["blocking"] else "extra"
        yield group, _action("condition", entry, message(f"rules.action.{kind}", condition=entry["id"]))


def _documents(case: Case, documents: list[Record]) -> Iterator[_Grouped]:
    """List the documents that are missing, then those in the making, those that prove most first."""
    for state in ("missing", "in_progress"):
        found = [entry for entry in documents if entry["state"] == state and entry["needed"]]
        for entry in sorted(found, key=lambda document: -len(document["proves"])):
            group = document_group(case.norm["documents"][entry["id"]])
            yield group, _action("document", entry, message(f"rules.action.document_{state}", document=entry["id"]))


def _applications(case: Case, so_far: Record) -> Iterator[_Grouped]:
    """Where no audit stands in between, what is left is to apply: the steps of one's own that one can date.

    A step that no source names is advice of ours, and comes first.
    """
    if so_far["scope"]["audit_required"] is not False or so_far["readiness"]["is_empty"]:
        return
    elements = case.norm["procedure"]["steps"]
    for entry in so_far["timeline"]["steps"]:
        element = elements[entry["id"]]
        if "dated_by" in element and element["who"] == ["provider"] and entry["state"] != "done":
            group, kind = ("first", "advised") if element["standing"] == "not_found" else ("needed", "needed")
            reason = message(f"rules.action.step_{kind}", step=entry["id"])
            yield group, _action("step", element, entry["reason"] if entry["state"] == "perhaps" else reason)


def _questions(case: Case, still_open: Record) -> Iterator[_Grouped]:
    for kind in ("profile", "checks", "documents"):
        if still_open[kind]:
            reason = message(
                f"rules.action.answer_{kind}",
                number=len(still_open[kind]),
                first=still_open[kind][0],
            )
            listed = step(f"rules.calc.open_{kind}", names=still_open[kind])
            case.conclude("open", {"id": f"open-{kind}", "standing": "estimate"}, reason, steps=[listed])
            asked = {"id": still_open[kind][0], "standing": "estimate"}
            yield "open", _action("answer", asked, reason)


def _action(kind: str, entry: Record, reason: Record) -> Record:
    return {
        "kind": kind,
        "about": entry["id"],
        "reason": reason,
        "standing": entry["standing"],
        "sources": entry.get("sources", []),
    }
