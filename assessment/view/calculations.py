"""Berekening: how each conclusion came about, from the facts and the rule to the figure that is shown."""

from collections.abc import Iterable, Mapping
from typing import Any

from assessment.case import Record, key_of
from assessment.view.answer_text import answer_in_words
from assessment.view.builder import Pen

__all__ = ["calculations", "trace_section"]

_TOLD_BY_THE_NORM = frozenset({"condition", "exemption", "outcome", "deadline"})


def calculations(pen: Pen, report: Record, keys: Iterable[str] | None = None) -> Record:
    """Write out the calculation of each conclusion.

    Args:
        pen: Writes the words.
        report: The report whose conclusions they are.
        keys: The conclusions wanted, each as `key_of` names it; all of them without any. Unknown ones are left out.

    Returns:
        By key: `title`, `rule`, `method` (how the rule works), `norm` (what the norm says, or null), `facts` (label
        and text), `steps` (each with `text`, `standing`, `standing_label`, `sources` and `on`, the key that it builds
        on, or null), `reason` (what was concluded) and the `standing`, `standing_label` and `sources` of the whole.
    """
    wanted = None if keys is None else set(keys)
    named = ((key_of(entry["rule"], entry["about"]), entry) for entry in report["trace"])
    return {key: _calculation(pen, entry) for key, entry in named if wanted is None or key in wanted}


def trace_section(pen: Pen, report: Record) -> Record:
    """Show each step of the reasoning, in the order in which it was taken."""
    return pen.section("trace", [_line(pen, entry) for entry in report["trace"]])


def _calculation(pen: Pen, entry: Record) -> Record:
    rule, about = entry["rule"], entry["about"]
    return {
        "title": _title(pen, about),
        "rule": pen.words.spell(f"view.trace.rule.{rule}"),
        "method": pen.words.spell(f"view.trace.method.{rule}"),
        "norm": _norm_text(pen, about) if rule in _TOLD_BY_THE_NORM else None,
        "facts": _facts(pen, entry),
        "steps": [_step(pen, step) for step in entry["steps"]],
        "reason": pen.words.say(entry["reason"]),
        **pen.grounds(entry),
    }


def _norm_text(pen: Pen, about: str) -> str:
    readings = pen.norm["scoring"]["readings"]
    element = readings[about] if about in readings else pen.words.element(about)
    return pen.words.text(element["text"], element.get("value"))


def _step(pen: Pen, step: Record) -> Record:
    return {"text": pen.words.say(step), **pen.grounds(step), "on": step.get("on")}


def _facts(pen: Pen, entry: Record) -> list[Record]:
    return [{"label": _label(pen, name), "text": _fact(pen, name, value)} for name, value in entry["facts"].items()]


def _line(pen: Pen, entry: Record) -> Record:
    rule = pen.words.spell(f"view.trace.rule.{entry['rule']}")
    text = pen.words.spell("view.trace.text", {"rule": rule, "reason": pen.words.say(entry["reason"])})
    details = _facts(pen, entry)
    if entry["steps"]:
        details.append(pen.detail("view.trace.steps", " ".join(pen.words.say(step) for step in entry["steps"])))
    return pen.line(entry["about"], _title(pen, entry["about"]), text, entry, details=details)


def _title(pen: Pen, about: str) -> str:
    readings = pen.norm["scoring"]["readings"]
    if about in readings:
        return pen.words.text(readings[about]["title"])
    whole = f"view.trace.about.{about}"
    return pen.words.spell(whole) if whole in pen.words.messages else pen.words.title(about)


def _label(pen: Pen, name: str) -> str:
    if name == "date":
        return pen.words.spell("view.trace.date")
    return pen.words.text(pen.norm["profile"]["fields"][name]["question"])


def _fact(pen: Pen, name: str, value: Any) -> str:
    if value is None:
        return pen.words.spell("view.trace.unknown")
    field: Mapping[str, Any] = {"kind": "date"} if name == "date" else pen.norm["profile"]["fields"][name]
    return answer_in_words(pen, field, value)
