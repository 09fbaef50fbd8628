"""Basisvereisten: the check points of one candidate, and what they give per requirement and reading."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from assessment.case import Case, Record, key_of, message, step
from assessment.points import conclude_points
from assessment.scoring import READINGS, Point, requirement_result, score_of, step_of, sufficient_pairs

__all__ = ["UNJUDGED", "Asked", "Ends", "Points", "assess_requirements", "extremes", "lay_out", "only", "results_of"]


class Asked(NamedTuple):
    """One check point as it stands for this candidate.

    Attributes:
        check: The check point in the norm.
        state: `answered`, `open`, `not_applicable` (the candidate says so) or `not_asked` (the norm says so).
        worst: The lowest scores that can still come out.
        best: The highest.
        certain: Whether the point is certainly audited, and does not hang on a missing answer.
    """

    check: Record
    state: str
    worst: Point
    best: Point
    certain: bool

    @property
    def counts(self) -> bool:
        """Whether the auditor will score this point, as far as is known."""
        return self.state in {"answered", "open"}


UNJUDGED = frozenset({"exempt", "already_positive", "no_audit"})
"""The states of a requirement that the auditor does not look at."""

Points = Mapping[str, Sequence[Asked]]
"""The check points of a candidate by requirement."""
Ends = Mapping[str, Mapping[str, tuple[str, str]]]
"""By requirement and by reading the worst and the best result, if the requirement is audited."""


def lay_out(case: Case) -> Points:
    """Lay out the check points of each requirement for this candidate."""
    return {
        name: only(case, requirement).recall(_laid_out, requirement, about=name)
        for name, requirement in case.norm["requirements"].items()
    }


def only(case: Case, requirement: Record) -> Case:
    """Return the case with the answers about one requirement only."""
    scan, checks = case.answers.get("scan", {}), case.answers.get("checks", {})
    name = requirement["id"]
    answers = {
        "scan": {name: scan[name]} if name in scan else {},
        "checks": {check: checks[check] for check in requirement["checks"] if check in checks},
    }
    return case.holding(answers)


def _laid_out(case: Case, requirement: Record) -> list[Asked]:
    span = _span_of_open(case, requirement["id"])
    return [_asked(case, check, span) for check in requirement["checks"].values()]


def _span_of_open(case: Case, requirement: str) -> tuple[int, int]:
    """Return where a score that is not given yet may lie: the whole scale, or what the quick scan says."""
    answer = case.answers.get("scan", {}).get(requirement)
    if answer is None:
        return 0, 3
    span = case.norm["scoring"]["scan"]["spans"][answer]
    return score_of(span["worst"]), score_of(span["best"])


def _asked(case: Case, check: Record, span: tuple[int, int]) -> Asked:
    answer = case.answers.get("checks", {}).get(check["id"], {})
    applies = case.applies(check)
    scores = [answer.get("conformity"), answer.get("demonstrability")]
    worst, best = (Point(*[end if step is None else score_of(step) for step in scores]) for end in span)
    state = _state(answer, scores, asked=applies is not False)
    return Asked(check, state, worst, best, certain=applies is True)


def _state(answer: Record, scores: list[str | None], *, asked: bool) -> str:
    if not asked:
        return "not_asked"
    if "not_applicable" in answer:
        return "not_applicable"
    return "open" if None in scores else "answered"


def extremes(asked: Sequence[Asked], reading: dict[str, Any]) -> tuple[str, str]:
    """Return the worst and the best result of a requirement that is audited on these points.

    A requirement without one point left to score cannot be judged: it spans from failed to passed.
    """
    worst = [entry.worst for entry in asked if entry.counts]
    best = [entry.best for entry in asked if entry.counts and entry.certain]
    if not worst:
        return "failed", "passed"
    return requirement_result(worst, reading), requirement_result(best, reading)


def results_of(case: Case, points: Points) -> Ends:
    """Find for each requirement what still can come out in each reading, if it is audited."""
    return {name: case.recall(_results, asked, about=name) for name, asked in points.items()}


def _results(case: Case, asked: Sequence[Asked]) -> dict[str, tuple[str, str]]:
    readings = case.norm["scoring"]["readings"]
    return {name: extremes(asked, readings[name]) for name in READINGS}


def assess_requirements(case: Case, scope: Record, points: Points, ends: Ends) -> list[Record]:
    """Judge each requirement in the three readings, each an interval from `worst` to `best`."""
    states = {entry["id"]: entry["state"] for entry in scope["requirements"]}
    scanned = case.seeing("scan")
    return [
        scanned.recall(_judge, requirement, states[name], points[name], ends[name], about=name)
        for name, requirement in case.norm["requirements"].items()
    ]


def _judge(
    case: Case, requirement: Record, state: str, asked: Sequence[Asked], ends: Mapping[str, tuple[str, str]]
) -> Record:
    norms = case.norm["scoring"]["readings"]
    readings = {name: _interval(state, ends[name]) for name in READINGS}
    reason = _reason(state, asked, norms["likely"])
    conclude_points(case, requirement["id"], asked)
    case.conclude("requirement", requirement, reason, steps=_steps(norms, requirement, state, asked, readings))
    return {
        "id": requirement["id"],
        "scope": state,
        "readings": readings,
        "checks": [_line(entry) for entry in asked],
        "reason": reason,
        "standing": "estimate",
        "sources": requirement.get("sources", []),
    }


def _steps(norms: Record, requirement: Record, state: str, asked: Sequence[Asked], readings: Record) -> list[Record]:
    """Say per reading which points were found short of which bar, and what that gives."""
    scope = step("rules.calc.scope", on=key_of("scope", requirement["id"]), requirement=requirement["id"], scope=state)
    if state in UNJUDGED:
        return [scope]
    return [scope, *(_reading_step(norms[name], asked, readings[name]) for name in READINGS)]


def _reading_step(reading: Record, asked: Sequence[Asked], interval: Record) -> Record:
    scored = [entry for entry in asked if entry.counts]
    enough = sufficient_pairs(reading)
    short = [entry.check["id"] for entry in scored if entry.best not in enough]
    perhaps = [entry.check["id"] for entry in scored if entry.worst not in enough]
    return step(
        "rules.calc.points_short" if perhaps else "rules.calc.points_enough",
        reading,
        reading=reading["id"],
        short=short,
        open=[name for name in perhaps if name not in short],
        of=len(scored),
        **reading["sufficient"],
        **reading["deliberation"],
        found=interval,
    )


def _interval(state: str, ends: tuple[str, str]) -> Record:
    if state in UNJUDGED:
        return {"worst": state, "best": state}
    worst, best = ends
    return {"worst": worst, "best": "exempt" if state == "unknown" else best}


def _reason(state: str, asked: Sequence[Asked], reading: dict[str, Any]) -> Record:
    if state in UNJUDGED:
        return message(f"rules.requirement.{state}")
    scored = [entry for entry in asked if entry.counts]
    enough = sufficient_pairs(reading)
    short = [entry.check["id"] for entry in scored if entry.best not in enough]
    still_open = [entry.check["id"] for entry in scored if entry.state == "open"]
    if not scored:
        return message("rules.requirement.nothing_left")
    kind = ("short" if short else "enough") + ("_and_open" if still_open else "")
    return message(f"rules.requirement.{kind}", points=short, open=len(still_open), of=len(scored))


def _line(entry: Asked) -> Record:
    return {
        "id": entry.check["id"],
        "state": entry.state,
        "conformity": _span(entry, 0),
        "demonstrability": _span(entry, 1),
        "standing": entry.check["standing"],
        "sources": entry.check.get("sources", []),
    }


def _span(entry: Asked, dimension: int) -> Record | None:
    """Return the interval of one score in steps of the scale, or nothing where the point is not scored."""
    if not entry.counts:
        return None
    return {"worst": step_of(entry.worst[dimension]), "best": step_of(entry.best[dimension])}
