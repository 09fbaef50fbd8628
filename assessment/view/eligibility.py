"""Voorwaarden: each general condition with its state and remedy."""

from collections.abc import Iterator, Mapping, Sequence

from assessment.case import Record, key_of
from assessment.predicates import fields_of
from assessment.view.builder import ViewBuilder

__all__ = ["deciding_field", "eligibility_section"]

_WHY = key_of("eligibility", "eligibility")
_OURS = {"standing": "estimate", "sources": []}
_TONES = {"met": "good", "not_met": "bad", "beside": "attention", "unknown": "attention", "by_audit": "neutral"}
_MAY_NOT_APPLY = "rules.condition.may_not_apply"


def eligibility_section(builder: ViewBuilder, report: Record) -> Record:
    """Show whether each general condition is met, and what to do where it is not."""
    eligibility = report["eligibility"]
    intro = builder.message(f"view.eligibility.whole.{eligibility['state']}")
    remarks = {entry["field"]: builder.reason(entry["reason"]) for entry in eligibility["unrecognised"]}
    lines = [_line(builder, entry, remarks) for entry in eligibility["conditions"]]
    lines += _on_other_numbers(builder, eligibility, remarks)
    return builder.section("eligibility", lines, intro=intro, why=_WHY)


def _on_other_numbers(builder: ViewBuilder, eligibility: Record, remarks: Mapping[str, str]) -> Iterator[Record]:
    """Show the remarks on numbers that no condition asks for."""
    asked = {name for entry in eligibility["conditions"] for name in _numbers(builder, entry)}
    for name in (each for each in remarks if each not in asked):
        title = builder.text(builder.norm["profile"]["fields"][name]["question"])
        yield builder.line(name, title, remarks[name], _OURS, tone="attention", why=_WHY, asks=f"profile.{name}")


def _numbers(builder: ViewBuilder, entry: Record) -> Sequence[str]:
    numbers: Sequence[str] = builder.norm["conditions"][entry["id"]].get("numbers", [])
    return numbers


def _line(builder: ViewBuilder, entry: Record, remarks: Mapping[str, str]) -> Record:
    condition = builder.norm["conditions"][entry["id"]]
    details = [builder.ground("view.what", builder.text(condition["text"]))]
    details += [
        builder.detail("view.eligibility.number", remarks[name])
        for name in condition.get("numbers", [])
        if name in remarks
    ]
    if entry["state"] == "not_met" or entry["reason"]["message"] == _MAY_NOT_APPLY:
        details.append(builder.detail("view.remedy", builder.text(condition["remedy"])))
    details += builder.note(condition)
    is_beside = entry["state"] == "not_met" and not entry["blocking"]
    state = "beside" if is_beside else entry["state"]
    return builder.line(
        entry["id"],
        builder.text(condition["title"]),
        _beside(builder, condition) if is_beside else builder.reason_unless_said(entry["reason"]),
        entry,
        **builder.state("eligibility", state, _TONES[state]),
        why=key_of("condition", entry["id"]),
        asks=deciding_field(condition) if entry["state"] in {"not_met", "unknown"} else None,
        details=details,
    )


def _beside(builder: ViewBuilder, condition: Record) -> str:
    """Say of a condition that is not met what it means for a registration that it does not stop."""
    told = condition.get("if_not_met")
    return builder.text(told) if told else builder.message("rules.action.condition_beside")


def deciding_field(condition: Record) -> str | None:
    """Name the field of the form that decides a condition; none where no answer does."""
    field = next(iter([*fields_of(condition.get("met_when")), *condition.get("numbers", [])]), None)
    return f"profile.{field}" if field and field != "date" else None
