"""Candidates who all differ, so that keeping what was worked out before is of no help to whoever judges them."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

__all__ = ["candidates"]

_SCORES, _STATES = "BGTV", ("ready", "in_progress", "missing")
_DAY, _DAYS = date(2026, 2, 1), 700
# How many of the questions of each kind a candidate has answered, at the least.
_ANSWERED = 0.6


def candidates(norm: dict[str, Any], number: int, least: float = _ANSWERED) -> Iterator[tuple[dict[str, Any], date]]:
    """Yield answers, each with a date; always the same ones.

    Args:
        norm: The checked norm.
        number: How many.
        least: How many of the questions of each kind a candidate has answered at the least, from 0 to 1.
    """
    for seed in range(number):
        chance = Random(seed)  # noqa: S311 - nothing secret
        yield _answers(norm, chance, least), _DAY + timedelta(days=chance.randrange(_DAYS))


def _answers(norm: dict[str, Any], chance: Random, least: float) -> dict[str, Any]:
    often = chance.uniform(least, 1)
    checks = [name for entry in norm["requirements"].values() for name in entry["checks"]]
    fields = norm["worth"]["fields"].items()
    return {
        "format": "kmop-answers/1",
        "norm": {"id": norm["id"], "version": norm["version"]},
        "profile": _profile(norm, chance, often),
        "checks": {name: _check(chance, often) for name in checks if chance.random() < often},
        "documents": {name: {"state": chance.choice(_STATES)} for name in norm["documents"] if chance.random() < often},
        "worth": {name: _figure(field, chance) for name, field in fields if chance.random() < often},
    }


def _check(chance: Random, often: float) -> dict[str, Any]:
    dimensions = ("conformity", "demonstrability")
    return {name: chance.choice(_SCORES) for name in dimensions if chance.random() < often}


def _figure(field: dict[str, Any], chance: Random) -> int | bool:
    return chance.random() < 1 / 2 if field["kind"] == "yes_no" else chance.randrange(100)


def _profile(norm: dict[str, Any], chance: Random, often: float) -> dict[str, Any]:
    profile: dict[str, Any] = {}
    for name, field in norm["profile"]["fields"].items():
        if chance.random() < often:
            group, _, part = name.rpartition(".")
            (profile.setdefault(group, {}) if group else profile)[part] = _value(norm, field, chance)
    return profile


def _value(norm: dict[str, Any], field: dict[str, Any], chance: Random) -> Any:
    tables = {"requirements": norm["requirements"], "themes": norm["scheme"]["themes"]}
    options = list(tables.get(field.get("options_from", ""), ())) or [each["id"] for each in field.get("options", [])]
    day = _DAY + timedelta(days=chance.randrange(-_DAYS, _DAYS))
    kinds: dict[str, Callable[[], Any]] = {
        "choice": lambda: chance.choice(options),
        "choices": lambda: [each for each in options if chance.random() < 1 / 2],
        "yes_no": lambda: chance.random() < 1 / 2,
        "text": lambda: chance.choice(["0403019261", "BE71096123456769", "KREDBEBB", ""]),
        "count": lambda: chance.randrange(1, 40),
        "date": day.isoformat,
        "decimal": lambda: f"{chance.randrange(1, 200)}.5",
    }
    return kinds[field["kind"]]()
