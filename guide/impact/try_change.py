"""Tries a change of the norm on everybody, from two norms as they lie to what is told of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from assessment.case import Record
from assessment.view.builder import ViewBuilder
from guide.catalogue import LANGUAGE
from guide.changes.comparing import compare_norms
from guide.changes.inventory import inventory
from guide.changes.names import names_between
from guide.changes.revisions import Revision
from guide.disk_cache import Cache
from guide.faults import Fault
from guide.impact.accepted import Verdicts, read_accepted
from guide.impact.days import days_of_change
from guide.impact.judging import Change, deciding_changes, impact_of, verdicts_by
from guide.impact.old_norm import old_norm
from guide.impact.subjects import Subject, norm_subjects, saved_subjects
from guide.impact.words import impact_outline, words_of_both
from guide.loader import load_norm
from guide.reports.outline import Outline

__all__ = ["Faulty", "TooOldError", "Tried", "Wanted", "try_change"]


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to try a change on.

    Attributes:
        answers: A folder of saved answers; nothing for the norm's own examples and cases alone.
        today: The day for which saved answers are judged, ISO.
        accepted: The file of verdicts that were accepted.
    """

    answers: Path | None
    today: str
    accepted: Path


class TooOldError(Exception):
    """The rules of today cannot judge by the norm of before."""


@dataclass(frozen=True)
class Faulty:
    """Nothing can be tried."""

    faults: list[Fault]


@dataclass(frozen=True)
class Tried:
    """What came of it.

    Attributes:
        document: What `schemas/impact.schema.json` describes.
        outline: The same in words.
        to_accept: The verdicts of today of the norm's own examples and cases, on all days that were looked at.
        faults: What is wrong with files of saved answers.
    """

    document: Record
    outline: Outline
    to_accept: Verdicts
    faults: list[Fault] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether any of the norm's own gets another verdict that nobody accepted."""
        days = (day for subject in self.document["subjects"] for day in subject["days"])
        return any(day["verdict"].get("accepted") is False for day in days)


def try_change(
    old: Revision, new: Revision, wanted: Wanted, messages: Mapping[str, str], cache: Cache
) -> Tried | Faulty:
    """Try a change of the norm.

    Args:
        old: The norm of before, which need not hold to the schemas of today.
        new: The norm of today, which must be without fault.
        wanted: What to try it on.
        messages: The message catalogue.
        cache: Where a norm without fault is found again.

    Raises:
        TooOldError: The rules of today cannot judge by the norm of before.
    """
    today, before = load_norm(new.folder, cache), old_norm(old, new)
    accepted, faults = read_accepted(wanted.accepted)
    if today.norm is None or faults:
        return Faulty([*map(new.named, today.faults), *faults])
    if before.norm is None:
        raise TooOldError
    try:
        return _tried(old, new, (before.norm, today.norm), _Given(wanted, accepted, before.borrowed, messages))
    except Exception as error:
        if load_norm(old.folder, cache).faults:  # what does not hold may fail in any way there is
            raise TooOldError from error
        raise


@dataclass(frozen=True)
class _Given:
    wanted: Wanted
    accepted: Verdicts
    borrowed: list[str]
    messages: Mapping[str, str]


def _tried(old: Revision, new: Revision, norms: tuple[Record, Record], given: _Given) -> Tried:
    subjects = [*_subjects(*norms, given.wanted, given.messages)]
    diff = compare_norms(old, new, LANGUAGE, given.messages)
    found = impact_of(_change(old, new, norms, diff), subjects, given.accepted)
    own = verdicts_by(norms[1], norm_subjects(norms[1], norms[1], LANGUAGE), given.accepted)
    verdicts = _merged(own, found.pop("verdicts"))
    document = found | {"borrowed": given.borrowed, "old": diff["old"], "new": diff["new"]}
    builder = ViewBuilder(words_of_both(*norms), given.messages, {}, LANGUAGE)
    faults = [fault for subject in subjects for fault in subject.faults]
    return Tried(document, impact_outline(document, diff, builder), verdicts, faults)


def _subjects(before: Record, today: Record, wanted: Wanted, messages: Mapping[str, str]) -> Iterable[Subject]:
    told = norm_subjects(before, today, LANGUAGE)
    if wanted.answers is None:
        return told
    return chain(told, saved_subjects(wanted.answers, before, today, messages, wanted.today))


def _change(old: Revision, new: Revision, norms: tuple[Record, Record], diff: Record) -> Change:
    found = names_between(inventory(old.files), inventory(new.files), new.files, old.version)
    names = found.new_name
    changed = set(deciding_changes(diff))
    days = days_of_change(norms, changed | {before for before, after in names.items() if after in changed})
    return Change(*norms, names, found.told, changed, days)


def _merged(some: Verdicts, others: Verdicts) -> Verdicts:
    """Put verdicts together by whom and by day, the others in the place of those for the same days."""
    return {key: {**some.get(key, {}), **others.get(key, {})} for key in {*some, *others}}
