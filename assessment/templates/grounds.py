"""Uitleg: what a template is and who asks for it; of each field what goes in, who asks for it and by which source."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from assessment.case import Case, Record
from assessment.templates.need import parts_of
from assessment.validity import state_in_force
from assessment.view.builder import ViewBuilder

__all__ = ["about_template", "field_rows", "paper_fields", "rules_in_force"]

Fields = Iterable[Mapping[str, Any]]


def about_template(builder: ViewBuilder, template: Mapping[str, Any]) -> list[Record]:
    """Say in labelled texts what a template is for, who asks for it and when to fill it in."""
    texts = {
        "purpose": builder.text(template["text"]),
        "asked": builder.message(f"templates.asked.{template['asked_by']}"),
        "note": builder.text(template["note"]) if "note" in template else "",
        "moment": builder.text(template["moment"]),
        "form": builder.message("templates.about.form_text"),
    }
    return [{"label": builder.message(f"templates.about.{key}"), "text": text} for key, text in texts.items() if text]


def field_rows(builder: ViewBuilder, fields: Fields) -> list[list[str]]:
    """Tell each field once: its name, what goes in, who asks for it, and by which source or for which reason."""
    rows = dict.fromkeys(tuple(_row(builder, field)) for field in fields)
    return [list(row) for row in rows]


def paper_fields(case: Case, template: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield everything that is to be filled in on paper, and each rule that is shown there, in their order."""
    for section in parts_of(case, template):
        yield from ({"label": rule["title"], **state} for rule, state in rules_in_force(case, section))
        yield from section.get("fields", [])
        given = section.get("list", {})
        yield from given.get("columns", [])
        yield from given.get("items", [])


def rules_in_force(case: Case, section: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Yield the rules that a part shows, each as it holds on the day; one that does not hold is left out."""
    for name in section.get("shows", []):
        rule = case.norm["scheme"]["rules"][name]
        state = state_in_force(rule, case.facts["date"])
        if state is not None and state["standing"] != "not_found":
            yield rule, state


def _row(builder: ViewBuilder, field: Mapping[str, Any]) -> Iterator[str]:
    yield builder.text(field["label"])
    yield builder.text(field["hint"]) if "hint" in field else ""
    yield builder.message(f"templates.{'rule' if 'text' in field else 'field'}.{field['standing']}")
    sources = [_source(builder, name) for name in field.get("sources", [])]
    yield "\n".join(sources) or (builder.text(field["rationale"]) if "rationale" in field else "")


def _source(builder: ViewBuilder, name: str) -> str:
    """Name a source; that of the authority needs no name beside it."""
    source = builder.norm["sources"][name]
    kind = "official" if source["standing"] == "official" else "other"
    return builder.message(f"templates.source.{kind}", {key: source[key] for key in ("title", "publisher")})
