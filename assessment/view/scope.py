"""Reikwijdte: what is audited, what is not, and what to ask the bureau."""

from assessment.case import Record, key_of
from assessment.view.builder import ViewBuilder

__all__ = ["scope_section"]


def scope_section(builder: ViewBuilder, report: Record) -> Record:
    """Show per requirement whether it is audited, then the exemptions to ask about."""
    scope = report["scope"]
    if scope["audit_required"] is False:
        intro = builder.message("view.scope.no_audit")
        return builder.section("scope", [], intro=intro, why=key_of("scope", scope["requirements"][0]["id"]))
    lines = [_requirement(builder, entry) for entry in scope["requirements"]]
    return builder.section("scope", [*lines, *(_question(builder, entry) for entry in scope["questions"])])


def _requirement(builder: ViewBuilder, entry: Record) -> Record:
    element = builder.norm["requirements"][entry["id"]]
    grounds = builder.norm["exemptions"][entry["because"]] if entry["because"] else element
    is_asked = entry["reason"]["message"].endswith("scope.ask")
    return builder.line(
        entry["id"],
        builder.text(element["title"]),
        builder.reason_unless_said(entry["reason"]),
        {} if is_asked else grounds,
        **_state(builder, "ask_bureau" if is_asked else entry["state"]),
        why=key_of("scope", entry["id"]),
    )


def _state(builder: ViewBuilder, state: str) -> Record:
    return builder.state("scope", state, "attention" if state in {"unknown", "ask_bureau"} else "neutral")


def _question(builder: ViewBuilder, entry: Record) -> Record:
    exemption = builder.norm["exemptions"][entry["id"]]
    details = [builder.ground("view.question", builder.text(exemption["question"]))] if "question" in exemption else []
    return builder.line(
        entry["id"],
        builder.text(exemption["title"]),
        builder.reason(entry["reason"]),
        entry,
        **builder.state("scope", "ask_bureau", "attention"),
        why=key_of("exemption", entry["id"]),
        details=details,
    )
