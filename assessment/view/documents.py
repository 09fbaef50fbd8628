"""Documenten: what must lie ready, why, and how far it is."""

from collections.abc import Sequence

from assessment.askers import ASKERS, asker_of
from assessment.case import Record, key_of
from assessment.predicates import Truth
from assessment.view.builder import ViewBuilder

__all__ = ["documents_section"]

_GROUPS = (*ASKERS, "perhaps")
"""Who asks for a document, in the order in which they are told; whether it is needed may still be open."""

_TONES = {"ready": "good", "in_progress": "attention", "missing": "bad", "unknown": "neutral"}


def documents_section(builder: ViewBuilder, report: Record) -> Record:
    """Show each document that is or may be needed, under who asks for it, or under the questions that it hangs on."""
    required = report["scope"]["audit_required"]
    listed = sorted(report["documents"], key=lambda entry: _place(builder, entry))
    lines = [builder.call_memoised(_line, entry, required, about=entry["id"]) for entry in listed]
    return builder.section("documents", lines)


def _group(builder: ViewBuilder, entry: Record) -> str:
    return asker_of(builder.norm["documents"][entry["id"]]) if entry["needed"] else "perhaps"


def _place(builder: ViewBuilder, entry: Record) -> tuple[int, str]:
    group = _group(builder, entry)
    return _GROUPS.index(group), _heading(builder, entry, group)


def _heading(builder: ViewBuilder, entry: Record, group: str) -> str:
    is_by_questions = entry["reason"]["message"].endswith("may_be_needed_by")
    name = "perhaps_by" if is_by_questions else group
    return builder.message(f"view.documents.group.{name}", entry["reason"]["values"])


def _line(builder: ViewBuilder, entry: Record, audit_required: Truth) -> Record:
    document = builder.norm["documents"][entry["id"]]
    details = [builder.ground("view.why", builder.text(document["why"]))]
    if audit_required is not False:
        details.append(builder.ground("view.documents.proves", _points(builder, entry["proves"])))
    contents = [builder.text(statement["text"]) for statement in document.get("contents", [])]
    if contents:
        details.append(builder.ground("view.documents.contents", " ".join(contents)))
    if entry["state"] in {"missing", "in_progress"}:
        details.append(builder.detail("view.remedy", builder.text(document["remedy"])))
    details += builder.note(document)
    group = _group(builder, entry)
    return builder.line(
        entry["id"],
        builder.title(entry["id"]),
        "",  # the heading of its group says all of the reason
        entry,
        **builder.state("documents", entry["state"], _TONES[entry["state"]]),
        why=key_of("document", entry["id"]),
        asks=f"documents.{entry['id']}" if entry["state"] != "ready" else None,
        details=details,
        group=group,
        group_label=_heading(builder, entry, group),
    )


def _points(builder: ViewBuilder, names: Sequence[str]) -> str:
    return builder.several([builder.display_name(name) for name in names])
