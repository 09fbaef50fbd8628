"""Figures of a situation: what its audit costs and how long it takes, as the rules reckon, in round figures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from assessment.case import Case, Record
from assessment.predicates import fields_of
from assessment.rounding import rounded_duration, rounded_hours, rounded_money
from assessment.rules.cost import assess_cost
from assessment.rules.scope import alternatives_of, assess_scope
from assessment.rules.timeline import assess_timeline
from assessment.wording import Wording
from guide.pages.model import Element
from guide.pages.situations.answers import Answered
from guide.pages.situations.decision_table import DecisionTable

__all__ = ["Figures"]

_ENDS = ("low", "likely", "high")
_DAYS = dict(zip(_ENDS, ("earliest", "likely", "latest"), strict=True))
_ASKED = "ask_bureau"


class Figures:
    """The figures of one situation, in words."""

    def __init__(self, table: DecisionTable, wording: Wording) -> None:
        self._table = table
        self._wording = wording
        self._norm: Element = dict(wording.norm)
        self._scopes: dict[str, Record] = {}

    # Money

    @cached_property
    def asked_of_cost(self) -> list[Element]:
        """The questions that the price hangs on."""
        lines = self._norm["cost"]["model"]["lines"]
        predicates = [each.get("applies_when") for each in (*lines, *self._exemptions)]
        counted = [line["per"]["field"] for line in lines if "per" in line]
        return self._table.asked_behind(predicates, [*counted, *self._lists])

    def cost(self, answered: Answered) -> dict[str, str]:
        """Return the price, its width and the hours in words."""
        cost = self._cost(answered)
        price = rounded_money(cost["cents"])
        if self._open_list(answered):
            return self._by_requirements(answered, self._wording.ends(price))
        hours = rounded_hours(cost["minutes"]).likely
        return {
            "price": self._wording.about(price),
            "price_ends": self._wording.ends(price),
            "price_whole": self._say("price", price=self._wording.estimate(price), hours=hours),
        }

    def _by_requirements(self, answered: Answered, ends: str) -> dict[str, str]:
        """Say between what the price lies, what one open requirement costs and what each more adds."""
        (field,) = self._open_list(answered)
        known = set(self._norm["requirements"])
        one = [self._cents(answered, field, known - {each}) for each in known]
        none = self._cents(answered, field, known)
        more = [{end: cents[end] - none[end] for end in _ENDS} for cents in one]
        why = self._wording.message("view.cost.by_requirements")
        whole = self._say("price_each", price=ends, why=why, one=self._about(one), more=self._about(more))
        return {"price": ends, "price_ends": ends, "price_whole": whole}

    def _cents(self, answered: Answered, field: str, passed: Iterable[str]) -> Mapping[str, int]:
        cents: Mapping[str, int] = self._cost({**answered, field: sorted(passed)})["cents"]
        return cents

    def _about(self, estimates: Sequence[Mapping[str, int]]) -> str:
        return self._wording.about(rounded_money(_spanning(estimates)))

    def _cost(self, answered: Answered) -> Record:
        case = self._table.case(answered)
        return assess_cost(_apart(case), self._scope(case))

    def _scope(self, case: Case) -> Record:
        """Return what is audited, which hangs on few answers and is asked for with many."""
        key = repr([case.known.get(field) for field in self._scope_fields])
        if key not in self._scopes:
            self._scopes[key] = assess_scope(_apart(case), alternatives_of(case))
        return self._scopes[key]

    @cached_property
    def _scope_fields(self) -> list[str]:
        read = {each for one in self._exemptions for each in fields_of(one.get("applies_when"))}
        return sorted(read | set(self._lists))

    @cached_property
    def _lists(self) -> list[str]:
        """The fields in which candidates list the requirements that need no audit any more."""
        effects = (exemption["effect"] for exemption in self._exemptions)
        return sorted({effect["requirements_in"] for effect in effects if "requirements_in" in effect})

    @property
    def _exemptions(self) -> list[Element]:
        """The exemptions that change what is audited; of the others only the bureau knows what they change."""
        return [each for each in self._norm["exemptions"].values() if each["effect"]["kind"] != _ASKED]

    def _open_list(self, answered: Answered) -> list[str]:
        asked = {question["field"] for question in self._table.questions}
        return [field for field in self._lists if field in asked and field not in answered]

    # Time

    def duration(self) -> dict[str, str]:
        """Return the time from the first step to the last in words, and its width."""
        timeline = self._timeline
        start = date.fromisoformat(timeline["start"])
        ends = timeline["steps"][-1]["end"]
        whole = rounded_duration({end: (date.fromisoformat(ends[day]) - start).days for end, day in _DAYS.items()})
        words = self._wording
        return {
            "duration": words.about(whole),
            "duration_ends": words.ends(whole),
            "duration_whole": words.estimate(whole),
        }

    def phases(self) -> Iterator[tuple[str, str]]:
        """Yield the parts of the duration: what is done, and how long it takes in words."""
        steps = {entry["id"]: entry for entry in self._timeline["steps"]}
        for phase in self._norm["situations"]["phases"]:
            taken = [steps[each] for each in phase["steps"] if each in steps]
            days = {end: sum((_lasts(step, end) for step in taken), timedelta()).days for end in _ENDS}
            if self._is_unknown(phase):
                yield self._wording.text(phase["title"]), self._wording.text(phase["unknown"]["text"])
            elif days["high"]:
                yield self._wording.text(phase["title"]), self._wording.estimate(rounded_duration(days))

    def _is_unknown(self, phase: Element) -> bool:
        """Tell whether no source says how long it takes in this situation, whatever it takes in others."""
        return "unknown" in phase and self._table.truth(phase["unknown"].get("applies_when"), {}) is True

    @cached_property
    def _timeline(self) -> Record:
        case = self._table.case({}, dated=False)
        return assess_timeline(_apart(case), self._scope(case))

    def _say(self, message: str, **values: Any) -> str:
        return self._wording.message(f"situations.figure.{message}", values)


def _apart(case: Case) -> Case:
    """Return the case with a trace of its own, which nobody reads."""
    return case.with_facts(case.known)


def _spanning(estimates: Sequence[Mapping[str, int]]) -> Mapping[str, int]:
    """Return one estimate for whichever of some it is: as wide as all together, likely halfway the likely ones."""
    likely = [each["likely"] for each in estimates]
    ends = {"low": min(each["low"] for each in estimates), "high": max(each["high"] for each in estimates)}
    return {**ends, "likely": (min(likely) + max(likely)) // 2}


def _lasts(step: Record, end: str) -> timedelta:
    """Return how long a step takes at one end: its own days, whatever came before."""
    day = _DAYS[end]
    return date.fromisoformat(step["end"][day]) - date.fromisoformat(step["start"][day])
