"""The layout that the file check knows: its columns by every name that people give them, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from assessment.project_files.days import months_of
from assessment.project_files.folding import folded, without_brackets

__all__ = ["IGNORED", "Field", "Layout"]

IGNORED = "-"
"""What is chosen for a column that is to be left out."""


class Field(NamedTuple):
    """A column that the check knows.

    Attributes:
        id: What rules call it.
        kind: How its cells are read: `text`, `date`, `amount`, `number`, `choice`, `yes_no` or `enterprise_number`.
        title: What it is called on screen, by language.
        options: Of a choice, each answer by every folded name of it.
        shown: Of a choice, what each answer is called.
        several: Whether a cell may name more than one of them, or more than its name.
    """

    id: str
    kind: str
    title: Mapping[str, str]
    options: Mapping[str, str]
    shown: Mapping[str, str]
    several: bool = False


class Layout:
    """The columns and words of a norm.

    Args:
        norm: The checked norm, or the part of it that the check reads: `files` and the themes of `scheme`.
    """

    def __init__(self, norm: Mapping[str, Any]) -> None:
        self._files, self._scheme = norm["files"], norm["scheme"]
        self.words: Mapping[str, Any] = self._files["words"]

    @cached_property
    def fields(self) -> dict[str, Field]:
        """Every column by its id."""
        return {name: self._field(column) for name, column in self._files["columns"].items()}

    @cached_property
    def sure(self) -> dict[str, str]:
        """The column by each folded name that can mean no other."""
        return {folded(name): column["id"] for column in self._columns for name in self._names(column)}

    @cached_property
    def perhaps(self) -> dict[str, list[str]]:
        """The columns by each folded name that may mean several."""
        found: dict[str, list[str]] = {}
        for column in self._columns:
            for name in column.get("perhaps", ()):
                found.setdefault(folded(name), []).append(column["id"])
        return found

    @cached_property
    def months(self) -> dict[str, int]:
        """The number of each month by its names."""
        return months_of(self.words.get("months", []))

    @cached_property
    def units(self) -> frozenset[str]:
        """Words that may stand beside a number."""
        return frozenset(word.lower() for word in self.words.get("units", ()))

    def folded_words(self, name: str) -> frozenset[str]:
        """Return a list of words, folded."""
        return frozenset(folded(word) for word in self.words.get(name, ()))

    def adds_up(self, field: str) -> bool:
        """Whether the cells of a column are amounts or numbers."""
        return field in self.fields and self.fields[field].kind in {"amount", "number"}

    def candidates(self, heading: str) -> tuple[str, list[str]]:
        """Return the column that a heading surely names, or else those that it may name."""
        for name in (folded(heading), folded(without_brackets(heading))):
            if name in self.sure:
                return self.sure[name], []
            if name in self.perhaps:
                return "", self.perhaps[name]
        return "", []

    @property
    def _columns(self) -> Iterable[Mapping[str, Any]]:
        columns: Mapping[str, Mapping[str, Any]] = self._files["columns"]
        return columns.values()

    @staticmethod
    def _names(column: Mapping[str, Any]) -> list[str]:
        return [*column["title"].values(), *column.get("names", ())]

    def _field(self, column: Mapping[str, Any]) -> Field:
        answers = list(self._options(column))
        options = {folded(name): each["id"] for each in answers for name in each["names"]}
        shown = {each["id"]: each["names"][0] for each in reversed(answers)}
        return Field(column["id"], column["kind"], column["title"], options, shown, "options_of" in column)

    def _options(self, column: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
        """The answers of a choice: those that are elements of the norm by their titles, and its own."""
        if column.get("options_of") == "themes":
            for theme in self._scheme["themes"].values():
                yield {"id": theme["id"], "names": list(theme["title"].values())}
        yield from column.get("options", ())
