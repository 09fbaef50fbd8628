"""Waarschuwingen: what to watch out for, the most serious first."""

from assessment.case import Record, key_of
from assessment.rules.warnings import WARNING_LEVELS
from assessment.validity import state_in_force
from assessment.view.builder import ViewBuilder

__all__ = ["warnings_section"]


def warnings_section(builder: ViewBuilder, report: Record) -> Record:
    """Show each warning with its remedy."""
    raised = report["warnings"]
    intro = None if raised else builder.message("view.warnings.none")
    return builder.section("warnings", [_line(builder, entry, report["date"]) for entry in raised], intro=intro)


def _line(builder: ViewBuilder, entry: Record, day: str) -> Record:
    warning = builder.norm["warnings"][entry["id"]]
    return builder.line(
        entry["about"][0] if entry["about"] else entry["id"],
        builder.text(warning["title"]),
        builder.text(warning["text"]),
        entry,
        **builder.state("warnings", entry["level"], WARNING_LEVELS[entry["level"]].tone),
        why=key_of("warning", entry["id"]),
        details=[*_rules(builder, warning, day), builder.detail("view.remedy", builder.text(warning["remedy"]))],
    )


def _rules(builder: ViewBuilder, warning: Record, day: str) -> list[Record]:
    """Show the rules that a warning rests on, each as it holds on the day."""
    rules = (builder.norm["scheme"]["rules"][name] for name in warning.get("shows", ()))
    states = [state for rule in rules if (state := state_in_force(rule, day)) is not None]
    texts = [builder.text(state["text"], state.get("value")) for state in states]
    return [builder.detail("view.warnings.rule", " ".join(texts))] if texts else []
