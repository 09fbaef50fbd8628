"""What a change does to candidates, in words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from assessment import migration_messages
from assessment.case import Record
from assessment.view.builder import ViewBuilder
from assessment.view.comparison import comparison_row
from guide.changes.inventory import FILE
from guide.changes.words import element_name, sides_title
from guide.impact.areas import AREAS
from guide.impact.judging import deciding_changes
from guide.reports.outline import Item, Outline, Section

__all__ = ["impact_outline", "words_of_both"]

_WORTH = "worth"
# Rows whose values are rounded in words: the message that says them exactly.
_EXACT = {"cents": "money", "minutes": "hours", "step": "days"}


def words_of_both(old: Record, new: Record) -> Record:
    """Return the norm of today with what it has no longer: a result of before names that too."""
    both = dict(old)
    for key, value in new.items():
        inner = old.get(key)
        both[key] = words_of_both(inner, value) if isinstance(inner, dict) and isinstance(value, dict) else value
    return both


def impact_outline(impact: Record, diff: Record, builder: ViewBuilder) -> Outline:
    """Put an impact into words: who gets another verdict first.

    Args:
        impact: What `impact_of` returned.
        diff: What `compare_norms` returned of the same norms, for the names of elements.
        builder: Writes with the words of both norms.
    """
    files = {each["id"]: each for each in diff["changes"] if each["kind"] == FILE}
    causes = {**deciding_changes(diff), **files}
    groups: dict[str, list[Record]] = {}
    for subject in impact["subjects"]:
        groups.setdefault(_group(subject), []).append(subject)
    return Outline(
        builder.message("impact.title", {"sides": sides_title(diff, builder)}),
        [*_intro(impact, groups, causes, builder)],
        [
            Section(builder.message(f"impact.section.{name}"), [_item(each, causes, builder) for each in groups[name]])
            for name in ("open", "accepted", "saved", "other", "migrated")
            if name in groups
        ],
    )


def _group(subject: Record) -> str:
    """Say how far it goes with one: another verdict, accepted or not or of saved answers, another result or form."""
    accepted = [day["verdict"]["accepted"] for day in subject["days"] if "accepted" in day["verdict"]]
    if accepted:
        return "accepted" if all(accepted) else "open"
    if any(day["verdict"]["old"] != day["verdict"]["new"] for day in subject["days"]):
        return "saved"
    return "other" if subject["days"] else "migrated"


def _intro(
    impact: Record, groups: Mapping[str, Sequence[Record]], causes: Mapping[str, Record], builder: ViewBuilder
) -> Iterator[str]:
    yield builder.message("impact.judged", {"number": impact["judged"] - len(impact["unread"])})
    for name in ("open", "accepted", "saved", "other"):
        if name in groups:
            yield builder.message(f"impact.count.{name}", {"number": len(groups[name])})
    if not groups:
        yield builder.message("impact.none")
    yield from _areas(impact, causes, builder)
    for name in ("asked", "unread", "borrowed"):
        if impact.get(name):
            yield builder.message(f"impact.{name}", {"names": impact[name]})


def _areas(impact: Record, causes: Mapping[str, Record], builder: ViewBuilder) -> Iterator[str]:
    """Say for how many each area changes, and by what."""
    for area in AREAS:
        changed = [_of_area(subject, area) for subject in impact["subjects"]]
        names = sorted({name for found in changed for name in found or ()})
        number = sum(found is not None for found in changed)
        if number:
            yield builder.message("impact.area_count", {"number": number, **_because(area, names, causes, builder)})


def _of_area(subject: Record, name: str) -> set[str] | None:
    """Return what decides an area otherwise for one; nothing where it is the same."""
    found = [area for day in subject["days"] for area in day["areas"] if area["area"] == name]
    return {cause for area in found for cause in area["causes"]} if found else None


def _item(subject: Record, causes: Mapping[str, Record], builder: ViewBuilder) -> Item:
    return Item(
        builder.message("impact.subject", {"title": subject["title"], "key": subject["key"]}),
        [*_lines(subject, causes, builder)],
    )


def _lines(subject: Record, causes: Mapping[str, Record], builder: ViewBuilder) -> Iterator[str]:
    if subject["migration"]:
        yield from migration_messages(builder, subject["migration"])
    for _, days in groupby(subject["days"], lambda day: json.dumps(day["areas"], sort_keys=True)):
        alike = [*days]
        yield builder.message("impact.days", {"days": [builder.date(day["date"]) for day in alike]})
        for area in alike[0]["areas"]:
            yield from _area(area, causes, builder)


def _area(area: Record, causes: Mapping[str, Record], builder: ViewBuilder) -> Iterator[str]:
    for row in area["rows"]:
        yield _row(row, builder)
    yield builder.message("impact.because", _because(area["area"], area["causes"], causes, builder))


def _because(area: str, names: Sequence[str], causes: Mapping[str, Record], builder: ViewBuilder) -> Record:
    """Say what decides an area otherwise; where the result names no element, what else changed."""
    named = [element_name(causes[name], builder) for name in names if name in causes]
    rest = [element_name(each, builder) for each in causes.values() if each["kind"] == FILE]
    return {"area": builder.message(f"impact.area.{area}"), "names": named or rest}


def _row(row: Record, builder: ViewBuilder) -> str:
    if row["kind"] == _WORTH:
        return builder.message("impact.worth")
    cells = [{"value": row["old"], "change": None}, {"value": row["new"], "change": "other"}]
    told = comparison_row(builder, {"id": "", "kind": row["kind"], "about": row["about"], "cells": cells})
    old, new = (cell["text"] for cell in told["cells"])
    if old == new:  # in words both are the same round figure
        old, new = (_exact(row["kind"], row[side], builder) for side in ("old", "new"))
    return builder.message("impact.row", {"label": told["label"], "old": old, "new": new})


def _exact(kind: str, value: Any, builder: ViewBuilder) -> str:
    """Put a value so that no digit of it is lost."""
    form = _EXACT.get(kind)
    if form is None or not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return builder.message(f"impact.exact.{form}", value)
