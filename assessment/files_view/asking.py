"""What has to be asked of a list before it can be checked: each question with its answers, and what each says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from assessment.project_files import IGNORED, Doubt, Layout, Listed, column_letter, shown_cell
from assessment.wording import Wording

__all__ = ["Ask", "asks_of"]

# Of a list without a heading, no more columns are asked about.
_MOST_ASKED = 40
_LONGEST_EXAMPLE = 40

Choices = Mapping[int, str]


class Ask(NamedTuple):
    """A question about columns.

    Attributes:
        text: The question.
        answers: What can be answered, each with what columns are then, by their number.
    """

    text: str
    answers: Sequence[tuple[str, Choices]]


def asks_of(listed: Listed, layout: Layout, wording: Wording) -> list[Ask]:
    """Return what has to be asked: of each column in doubt, or of every column where no heading was found."""
    if listed.tables.tables:
        return [_ask(doubt, layout, wording) for doubt in listed.doubts]
    return list(_of_each_column(listed, layout, wording))


def _ask(doubt: Doubt, layout: Layout, wording: Wording) -> Ask:
    numbers = [column.number for column in doubt.columns]
    if len(numbers) > 1:
        (field,) = doubt.fields
        title = wording.text(layout.fields[field].title)
        answers = [
            (_called(column.number, column.heading, wording), dict.fromkeys(numbers, IGNORED) | {column.number: field})
            for column in doubt.columns
        ]
        return Ask(wording.message("files.ask.which", {"title": title}), answers)
    (column,) = doubt.columns
    question = _called(column.number, column.heading, wording)
    return Ask(
        wording.message("files.ask.what", {"column": question}), _answers(column.number, doubt.fields, layout, wording)
    )


def _answers(number: int, fields: tuple[str, ...], layout: Layout, wording: Wording) -> list[tuple[str, Choices]]:
    told: list[tuple[str, Choices]] = [(wording.text(layout.fields[field].title), {number: field}) for field in fields]
    return [*told, (wording.message("files.ask.ignore"), {number: IGNORED})]


def _called(number: int, heading: str, wording: Wording) -> str:
    return wording.message("files.ask.column", {"column": column_letter(number), "heading": heading})


def _of_each_column(listed: Listed, layout: Layout, wording: Wording) -> Iterator[Ask]:
    """Ask about every column by what first stands in it."""
    width = max((len(row) for row in listed.sheet.rows), default=0)
    fields = tuple(layout.fields)
    for number in range(1, min(width, _MOST_ASKED) + 1):
        cells = (row[number - 1] for row in listed.sheet.rows if len(row) >= number)
        example = next((text for cell in cells if (text := shown_cell(cell))), "")
        if example:
            called = _called(number, example[:_LONGEST_EXAMPLE], wording)
            yield Ask(wording.message("files.ask.what", {"column": called}), _answers(number, fields, layout, wording))
