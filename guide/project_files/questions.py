"""What has to be asked before a list can be checked: no table, or a column that may be several things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.project_files import Doubt, Layout, Listed, column_letter
from guide.catalogue import LANGUAGE
from guide.documents.document import Document
from guide.faults import Fault

__all__ = ["doubt_faults"]


def doubt_faults(name: str, listed: Listed, norm: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is in doubt, each with the option that says it.

    Args:
        name: The file.
        listed: What was read of it.
        norm: The checked norm.
    """
    document, layout = Document(name, None), Layout(norm)
    if not listed.tables.tables:
        titles = [field.title[LANGUAGE] for field in layout.fields.values()]
        yield document.fault((), "check.list_no_heading", titles=titles[:_SHOWN])
    elif not any(table.rows for table in listed.tables.tables):
        yield document.fault((), "check.list_no_files")
    for doubt in listed.doubts:
        yield _fault(document, doubt, layout)


_SHOWN = 6


def _option(title: str) -> str:
    """A title as one word of a command, which names the column as well."""
    return title.replace(" ", "-")


def _fault(document: Document, doubt: Doubt, layout: Layout) -> Fault:
    titles = [layout.fields[field].title[LANGUAGE] for field in doubt.fields]
    first = doubt.columns[0]
    letter = column_letter(first.number)
    if len(doubt.columns) > 1:
        letters = [column_letter(column.number) for column in doubt.columns]
        named = _option(titles[0])
        return document.fault((), "check.list_same", columns=letters, title=titles[0], option=named, example=letter)
    return document.fault(
        (), "check.list_doubt", column=letter, heading=first.heading, titles=titles, example=_option(titles[0])
    )
