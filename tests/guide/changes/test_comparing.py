"""Two norms compared: every element once, by how far its change reaches."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from guide.catalogue import load_messages
from guide.changes.comparing import compare_norms
from guide.changes.revisions import open_revision
from guide.disk_cache import Cache
from guide.norm.places import declared_places
from tests.norms import SMALL_NORM

CACHE = Cache()

Edit = Callable[[str, str, str], None]


def changes(copy: Path) -> list[dict[str, Any]]:
    """What the copy changed in the small norm."""
    with open_revision(str(SMALL_NORM), SMALL_NORM, CACHE) as old, open_revision(str(copy), SMALL_NORM, CACHE) as new:
        found: list[dict[str, Any]] = compare_norms(old, new, "nl", load_messages("nl", "check"))["changes"]
    return found


def told(copy: Path) -> list[tuple[str, str, str, list[str]]]:
    return [
        (each["change"], each["kind"], each["id"], [one["path"] for one in each["fields"]]) for each in changes(copy)
    ]


def test_a_norm_does_not_differ_from_itself(copy: Path) -> None:
    assert changes(copy) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "change", "path"),
    [
        ("conditions.yaml", "U hebt een rekening.", "U hebt een bankrekening.", "wording", "text.nl"),
        ("conditions.yaml", "U hebt een rekening.", "U hebt 2 rekeningen.", "meaning", "text.nl"),
        ("cost.yaml", "amount: 15000", "amount: 17500", "meaning", "value.amount"),
        ("documents.yaml", "{fact:lookback}", "{fact:hourly-cost}", "meaning", "text.nl"),
        ("cost.yaml", "standing: bureau", "standing: secondary", "standing", "standing"),
        ("cost.yaml", "id: hourly-cost-free\n", "id: hourly-cost-free\n    last_seen: '2020'\n", "dates", "last_seen"),
        ("cost.yaml", "sources: [bureau-page]", "sources: [bureau-page, law]", "sources", "sources"),
    ],
)  # fmt: skip
def test_a_change_reaches_as_far_as_what_stands_there(
    copy: Path, edit: Edit, name: str, old: str, new: str, change: str, path: str
) -> None:
    edit(name, old, new)

    assert [(each, fields) for each, _, _, fields in told(copy)] == [(change, [path])]


def test_an_element_names_the_furthest_of_its_changes(copy: Path, edit: Edit) -> None:
    edit("cost.yaml", "De prijs is vrij.", "De prijs is nu vrij.")
    edit("cost.yaml", "eurocents_per_hour: {low: 14000", "eurocents_per_hour: {low: 12000")
    edit("cost.yaml", "sources: [bureau-page]", "sources: [law]")

    assert told(copy) == [
        ("meaning", "rate", "cost-rate-open", ["eurocents_per_hour.low"]),
        ("sources", "fact", "hourly-cost-free", ["text.nl", "sources"]),
    ]


def test_a_renamed_id_touches_nothing_but_its_name(copy: Path, edit: Edit) -> None:
    edit("norm.yaml", '"2026.1.1"', '"2026.1.2"')
    edit(
        "norm.yaml",
        'checked_on: "2026-01-01"',
        'checked_on: "2026-01-01"\nhistory: [{version: "2026.1.2", renamed: {OFR-1: OFR-9}}]',
    )
    for path in sorted(copy.rglob("*.yaml")):
        if path.name != "norm.yaml" and "OFR-1" in path.read_text(encoding="utf-8"):
            edit(path.relative_to(copy).as_posix(), "OFR-1", "OFR-9")

    found = changes(copy)

    assert [(each["change"], each["id"], each["was"], each["fields"]) for each in found] == [
        ("renamed", "OFR-9", "OFR-1", [])
    ]


def test_an_element_that_is_the_same_but_for_its_id_was_renamed(copy: Path, edit: Edit) -> None:
    edit("cost.yaml", "cost-travel", "cost-trip")

    assert told(copy) == [("renamed", "extra", "cost-trip", [])]


def test_what_was_merged_says_into_what(copy: Path, edit: Edit) -> None:
    edit(
        "norm.yaml",
        'checked_on: "2026-01-01"',
        'checked_on: "2026-01-01"\nhistory: [{version: "2026.1.2", merged: {OFR-1: [OFR-1, OFR-2]}}]',
    )
    edit(
        "requirements/offering.yaml",
        '- id: OFR-2\n    title: {nl: "Genoeg mensen"}',
        '- id: OFR-3\n    title: {nl: "Iets anders"}',
    )

    found = {each["id"]: each for each in changes(copy)}

    assert (found["OFR-2"]["change"], found["OFR-2"]["into"]) == ("merged", "OFR-1")
    assert found["OFR-3"]["change"] == "added"


def test_what_reaches_furthest_comes_first(copy: Path, edit: Edit) -> None:
    edit("conditions.yaml", "U hebt een rekening.", "U hebt een bankrekening.")
    edit("cost.yaml", "amount: 15000", "amount: 17500")
    (copy / "cases" / "promiser.yaml").unlink()

    assert [change for change, *_ in told(copy)] == ["removed", "meaning", "wording"]


def test_what_belongs_to_no_element_belongs_to_its_file(copy: Path, edit: Edit) -> None:
    edit("norm.yaml", "De overheid", "De dienst")

    assert told(copy) == [("wording", "file", "norm.yaml", ["authority.title.nl"])]


def test_a_norm_that_does_not_hold_is_compared_as_far_as_it_can_be_read(copy: Path, edit: Edit) -> None:
    edit("cost.yaml", "amount: 15000", "amount: veel")
    (copy / "letters.yaml").write_text("letters: [", encoding="utf-8")

    found = told(copy)

    assert ("meaning", "fact", "hourly-cost", ["value.amount"]) in found
    with open_revision(str(copy), SMALL_NORM) as broken:
        lines = broken.fault_lines(load_messages("nl", "check"))
    assert sorted(line.partition(":")[0] for line in lines) == ["cost.yaml", "letters.yaml"]


def test_every_kind_of_element_has_a_name(messages: dict[str, str]) -> None:
    noted = {"released"}
    kinds = {"file", *declared_places()} - noted

    assert {name.rpartition(".")[2] for name in messages if name.startswith("changes.kind.")} == kinds
