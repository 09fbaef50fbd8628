"""Candidates to judge: shorthands, and arbitrary ones for the laws."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hypothesis import strategies as st

from assessment import assess, parse_answers
from assessment.fields import question_names
from assessment.normal_form import answer_at

Record = dict[str, Any]
Show = Callable[[Record], Record]
"""Puts a report into words."""

SCORES = "BGTV"
"""The scale of both norms, from the lowest step to the highest."""
VERDICTS = ("negative", "conditional", "positive", "not_required")
"""The outcomes of both norms, from worst to best."""
FULL = {"services": ["training"], "provider_kind": "private", "application": "first", "starter": False}
"""The situation of an ordinary provider, as far as it decides what is audited."""
ORDINARY = {**FULL, "sites": {"belgium": 1, "abroad": 0}, "deployed_people": 3, "files_last_12_months": 10}
"""The same, with what the cost depends on."""


def checks_of(norm: Mapping[str, Any]) -> dict[str, Record]:
    """Every check point of a norm, by its id."""
    return {name: check for entry in norm["requirements"].values() for name, check in entry["checks"].items()}


def every_score(norm: Mapping[str, Any], scores: str) -> Record:
    """Give every check point the same two scores, such as `TT`."""
    return {name: {"conformity": scores[0], "demonstrability": scores[1]} for name in checks_of(norm)}


@dataclass(frozen=True)
class Judge:
    """Judges candidates by one norm on one date."""

    norm: Record
    on: date

    def __call__(
        self,
        profile: Record | None = None,
        *,
        checks: Record | str | None = None,
        documents: Record | None = None,
        on: date | None = None,
    ) -> Record:
        """Return the report on a candidate; `checks="TV"` gives every point these two scores."""
        given = every_score(self.norm, checks) if isinstance(checks, str) else checks
        answers = {"format": "kmop-answers/1", "profile": profile, "checks": given, "documents": documents}
        return self.report({key: value for key, value in answers.items() if value is not None}, on)

    def report(self, answers: Record, on: date | None = None) -> Record:
        """Return the report on an answers document, which has to be without faults."""
        parsed, faults = parse_answers(answers, self.norm)
        assert parsed is not None, faults
        return assess(self.norm, parsed, on or self.on)


dates = st.dates(date(2010, 1, 1), date(2040, 12, 31))
_iso = dates.map(date.isoformat)
_decimal = st.decimals(0, 99_999, places=2, allow_nan=False).map(str)
_note = st.text(max_size=20)


def _field(norm: Record, field: Record) -> st.SearchStrategy[Any]:
    options = {
        "themes": list(norm["scheme"]["themes"]),
        "requirements": list(norm["requirements"]),
        None: [option["id"] for option in field.get("options", [])],
    }[field.get("options_from")]
    kinds: dict[str, Callable[[], st.SearchStrategy[Any]]] = {
        "choice": lambda: st.sampled_from(options),
        "choices": lambda: st.lists(st.sampled_from(options), unique=True),
        "yes_no": st.booleans,
        "text": lambda: st.sampled_from(["0403019261", "BE71096123456769", "KREDBEBB", "DV.0912345", "", "12"]),
        "count": lambda: st.integers(field.get("minimum", 0), 60),
        "date": lambda: _iso,
        "decimal": lambda: _decimal,
    }
    return kinds[field["kind"]]()


def profiles(norm: Record) -> st.SearchStrategy[Record]:
    """Profiles with any of their fields, each with a value that it may have."""
    return _nested(norm, norm["profile"]["fields"])


def _nested(norm: Record, fields: Mapping[str, Record]) -> st.SearchStrategy[Record]:
    """Answers to any of these fields, those with a dot in their name in a group."""
    flat = {name: _field(norm, field) for name, field in fields.items()}
    top = {name: strategy for name, strategy in flat.items() if "." not in name}
    groups: dict[str, dict[str, st.SearchStrategy[Any]]] = {}
    for name, strategy in flat.items():
        group, _, part = name.partition(".")
        if part:
            groups.setdefault(group, {})[part] = strategy
    nested = {group: st.fixed_dictionaries({}, optional=parts) for group, parts in groups.items()}
    return st.fixed_dictionaries({}, optional={**top, **nested})


def _check() -> st.SearchStrategy[Record]:
    score = st.sampled_from(SCORES)
    away = st.fixed_dictionaries({"reason": st.just("niet in ons aanbod")})
    return st.fixed_dictionaries(
        {}, optional={"conformity": score, "demonstrability": score, "not_applicable": away, "note": _note}
    )


def scans(norm: Record) -> st.SearchStrategy[Record]:
    """Answers to any of the questions of the quick scan."""
    score = st.sampled_from(SCORES)
    scanned = st.fixed_dictionaries({}, optional={"conformity": score, "demonstrability": score})
    return st.dictionaries(st.sampled_from(sorted(norm["requirements"])), scanned)


def scenarios(norm: Record) -> st.SearchStrategy[Record]:
    """Scenarios with any of what they may change."""
    fields = {name: field for name, field in norm["profile"]["fields"].items() if field.get("what_if")}
    score = st.sampled_from(SCORES)
    scores = st.fixed_dictionaries({}, optional={"conformity": score, "demonstrability": score})
    parts = {
        "title": _note,
        "profile": _nested(norm, fields),
        "checks": st.dictionaries(st.sampled_from(sorted(checks_of(norm))), scores, max_size=10),
    }
    return st.fixed_dictionaries({}, optional=parts)


def _unknown(norm: Record, given: Record) -> st.SearchStrategy[Record]:
    """The same answers, with some of the questions that they leave open as not known."""
    still_open = sorted(name for name in question_names(norm) if answer_at(given, name) is None)
    names = st.lists(st.sampled_from(still_open), unique=True, max_size=4)
    return names.map(lambda chosen: given | ({"unknown": sorted(chosen)} if chosen else {}))


def answers(norm: Record) -> st.SearchStrategy[Record]:
    """Answers documents without faults, in their normal form, as full or as empty as they come."""
    return _given(norm).flatmap(lambda given: _unknown(norm, given))


def _given(norm: Record) -> st.SearchStrategy[Record]:
    states = st.sampled_from(["ready", "in_progress", "missing"])
    auditor = st.fixed_dictionaries({}, optional={"works": _note, "shows": _note})
    texts = {"note": _note, "place": _note, "owner": _note}
    document = st.fixed_dictionaries({}, optional={"state": states, **texts})
    return st.fixed_dictionaries(
        {"format": st.just("kmop-answers/1")},
        optional={
            "profile": profiles(norm),
            "checks": st.dictionaries(st.sampled_from(sorted(checks_of(norm))), _check(), max_size=30),
            "requirements": st.dictionaries(st.sampled_from(sorted(norm["requirements"])), auditor, max_size=2),
            "documents": st.dictionaries(st.sampled_from(sorted(norm["documents"])), document, max_size=6),
            "scenarios": st.lists(scenarios(norm), max_size=3),
        },
    )
