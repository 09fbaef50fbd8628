"""Gereedheid: how much is answered, and how many audited points are sufficient so far."""

from collections.abc import Iterator, Sequence

from assessment.answers import is_empty
from assessment.case import Case, Record, message, step
from assessment.fields import scale_of
from assessment.rules.check_points import CheckState, CheckStates, span_of
from assessment.rules.progress import total_progress
from assessment.rules.scope import audited_in
from assessment.rules.scoring import Point, readings_of, score_of, strictest_of, sufficient_pairs

__all__ = ["assess_readiness"]


def assess_readiness(case: Case, checks: CheckStates, so_far: Record) -> Record:
    """Count what is answered and what is sufficient, over the requirements that are or may be audited.

    Each reading has `low` and `high` out of `of`: the number of sufficient points if everything still open turns out
    badly, or well. Percentages are whole and rounded down. `scan` counts the questions of the quick scan, of which
    `scanned` points have an open score bounded. `open` lists what to answer next, and `unlike_scan` the
    points with a score that the quick scan did not foresee: it is the score that counts, so that the result may leave
    the bounds that were told before. `points` counts what is in order, to do and open; see `total_progress`.

    Args:
        case: The candidate.
        checks: The candidate's check points by requirement.
        so_far: The report's `scope`, `requirements` and `documents`.
    """
    scope, documents = so_far["scope"], so_far["documents"]
    counted = [entry for entry in _audited_points(scope, checks) if entry.counts]
    answered = sum(entry.state == "answered" for entry in counted)
    found = {name: _sufficient(counted, reading) for name, reading in readings_of(case.norm).items()}
    readings = {name: _range(*each, len(counted)) for name, each in found.items()}
    coverage = {"answered": answered, "of": len(counted), "percent": _percent(answered, len(counted))}
    _conclude_coverage(case, counted, coverage)
    for name, counts in readings.items():
        _conclude_reading(case, name, counts, *found[name])
    return {
        # Not to know is an answer to the form, and none to the rules.
        "is_empty": is_empty({name: part for name, part in case.answers.items() if name != "unknown"}),
        "coverage": coverage,
        "points": total_progress(so_far["requirements"]),
        "scan": _scan_coverage(case, scope),
        "scanned": sum(point.counts and bool(point.scanned) for point in _audited_points(scope, checks)),
        "unlike_scan": list(_unlike_scan(case, scope, checks)),
        **readings,
        "open": {
            "profile": _open_fields(case),
            "checks": [entry.check["id"] for entry in counted if entry.state == "open"],
            "documents": [entry["id"] for entry in documents if entry["state"] == "unknown"],
            "review": _to_review(case),
        },
        "standing": "estimate",
    }


def _conclude_coverage(case: Case, counted: list[CheckState], coverage: Record) -> None:
    """Write down which points were counted, so that every number is that of a list."""
    enough = sufficient_pairs(strictest_of(case.norm))
    by_state = {
        state: [entry.check["id"] for entry in counted if entry.state == state] for state in ("answered", "open")
    }
    by_state["to_do"] = [entry.check["id"] for entry in counted if entry.is_given and entry.best not in enough]
    whole = {"id": "readiness", "standing": "estimate"}
    steps = [step(f"rules.calc.points_{state}", points=points) for state, points in by_state.items() if points]
    case.conclude("coverage", whole, message("rules.coverage", **coverage), steps=steps)


def _conclude_reading(case: Case, name: str, counts: Record, certain: list[str], possible: list[str]) -> None:
    """Write down which points are sufficient in a reading whatever is still open, and which may be."""
    reading = case.norm["scoring"]["readings"][name]
    lists = {"certain": certain, "possible": [point for point in possible if point not in certain]}
    found = [step(f"rules.calc.sufficient_{kind}", points=points) for kind, points in lists.items() if points]
    reason = message(f"rules.readiness.{'exact' if counts['low'] == counts['high'] else 'range'}", **counts)
    steps = [step("rules.calc.bar", reading, bar=reading["sufficient"]), *found]
    case.conclude("readiness", reading, reason, steps=steps)


def _sufficient(counted: list[CheckState], reading: Record) -> tuple[list[str], list[str]]:
    """Name the points that are sufficient if everything still open turns out badly, and if it turns out well."""
    enough = sufficient_pairs(reading)
    certain = [entry.check["id"] for entry in counted if entry.worst in enough]
    return certain, [entry.check["id"] for entry in counted if entry.best in enough]


def _to_review(case: Case) -> list[str]:
    """Name what the norm changed in meaning since it was answered."""
    tables = (case.answers.get(name, {}) for name in ("checks", "documents"))
    return sorted(name for table in tables for name, answer in table.items() if answer.get("review"))


def _audited_points(scope: Record, checks: CheckStates) -> list[CheckState]:
    return [point for name in audited_in(scope) for point in checks[name]]


def _scan_coverage(case: Case, scope: Record) -> Record:
    """Count the questions of the quick scan that are answered, over the requirements that are or may be audited."""
    names, scan = audited_in(scope), case.answers.get("scan", {})
    return {"answered": sum(len(scan.get(name, {})) for name in names), "of": len(names) * len(Point._fields)}


def _unlike_scan(case: Case, scope: Record, checks: CheckStates) -> Iterator[str]:
    """Name the points whose own score lies outside what the quick scan said of their requirement."""
    scan, answers, scale = case.answers.get("scan", {}), case.answers.get("checks", {}), scale_of(case.norm)
    for name in (name for name in audited_in(scope) if name in scan):
        spans = {dimension: span_of(case.norm, answer) for dimension, answer in scan[name].items()}
        deciding = (point.check["id"] for point in checks[name] if point.decides)
        for check in deciding:
            given = answers.get(check, {})
            if any(_is_outside(given.get(dimension), span, scale) for dimension, span in spans.items()):
                yield check


def _is_outside(score: str | None, span: tuple[int, int], scale: Sequence[str]) -> bool:
    return score is not None and not span[0] <= score_of(score, scale) <= span[1]


def _range(certain: list[str], possible: list[str], total: int) -> Record:
    low, high = len(certain), len(possible)
    return {
        "low": low,
        "high": high,
        "of": total,
        "low_percent": _percent(low, total),
        "high_percent": _percent(high, total),
    }


def _percent(part: int, whole: int) -> int:
    return 100 * part // whole if whole else 100


def _open_fields(case: Case) -> list[str]:
    """Name the questions about the situation that are asked and not answered, except those that may stay open."""
    asked = case.asked()
    return [
        name
        for name, field in case.norm["profile"]["fields"].items()
        if name not in case.facts and "optional" not in field and asked[name] is True
    ]
