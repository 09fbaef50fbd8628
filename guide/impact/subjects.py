"""Whom a change is tried on: the norm's worked examples and cases, and files of saved answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from assessment import migrate, parse_answers
from assessment.case import Record
from guide.faults import Fault
from guide.reports.answers_file import read_answers

__all__ = ["ENDINGS", "Subject", "norm_subjects", "saved_subjects"]

ENDINGS = frozenset({".json", ".yaml", ".yml"})
"""How files of saved answers end."""

_ON_THE_WAY = frozenset({"norm", "appendix"})


@dataclass(frozen=True)
class Subject:
    """Somebody whose answers both norms judge.

    Attributes:
        key: The id of the example or case, or the name of the file.
        title: What people know it by.
        dates: The days of the report, ISO.
        old: The answers in the terms of the old norm; nothing when it cannot read them.
        new: The same answers, brought to the new norm.
        migrated: What happened to them on the way, as `migrate` tells it.
        faults: Why they cannot be judged, where they come from a file.
        is_saved: Whether they come from a file, which is nobody's to note or to accept.
    """

    key: str
    title: str
    dates: list[str]
    old: Record | None
    new: Record | None
    migrated: Record | None = None
    faults: list[Fault] = field(default_factory=list)
    is_saved: bool = False


def norm_subjects(old: Record, new: Record, language: str) -> Iterator[Subject]:
    """Yield the examples and cases that both norms have, on the days of today.

    Args:
        old: The norm of before.
        new: The norm of today.
        language: The language in which they are named.
    """
    today = {entry["id"]: entry for entry in _entries(new)}
    for entry in _entries(old):
        if entry["id"] in today:
            yield _subject(entry, today[entry["id"]], (old, new), language)


def _entries(norm: Record) -> Iterator[Record]:
    for kind in ("examples", "cases"):
        yield from norm[kind].values()


def _subject(entry: Record, today: Record, norms: tuple[Record, Record], language: str) -> Subject:
    """Let what was answered then be judged by both; where the answers were edited since, those of today."""
    brought = _brought(entry, _days_of(today), norms, language)
    before, after = (parse_answers(today["answers"], norm)[0] for norm in norms)
    if before is None or after is None or _answered(after) == _answered(brought.new):
        return brought
    return replace(brought, old=before, new=after, migrated=None)


def _brought(entry: Record, dates: list[str], norms: tuple[Record, Record], language: str) -> Subject:
    old, new = norms
    answers = {**entry["answers"], "norm": {"id": old["id"], "version": old["version"]}}
    migrated = migrate(answers, new)
    before, after = parse_answers(answers, old)[0], parse_answers(migrated.answers, new)[0]
    title = (entry.get("title") or entry["role"])[language]
    return Subject(entry["id"], title, dates, before, after, migrated.summary)


def _answered(answers: Record | None) -> Record:
    """Return what was answered, without what only says on which way it came."""
    return {name: value for name, value in (answers or {}).items() if name not in _ON_THE_WAY}


def _days_of(entry: Record) -> list[str]:
    """Return the days for which an example or a case is judged, ISO, in order."""
    judged = entry.get("judged", [])
    return sorted({day for each in judged for day in each["dates"]}) if judged else [entry["date"]]


def saved_subjects(
    folder: Path, old: Record, new: Record, messages: Mapping[str, str], today: str
) -> Iterator[Subject]:
    """Yield each file of answers in a folder and below.

    Args:
        folder: The folder.
        old: The norm of before.
        new: The norm of today.
        messages: The message catalogue, for what is wrong with a file.
        today: The day of the report, where a file names none.
    """
    for path in sorted(path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file()):
        before, after = (read_answers(str(path), norm, messages) for norm in (old, new))
        title = (after.answers or {}).get("title") or path.stem
        yield Subject(
            path.relative_to(folder).as_posix(),
            title,
            [after.date or today],
            before.answers,
            after.answers,
            after.migrated,
            after.faults or before.faults,
            is_saved=True,
        )
