"""Kantelpunten: the points that change the verdict by themselves, as one line with what it holds."""

from collections.abc import Iterator

from assessment.case import Record, key_of
from assessment.view.builder import ViewBuilder

__all__ = ["tipping_line"]

_DIMENSIONS = ("conformity", "demonstrability")


def tipping_line(builder: ViewBuilder, tipping: list[Record]) -> Record:
    """Show which points lift the verdict by themselves, one by one, and which can pull it down, reading by reading."""
    lifting = [entry for entry in tipping if _effects(entry, "up")]
    lines = [
        *(builder.call_memoised(_lift, entry, about=entry["check"]) for entry in lifting),
        *_pulls(builder, tipping),
    ]
    title = builder.message("view.tipping.title")
    message = "lift" if lifting else "pull" if lines else "none"
    text = builder.message(f"view.tipping.{message}", {"points": [entry["check"] for entry in lifting]})
    return builder.line("tipping", title, text, {"standing": "estimate"}, lines=lines)


def _effects(entry: Record, direction: str) -> list[Record]:
    return [effect for effect in entry["effects"] if effect["direction"] == direction]


def _lift(builder: ViewBuilder, entry: Record) -> Record:
    texts = [_sentence(builder, entry, effect) for effect in _effects(entry, "up")]
    if entry["decides"]:
        scenarios = [builder.scenario(name) for name in entry["decides"]]
        texts.append(builder.message("view.tipping.decides", {"readings": scenarios}))
    return _about(builder, entry, " ".join(texts))


def _sentence(builder: ViewBuilder, entry: Record, effect: Record) -> str:
    kind = "rise" if entry["state"] == "answered" else "rise_open"
    return builder.message(f"view.tipping.{kind}", {**effect, **effect["verdict"], "scores": effect})


def _about(builder: ViewBuilder, entry: Record, text: str) -> Record:
    """Show a point; that all of this is our estimate, the line around it says."""
    check = entry["check"]
    return builder.line(check, builder.title(check), text, why=key_of("tipping", check), asks=f"checks.{check}")


def _pulls(builder: ViewBuilder, tipping: list[Record]) -> Iterator[Record]:
    """Gather the points that pull down the same reading to the same verdict: there may be many."""
    groups: dict[tuple[str, str, str], dict[str, Record]] = {}
    for entry in tipping:
        for effect in _effects(entry, "down"):
            verdict = effect["verdict"]
            groups.setdefault((effect["reading"], verdict["from"], verdict["to"]), {})[entry["check"]] = entry
    for (reading, before, after), entries in groups.items():
        title = builder.message("view.tipping.pull_title", {"reading": reading, "before": before, "after": after})
        given = [entry for entry in entries.values() if entry["state"] != "open"]
        lines = [builder.call_memoised(_fall, entry, reading, about=f"{reading} {entry['check']}") for entry in given]
        shared, lines = _told_once(lines)
        text = " ".join(_pull_told(builder, after, shared, len(given), len(entries) - len(given)))
        yield builder.line(f"tipping-{reading}", title, text, lines=lines, why=key_of("outcome", reading))


def _pull_told(builder: ViewBuilder, after: str, shared: str, given: int, open_: int) -> Iterator[str]:
    """Say what pulls down: a lower score for a point that has one, and how many points without a score."""
    if given:
        yield builder.message("view.tipping.pull_text", {"number": given, "after": after})
    if shared:
        yield shared
    if open_:
        yield builder.message(f"view.tipping.{'pull_open_too' if given else 'pull_open'}", {"number": open_})


def _told_once(lines: list[Record]) -> tuple[str, list[Record]]:
    """Take out the sentence that all lines say, to say it once above them; empty where they differ."""
    sentences = {line["text"] for line in lines}
    return (sentences.pop(), [line | {"text": ""} for line in lines]) if len(sentences) == 1 else ("", lines)


def _fall(builder: ViewBuilder, entry: Record, reading: str) -> Record:
    return _about(builder, entry, _fall_text(builder, entry, reading))


def _fall_text(builder: ViewBuilder, entry: Record, reading: str) -> str:
    falls = [effect for effect in _effects(entry, "down") if effect["reading"] == reading]
    steps = [(entry[name]["worst"], effect[name]) for effect in falls for name in _DIMENSIONS]
    # Both scores often fall by the same step, which is told once.
    fallen = dict.fromkeys((before, after) for before, after in steps if before != after)
    return " ".join(builder.message("view.tipping.fall", {"from": before, "to": after}) for before, after in fallen)
