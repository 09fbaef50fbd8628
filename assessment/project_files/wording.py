"""What a finding says: the sentences of its rule, with the figures of the day and what the cells say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assessment.findings import Find, figure_on, filled_in
from assessment.project_files.findings import Found
from assessment.project_files.layout import Layout
from assessment.project_files.numbers import number_of
from assessment.wording import Wording

__all__ = ["EXTRAS", "FIGURES", "FileWording"]

FIGURES = ("rule", "fact", "since", "earlier")
EXTRAS: Mapping[str, str] = {
    "days": "number",
    "last": "date",
    "first": "date",
    "today": "date",
    "from": "date",
    "until": "date",
    "rest": "amount",
    "share": "amount",
    "row": "plain",
    "word": "plain",
    "column": "column",
    "one": "column",
    "other": "column",
    "months": "plain",
}
"""How each thing that a check says of what it found is put in words, as `{found:days}`."""


class FileWording:
    """Puts what is found in words.

    Args:
        layout: The columns.
        find: The norm by id.
        wording: The words of the norm and the catalogue.
    """

    def __init__(self, layout: Layout, find: Find, wording: Wording) -> None:
        self.layout, self.wording = layout, wording
        self._find = find

    def message(self, name: str, **values: Any) -> str:
        """Return a sentence of the file check out of the catalogue."""
        return self.wording.message(f"files.{name}", values)

    def title(self, field: str) -> str:
        """Return what a column is called on screen."""
        return self.layout.fields[field].title[self.wording.language]

    def sentence(self, text: Mapping[str, str], found: Found) -> str | None:
        """Return a sentence of a rule; None when a figure in it is not known on the day."""
        return filled_in(text[self.wording.language], lambda kind, name: self._figure(kind, name, found))

    def evidence(self, counted: Mapping[str, Any], files: Mapping[str, Any]) -> dict[str, Any]:
        """Return a count with what it says of its check point."""
        text = files["evidence"][counted["id"]]["say"][self.wording.language]
        number = number_of(counted["number"], self.wording) if _is_sum(counted, files) else str(counted["number"])
        return {**counted, "text": filled_in(text, lambda *_: number)}

    def _figure(self, kind: str, name: str, found: Found) -> str | None:
        if kind == "cell":
            return self._cell(name, found)
        if kind == "found":
            return self._extra(name, found)
        return figure_on(kind, name, self._find, found.day, self.wording)

    def _cell(self, name: str, found: Found) -> str | None:
        """What a cell says, by the kind of its column."""
        value = found.record.values.get(name)
        if value is None:
            return None
        kind = self.layout.fields[name].kind
        if kind == "choice":
            return self.layout.fields[name].shown[value]
        return self._put(kind, value)

    def _extra(self, name: str, found: Found) -> str | None:
        value = found.extras.get(name, found.rule.data.get(name))
        if value is None and name == "column":
            value = found.name
        return None if value is None else self._put(EXTRAS[name], value)

    def _put(self, kind: str, value: Any) -> str:
        if kind == "date":
            return self.wording.date(value)
        if kind == "amount":
            return self.wording.money(value)
        if kind == "column":
            return self.wording.message("words.quoted", {"text": self.title(value)})
        return str(value)


def _is_sum(counted: Mapping[str, Any], files: Mapping[str, Any]) -> bool:
    return bool(files["evidence"][counted["id"]]["count"] == "added")
