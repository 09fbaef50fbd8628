"""Aandachtspunten: how each point of `norm/requirements/` stands, and why it suffices in a reading or does not."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from assessment.case import Case, Message, Record, message, step
from assessment.fields import scale_of
from assessment.predicates import fields_of
from assessment.rules.scoring import Point, readings_of, score_of, step_of, strictest_of, sufficient_pairs

__all__ = ["CheckState", "CheckStates", "check_states", "conclude_points", "for_requirement", "span_of"]


class CheckState(NamedTuple):
    """One check point as it stands for this candidate.

    Attributes:
        check: The check point in the norm.
        state: `answered`, `open`, `not_applicable` (the candidate says so) or `not_asked` (the norm says so).
        worst: The lowest scores that can still come out.
        best: The highest.
        certain: Whether the point is certainly audited, and does not hang on a missing answer.
        is_given: Whether the candidate gave a score of this point, and not only one of its requirement.
        scanned: The scores that are open here, and of which the quick scan of the requirement says something.
    """

    check: Record
    state: str
    worst: Point
    best: Point
    certain: bool
    is_given: bool
    scanned: tuple[str, ...]

    @property
    def is_asked(self) -> bool:
        """Whether this point is about this candidate, as far as is known."""
        return self.state in {"answered", "open"}

    @property
    def decides(self) -> bool:
        """Whether any source ties this point to the audit; one that does not is a tip."""
        return "tip_because" not in self.check

    @property
    def counts(self) -> bool:
        """Whether this point has a part in the result of its requirement."""
        return self.is_asked and self.decides

    @property
    def weight(self) -> int:
        """How much this point counts where a reading adds up scores."""
        weight: int = self.check.get("weight", 1)
        return weight

    def interval(self, dimension: int, scale: Sequence[str]) -> Record | None:
        """Return the interval of one score in steps of the scale, or nothing where the point is not scored."""
        if not self.is_asked:
            return None
        return {"worst": step_of(self.worst[dimension], scale), "best": step_of(self.best[dimension], scale)}


CheckStates = Mapping[str, Sequence[CheckState]]
"""The check points of a candidate by requirement."""


def check_states(case: Case) -> CheckStates:
    """Return how the check points of each requirement stand for this candidate."""
    return {
        name: for_requirement(case, requirement).call_memoised(_states_of, requirement, about=name)
        for name, requirement in case.norm["requirements"].items()
    }


def for_requirement(case: Case, requirement: Record) -> Case:
    """Return the case with the answers about one requirement only."""
    scan, checks = case.answers.get("scan", {}), case.answers.get("checks", {})
    name = requirement["id"]
    answers = {
        "scan": {name: scan[name]} if name in scan else {},
        "checks": {check: checks[check] for check in requirement["checks"] if check in checks},
    }
    return case.with_answers(answers)


def _states_of(case: Case, requirement: Record) -> list[CheckState]:
    scanned = case.answers.get("scan", {}).get(requirement["id"], {})
    bounds = _bounds_of_open(case, scanned)
    scale = scale_of(case.norm)
    return [_check_state(case, check, bounds, scanned, scale) for check in requirement["checks"].values()]


def _bounds_of_open(case: Case, scanned: Record) -> tuple[Point, Point]:
    """Return between which scores one that is not given yet may lie, for each dimension by itself."""
    spans = [span_of(case.norm, scanned.get(dimension)) for dimension in Point._fields]
    return Point(*(worst for worst, _ in spans)), Point(*(best for _, best in spans))


def span_of(norm: Mapping[str, Any], answer: str | None) -> tuple[int, int]:
    """Return where a score may lie by an answer of the quick scan; without one, anywhere on the scale."""
    scale = scale_of(norm)
    if answer is None:
        return 0, len(scale) - 1
    span = norm["scoring"]["scan"]["spans"][answer]
    return score_of(span["worst"], scale), score_of(span["best"], scale)


def _check_state(
    case: Case, check: Record, bounds: tuple[Point, Point], scanned: Record, scale: Sequence[str]
) -> CheckState:
    answer = case.answers.get("checks", {}).get(check["id"], {})
    applies = case.applies(check)
    scores = [answer.get("conformity"), answer.get("demonstrability")]
    worst, best = (
        Point(*(open_ if given is None else score_of(given, scale) for given, open_ in zip(scores, bound, strict=True)))
        for bound in bounds
    )
    state = _state(answer, scores, asked=applies is not False)
    is_given = any(step is not None for step in scores)
    told = tuple(name for name in Point._fields if state == "open" and name in scanned and name not in answer)
    return CheckState(check, state, worst, best, certain=applies is True, is_given=is_given, scanned=told)


def _state(answer: Record, scores: list[str | None], *, asked: bool) -> str:
    if not asked:
        return "not_asked"
    if "not_applicable" in answer:
        return "not_applicable"
    return "open" if None in scores else "answered"


def conclude_points(case: Case, requirement: str, states: Sequence[CheckState]) -> None:
    """Write down for each point which scores it has, or may still get, and in which readings they suffice."""
    scale = scale_of(case.norm)
    for entry in states:
        steps = list(_scan_steps(case, requirement, entry))
        if not entry.decides:
            steps.append(step("rules.calc.tip", check=entry.check["id"]))
        elif entry.counts:
            steps.append(_sufficient_step(case, entry))
        case.conclude("check", entry.check, _reason(entry, scale), fields_of(entry.check.get("applies_when")), steps)


def _reason(entry: CheckState, scale: Sequence[str]) -> Message:
    if not entry.is_asked:
        return message(f"rules.check.{entry.state}")
    ends = zip(Point._fields, entry.worst, entry.best, strict=True)
    spans = {name: {"worst": step_of(worst, scale), "best": step_of(best, scale)} for name, worst, best in ends}
    if entry.state == "answered":
        spans["scores"] = {name: span["worst"] for name, span in spans.items()}
    return message(f"rules.check.{entry.state}", **spans)


def _scan_steps(case: Case, requirement: str, entry: CheckState) -> Iterator[Record]:
    """Say of each open score of a point what the quick scan makes of it."""
    scan = case.norm["scoring"]["scan"]
    for dimension in entry.scanned:
        score = case.answers["scan"][requirement][dimension]
        answer = {"dimension": dimension, "score": score}
        yield step("rules.calc.scan", scan, requirement=requirement, answer=answer, found=scan["spans"][score])


def _sufficient_step(case: Case, entry: CheckState) -> Record:
    found = {name: _sufficient(entry, reading) for name, reading in readings_of(case.norm).items()}
    return step("rules.calc.sufficient", strictest_of(case.norm), **found)


def _sufficient(entry: CheckState, reading: dict[str, Any]) -> str:
    """Tell whether a point suffices in a reading: `yes`, `no`, or `unknown` while it hangs on open scores."""
    enough = sufficient_pairs(reading)
    return "yes" if entry.worst in enough else "unknown" if entry.best in enough else "no"
