"""Acties: what to do first, and the shortest way to a positive outcome in each reading."""

from collections.abc import Iterator

from assessment.case import Record, key_of
from assessment.rules.scoring import READINGS
from assessment.view.builder import Pen
from assessment.view.eligibility import asked_by
from assessment.view.tipping import tipping_line

__all__ = ["actions_section"]

_ASKED_IN = {"raise": "checks", "document": "documents"}
_TONES = {
    "condition": "bad",
    "condition_beside": "attention",
    "quick_win": "attention",
    "raise": "attention",
    "document": "attention",
    "answer": "neutral",
}


def actions_section(pen: Pen, report: Record) -> Record:
    """Show the ranked actions, the points that tip the outcome, and per reading the smallest set of score raises."""
    actions = report["actions"]
    ranked = [pen.recall(_action, _unranked(entry), about=entry["about"]) for entry in actions["ranked"]]
    shortest = (
        [
            pen.recall(tipping_line, actions["tipping"]),
            *(pen.recall(_shortest, name, actions["shortest"][name], about=name) for name in READINGS),
        ]
        if report["cost"]["audit_required"] is not False
        else []
    )
    empty = pen.words.spell("view.actions.none") if not ranked else None
    return pen.section("actions", [*ranked, *shortest], intro=empty)


def _unranked(entry: Record) -> Record:
    """Leave out the place in the list: a line shows there anyway, and else all would change when one comes first."""
    return {name: part for name, part in entry.items() if name != "rank"}


def _action(pen: Pen, entry: Record) -> Record:
    kind = _kind(entry)
    line = pen.line(
        entry["about"],
        _title(pen, entry),
        pen.words.say(entry["reason"]),
        entry,
        **pen.state("actions", kind, _TONES[kind]),
        why=_why(entry),
        asks=_asks(pen, entry),
        details=list(_details(pen, entry)),
    )
    # Open questions are about many elements, so the page of the first of them says nothing.
    return line | {"href": None} if kind == "answer" else line


def _kind(entry: Record) -> str:
    """Tell conditions that stop a registration from the others, and raises that take little from those that do not."""
    if entry.get("quick_win"):
        return "quick_win"
    return "condition_beside" if entry["reason"]["message"].endswith("condition_beside") else str(entry["kind"])


def _why(entry: Record) -> str:
    """Name the conclusion that the action follows from."""
    if entry["kind"] == "answer":
        return key_of("open", f"open-{_part(entry)}")
    return key_of(entry["kind"], entry["about"])


def _part(entry: Record) -> str:
    """Tell which part of the form an open question stands in: its reason says so."""
    return str(entry["reason"]["message"].rpartition("answer_")[2])


def _asks(pen: Pen, entry: Record) -> str | None:
    """Name the field of the form where the candidate sees to the action."""
    if entry["kind"] == "answer":
        return f"{_part(entry)}.{entry['about']}"
    if entry["kind"] == "condition":
        condition = pen.norm["conditions"][entry["about"]]
        return asked_by(condition)
    return f"{_ASKED_IN[entry['kind']]}.{entry['about']}"


def _title(pen: Pen, entry: Record) -> str:
    if entry["kind"] == "answer":
        return pen.words.spell("view.actions.answer")
    if entry["kind"] == "raise":
        return pen.words.spell(
            "view.requirements.check", {"id": entry["about"], "title": pen.words.title(entry["about"])}
        )
    return pen.words.title(entry["about"])


def _details(pen: Pen, entry: Record) -> Iterator[Record]:
    remedy = pen.words.element(entry["about"]).get("remedy") if entry["kind"] != "answer" else None
    if remedy:
        yield pen.detail("view.remedy", pen.words.text(remedy))
    if entry.get("quick_win"):
        yield pen.detail("view.why", pen.words.spell("view.actions.quick_win_why"))


def _shortest(pen: Pen, name: str, found: Record) -> Record:
    reading = pen.words.text(pen.norm["scoring"]["readings"][name]["title"])
    title = pen.words.spell("view.actions.shortest", {"reading": reading})
    points = [entry["check"] for entry in found["raises"]]
    text = pen.words.spell("view.actions.path" if points else "view.actions.no_path", {**found, "points": points})
    line = pen.line(f"shortest-{name}", title, text, {"standing": "estimate"}, why=key_of("shortest", name))
    raises = [pen.recall(_raise, entry, about=f"{name} {entry['check']}") for entry in found["raises"]]
    return line | {"lines": raises}


def _raise(pen: Pen, entry: Record) -> Record:
    title = pen.words.spell("view.requirements.check", {"id": entry["check"], "title": pen.words.title(entry["check"])})
    text = " ".join(
        _rise(pen, dimension, entry) for dimension in pen.norm["scoring"]["dimensions"] if entry[dimension["id"]]
    )
    check = entry["check"]
    return pen.line(check, title, text, why=key_of("raise", check), asks=f"checks.{check}")


def _rise(pen: Pen, dimension: Record, entry: Record) -> str:
    rise = entry[dimension["id"]]
    values = {"dimension": pen.words.text(dimension["title"]), **rise}
    return pen.words.spell("view.actions.rise" if rise["from"] else "view.actions.rise_from_open", values)
