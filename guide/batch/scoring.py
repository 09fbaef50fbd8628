"""One record in, one entry out: what a worker does, on this machine or on another.

A worker keeps what it makes of the norm (the parser of answers, the words) for as long as it runs, so that each record
costs no more than its own assessment.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from assessment import Wording, assess, migrate, migration_messages
from assessment.answers import parser_of
from assessment.i_json import read_i_json
from assessment.memo import Memo
from guide.batch.csv_answers import answers_of_row, columns_of
from guide.batch.inputs import Given
from guide.batch.rows import result_of
from guide.faults import Fault, fault_text
from guide.reports.answers_file import answers_in

__all__ = ["Entry", "Setup", "score_chunk"]

Entry = dict[str, Any]
"""What came of a record: its `name` with what was decided, or with its `file`, `line` and the `reasons` why not."""


@dataclass(frozen=True, eq=False)
class Setup:
    """What all records of a batch are judged by.

    Attributes:
        norm: The checked norm.
        messages: The message catalogue.
        day: The date that the reports are for.
        with_reports: Whether each result holds the whole report.
    """

    norm: Mapping[str, Any]
    messages: Mapping[str, str]
    day: date
    with_reports: bool = False

    @property
    def key(self) -> tuple[str, str, bool]:
        """What tells one setup from another."""
        return self.norm["sha256"], self.day.isoformat(), self.with_reports


def score_chunk(setup: Setup, records: Sequence[Given]) -> list[str]:
    """Judge some records, and return their entries as lines of JSON, in their order.

    Args:
        setup: The norm and the day.
        records: Each by itself: what is wrong with one keeps no other from its result.
    """
    scorer = _scorer(_Keyed(setup))
    return [json.dumps(scorer.score(record), ensure_ascii=False, separators=(",", ":")) for record in records]


class _Keyed:
    """A setup by its key, so that the same one that came by another way is known again."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Keyed) and other.setup.key == self.setup.key

    def __hash__(self) -> int:
        return hash(self.setup.key)


@lru_cache(maxsize=1)
def _scorer(keyed: _Keyed) -> _Scorer:
    return _Scorer(keyed.setup)


class _Scorer:
    """Judges records by one norm on one day."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._parse = parser_of(setup.norm)
        self._columns = columns_of(setup.norm)
        self._wording = Wording(setup.norm, setup.messages)
        self._memo = Memo()

    def score(self, given: Given) -> Entry:
        if given.content is None:
            return self._refused(given, [self._setup.messages["batch.no_text"]])
        if isinstance(given.content, dict):
            return self._judged(given, answers_of_row(given.content, self._columns), given.content.get("name", ""))
        document, faults = read_i_json(given.content)
        if faults or not isinstance(document, dict) or document.get("format") == "kmop-example/1":
            # YAML, an example, or what is at fault: the slow reader knows the place of everything.
            return self._read(given, given.content)
        return self._judged(given, document, "")

    def _judged(self, given: Given, document: Any, name: str) -> Entry:
        migrated = migrate(document, self._setup.norm)
        answers, faults = (None, migrated.faults) if migrated.faults else self._parse(migrated.answers)
        if answers is None or faults:
            text = given.content if isinstance(given.content, str) else json.dumps(document, ensure_ascii=False)
            return self._read(given, text)
        notes = migration_messages(self._wording, migrated.summary) if migrated.summary else []
        return self._result(given, answers, notes, name)

    def _read(self, given: Given, text: str) -> Entry:
        read = answers_in(text, given.file, self._setup.norm, self._setup.messages)
        if read.answers is None:
            return self._refused(given, [self._told(fault, given) for fault in read.faults])
        return self._result(given, read.answers, read.migration_messages(self._setup.norm, self._setup.messages), "")

    def _result(self, given: Given, answers: Mapping[str, Any], notes: list[str], name: str) -> Entry:
        report = assess(self._setup.norm, answers, self._setup.day, self._memo)
        result = result_of(report, answers, self._setup.norm, notes)
        if self._setup.with_reports:
            result["report"] = report
        return {"name": name or given.name} | result

    def _told(self, fault: Fault, given: Given) -> str:
        # A document that takes one line of a longer file has the place of that line.
        placed = replace(fault, line=given.line, column=1) if given.name != given.file.rpartition("/")[2] else fault
        return fault_text(placed, self._setup.messages)

    def _refused(self, given: Given, reasons: list[str]) -> Entry:
        return {"name": given.name, "file": given.file, "line": given.line, "reasons": reasons}
