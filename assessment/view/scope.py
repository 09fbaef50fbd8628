"""Reikwijdte: what is audited, what is not, and what to ask the bureau."""

from assessment.case import Record, key_of
from assessment.view.builder import ViewBuilder

__all__ = ["scope_section"]


def scope_section(builder: ViewBuilder, report: Record) -> Record:
    """Show per requirement whether it is audited, then the exemptions to ask about."""
    scope = report["scope"]
    lines = [_requirement(builder, entry) for entry in scope["requirements"]]
    return builder.section("scope", [*lines, *(_question(builder, entry) for entry in scope["questions"])])


def _requirement(builder: ViewBuilder, entry: Record) -> Record:
    element = builder.norm["requirements"][entry["id"]]
    grounds = builder.norm["exemptions"][entry["because"]] if entry["because"] else element
    return builder.line(
        entry["id"],
        builder.text(element["title"]),
        builder.reason(entry["reason"]),
        grounds,
        **builder.state("scope", entry["state"], "attention" if entry["state"] == "unknown" else "neutral"),
        why=key_of("scope", entry["id"]),
    )


def _question(builder: ViewBuilder, entry: Record) -> Record:
    exemption = builder.norm["exemptions"][entry["id"]]
    details = [builder.detail("view.question", builder.text(exemption["question"]))] if "question" in exemption else []
    return builder.line(
        entry["id"],
        builder.text(exemption["title"]),
        builder.reason(entry["reason"]),
        entry,
        **builder.state("scope", "ask_bureau", "attention"),
        why=key_of("exemption", entry["id"]),
        details=details,
    )
