"""Works out each conclusion again from nothing but its steps: what a reader with a pencil would do."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from assessment.periods import add_period
from assessment.rules.scoring import Point, is_sufficient, requirement_result, verdict
from tests.assessment.cases import SCORES, Record

ENDS = ("low", "likely", "high")
DAYS = ("earliest", "likely", "latest")
INTERVAL = ("worst", "best")
Entries = Mapping[str, Record]


def steps_of(entry: Record, *names: str) -> list[Record]:
    """The values of each step that says one of these messages."""
    wanted = {f"rules.calc.{name}" for name in names}
    return [step["values"] for step in entry["steps"] if step["message"] in wanted]


def only(entry: Record, name: str) -> Record:
    """The values of the one step that says this."""
    (values,) = steps_of(entry, name)
    return values


def _price(minutes: int, cents: int) -> int:
    return (2 * minutes * cents + 60) // 120


def _cost(entry: Record, _all: Entries, report: Record) -> None:
    each, times, minutes = (only(entry, name) for name in ("each", "times", "minutes"))
    price = only(entry, "price")
    line = next(line for line in report["cost"]["lines"] if line["id"] == entry["about"])
    assert line["minutes"] == minutes["minutes"]
    assert line["cents"] == price["cents"]
    for end in ENDS:
        assert each["minutes"][end] * times["times"][end] == minutes["minutes"][end]
        assert _price(minutes["minutes"][end], price["rate"][end]) == price["cents"][end]


def _total(entry: Record, _all: Entries, report: Record) -> None:
    cost, rate = report["cost"], only(entry, "at_rate")["cents"]
    parts = [values["minutes"] for values in steps_of(entry, "part", "quoted")]
    assert cost["minutes"] == {end: sum(part[end] for part in parts) for end in ENDS}
    assert cost["cents"] == {end: _price(cost["minutes"][end], rate[end]) for end in ENDS}


def _saving(entry: Record, _all: Entries, report: Record) -> None:
    found, saving = only(entry, "saving"), report["cost"]["possible_saving"]
    parts = steps_of(entry, "part_likely")
    assert len(parts) <= only(entry, "dearest")["at_most"]
    assert sum(part["minutes"] for part in parts) == saving["minutes"]["high"] == found["minutes"]
    assert _price(found["minutes"], found["rate"]["likely"]) == saving["cents"]["high"]


def _rate(entry: Record, _all: Entries, report: Record) -> None:
    assert report["cost"]["rate"]["cents"] == only(entry, "rate")["cents"]


def _days(values: Record) -> Record:
    return {day: values[day] for day in DAYS}


def _ended(entry: Record) -> Record:
    (values,) = steps_of(entry, "ends", "ends_on")
    return _days(values)


def _step(entry: Record, every: Entries, report: Record) -> None:
    shown = next(step for step in report["timeline"]["steps"] if step["id"] == entry["about"])
    if not steps_of(entry, "since"):
        return
    since, ends = _days(only(entry, "since")), _ended(entry)
    (begin,) = (step for step in entry["steps"] if step["message"] == "rules.calc.since")
    reached = _ended(every[begin["on"]]) if "on" in begin else dict.fromkeys(DAYS, report["date"])
    assert since == reached
    assert shown["end"] == ends
    for opens in steps_of(entry, "not_before"):
        since = {day: max(opens["day"], since[day]) for day in DAYS}
    for planned in steps_of(entry, "planned"):
        assert ends == {day: max(planned["day"], since[day]) for day in DAYS}
    for takes in steps_of(entry, "takes"):
        for day, length in zip(DAYS, ENDS, strict=True):
            moved = timedelta(days=takes["days"][length])
            assert date.fromisoformat(ends[day]) == date.fromisoformat(since[day]) + moved


def _deadline(entry: Record, every: Entries, report: Record) -> None:
    shown = next(line for line in report["timeline"]["deadlines"] if line["id"] == entry["about"])
    starts = steps_of(entry, "from_known", "from_derived", "from_expected")
    days = [given["day"] for given in steps_of(entry, "given")]
    for sign, name in ((1, "term_after"), (-1, "term_before")):
        for term in steps_of(entry, name, f"{name}_expected"):
            period = {unit: sign * number for unit, number in term["period"].items()}
            assert add_period(date.fromisoformat(starts[0]["day"]), period).isoformat() == term["day"]
            days.append(term["day"])
    assert {day for day in (shown["first"], shown["last"]) if day} == set(days)
    for derived in (step for step in entry["steps"] if step["message"] == "rules.calc.from_derived"):
        assert derived["values"]["day"] in {
            term["day"] for term in steps_of(every[derived["on"]], "term_after", "term_after_expected")
        }
    for expected in (step for step in entry["steps"] if step["message"] == "rules.calc.from_expected"):
        assert expected["values"]["day"] in _expected_days(every[expected["on"]])


def _expected_days(entry: Record) -> set[str]:
    """The day of a step, or the last day of another deadline, that a deadline counts from."""
    if entry["rule"] == "step":
        return {_ended(entry)["likely"]}
    return {term["day"] for term in steps_of(entry, "term_after_expected")}


def _margin(entry: Record, every: Entries, report: Record) -> None:
    shown, last = report["timeline"]["margin"], only(entry, "margin_last")["day"]
    until, done = (every[step["on"]] for step in entry["steps"])
    assert (shown["deadline"], shown["step"], shown["last"]) == (until["about"], done["about"], last)
    assert only(entry, "margin_end") == {"likely": _ended(done)["likely"], "slow": _ended(done)["latest"]}
    for name, day in only(entry, "margin_end").items():
        assert shown[name] == (date.fromisoformat(last) - date.fromisoformat(day)).days


def _ends(check: Record) -> list[Point]:
    values = check["reason"]["values"]
    return [
        Point(*(SCORES.index(values[dimension][end]) for dimension in ("conformity", "demonstrability")))
        for end in INTERVAL
    ]


def _bars(values: Record) -> Record:
    return {
        "scale": SCORES,
        "sufficient": {name: values[name] for name in ("better", "lesser")},
        "deliberation": {name: values[name] for name in ("points_at_most", "lowest_score")},
    }


def _scored(report: Record, requirement: str, every: Entries) -> list[Record]:
    shown = next(entry for entry in report["requirements"] if entry["id"] == requirement)
    return [every[f"check {check['id']}"] for check in shown["checks"] if check["decides"] and check["conformity"]]


def _requirement(entry: Record, every: Entries, report: Record) -> None:
    shown = next(line for line in report["requirements"] if line["id"] == entry["about"])
    for values in steps_of(entry, "points_short", "points_short_only", "points_enough"):
        bars, found = _bars(values), values["found"]
        assert shown["readings"][values["reading"]] == found
        scored = _scored(report, entry["about"], every)
        assert len(scored) == values["of"]
        ends = {check["about"]: _ends(check) for check in scored}
        certain = [name for name, (_, best) in ends.items() if not is_sufficient(best, bars)]
        assert certain == values["short"]
        perhaps = [name for name, (worst, _) in ends.items() if not is_sufficient(worst, bars)]
        assert [name for name in perhaps if name not in certain] == values["open"]
        if scored:
            assert requirement_result([worst for worst, _ in ends.values()], bars) == found["worst"]


def _check(entry: Record, _all: Entries, report: Record) -> None:
    shown = next(check for line in report["requirements"] for check in line["checks"] if check["id"] == entry["about"])
    for name in ("conformity", "demonstrability"):
        assert shown[name] == entry["reason"]["values"].get(name)
    for scan in steps_of(entry, "scan"):
        assert scan["found"] == shown[scan["answer"]["dimension"]]


def _outcome(entry: Record, _all: Entries, report: Record) -> None:
    shown = report["outcome"][entry["about"]]
    results = [values["found"] for values in steps_of(entry, "result")]
    if steps_of(entry, "verdict_unknown") or any(
        line["state"] == "unknown" for line in report["scope"]["requirements"]
    ):
        return  # one of several ways in which the audit may turn out
    for otherwise in steps_of(entry, "otherwise"):
        reading = {"verdicts": _verdict_bars(entry), "otherwise": otherwise["verdict"]}
        for end in INTERVAL:
            assert shown[end] == verdict([result[end] for result in results], reading, conditional_exists=True)


def _verdict_bars(entry: Record) -> list[Record]:
    """What each verdict takes, the best first, of those that this audit can end in."""
    bars: dict[str, Record] = {}
    for step in entry["steps"]:
        name = step["message"].removeprefix("rules.calc.").replace("none_failed", "failed_at_most")
        if name in {"failed_at_most", "passed_at_least", "passed_percent"}:
            values = step["values"]
            bars.setdefault(values["verdict"], {"id": values["verdict"]})[name] = values["number"]
    return list(bars.values())


def _headline(entry: Record, every: Entries, report: Record) -> None:
    for values in steps_of(entry, "verdict"):
        assert report["outcome"][values["reading"]] == values["found"]
        assert every[f"outcome {values['reading']}"]["reason"]["values"]["found"] == values["found"]


def _coverage(entry: Record, _all: Entries, report: Record) -> None:
    answered, still_open = (
        sum(len(values["points"]) for values in steps_of(entry, f"points_{state}")) for state in ("answered", "open")
    )
    coverage = report["readiness"]["coverage"]
    assert (coverage["answered"], coverage["of"]) == (answered, answered + still_open)


def _readiness(entry: Record, _all: Entries, report: Record) -> None:
    certain, possible = (
        sum(len(values["points"]) for values in steps_of(entry, f"sufficient_{kind}"))
        for kind in ("certain", "possible")
    )
    counted = report["readiness"][entry["about"]]
    assert (counted["low"], counted["high"]) == (certain, certain + possible)


def _open(entry: Record, _all: Entries, report: Record) -> None:
    kind = entry["about"].removeprefix("open-")
    names = only(entry, f"open_{kind}")["names"]
    assert names == report["readiness"]["open"][kind]
    assert entry["reason"]["values"]["number"] == len(names)


def _rises(values: Record) -> list[int]:
    return [SCORES.index(values["after"][name]) - SCORES.index(score) for name, score in values["before"].items()]


def _shortest(entry: Record, every: Entries, report: Record) -> None:
    shown = report["actions"]["shortest"][entry["about"]]
    ways = steps_of(entry, "way")
    assert (shown["scores"], shown["steps"]) == tuple(sum(way[name] for way in ways) for name in ("scores", "steps"))
    rises = [
        rise
        for line in shown["raises"]
        for values in steps_of(every[f"raise {line['check']}"], "raise_sufficient", "raise_deliberable")
        if values["reading"] == entry["about"]
        for rise in _rises(values)
    ]
    assert (shown["scores"], shown["steps"]) == (sum(rise > 0 for rise in rises), sum(rises))


def _raise(entry: Record, every: Entries, report: Record) -> None:
    assert entry["steps"][0]["on"] == f"check {entry['about']}"
    for values in steps_of(entry, "raise_sufficient", "raise_deliberable"):
        lines = report["actions"]["shortest"][values["reading"]]["raises"]
        line = next(line for line in lines if line["check"] == entry["about"])
        for name in ("conformity", "demonstrability"):
            assert every[entry["steps"][0]["on"]]["reason"]["values"][name]["worst"] == values["before"][name]
            assert (line[name] or {"to": values["before"][name]})["to"] == values["after"][name]


def _tipping(entry: Record, _all: Entries, report: Record) -> None:
    line = next(line for line in report["actions"]["tipping"] if line["check"] == entry["about"])
    shown = [(effect["reading"], *effect["verdict"].values()) for effect in line["effects"]]
    effects = [
        (values["reading"], values["before"], values["after"]) for values in steps_of(entry, "tip_up", "tip_down")
    ]
    assert shown == effects


def _eligibility(entry: Record, _all: Entries, report: Record) -> None:
    states = {values["condition"]: values["state"] for values in steps_of(entry, "condition")}
    shown = report["eligibility"]
    assert states == {line["id"]: line["state"] for line in shown["conditions"] if line["blocking"]}
    found = set(states.values())
    assert shown["state"] == ("not_met" if "not_met" in found else "unknown" if "unknown" in found else "met")


def _worth(entry: Record, every: Entries, report: Record) -> None:
    _WORTH[entry["about"].removeprefix("worth").removeprefix("-")](entry, every, report["worth"])


def _size(entry: Record, _all: Entries, worth: Record) -> None:
    price, share, ceiling = (only(entry, name) for name in ("customer_price", "share", "ceiling"))
    shown = worth["sizes"][entry["about"].removeprefix("worth-")]
    assert shown["subsidy"] == min(price["price"] * share["share"] // 100, ceiling["ceiling"])


def _saved(entry: Record, _all: Entries, worth: Record) -> None:
    parts = steps_of(entry, "saved_small", "saved_medium")
    assert worth["saved"] == sum(part["customers"] * part["subsidy"] for part in parts)


def _worth_cost(entry: Record, _all: Entries, worth: Record) -> None:
    own = only(entry, "preparation")
    audits = [paid["cents"] for paid in steps_of(entry, "audit", "later_audit")]
    assert own["gives"] == own["hours"] * own["hour"]
    assert worth["cost"]["whole"] == {end: sum(audit[end] for audit in audits) + own["gives"] for end in ENDS}


def _gain(entry: Record, _all: Entries, worth: Record) -> None:
    assert worth["gain"] == only(entry, "customer_price")["price"] * only(entry, "margin")["percent"] // 100


def _assumed(entry: Record, _all: Entries, worth: Record) -> None:
    assert len(entry["steps"]) == sum(figure["assumed"] for figure in worth["figures"].values())


def _break_even(entry: Record, _all: Entries, worth: Record) -> None:
    lacking = [told["warning"] for told in steps_of(entry, "no_subsidy")]
    assert worth["no_subsidy"] == lacking
    if lacking:
        assert worth["break_even"] is worth["months"] is None
        return
    whole, gain = only(entry, "whole")["cents"], only(entry, "gain")["gain"]
    assert worth["break_even"] == ({end: -(-whole[end] // gain) for end in ENDS} if gain else None)
    for pace in steps_of(entry, "months"):
        hundredths = pace["customers"] * pace["percent"]
        assert worth["months"]["likely"] == -(-1200 * worth["break_even"]["likely"] // hundredths) == pace["months"]


_WORTH = {
    "": _break_even,
    "small": _size,
    "medium": _size,
    "saved": _saved,
    "cost": _worth_cost,
    "gain": _gain,
    "assumed": _assumed,
}

RECOMPUTED: dict[str, Callable[[Record, Entries, Any], None]] = {
    "cost": _cost,
    "total": _total,
    "saving": _saving,
    "rate": _rate,
    "step": _step,
    "deadline": _deadline,
    "margin": _margin,
    "requirement": _requirement,
    "check": _check,
    "outcome": _outcome,
    "headline": _headline,
    "coverage": _coverage,
    "readiness": _readiness,
    "open": _open,
    "shortest": _shortest,
    "raise": _raise,
    "tipping": _tipping,
    "eligibility": _eligibility,
    "worth": _worth,
}
"""How the figures of each rule follow from its steps."""
