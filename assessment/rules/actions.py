"""Acties: what to mend first."""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from assessment.case import Case, Message, Record, key_of, message, step
from assessment.rules.check_points import CheckState, CheckStates, for_requirement
from assessment.rules.minimal_raises import Raise, cheapest_raises, effort
from assessment.rules.scope import audited_in
from assessment.rules.scoring import READINGS, Point, is_sufficient, step_of

__all__ = ["assess_actions"]

_DIMENSIONS = ("conformity", "demonstrability")


def assess_actions(case: Case, checks: CheckStates, so_far: Record) -> Record:
    """Rank what to do, and give the shortest way to a positive outcome in each reading.

    `ranked` runs from what blocks a registration, over the raises of the strict reading (cheapest first), what the
    quick scan finds too low and the documents, to the questions still open. Whatever fails in that reading is in it.
    `shortest` holds per reading the smallest set of raises; `requirements` the same for each requirement apart. A score
    that is not given yet counts as the lowest, and says so (`open`).

    Args:
        case: The candidate.
        checks: The candidate's check points by requirement.
        so_far: The report's `eligibility`, `scope`, `requirements`, `documents` and `readiness`.
    """
    plans = {
        name: _for_requirement(case, name).call_memoised(_plan, checks[name], about=name)
        for name in audited_in(so_far["scope"])
    }
    ranked = [
        *_conditions(case, so_far["eligibility"]),
        *_score_actions(plans),
        *_refinements(case, so_far["requirements"], plans),
        *_documents(so_far["documents"]),
        *_questions(case, so_far["readiness"]["open"]),
    ]
    shortest = {name: _together([plan.summaries[name] for plan in plans.values()]) for name in READINGS}
    _conclude_raises(case, plans)
    _conclude_shortest(case, plans, shortest)
    return {
        "ranked": [action | {"rank": rank} for rank, action in enumerate(ranked, start=1)],
        "shortest": shortest,
        "requirements": {name: plan.summaries for name, plan in plans.items()},
        "standing": "estimate",
    }


class _RaisePlan(NamedTuple):
    """What mending one requirement takes, by reading: the summary of the cheapest raises.

    `actions` are those of the strict reading, each with its effort; `steps` tell of each point why it must rise.
    """

    summaries: dict[str, Record]
    actions: list[tuple[int, Record]]
    steps: dict[str, list[Record]]


def _for_requirement(case: Case, requirement: str) -> Case:
    return for_requirement(case, case.norm["requirements"][requirement])


def _plan(case: Case, states: Sequence[CheckState]) -> _RaisePlan:
    raises = _raises(case, states)
    summaries = {name: _summary(case, found) for name, found in raises.items()}
    return _RaisePlan(summaries, list(_actions(case, raises["strict"])), _raise_steps(case, raises))


def _raise_steps(case: Case, raises: Mapping[str, list[Raise]]) -> dict[str, list[Record]]:
    """Say for each point that must rise what each reading asks of it."""
    steps: dict[str, list[Record]] = {}
    for name, found in raises.items():
        reading = case.norm["scoring"]["readings"][name]
        for entry in found:
            steps.setdefault(entry.check, []).append(_raise_step(reading, entry))
    return steps


def _conclude_raises(case: Case, plans: Mapping[str, _RaisePlan]) -> None:
    """Write down for each point that must rise what each reading asks of it, the strictest reading first."""
    checks = _checks(case)
    for check, steps in _steps_of_all(plans).items():
        about = {"id": check, "standing": "estimate", "sources": checks[check].get("sources", [])}
        has = step("rules.calc.point", on=key_of("check", check), check=check)
        case.conclude("raise", about, message("rules.raise", check=check), steps=[has, *steps])


def _steps_of_all(plans: Mapping[str, _RaisePlan]) -> dict[str, list[Record]]:
    steps = {check: found for plan in plans.values() for check, found in plan.steps.items()}
    raised = (line["check"] for name in READINGS for plan in plans.values() for line in plan.summaries[name]["raises"])
    return {check: steps[check] for check in dict.fromkeys(raised)}


def _raise_step(reading: Record, entry: Raise) -> Record:
    sufficient = is_sufficient(entry.target, reading)
    return step(
        "rules.calc.raise_sufficient" if sufficient else "rules.calc.raise_deliberable",
        reading,
        reading=reading["id"],
        before=_steps_of(entry.start),
        after=_steps_of(entry.target),
    )


def _steps_of(point: Point) -> dict[str, str]:
    return {name: step_of(score) for name, score in point._asdict().items()}


def _conclude_shortest(case: Case, plans: Mapping[str, _RaisePlan], shortest: Record) -> None:
    """Write down of which raises in which requirements the shortest way of each reading is the sum."""
    for name in READINGS:
        reading = case.norm["scoring"]["readings"][name]
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


def _raises(case: Case, states: Sequence[CheckState]) -> dict[str, list[Raise]]:
    """Find the cheapest raises of one requirement in each reading."""
    starts = [(entry.check["id"], entry.worst) for entry in states if entry.counts]
    return {name: cheapest_raises(starts, case.norm["scoring"]["readings"][name]) for name in READINGS}


def _summary(case: Case, raises: list[Raise]) -> Record:
    """Count the scores that change, and the steps of the scale in all."""
    changed = [(old, new) for entry in raises for old, new in zip(entry.start, entry.target, strict=True) if new > old]
    return {
        "scores": len(changed),
        "steps": sum(new - old for old, new in changed),
        "raises": [_raise_line(case, entry) for entry in raises],
    }


def _together(summaries: list[Record]) -> Record:
    """Add up what the requirements take."""
    return {
        "scores": sum(found["scores"] for found in summaries),
        "steps": sum(found["steps"] for found in summaries),
        "raises": [line for found in summaries for line in found["raises"]],
    }


def _raise_line(case: Case, entry: Raise) -> Record:
    answer = case.answers.get("checks", {}).get(entry.check, {})
    return {
        "check": entry.check,
        **{
            dimension: {"from": answer.get(dimension), "to": step_of(new)} if new > old else None
            for dimension, old, new in zip(_DIMENSIONS, entry.start, entry.target, strict=True)
        },
        "open": "conformity" not in answer or "demonstrability" not in answer,
    }


def _score_actions(plans: Mapping[str, _RaisePlan]) -> Iterator[Record]:
    """List the raises of all requirements, the cheapest first."""
    actions = [action for plan in plans.values() for action in plan.actions]
    return (action for _, action in sorted(actions, key=itemgetter(0)))


def _actions(case: Case, raises: list[Raise]) -> Iterator[tuple[int, Record]]:
    """Turn the raises of known scores into actions; open scores are asked, not mended."""
    checks = _checks(case)
    for entry in raises:
        line = _known_only(_raise_line(case, entry))
        if line["conformity"] is None and line["demonstrability"] is None:
            continue
        yield (
            effort(entry.start, entry.target),
            {
                "kind": "raise",
                "about": entry.check,
                "quick_win": _is_quick(line, entry),
                **{dimension: line[dimension] for dimension in _DIMENSIONS},
                "reason": message(f"rules.action.{_raise_kind(line)}", check=entry.check, **_steps_to(line)),
                "standing": "estimate",
                "sources": checks[entry.check].get("sources", []),
            },
        )


def _is_quick(line: Record, entry: Raise) -> bool:
    """Tell whether a point is in order on paper and lacks only one step in practice, where something is shown already.

    From the lowest score there is nothing to show yet, and evidence cannot be made afterwards.
    """
    now, wanted = entry.start.demonstrability, entry.target.demonstrability
    return not line["open"] and line["conformity"] is None and now > 0 and wanted == now + 1


def _known_only(line: Record) -> Record:
    """Leave of a raise what lifts a score that was given; the other score is asked for elsewhere."""
    return line | {name: None for name in _DIMENSIONS if line[name] and line[name]["from"] is None}


def _refinements(case: Case, requirements: list[Record], plans: Mapping[str, _RaisePlan]) -> Iterator[Record]:
    """Ask for the points of each requirement that fails without a score that says what to mend."""
    for entry in requirements:
        plan = plans.get(entry["id"])
        if plan and not plan.actions and entry["readings"]["strict"]["best"] == "failed":
            yield _action("refine", case.norm["requirements"][entry["id"]], _refine_reason(case, entry["id"]))


def _refine_reason(case: Case, requirement: str) -> Message:
    """Say that the quick scan was too low, or else that every point was set aside."""
    scanned = case.answers.get("scan", {}).get(requirement)
    return message("rules.action.refine" if scanned else "rules.action.no_points")


def _checks(case: Case) -> Record:
    return {name: check for entry in case.norm["requirements"].values() for name, check in entry["checks"].items()}


def _raise_kind(line: Record) -> str:
    changing = [dimension for dimension in _DIMENSIONS if line[dimension]]
    return "raise_both" if len(changing) == len(_DIMENSIONS) else f"raise_{changing[0]}"


def _steps_to(line: Record) -> Record:
    steps: Record = {}
    for dimension in _DIMENSIONS:
        if line[dimension]:
            steps |= {
                f"{dimension}_from": line[dimension]["from"],
                f"{dimension}_to": line[dimension]["to"],
            }
    return steps


def _conditions(case: Case, eligibility: Record) -> Iterator[Record]:
    unmet = [entry for entry in eligibility["conditions"] if entry["state"] == "not_met"]
    for entry in sorted(unmet, key=lambda found: not found["blocking"]):
        beside = "condition_told" if "if_not_met" in case.norm["conditions"][entry["id"]] else "condition_beside"
        kind = "condition" if entry["blocking"] else beside
        yield _action("condition", entry, message(f"rules.action.{kind}", condition=entry["id"]))


def _documents(documents: list[Record]) -> Iterator[Record]:
    """List the documents that are missing, then those in the making, those that prove most first."""
    for state in ("missing", "in_progress"):
        found = [entry for entry in documents if entry["state"] == state and entry["needed"]]
        for entry in sorted(found, key=lambda document: -len(document["proves"])):
            yield _action("document", entry, message(f"rules.action.document_{state}", document=entry["id"]))


def _questions(case: Case, still_open: Record) -> Iterator[Record]:
    for kind in ("profile", "checks", "documents"):
        if still_open[kind]:
            reason = message(
                f"rules.action.answer_{kind}",
                number=len(still_open[kind]),
                first=still_open[kind][0],
            )
            listed = step(f"rules.calc.open_{kind}", names=still_open[kind])
            case.conclude("open", {"id": f"open-{kind}", "standing": "estimate"}, reason, steps=[listed])
            yield {
                "kind": "answer",
                "about": still_open[kind][0],
                "reason": reason,
                "standing": "estimate",
                "sources": [],
            }


def _action(kind: str, entry: Record, reason: Record) -> Record:
    return {
        "kind": kind,
        "about": entry["id"],
        "reason": reason,
        "standing": entry["standing"],
        "sources": entry.get("sources", []),
    }
