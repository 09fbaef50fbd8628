"""The template as a paper: its parts to fill in, and behind them what they are and who asks for them."""

from collections.abc import Mapping
from typing import Any

from assessment.audit_folder.cover import page_numbers
from assessment.audit_folder.nodes import node, table
from assessment.case import Case, Record
from assessment.templates.filled import file_name, filled_in
from assessment.templates.grounds import about_template, field_rows, paper_fields, rules_in_force
from assessment.templates.need import parts_of
from assessment.view.builder import ViewBuilder

__all__ = ["template_paper"]

_SHARES = {"field": 36, "who": 22, "source": 42}


def template_paper(builder: ViewBuilder, case: Case, template: Mapping[str, Any]) -> Record:
    """Lay out the parts that are about this candidate, filled in as far as it goes, and the explanation behind them."""
    parts = [_part(builder, case, section, number) for number, section in enumerate(parts_of(case, template), 1)]
    return {
        "title": builder.text(template["title"]),
        "candidate": None,
        "about": [],
        "date": "",
        "origin": "",
        "empty": None,
        "page": page_numbers(builder),
        "file": file_name(builder, template),
        "contents": None,
        "notice": builder.message("templates.notice"),
        "landscape": template.get("landscape", False),
        "sections": [*parts, _about(builder, case, template)],
    }


def _part(builder: ViewBuilder, case: Case, section: Mapping[str, Any], number: int) -> Record:
    text = builder.text(section["text"]) if "text" in section else ""
    rules = [_rule(builder, state) for _, state in rules_in_force(case, section)]
    return node(
        f"part-{number}",
        builder.text(section["title"]),
        text,
        lists=[{"label": "", "points": rules}] if rules else [],
        fields=[_field(builder, case, field) for field in section.get("fields", [])],
        grid=_grid(builder, section["list"]) if "list" in section else None,
        new_page=section.get("new_page", False),
    )


def _rule(builder: ViewBuilder, state: Mapping[str, Any]) -> str:
    text = builder.text(state["text"], state.get("value"))
    mark = builder.grounds(state)["standing_label"]
    return builder.message("folder.statement", {"text": text, "standing": mark}) if mark else text


def _field(builder: ViewBuilder, case: Case, field: Mapping[str, Any]) -> Record:
    return {
        "label": builder.text(field["label"]),
        "hint": builder.text(field["hint"]) if "hint" in field else "",
        "text": filled_in(builder, case, field),
        "lines": field.get("lines", 1),
    }


def _grid(builder: ViewBuilder, given: Mapping[str, Any]) -> Record:
    columns = given["columns"]
    blank = [""] * (len(columns) - 1)
    items = [[builder.text(item["label"]), *blank] for item in given.get("items", [])]
    return {
        "columns": [_column(builder, column) for column in columns],
        "shares": [column["width"] for column in columns],
        "rows": items or [[""] * len(columns) for _ in range(given["rows"])],
    }


def _column(builder: ViewBuilder, column: Mapping[str, Any]) -> Record:
    return {
        key: builder.text(column[name]) if name in column else ""
        for key, name in (("title", "label"), ("hint", "hint"))
    }


def _about(builder: ViewBuilder, case: Case, template: Mapping[str, Any]) -> Record:
    columns = {builder.message(f"templates.column.{name}"): share for name, share in _SHARES.items()}
    # What goes in stands beside the fields themselves.
    rows = [[label, *rest] for label, _, *rest in field_rows(builder, paper_fields(case, template))]
    return node(
        "about",
        builder.message("templates.about.title"),
        builder.message("templates.about.text"),
        facts=about_template(builder, template),
        table=table("", columns, rows),
        new_page=True,
    )
