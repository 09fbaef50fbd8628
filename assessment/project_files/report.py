"""The report of the file check: what does not hang together in a list of files, why, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from assessment.canonical import fingerprint
from assessment.element_index import elements_of
from assessment.findings import Find
from assessment.project_files.findings import Found, found_in, not_checked
from assessment.project_files.layout import Layout
from assessment.project_files.notes import notes_of
from assessment.project_files.records import Record, records_of
from assessment.project_files.row_checks import Situation, window_of
from assessment.project_files.rules import Held, file_rules
from assessment.project_files.sheet import Sheet, column_letter, plain_row, shown_cell
from assessment.project_files.summary import evidence_of, summary_of
from assessment.project_files.tables import Doubt, Tables, doubts_of, tables_of
from assessment.project_files.wording import FileWording
from assessment.wording import Wording

__all__ = ["FILES_REPORT_FORMAT", "Asked", "Listed", "check_files", "read_list"]

FILES_REPORT_FORMAT = "kmop-files/1"


class Asked(NamedTuple):
    """What a list is checked as.

    Attributes:
        on: The day of the audit, or today.
        kind: `projects`, every assignment of the last months, or `renewal`, all subsidised files of the last years.
        service: The service of every file that does not say its own.
        own_numbers: Enterprise numbers of the provider and of who is known to be related, in their normal form.
        registered: Since when the provider is registered.
    """

    on: date
    kind: str = "projects"
    service: str | None = None
    own_numbers: frozenset[str] = frozenset()
    registered: date | None = None


class Listed(NamedTuple):
    """A sheet that is read.

    Attributes:
        sheet: The rows.
        tables: Its tables; there may be none.
        doubts: What has to be asked before it can be checked.
        others: The names of other sheets with tables.
    """

    sheet: Sheet
    tables: Tables
    doubts: list[Doubt]
    others: tuple[str, ...] = ()


def read_list(sheets: Sequence[Sheet], norm: Mapping[str, Any], choices: Mapping[int, str]) -> Listed:
    """Return the first sheet that has a table, one that is shown before one that is not; or else the first.

    Args:
        sheets: At least one sheet: those of a file, or the one that somebody chose.
        norm: The checked norm.
        choices: The id of what a column is, by its number, where somebody said so.
    """
    layout = Layout(norm)
    shown = sorted(sheets, key=lambda sheet: sheet.hidden)
    read = [(sheet, tables_of(sheet, layout, choices)) for sheet in shown]
    with_tables = [(sheet, tables) for sheet, tables in read if tables.tables]
    sheet, tables = (with_tables or read)[0]
    return Listed(sheet, tables, doubts_of(tables), tuple(other.name for other, _ in with_tables[1:]))


def check_files(listed: Listed, norm: Mapping[str, Any], asked: Asked, messages: Mapping[str, str]) -> dict[str, Any]:
    """Return what the rules of a norm find in a list; it says the same wherever it runs.

    Args:
        listed: The list; what is in doubt is left out.
        norm: The checked norm.
        asked: What it is checked as.
        messages: The message catalogue of the language.
    """
    layout, find = Layout(norm), elements_of(norm).get
    records = records_of(listed.sheet, listed.tables, layout, _given(asked))
    rules, situation = file_rules(norm["files"]["rules"].values(), asked.kind), _situation(norm, find, asked)
    found = found_in(records, rules, Held(rules, find), situation)
    words = FileWording(layout, find, Wording(norm, messages))
    told = [(one, finding) for one in found if (finding := _told(one, listed.sheet, words))]
    kept = [one for one, _ in told]
    return {
        "format": FILES_REPORT_FORMAT,
        "norm": {key: norm[key] for key in ("id", "version", "sha256")},
        "date": situation.today,
        "list": asked.kind,
        "window": {"from": situation.window, "until": situation.today},
        "rows_sha256": fingerprint([plain_row(row) for row in listed.sheet.rows]),
        "sheet": listed.sheet.name,
        "columns": _columns(listed.tables),
        "notes": notes_of(listed.sheet, listed.tables, listed.others, words),
        "findings": [finding for _, finding in told],
        "not_checked": _not_checked(rules, records),
        "summary": summary_of(records, kept),
        "evidence": [words.evidence(each, norm["files"]) for each in _evidence(norm, records)],
    }


def _given(asked: Asked) -> dict[str, Any]:
    return {"list": asked.kind} | ({"service": asked.service} if asked.service else {})


def _situation(norm: Mapping[str, Any], find: Find, asked: Asked) -> Situation:
    today = asked.on.isoformat()
    element = find(norm["files"]["windows"][asked.kind]) or {}
    return Situation(
        today=today,
        window=window_of(today, element["value"]),
        own_numbers=asked.own_numbers,
        registered=asked.registered.isoformat() if asked.registered else "",
        themes=norm["scheme"]["themes"],
    )


def _columns(tables: Tables) -> list[dict[str, Any]]:
    """Every column of each table, with what it is taken for."""
    return [
        {"row": table.heading.first_row, "column": column_letter(column.number), "heading": column.heading}
        | {"is": column.field}
        for table in tables.tables
        for column in table.heading.columns
    ]


def _told(one: Found, sheet: Sheet, words: FileWording) -> dict[str, Any] | None:
    """A finding as the report has it; None when the norm has not the figures of the day to say why."""
    rule = one.rule.data
    reason, better = (words.sentence(rule[key], one) for key in ("say", "better"))
    if reason is None or better is None:
        return None
    return {
        "rule": rule["id"],
        "finding": rule["finding"],
        "certainty": "seems_wrong" if one.settled else "tip",
        "row": one.record.row,
        "column": column_letter(one.column) if one.column else "",
        "quote": shown_cell(sheet.cell(one.record.row, one.column)) if one.column else "",
        "reason": reason,
        "better": better,
        "standing": rule["standing"],
        "sources": list(rule.get("sources", ())),
    }


def _not_checked(rules: Sequence[Any], records: Sequence[Record]) -> list[dict[str, Any]]:
    there = {name for record in records for name in (*record.columns, *record.values)}
    return [{"rule": rule, "lacks": lacks} for rule, lacks in _once(not_checked(rules, there))]


def _once(found: Iterable[tuple[str, list[str]]]) -> Iterable[tuple[str, list[str]]]:
    together: dict[str, list[str]] = {}
    for rule, lacks in found:
        together[rule] = [*together.get(rule, ()), *(name for name in lacks if name not in together.get(rule, ()))]
    return together.items()


def _evidence(norm: Mapping[str, Any], records: Sequence[Record]) -> list[dict[str, Any]]:
    return evidence_of(norm["files"]["evidence"].values(), records)
