"""Berekening: how each conclusion came about, from the facts and the rule to the figure that is shown."""

from collections.abc import Iterable, Mapping
from typing import Any

from assessment.case import Record, key_of
from assessment.view.answer_text import answer_in_words
from assessment.view.builder import ViewBuilder

__all__ = ["calculations", "trace_section"]

_TOLD_BY_THE_NORM = frozenset({"condition", "exemption", "outcome", "deadline"})


def calculations(builder: ViewBuilder, report: Record, keys: Iterable[str] | None = None) -> Record:
    """Write out the calculation of each conclusion.

    Args:
        builder: Makes the lines.
        report: The report whose conclusions they are.
        keys: The conclusions wanted, each as `key_of` names it; all of them without any. Unknown ones are left out.

    Returns:
        By key: `title`, `rule`, `method` (how the rule works), `norm` (what the norm says, or null), `facts` (label
        and text), `steps` (each with `text`, `standing`, `standing_label`, `sources` and `on`, the key that it builds
        on, or null), `reason` (what was concluded) and the `standing`, `standing_label` and `sources` of the whole.
    """
    wanted = None if keys is None else set(keys)
    named = ((key_of(entry["rule"], entry["about"]), entry) for entry in report["trace"])
    return {key: _calculation(builder, entry) for key, entry in named if wanted is None or key in wanted}


def trace_section(builder: ViewBuilder, report: Record) -> Record:
    """Show each step of the reasoning, in the order in which it was taken."""
    return builder.section("trace", [_line(builder, entry) for entry in report["trace"]])


def _calculation(builder: ViewBuilder, entry: Record) -> Record:
    rule, about = entry["rule"], entry["about"]
    return {
        "title": _title(builder, about),
        "rule": builder.message(f"view.trace.rule.{rule}"),
        "method": builder.message(f"view.trace.method.{rule}"),
        "norm": _norm_text(builder, about) if rule in _TOLD_BY_THE_NORM else None,
        "facts": _facts(builder, entry),
        "steps": [_step(builder, step) for step in entry["steps"]],
        "reason": builder.reason(entry["reason"]),
        **builder.grounds(entry),
    }


def _norm_text(builder: ViewBuilder, about: str) -> str:
    readings = builder.norm["scoring"]["readings"]
    element = readings[about] if about in readings else builder.element(about)
    return builder.text(element["text"], element.get("value"))


def _step(builder: ViewBuilder, step: Record) -> Record:
    return {"text": builder.reason(step), **builder.grounds(step), "on": step.get("on")}


def _facts(builder: ViewBuilder, entry: Record) -> list[Record]:
    return [
        {"label": _label(builder, name), "text": _fact(builder, name, value)} for name, value in entry["facts"].items()
    ]


def _line(builder: ViewBuilder, entry: Record) -> Record:
    rule = builder.message(f"view.trace.rule.{entry['rule']}")
    text = builder.message("view.trace.text", {"rule": rule, "reason": builder.reason(entry["reason"])})
    details = _facts(builder, entry)
    if entry["steps"]:
        details.append(builder.ground("view.trace.steps", " ".join(builder.reason(step) for step in entry["steps"])))
    return builder.line(entry["about"], _title(builder, entry["about"]), text, entry, details=details)


def _title(builder: ViewBuilder, about: str) -> str:
    readings = builder.norm["scoring"]["readings"]
    if about in readings:
        return builder.text(readings[about]["title"])
    whole = f"view.trace.about.{about}"
    return builder.message(whole) if whole in builder.messages else builder.title(about)


def _label(builder: ViewBuilder, name: str) -> str:
    if name == "date":
        return builder.message("view.trace.date")
    return builder.text(builder.norm["profile"]["fields"][name]["question"])


def _fact(builder: ViewBuilder, name: str, value: Any) -> str:
    if value is None:
        return builder.message("view.trace.unknown")
    field: Mapping[str, Any] = {"kind": "date"} if name == "date" else builder.norm["profile"]["fields"][name]
    return answer_in_words(builder, field, value)
