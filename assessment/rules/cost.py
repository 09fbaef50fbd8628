"""Kostprijs: the hours of the audit and what they cost, line by line, as `norm/cost.yaml` lists them.

A bottom-up estimate with three points: time is whole minutes and money whole euro cents, each as `low`, `likely` and
`high`. The hours are our own estimate
until the candidate enters what a bureau quoted.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from assessment.case import Case, Record, key_of, message, step
from assessment.predicates import Truth, evaluate, fields_of

__all__ = ["assess_cost"]

_ENDS = ("low", "likely", "high")
_HOUR = 60


def assess_cost(case: Case, scope: Record) -> Record:
    """Estimate the hours and the price of this candidate's audit.

    A line that hangs on a missing answer counts for nothing in `low`, for what an ordinary provider would need in
    `likely`, and in full in `high`. A quoted number of hours or hourly rate replaces the estimate. `covers` names each
    open question that asks for a number, with the largest number that `high` still covers.
    """
    if scope["audit_required"] is False:
        return _nothing(case, scope)
    rate = _rate(case)
    model = case.norm["cost"]["model"]["lines"]
    lines = [line for line in (_line(case, scope, entry, rate["cents"]) for entry in model) if line]
    minutes = _quoted_minutes(case) or {end: sum(line["minutes"][end] for line in lines) for end in _ENDS}
    cents = _price(minutes, rate["cents"])
    _conclude_total(case, lines, minutes, cents)
    return {
        "audit_required": scope["audit_required"],
        "minutes": minutes,
        "cents": cents,
        "visit_minutes": {
            end: sum(line["minutes"][end] for line in lines if line["place"] == "visit") for end in _ENDS
        },
        "rate": rate,
        "quoted": {"hours": "hours" in case.facts, "hourly_rate": "hourly_rate" in case.facts},
        "lines": lines,
        "covers": _covered(case, lines),
        "possible_saving": _possible_saving(case, scope, lines, rate["cents"]),
        "extras": _extras(case),
        "standing": "estimate",
    }


def _nothing(case: Case, scope: Record) -> Record:
    because = case.norm["exemptions"][scope["requirements"][0]["because"]]
    zero = dict.fromkeys(_ENDS, 0)
    return {
        "audit_required": False,
        "minutes": zero,
        "cents": zero,
        "visit_minutes": zero,
        "rate": None,
        "quoted": {"hours": False, "hourly_rate": False},
        "lines": [],
        "covers": [],
        "possible_saving": None,
        "extras": [],
        "standing": because["standing"],
    }


def _rate(case: Case) -> Record:
    """Take the quoted hourly rate, for which no source stands, or else the rate in force on the date of the report."""
    rate = next(entry for entry in case.norm["cost"]["rates"] if case.in_force(entry))
    quoted = case.facts.get("hourly_rate")
    if quoted is None:
        cents, grounds = rate["eurocents_per_hour"], _grounds(rate)
    else:
        cents, grounds = dict.fromkeys(_ENDS, int(Decimal(quoted) * 100)), {"standing": None, "sources": []}
    reason = message(f"rules.cost.rate_{grounds['standing'] or 'quoted'}", fact=rate["fact"])
    amount = step("rules.calc.rate", rate if quoted is None else None, cents=cents)
    case.conclude("rate", {"id": rate["id"], **grounds}, reason, ["date", "hourly_rate"], [amount])
    return {"id": rate["id"], "cents": cents, "reason": reason, **grounds}


def _quoted_minutes(case: Case) -> Record | None:
    if "hours" not in case.facts:
        return None
    return dict.fromkeys(_ENDS, int((Decimal(case.facts["hours"]) * _HOUR).to_integral_value(ROUND_HALF_UP)))


def _price(minutes: Record, cents_per_hour: Record) -> Record:
    """Price a range of minutes, in whole cents, half a cent rounded up."""
    return {end: (2 * minutes[end] * cents_per_hour[end] + _HOUR) // (2 * _HOUR) for end in _ENDS}


def _conclude_total(case: Case, lines: list[Record], minutes: Record, cents: Record) -> None:
    """Write down of what the hours are the sum, or that they were quoted."""
    if "hours" in case.facts:
        steps = [step("rules.calc.quoted", minutes=minutes)]
    else:
        steps = [
            step("rules.calc.part", on=key_of("cost", line["id"]), line=line["id"], minutes=line["minutes"])
            for line in lines
        ]
    rate = next(entry for entry in case.trace if entry["rule"] == "rate")
    steps.append(step("rules.calc.at_rate", on=key_of("rate", rate["about"]), **rate["steps"][0]["values"]))
    whole = {"id": "cost", "standing": "estimate"}
    case.conclude("total", whole, message("rules.cost.total", minutes=minutes, cents=cents), ["hours"], steps)


def _line(case: Case, scope: Record, entry: Record, cents_per_hour: Record) -> Record | None:
    """Count one line of the hours model, or leave it out where it certainly does not apply."""
    truth = _line_applies(case, scope, entry)
    counts = _counts(case, entry)
    if truth is False or counts["high"] == 0:
        return None
    times = {end: counts[end] for end in _ENDS}
    if truth is None:
        times |= {"low": 0} | ({} if _ordinarily(case, entry) else {"likely": 0})
    minutes = {end: entry["minutes"][end] * times[end] for end in _ENDS}
    cents = _price(minutes, cents_per_hour)
    reason = _reason(case, entry, counts, truth)
    steps = [
        step("rules.calc.each", entry, minutes=entry["minutes"]),
        step("rules.calc.times", times=times),
        step("rules.calc.minutes", minutes=minutes),
        step("rules.calc.price", rate=cents_per_hour, cents=cents),
    ]
    case.conclude("cost", entry, reason, _fields(entry), [*_scope_steps(scope, entry), *steps])
    return {
        "id": entry["id"],
        "place": entry["place"],
        "minutes": minutes,
        "certain": bool(truth and counts["certain"]),
        "reason": reason,
        "standing": entry["standing"],
        "sources": entry.get("sources", []),
        "cents": cents,
    }


def _scope_steps(scope: Record, entry: Record) -> list[Record]:
    """Name the scope of the requirement for which the time is meant, if it is meant for one."""
    return [
        step("rules.calc.scope", on=key_of("scope", line["id"]), requirement=line["id"], scope=line["state"])
        for line in scope["requirements"]
        if line["id"] == entry.get("requirement")
    ]


def _fields(entry: Record) -> list[str]:
    return [*fields_of(entry.get("applies_when")), *([entry["per"]["field"]] if "per" in entry else [])]


def _line_applies(case: Case, scope: Record, entry: Record) -> Truth:
    truth = case.holds(entry.get("applies_when"))
    if "requirement" in entry:
        state = next(line["state"] for line in scope["requirements"] if line["id"] == entry["requirement"])
        audited = None if state == "unknown" else state == "audited"
        return False if False in {truth, audited} else None if None in {truth, audited} else True
    return truth


def _ordinarily(case: Case, entry: Record) -> bool:
    """Tell whether the line counts for the ordinary provider whom the model has in mind."""
    assumed = {**case.norm["cost"]["model"]["assumes"], **case.known}
    return evaluate(entry.get("applies_when"), assumed, case.norm) is True


def _counts(case: Case, entry: Record) -> Record:
    """Count how many times a line counts; one extra time in `high` where the number is not known."""
    per = entry.get("per")
    if per is None:
        return dict.fromkeys(_ENDS, 1) | {"certain": True}
    known = case.facts.get(per["field"])
    if known is not None:
        return dict.fromkeys(_ENDS, _started(known, per)) | {"certain": True}
    ordinary = _started(case.norm["cost"]["model"]["assumes"][per["field"]], per)
    return {"low": 0, "likely": ordinary, "high": ordinary + 1, "certain": False}


def _covered(case: Case, lines: list[Record]) -> list[Record]:
    """Tell how large a number may be that is not known yet before the estimate is too low."""
    model = {entry["id"]: entry for entry in case.norm["cost"]["model"]["lines"]}
    most: dict[str, int] = {}
    for per in (model[line["id"]].get("per") for line in lines if "hours" not in case.facts):
        if per and per["field"] not in case.facts:
            covered = per["above"] + per["each"] * _counts(case, {"per": per})["high"]
            most[per["field"]] = min(covered, most.get(per["field"], covered))
    return [{"field": field, "at_most": number} for field, number in most.items()]


def _started(number: int, per: dict[str, int]) -> int:
    """Count the started groups of `each` above `above`."""
    return max(0, -(-(number - per["above"]) // per["each"]))


def _reason(case: Case, entry: Record, counts: Record, truth: Truth) -> Record:
    if "per" in entry:
        field = entry["per"]["field"]
        kind = "per" if counts["certain"] else "per_unknown"
        return message(f"rules.cost.{kind}", field=field, number=case.facts.get(field), times=counts["likely"])
    return message("rules.cost.counts" if truth else "rules.cost.may_count")


def _possible_saving(case: Case, scope: Record, lines: list[Record], cents: Record) -> Record | None:
    """Say how much the certificates might save at most; nothing of it is taken off the estimate."""
    if not scope["questions"]:
        return None
    saving = case.norm["cost"]["possible_saving"]
    priced = {entry["id"] for entry in case.norm["cost"]["model"]["lines"] if "requirement" in entry}
    by_time = sorted(
        (line for line in lines if line["id"] in priced), key=lambda line: line["minutes"]["likely"], reverse=True
    )
    dearest = by_time[: saving["requirements_at_most"]]
    saved = sum(line["minutes"]["likely"] for line in dearest)
    if not saved:
        return None
    minutes: dict[str, Any] = {"low": 0, "high": saved}
    found = {
        "minutes": minutes,
        "cents": {"low": 0, "high": _price(dict.fromkeys(_ENDS, saved), cents)["likely"]},
        "because": [question["id"] for question in scope["questions"]],
        "reason": message("rules.cost.possible_saving"),
        "standing": saving["standing"],
    }
    _conclude_saving(case, found, dearest, cents)
    return found


def _conclude_saving(case: Case, found: Record, dearest: list[Record], cents: Record) -> None:
    """Write down which lines might fall away, and that the likely rate prices them."""
    saving = case.norm["cost"]["possible_saving"]
    steps = [
        step("rules.calc.exemption_yes", on=key_of("exemption", name), exemption=name, applies="yes")
        for name in found["because"]
    ]
    steps.append(step("rules.calc.dearest", saving, at_most=saving["requirements_at_most"]))
    steps += [
        step(
            "rules.calc.part_likely", on=key_of("cost", line["id"]), line=line["id"], minutes=line["minutes"]["likely"]
        )
        for line in dearest
    ]
    steps.append(step("rules.calc.saving", minutes=found["minutes"]["high"], rate=cents, cents=found["cents"]["high"]))
    case.conclude("saving", saving | {"id": "possible-saving"}, found["reason"], steps=steps)


def _extras(case: Case) -> list[Record]:
    """List what may come on top and cannot be estimated."""
    listed = []
    for extra in case.norm["cost"]["extras"]:
        if case.applies(extra) is True:
            fact = case.norm["facts"][extra["fact"]]
            case.conclude_when("extra", extra | _grounds(fact), message("rules.cost.extra"), "applies_when")
            listed.append({"id": extra["id"], "fact": fact["id"], **_grounds(fact)})
    return listed


def _grounds(element: Record) -> Record:
    return {"standing": element["standing"], "sources": element.get("sources", [])}
