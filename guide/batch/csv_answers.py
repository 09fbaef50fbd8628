"""The columns of a CSV file as answers: a heading is the place in the answers document, such as `profile.services`.

Check points are `checks.ID.conformity` and `checks.ID.demonstrability`, documents `documents.ID.state`. What stands in
several columns is one answer each; a cell that holds several choices has a bar `|` between them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from assessment import ANSWERS_FORMAT
from assessment.fields import check_ids
from assessment.former_names import Former, former_names
from guide.batch.inputs import InputError
from guide.documents.suggestions import suggestion

__all__ = ["NAME", "answers_of_row", "columns_of", "refuse_unknown"]

NAME = "name"
"""The column with what a record is called."""

_YES, _NO = frozenset({"true", "ja", "yes"}), frozenset({"false", "nee", "no"})
Converter = Callable[[str], Any]


def columns_of(norm: Mapping[str, Any]) -> dict[str, Converter]:
    """Return every heading that a column may have, with what makes an answer of its cells.

    Args:
        norm: The checked norm.
    """
    fields = {
        f"profile.{name}": _CONVERTERS.get(field["kind"], str) for name, field in norm["profile"]["fields"].items()
    }
    points = {f"checks.{check}.{part}": str for check in check_ids(norm) for part in ("conformity", "demonstrability")}
    scans = {f"scan.{name}.{part}": str for name in norm["requirements"] for part in ("conformity", "demonstrability")}
    documents = {f"documents.{name}.state": str for name in norm["documents"]}
    worth = {
        f"worth.{name}": _CONVERTERS.get(field["kind"], _number) for name, field in norm["worth"]["fields"].items()
    }
    return {NAME: str, "title": str, **fields, **scans, **points, **documents, **worth}


def answers_of_row(cells: Mapping[str, str], columns: Mapping[str, Converter]) -> dict[str, Any]:
    """Return the answers document of a row; whether they hold is for the parser of answers to say.

    Args:
        cells: The cells by their headings.
        columns: What `columns_of` returned.
    """
    answers: dict[str, Any] = {"format": ANSWERS_FORMAT}
    for heading, cell in cells.items():
        if cell.strip() and heading in columns and heading != NAME:
            _put(answers, _place_of(heading), columns[heading](cell.strip()))
    return answers


def refuse_unknown(headings: list[str], columns: Mapping[str, Converter], norm: Mapping[str, Any]) -> None:
    """Refuse a file with columns that nobody knows, all of them told, before anything is reckoned.

    Args:
        headings: The headings of the file.
        columns: What `columns_of` returned.
        norm: The checked norm, whose history knows former names.

    Raises:
        InputError: A heading is unknown or stands there twice.
    """
    if any("\t" in heading for heading in headings):
        raise InputError(("tabs", {}))
    former = former_names(norm)
    unknown = [_unknown(name, columns, former) for name in dict.fromkeys(headings) if name not in columns]
    twice = [("column_twice", {"name": name}) for name, times in Counter(headings).items() if times > 1]
    if unknown or twice:
        raise InputError(*unknown, *twice)


def _unknown(heading: str, columns: Iterable[str], former: Mapping[str, Former]) -> tuple[str, Mapping[str, object]]:
    """Say of a heading what became of it, or else which one comes near to it."""
    name = heading if heading in former else ".".join(_place_of(heading)[1:2])
    if name in former:
        change = former[name]
        return f"column_{change.how}", {"name": heading, "now": heading.replace(name, change.now, 1)}
    meant = suggestion(heading, columns)
    return ("column_meant", {"name": heading, "meant": meant}) if meant else ("column_unknown", {"name": heading})


def _place_of(heading: str) -> list[str]:
    place = heading.split(".")
    # An id may have dots of its own, so that a check point is everything between the first and the last.
    return [place[0], ".".join(place[1:-1]), place[-1]] if place[0] in {"checks", "scan", "documents"} else place


def _put(answers: dict[str, Any], place: list[str], value: Any) -> None:
    for step in place[:-1]:
        answers = answers.setdefault(step, {})
    answers[place[-1]] = value


def _yes_no(cell: str) -> bool | str:
    return True if cell.lower() in _YES else False if cell.lower() in _NO else cell


def _number(cell: str) -> int | str:
    return int(cell) if cell.removeprefix("-").isdecimal() and cell.isascii() else cell


def _several(cell: str) -> list[str]:
    return [each.strip() for each in cell.split("|") if each.strip()]


_CONVERTERS: dict[str, Converter] = {"yes_no": _yes_no, "count": _number, "choices": _several}
