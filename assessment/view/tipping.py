"""Kantelpunten: the points that change the verdict by themselves, as one line with what it holds."""

from collections.abc import Iterator

from assessment.case import Record, key_of
from assessment.view.builder import Pen

__all__ = ["tipping_line"]


def tipping_line(pen: Pen, tipping: list[Record]) -> Record:
    """Show which points lift the verdict by themselves, one by one, and which can pull it down, reading by reading."""
    lifting = [entry for entry in tipping if _effects(entry, "up")]
    lines = [*(pen.recall(_lift, entry, about=entry["check"]) for entry in lifting), *_pulls(pen, tipping)]
    title = pen.words.spell("view.tipping.title")
    message = "lift" if lifting else "pull" if lines else "none"
    text = pen.words.spell(f"view.tipping.{message}", {"points": [entry["check"] for entry in lifting]})
    return pen.line("tipping", title, text, {"standing": "estimate"}, lines=lines)


def _effects(entry: Record, direction: str) -> list[Record]:
    return [effect for effect in entry["effects"] if effect["direction"] == direction]


def _lift(pen: Pen, entry: Record) -> Record:
    texts = [_sentence(pen, entry, effect) for effect in _effects(entry, "up")]
    if entry["decides"]:
        titles = [pen.words.text(pen.norm["scoring"]["readings"][name]["title"]) for name in entry["decides"]]
        texts.append(pen.words.spell("view.tipping.decides", {"readings": titles}))
    return _about(pen, entry, " ".join(texts))


def _sentence(pen: Pen, entry: Record, effect: Record) -> str:
    kind = "rise" if entry["state"] == "answered" else "rise_open"
    now = {f"{name}_now": entry[name]["worst"] for name in ("conformity", "demonstrability")}
    return pen.words.spell(f"view.tipping.{kind}", {**effect, **effect["verdict"], **now})


def _about(pen: Pen, entry: Record, text: str) -> Record:
    check = entry["check"]
    title = pen.words.spell("view.requirements.check", {"id": check, "title": pen.words.title(check)})
    standing = {"standing": entry["standing"]}
    return pen.line(check, title, text, standing, why=key_of("tipping", check), asks=f"checks.{check}")


def _pulls(pen: Pen, tipping: list[Record]) -> Iterator[Record]:
    """Gather the points that pull down the same reading to the same verdict: there may be many."""
    groups: dict[tuple[str, str, str], dict[str, Record]] = {}
    for entry in tipping:
        for effect in _effects(entry, "down"):
            verdict = effect["verdict"]
            groups.setdefault((effect["reading"], verdict["from"], verdict["to"]), {})[entry["check"]] = entry
    for (reading, before, after), entries in groups.items():
        values = {"reading": reading, "before": before, "after": after, "points": list(entries)}
        title = pen.words.spell("view.tipping.pull_title", values)
        text = pen.words.spell("view.tipping.pull_text", values)
        lines = [pen.recall(_fall, entry, reading, about=f"{reading} {entry['check']}") for entry in entries.values()]
        yield pen.line(f"tipping-{reading}", title, text, lines=lines, why=key_of("outcome", reading))


def _fall(pen: Pen, entry: Record, reading: str) -> Record:
    return _about(pen, entry, _fall_text(pen, entry, reading))


def _fall_text(pen: Pen, entry: Record, reading: str) -> str:
    if entry["state"] == "open":
        return pen.words.spell("view.tipping.fall_open")
    falls = [effect for effect in _effects(entry, "down") if effect["reading"] == reading]
    now = {f"{name}_now": entry[name]["worst"] for name in ("conformity", "demonstrability")}
    return " ".join(pen.words.spell("view.tipping.fall", {**effect, **now}) for effect in falls)
