"""Kortste weg: per scenario the smallest set of raises; scenarios that ask the same share one line."""

from assessment.case import Record, key_of
from assessment.rules.scoring import readings_of
from assessment.view.builder import ViewBuilder
from assessment.view.readiness import says_something

__all__ = ["shortest_ways"]


def shortest_ways(builder: ViewBuilder, report: Record) -> list[Record]:
    """Show what must at least become better; as long as no point says anything, ask for the points instead."""
    if not says_something(report["readiness"]):
        return [_fill_first(builder, name) for name in report["readiness"]["open"]["checks"][:1]]
    shortest = report["actions"]["shortest"]
    lines: list[Record] = []
    told: dict[tuple[str, ...], str] = {}
    for names in _alike(shortest):
        found = shortest[names[0]]
        points = tuple(entry["check"] for entry in found["raises"])
        lines.append(builder.call_memoised(_way, names, found, told.get(points), about=names[0]))
        told.setdefault(points, names[0])
    return lines


def _fill_first(builder: ViewBuilder, check: str) -> Record:
    title, text = (builder.message(f"view.actions.{name}") for name in ("shortest", "fill_first"))
    return builder.line("shortest", title, text, why=key_of("open", "open-checks"), asks=f"checks.{check}")


def _alike(shortest: Record) -> list[list[str]]:
    """Bring the readings together that ask for the same raises."""
    groups: list[list[str]] = []
    for name in shortest:
        same = next((group for group in groups if shortest[group[0]]["raises"] == shortest[name]["raises"]), None)
        if same is None:
            groups.append([name])
        else:
            same.append(name)
    return groups


def _way(builder: ViewBuilder, names: list[str], found: Record, same_points_in: str | None) -> Record:
    """Show one way; where another one has the same points, say so in place of naming them again."""
    points = [entry["check"] for entry in found["raises"]]
    message = "no_path" if not points else "path" if same_points_in is None else "path_other_scores"
    text = builder.message(f"view.actions.{message}", {"points": points, "reading": same_points_in})
    line = builder.line(
        f"shortest-{names[0]}", _title(builder, names), text, {"standing": "estimate"}, why=key_of("shortest", names[0])
    )
    raises = [builder.call_memoised(_raise, entry, about=f"{names[0]} {entry['check']}") for entry in found["raises"]]
    return line | {"lines": raises}


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
