"""Judges everybody by both norms, and says who comes out otherwise, in what, and by which elements."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessment import assess
from assessment.case import Record
from assessment.fields import question_names
from assessment.memo import Memo
from assessment.outcomes import verdicts_of
from guide.changes.fields import with_new_names
from guide.changes.inventory import FILE
from guide.impact.accepted import Verdicts
from guide.impact.areas import AREAS, changed_rows, verdict_of
from guide.impact.causes import causes_of, conclusions_of
from guide.impact.subjects import Subject
from guide.norm.read_by_rules import unread_kinds

__all__ = ["IMPACT_FORMAT", "Change", "deciding_changes", "impact_of", "verdicts_by"]

IMPACT_FORMAT = "kmop-impact/1"

# What says the same in other words, or rests on other sources, decides nothing else.
_HARMLESS = frozenset({"wording", "sources"})


@dataclass(frozen=True)
class Change:
    """The change of the norm that candidates are tried on.

    Attributes:
        old: The norm of before.
        new: The norm of today.
        names: The new name of each id that has another.
        told: Those of them that saved answers follow.
        changed: The ids of all elements that changed in more than words and sources.
        days: The days from which something else may hold.
    """

    old: Record
    new: Record
    names: Mapping[str, str]
    told: Mapping[str, str]
    changed: Collection[str]
    days: list[str]


def deciding_changes(diff: Record) -> dict[str, Record]:
    """Return by id the elements that rules read and that changed in more than words and sources."""
    unread = {FILE, *unread_kinds()}
    found = (each for each in diff["changes"] if each["change"] not in _HARMLESS and each["kind"] not in unread)
    return {each["id"]: each for each in found}


def verdicts_by(norm: Record, subjects: Iterable[Subject], more_days: Verdicts) -> dict[str, dict[str, Record]]:
    """Return the verdict of everybody by one norm, by day.

    Args:
        norm: The norm.
        subjects: Whom to judge, with their answers in its terms.
        more_days: On which days besides their own, by whom.
    """
    memo = Memo()
    return {
        each.key: {
            day: verdict_of(assess(norm, each.new or {}, date.fromisoformat(day), memo))
            for day in sorted({*each.dates, *more_days.get(each.key, {})})
        }
        for each in subjects
    }


def impact_of(change: Change, subjects: Iterable[Subject], accepted: Verdicts) -> Record:
    """Judge everybody by both norms.

    Args:
        change: The norms, and what differs between them.
        subjects: Whom to judge.
        accepted: The verdicts that were accepted.

    Returns:
        `subjects` (who comes out otherwise on a day, or whose answers did not come along whole), `judged` (how many
        there were), `verdicts` (the one of each of the norm's
        own by the new norm), `asked` (questions that are new) and `unread`
        (whose answers one of the norms cannot read).
    """
    found, verdicts, unread, memos = [], {}, [], (Memo(), Memo())
    judged = 0
    for subject in subjects:
        judged += 1
        if subject.old is None or subject.new is None:
            unread.append(subject.key)
            continue
        days = [*_days(change, subject, accepted.get(subject.key, {}), memos)]
        if not subject.is_saved:
            verdicts[subject.key] = {each["date"]: each["verdict"]["new"] for each in days}
        differing = [each for each in days if each["areas"]]
        if differing or _is_told(subject.migrated):
            found.append(_record(subject, differing))
    known = {".".join(change.told.get(part, part) for part in name.split(".")) for name in question_names(change.old)}
    return {
        "format": IMPACT_FORMAT,
        "judged": judged,
        "subjects": found,
        "asked": sorted(question_names(change.new) - known),
        "unread": unread,
        "verdicts": verdicts,
    }


def _is_told(summary: Record | None) -> bool:
    """Tell whether answers came along otherwise than as they were."""
    return any((summary or {}).get(name) for name in ("renamed", "merged", "opened", "review", "aside", "removed"))


def _record(subject: Subject, differing: list[Record]) -> Record:
    migration = subject.migrated if _is_told(subject.migrated) else None
    return {"key": subject.key, "title": subject.title, "migration": migration, "days": differing}


def _days(change: Change, subject: Subject, accepted: Mapping[str, Any], memos: tuple[Memo, Memo]) -> Iterator[Record]:
    """Judge one on each day: its own, and those later on which the norm changes."""
    last = max(subject.dates)
    for day in [*subject.dates, *(day for day in change.days if day > last)]:
        before, after = _reports(change, subject, day, memos)
        verdict = {"old": verdict_of(before), "new": verdict_of(after)}
        is_told = subject.is_saved or verdict["old"] == verdict["new"]
        state = {} if is_told else {"accepted": accepted.get(day) == verdict["new"]}
        yield {"date": day, "verdict": verdict | state, "areas": [*_areas(change, before, after)]}


def _reports(change: Change, subject: Subject, day: str, memos: tuple[Memo, Memo]) -> tuple[Record, Record]:
    """Judge one by both norms; that of before in the names of today."""
    on = date.fromisoformat(day)
    before = assess(change.old, subject.old or {}, on, memos[0])
    return _renamed(before, change.names), assess(change.new, subject.new or {}, on, memos[1])


def _renamed(report: Record, names: Mapping[str, str]) -> Record:
    if not names:
        return report
    named: Record = with_new_names(report, names)
    for conclusion in named["trace"]:
        for step in conclusion["steps"]:
            if "on" in step:
                step["on"] = " ".join(names.get(word, word) for word in step["on"].split(" "))
    return named


def _areas(change: Change, before: Record, after: Record) -> Iterator[Record]:
    verdicts = list(dict.fromkeys(verdicts_of(change.new) + verdicts_of(change.old)))
    rows = changed_rows(before, after, verdicts)
    old, new = conclusions_of(before), conclusions_of(after)
    for name, found in rows.items():
        yield {"area": name, "rows": found, "causes": causes_of(AREAS[name], old, new, change.changed)}
