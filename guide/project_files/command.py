"""What `kmop files` does: reads the lists, asks what is in doubt, and says what was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessment.project_files import Asked, Layout, Listed, check_files, choices_of, read_list
from guide.catalogue import LANGUAGE
from guide.documents.document import Document
from guide.faults import Fault
from guide.project_files.checked import CheckedList
from guide.project_files.opening import ListFile
from guide.project_files.questions import doubt_faults

__all__ = ["ListChecker", "UnknownColumnError"]


class UnknownColumnError(Exception):
    """Somebody named a column that there is not.

    Attributes:
        name: The name.
        known: The names that there are.
    """

    def __init__(self, name: str, known: Sequence[str]) -> None:
        self.name, self.known = name, known
        super().__init__(name)


@dataclass
class ListChecker:
    """Checks lists one by one.

    Attributes:
        norm: The checked norm.
        messages: The message catalogue.
        asked: What the lists are checked as.
        sheet: The name of the sheet to check, if somebody chose one.
        columns: The name of what a column is, by its number, as far as somebody said so.
    """

    norm: Mapping[str, Any]
    messages: Mapping[str, str]
    asked: Asked
    sheet: str | None
    columns: Mapping[int, str]

    def check(self, file: ListFile) -> CheckedList | list[Fault]:
        """Return what was found in a list, or what has to be said first.

        Raises:
            UnknownColumnError: Somebody named a column that there is not.
        """
        if not self.norm["files"]["windows"]:
            return [Document(file.name, None).fault((), "check.list_no_rules")]
        sheets = [sheet for sheet in file.sheets if self.sheet in {None, sheet.name}]
        if not sheets:
            names = [sheet.name for sheet in file.sheets]
            return [Document(file.name, None).fault((), "check.list_no_sheet", sheet=self.sheet, sheets=names)]
        listed = read_list(sheets, self.norm, self._choices())
        doubts = list(self._doubts(file.name, listed))
        return doubts or CheckedList(file, check_files(listed, self.norm, self.asked, self.messages))

    def _doubts(self, name: str, listed: Listed) -> Iterator[Fault]:
        return doubt_faults(name, listed, self.norm)

    def _choices(self) -> dict[int, str]:
        layout = Layout(self.norm)
        choices, unknown = choices_of(self.columns, layout)
        if unknown:
            raise UnknownColumnError(unknown[0], [field.title[LANGUAGE] for field in layout.fields.values()])
        return choices
