"""A list of files as a page gives it: read, asked about, checked, and put in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from assessment.files_view.asking import Choices, asks_of
from assessment.files_view.document import document_of
from assessment.files_view.evidence import evidence_notes
from assessment.findings import written
from assessment.identifiers import normalised_number
from assessment.project_files import (
    Asked,
    Layout,
    Listed,
    Sheet,
    check_files,
    column_letter,
    conclusion,
    parts_of,
    read_list,
    sheet_of,
    sheet_of_text,
)
from assessment.project_files.limits import UnreadableError
from assessment.view.builder import ViewBuilder

__all__ = ["ListCheck"]

Document = Mapping[str, Any]
Report = dict[str, Any]
_REFUSED = "check.list_"


class _NamedReport(NamedTuple):
    name: str
    report: Document


class ListCheck:
    """Checks lists of files, for a page.

    Args:
        builder: Norm, words and links.
    """

    def __init__(self, builder: ViewBuilder) -> None:
        self._builder = builder
        self._layout = Layout(builder.norm)

    def check(self, given: Document, asked: Document) -> Report:
        """Return what there is to ask and to say of a list.

        Args:
            given: The `text` of a text file, or the `sheets` of a workbook (see `sheet_of`).
            asked: What it is checked as: `on`, `list`, `service`, `own`, `registered`, and the `sheet` and `columns`
                that somebody chose, as far as there are any.

        Returns:
            `refusal`: why there is nothing to say, or nothing; `sheets` and the `sheet` that was read; `asks` with
            the answers that there are; `columns` as they were taken; the `report`, and `words` for it, once nothing is
            open.
        """
        wrong = [number for number in asked.get("own", ()) if not normalised_number("enterprise_number", number)]
        if wrong:
            return {"refusal": "own_number", "about": wrong[0]}
        try:
            sheets = self._sheets(given)
        except UnreadableError as error:
            return {"refusal": error.message.removeprefix(_REFUSED)}
        return self._looked(sheets, asked)

    def written(self, name: str, report: Document, form: str) -> str:
        """Return a report as a file to keep, a page (`html`) or lines (`txt`)."""
        return written(document_of([_NamedReport(name, report)], self._builder), form)

    def rows(self, given: Document, name: str) -> Sequence[Sequence[Any]]:
        """Return the rows of a sheet by its name, for a file that shows findings beside them."""
        return next(sheet.rows for sheet in self._sheets(given) if sheet.name == name)

    def _sheets(self, given: Document) -> list[Sheet]:
        if not self._builder.norm["files"]["windows"]:
            raise UnreadableError("check.list_no_rules")
        sheets = [sheet_of_text(given["text"])] if "text" in given else [sheet_of(each) for each in given["sheets"]]
        if not any(any(row) for sheet in sheets for row in sheet.rows):
            raise UnreadableError("check.list_empty")
        return sheets

    def _looked(self, sheets: Sequence[Sheet], asked: Document) -> Report:
        wanted = [sheet for sheet in sheets if sheet.name == asked.get("sheet")] or sheets
        found = read_list(wanted, self._builder.norm, {})
        choices = {int(number): field for number, field in asked.get("columns", {}).items()}
        listed = self._chosen(found, choices)
        has_files = any(table.rows for table in listed.tables.tables)
        is_open = bool(listed.doubts) or not has_files
        report = None if is_open else check_files(listed, self._builder.norm, _asked(asked), self._builder.messages)
        return {
            "refusal": "no_files" if listed.tables.tables and not has_files else "",
            "sheets": [sheet.name for sheet in sheets],
            "sheet": found.sheet.name,
            "asks": [{"text": ask.text, "answers": ask.answers} for ask in asks_of(found, self._layout, self._builder)],
            "has_heading": bool(found.tables.tables),
            "columns": self._columns(listed),
            "report": report,
            "words": self._words(report) if report else None,
        }

    def _chosen(self, found: Listed, choices: Choices) -> Listed:
        """The same sheet with what somebody said of its columns."""
        if not choices:
            return found
        return read_list([found.sheet], self._builder.norm, choices)._replace(others=found.others)

    def _columns(self, listed: Listed) -> list[dict[str, str]]:
        """Every column that is known, by the name that it has in the list and the one that we have for it."""
        return [
            {
                "letter": column_letter(column.number),
                "heading": column.heading,
                "title": self._builder.text(self._layout.fields[column.field].title),
            }
            for table in listed.tables.tables
            for column in table.heading.columns
            if column.field in self._layout.fields
        ]

    def _words(self, report: Report) -> Report:
        """What a page shows of a report besides; what a rule rests on is told once."""
        rules = {finding["rule"]: finding for finding in report["findings"]}
        kinds = dict.fromkeys(finding["finding"] for finding in rules.values())
        return {
            "conclusion": conclusion([report], self._builder),
            "parts": [part._asdict() for part in parts_of(report, self._builder)],
            "evidence": evidence_notes(report, self._builder),
            "kinds": {kind: self._builder.message(f"files.finding.{kind}") for kind in kinds},
            "grounds": {rule: self._builder.grounds(finding) for rule, finding in rules.items()},
        }


def _asked(asked: Document) -> Asked:
    numbers = (normalised_number("enterprise_number", number) for number in asked.get("own", ()))
    registered = asked.get("registered")
    return Asked(
        on=date.fromisoformat(asked["on"]),
        kind=asked["list"],
        service=asked.get("service") or None,
        own_numbers=frozenset(number for number in numbers if number),
        registered=date.fromisoformat(registered) if registered else None,
    )
