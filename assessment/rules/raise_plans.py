"""Verbeterplannen: what mending each requirement takes, by reading, and as reasons to do something."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from assessment.case import Case, Record, key_of, message, step
from assessment.fields import scale_of
from assessment.rules.cheapest_sums import effort
from assessment.rules.check_points import CheckState, CheckStates, for_requirement
from assessment.rules.minimal_raises import Raise, cheapest_raises
from assessment.rules.scoring import Point, bars_of, is_sufficient, readings_of, step_of, strictest_of

__all__ = ["RaisePlan", "conclude_raises", "raise_plans"]

_DIMENSIONS = ("conformity", "demonstrability")


class RaisePlan(NamedTuple):
    """What mending one requirement takes, by reading: the summary of the cheapest raises.

    `actions` are those of the middle reading, and of the strict one for points that need no raise there; each with its
    group and its effort. `steps` tell of each point why it must rise.
    """

    summaries: dict[str, Record]
    actions: list[tuple[str, int, Record]]
    steps: dict[str, list[Record]]

    @property
    def effort(self) -> int:
        """What the raises of the middle reading take together."""
        return sum(effort for group, effort, _ in self.actions if group == "first")


def raise_plans(case: Case, checks: CheckStates, requirements: Sequence[str]) -> dict[str, RaisePlan]:
    """Find what mending each of these requirements takes."""
    return {name: _for_requirement(case, name).call_memoised(_plan, checks[name], about=name) for name in requirements}


def _for_requirement(case: Case, requirement: str) -> Case:
    return for_requirement(case, case.norm["requirements"][requirement])


def _plan(case: Case, states: Sequence[CheckState]) -> RaisePlan:
    raises = _raises(case, states)
    summaries = {name: _summary(case, found) for name, found in raises.items()}
    first = list(_actions(case, "first", raises["likely"]))
    told = {action["about"] for _, _, action in first}
    beyond = [entry for entry in raises[strictest_of(case.norm)["id"]] if entry.check not in told]
    return RaisePlan(summaries, [*first, *_actions(case, "extra", beyond)], _raise_steps(case, raises))


def _raises(case: Case, states: Sequence[CheckState]) -> dict[str, list[Raise]]:
    """Find the cheapest raises of one requirement in each reading."""
    counted = [entry for entry in states if entry.counts]
    starts = [(entry.check["id"], entry.worst) for entry in counted]
    weights = [entry.weight for entry in counted]
    return {name: cheapest_raises(starts, reading, weights) for name, reading in readings_of(case.norm).items()}


def _summary(case: Case, raises: list[Raise]) -> Record:
    """Count the scores that change, and the steps of the scale in all."""
    changed = [(old, new) for entry in raises for old, new in zip(entry.start, entry.target, strict=True) if new > old]
    return {
        "scores": len(changed),
        "steps": sum(new - old for old, new in changed),
        "raises": [_raise_line(case, entry) for entry in raises],
    }


def _raise_line(case: Case, entry: Raise) -> Record:
    answer, scale = case.answers.get("checks", {}).get(entry.check, {}), scale_of(case.norm)
    return {
        "check": entry.check,
        **{
            dimension: {"from": answer.get(dimension), "to": step_of(new, scale)} if new > old else None
            for dimension, old, new in zip(_DIMENSIONS, entry.start, entry.target, strict=True)
        },
        "open": "conformity" not in answer or "demonstrability" not in answer,
    }


def _actions(case: Case, group: str, raises: list[Raise]) -> Iterator[tuple[str, int, Record]]:
    """Turn the raises of known scores into actions; open scores are asked, not mended."""
    checks = _checks(case)
    for entry in raises:
        line = _known_only(_raise_line(case, entry))
        if line["conformity"] is None and line["demonstrability"] is None:
            continue
        yield (
            group,
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


def _raise_steps(case: Case, raises: Mapping[str, list[Raise]]) -> dict[str, list[Record]]:
    """Say for each point that must rise what each reading asks of it."""
    steps: dict[str, list[Record]] = {}
    for name, found in raises.items():
        reading = case.norm["scoring"]["readings"][name]
        for entry in found:
            steps.setdefault(entry.check, []).append(_raise_step(reading, entry))
    return steps


def _raise_step(reading: Record, entry: Raise) -> Record:
    return step(
        f"rules.calc.{_raise_message(reading, entry)}",
        reading,
        reading=reading["id"],
        before=_steps_of(entry.start, reading["scale"]),
        after=_steps_of(entry.target, reading["scale"]),
    )


def _raise_message(reading: Record, entry: Raise) -> str:
    """Tell what a raise is for: a sufficient point, one that may stay below by deliberation, or the sum of scores."""
    if not is_sufficient(entry.target, reading):
        return "raise_share" if bars_of(reading).counts_shares else "raise_deliberable"
    return "raise_share" if is_sufficient(entry.start, reading) else "raise_sufficient"


def _steps_of(point: Point, scale: Sequence[str]) -> dict[str, str]:
    return {name: step_of(score, scale) for name, score in zip(point._fields, point, strict=True)}


def _checks(case: Case) -> Record:
    return {name: check for entry in case.norm["requirements"].values() for name, check in entry["checks"].items()}


def conclude_raises(case: Case, plans: Mapping[str, RaisePlan]) -> None:
    """Write down for each point that must rise what each reading asks of it, the strictest reading first."""
    checks = _checks(case)
    for check, steps in _steps_of_all(case, plans).items():
        about = {"id": check, "standing": "estimate", "sources": checks[check].get("sources", [])}
        has = step("rules.calc.point", on=key_of("check", check), check=check)
        case.conclude("raise", about, message("rules.raise", check=check), steps=[has, *steps])


def _steps_of_all(case: Case, plans: Mapping[str, RaisePlan]) -> dict[str, list[Record]]:
    steps = {check: found for plan in plans.values() for check, found in plan.steps.items()}
    names = readings_of(case.norm)
    raised = (line["check"] for name in names for plan in plans.values() for line in plan.summaries[name]["raises"])
    return {check: steps[check] for check in dict.fromkeys(raised)}
