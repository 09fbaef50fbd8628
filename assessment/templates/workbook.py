"""The template as a workbook: a sheet for the list, and one that says of each column what it is and who asks for it."""

from collections.abc import Mapping
from typing import Any

from assessment.case import Case, Record
from assessment.templates.filled import column_options, file_name
from assessment.templates.grounds import about_template, field_rows
from assessment.view.builder import ViewBuilder

__all__ = ["template_workbook"]

_WIDTHS = {"column": 30, "hint": 40, "who": 34, "source": 60}


def template_workbook(builder: ViewBuilder, case: Case, template: Mapping[str, Any]) -> Record:
    """Make both sheets; each column of the list has a width, a format and the values that it takes, if it takes few."""
    sheet = template["sheet"]
    return {
        "file": file_name(builder, template),
        "list": {
            "name": builder.text(sheet["name"]),
            "columns": [_column(builder, case, column) for column in sheet["columns"]],
        },
        "about": _about(builder, template),
    }


def _column(builder: ViewBuilder, case: Case, column: Mapping[str, Any]) -> Record:
    return {
        "title": builder.text(column["label"]),
        "width": column["width"],
        "format": column.get("format", "text"),
        "options": column_options(builder, case, column),
    }


def _about(builder: ViewBuilder, template: Mapping[str, Any]) -> Record:
    return {
        "name": builder.message("templates.sheet"),
        "facts": about_template(builder, template),
        "columns": [builder.message(f"templates.column.{name}") for name in _WIDTHS],
        "widths": list(_WIDTHS.values()),
        "rows": field_rows(builder, template["sheet"]["columns"]),
    }
