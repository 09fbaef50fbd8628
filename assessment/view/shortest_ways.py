"""Kortste weg: per scenario the smallest set of raises; scenarios that ask the same share one line."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from assessment.case import Record, key_of
from assessment.rules.scoring import readings_of
from assessment.view.builder import ViewBuilder
from assessment.view.readiness import has_scores

__all__ = ["shortest_ways"]

_MOST_NAMED = 3
"""More points than these are counted in the sentence, and named below it."""


class _Way(NamedTuple):
    """What a scenario asks: scores that were given and must rise, and how many points are still to be filled in."""

    raises: list[Record]
    open: int


def shortest_ways(builder: ViewBuilder, report: Record) -> list[Record]:
    """Show what must at least become better; as long as no point has a score, ask for the points instead."""
    if not has_scores(report["readiness"]):
        return [_fill_first(builder, name) for name in report["readiness"]["open"]["checks"][:1]]
    ways = {name: _way_of(builder, found["raises"]) for name, found in report["actions"]["shortest"].items()}
    lines: list[Record] = []
    told: dict[tuple[str, ...], str] = {}
    for names in _alike(ways):
        way = ways[names[0]]
        points = tuple(entry["check"] for entry in way.raises)
        lines.append(builder.call_memoised(_line, names, way.raises, way.open, told.get(points), about=names[0]))
        told.setdefault(points, names[0])
    return lines


def _fill_first(builder: ViewBuilder, check: str) -> Record:
    title, text = (builder.message(f"view.actions.{name}") for name in ("shortest", "fill_first"))
    return builder.line("shortest", title, text, why=key_of("open", "open-checks"), asks=f"checks.{check}")


def _way_of(builder: ViewBuilder, raises: Sequence[Record]) -> _Way:
    """Part the points with a score from those without: of the latter nobody knows yet what must become better."""
    dimensions = [dimension["id"] for dimension in builder.norm["scoring"]["dimensions"]]
    given = [entry for entry in raises if any(entry[name] and entry[name]["from"] for name in dimensions)]
    return _Way(given, len(raises) - len(given))


def _alike(ways: Mapping[str, _Way]) -> list[list[str]]:
    """Bring the readings together that ask the same."""
    groups: list[list[str]] = []
    for name in ways:
        same = next((group for group in groups if ways[group[0]] == ways[name]), None)
        if same is None:
            groups.append([name])
        else:
            same.append(name)
    return groups


def _line(
    builder: ViewBuilder, names: list[str], raises: list[Record], open_: int, same_points_in: str | None
) -> Record:
    text = " ".join(_told(builder, [entry["check"] for entry in raises], open_, same_points_in))
    return builder.line(
        f"shortest-{names[0]}",
        _title(builder, names),
        text,
        {"standing": "estimate"},
        why=key_of("shortest", names[0]),
        lines=[builder.call_memoised(_raise, entry, about=f"{names[0]} {entry['check']}") for entry in raises],
    )


def _told(builder: ViewBuilder, points: list[str], open_: int, same_points_in: str | None) -> Iterator[str]:
    """Say what to do; where another scenario has the same points, say so in place of naming them again."""
    if points:
        path = "path" if len(points) <= _MOST_NAMED else "path_many"
        message = path if same_points_in is None else "path_other_scores"
        yield builder.message(f"view.actions.{message}", {"points": points, "reading": same_points_in})
    if open_:
        yield builder.message("view.actions.path_open", {"number": open_})
    if not points and not open_:
        yield builder.message("view.actions.no_path")


def _title(builder: ViewBuilder, names: list[str]) -> str:
    if len(names) == len(readings_of(builder.norm)):
        return builder.message("view.actions.shortest_in_all")
    return builder.message("view.actions.shortest_in", {"readings": [builder.scenario(name) for name in names]})


def _raise(builder: ViewBuilder, entry: Record) -> Record:
    text = " ".join(
        _rise(builder, dimension, entry)
        for dimension in builder.norm["scoring"]["dimensions"]
        if entry[dimension["id"]]
    )
    check = entry["check"]
    return builder.line(check, builder.title(check), text, why=key_of("raise", check), asks=f"checks.{check}")


def _rise(builder: ViewBuilder, dimension: Record, entry: Record) -> str:
    rise = entry[dimension["id"]]
    values = {"dimension": builder.text(dimension["title"]), **rise}
    return builder.message("view.actions.rise" if rise["from"] else "view.actions.rise_from_open", values)
