"""What the page's worker calls to look at a list of files; comes with that check, beside the rules that are there."""

from __future__ import annotations

import json
from typing import Any, Protocol

from assessment.files_view import ListCheck
from assessment.view.builder import ViewBuilder

__all__ = ["make_api"]


class Rules(Protocol):
    """The rules that are there already."""

    @property
    def documents(self) -> tuple[dict[str, Any], dict[str, str], dict[str, str]]:
        """Norm, words and links."""
        ...


class FilesApi:
    """The file check with its rules and its words."""

    def __init__(self, rules: Rules, document: str) -> None:
        more = json.loads(document)
        norm, messages, links = rules.documents
        self._list_check = ListCheck(ViewBuilder(norm | more["norm"], messages | more["messages"], links))

    def check_files_json(self, given: str, asked: str) -> str:
        """Look at a list.

        Args:
            given: The text of the list, or its sheets, as JSON.
            asked: What it is checked as, as JSON.

        Returns:
            What there is to ask and to say of it, as JSON (`ListCheck.check`).
        """
        return _json(self._list_check.check(json.loads(given), json.loads(asked)))

    def files_report_json(self, report: str, name: str, ending: str) -> str:
        """Return a report as a file to keep, as JSON.

        Args:
            report: The report, as JSON.
            name: What the reader calls the list.
            ending: How the name of the file ends: `txt` or `html`.
        """
        return _json(self._list_check.written(name, json.loads(report), ending))

    def file_rows_json(self, given: str, sheet: str) -> str:
        """Return the rows of a sheet, as JSON.

        Args:
            given: The text of the list, or its sheets, as JSON.
            sheet: Its name.
        """
        return _json(self._list_check.rows(json.loads(given), sheet))


def _json(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, allow_nan=False)


make_api = FilesApi
