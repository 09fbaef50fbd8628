"""De bijlage: answers to what an earlier version of the norm had and this one has not."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from assessment.audit_folder.nodes import fact, node
from assessment.canonical import canonical_json
from assessment.case import Record
from assessment.view.answer_text import score_in_words
from assessment.view.builder import ViewBuilder

__all__ = ["appendix_section"]

_Value = Callable[[ViewBuilder, str], str | None]


def appendix_section(builder: ViewBuilder, answers: Mapping[str, Any]) -> Record | None:
    """Show what was put aside, each under the title it had; nothing when there is nothing."""
    entries = answers.get("appendix")
    title, text = (builder.message(f"folder.appendix.{part}") for part in ("title", "text"))
    return node("appendix", title, text, nodes=[_entry(builder, entry) for entry in entries]) if entries else None


def _entry(builder: ViewBuilder, entry: Mapping[str, Any]) -> Record:
    version = builder.message("folder.appendix.version", {"version": entry["version"]})
    return node(entry["id"], builder.former_name(entry["id"]), version, facts=list(_facts(builder, entry["answer"])))


def _facts(builder: ViewBuilder, answer: Any) -> Iterator[Record]:
    """Tell an answer as far as it has the shape of one: a file may hold anything here."""
    fields = builder.norm["profile"]["fields"]
    if isinstance(answer, dict):
        for name, value in answer.items():
            yield from _part(builder, name, value)
    elif isinstance(answer, str) and answer in fields:
        yield {
            "label": builder.text(fields[answer]["question"]),
            "text": builder.message("folder.appendix.chosen"),
        }
    elif (score := _score(builder, answer)) is not None:
        yield fact(builder, "checks.scan_before", score)
    else:
        yield fact(builder, "appendix.other", _raw(answer))


def _part(builder: ViewBuilder, name: str, value: Any) -> Iterator[Record]:
    if name in _MARKS and isinstance(value, bool):
        return  # a mark to come back to something says nothing once that is gone
    dimensions = {each["id"]: each for each in builder.norm["scoring"]["dimensions"]}
    if name in dimensions and (score := _score(builder, value)) is not None:
        yield {"label": builder.text(dimensions[name]["title"]), "text": score}
    elif name in _PARTS and (text := _PARTS[name][1](builder, value)) is not None:
        yield fact(builder, _PARTS[name][0], text)
    else:
        yield {"label": name, "text": _raw(value)}


def _score(builder: ViewBuilder, value: Any) -> str | None:
    known = any(value == step["id"] for step in builder.norm["scoring"]["scale"])
    return score_in_words(builder, value) if known else None


def _state(builder: ViewBuilder, value: Any) -> str | None:
    key = f"view.documents.state.{value}"
    return builder.message(key) if key in builder.messages else None


def _reason(_builder: ViewBuilder, value: Any) -> str | None:
    reason = value.get("reason") if isinstance(value, dict) and len(value) == 1 else None
    return reason if isinstance(reason, str) else None


def _plain(_builder: ViewBuilder, value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _raw(value: Any) -> str:
    return value if isinstance(value, str) else canonical_json(value)


_MARKS = ("flagged", "review")
_PARTS: dict[str, tuple[str, _Value]] = {
    "state": ("appendix.state", _state),
    "not_applicable": ("checks.reason", _reason),
    "works": ("requirements.works", _plain),
    "shows": ("requirements.shows", _plain),
    "place": ("documents.where", _plain),
    "owner": ("documents.owner", _plain),
    "note": ("checks.note", _plain),
    "present": ("checks.present", _plain),
}
