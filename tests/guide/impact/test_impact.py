"""What a change of the norm does to candidates: in what they come out otherwise, on which day, and by which element."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from guide.impact.accepted import write_accepted
from guide.impact.areas import AREAS
from guide.impact.try_change import TooOldError, Tried
from guide.validation.schemas import schema
from guide.validation.validator import validator

Try = Callable[..., Tried]
Edit = Callable[[str, str, str], None]

RATE = "eurocents_per_hour: {low: 14000, likely: 15000, high: 18000}"
DEARER = "eurocents_per_hour: {low: 14000, likely: 20000, high: 24000}"
LATER_RATE = f"""
  - id: cost-rate-later
    fact: hourly-cost-free
    valid_from: "2027-01-01"
    {DEARER}
    standing: estimate
    rationale: {{nl: "Ons model."}}
"""


def areas(tried: Tried) -> dict[str, dict[str, list[str]]]:
    """By whom and on which day, the areas that changed."""
    return {
        each["key"]: {day["date"]: [area["area"] for area in day["areas"]] for day in each["days"]}
        for each in tried.document["subjects"]
    }


def causes(tried: Tried, name: str) -> set[str]:
    """The elements that change an area, for whomever."""
    days = [day for each in tried.document["subjects"] for day in each["days"]]
    return {cause for day in days for area in day["areas"] if area["area"] == name for cause in area["causes"]}


def with_history(edit: Edit, entry: str) -> None:
    head = 'checked_on: "2026-01-01"'
    edit("norm.yaml", '"2026.1.1"', '"2026.1.2"')
    edit("norm.yaml", head, f'{head}\nhistory: [{{version: "2026.1.2", {entry}}}]')


def in_every_file(copy: Path, edit: Edit, old: str, new: str) -> None:
    for path in sorted(copy.rglob("*.yaml")):
        if path.name != "norm.yaml" and old in path.read_text(encoding="utf-8"):
            edit(path.relative_to(copy).as_posix(), old, new)


def test_a_norm_does_nothing_to_anybody_by_itself(tried: Try) -> None:
    found = tried()

    assert (found.document["subjects"], found.document["judged"], found.is_open) == ([], 3, False)


def test_other_words_do_nothing_to_anybody(tried: Try, edit: Edit) -> None:
    edit("documents.yaml", "Wat u aanbiedt.", "Wat u verkoopt.")

    assert tried().document["subjects"] == []


def test_another_figure_touches_what_rests_on_it(tried: Try, edit: Edit) -> None:
    """Whoever has no price yet pays more, and that is all; the rate says so."""
    edit("cost.yaml", RATE, DEARER)

    found = tried()

    assert {area for days in areas(found).values() for each in days.values() for area in each} == {"cost", "worth"}
    assert list(areas(found)) == ["example-adviser", "case-promiser"]
    assert causes(found, "cost") == {"cost-rate-open"}


def test_a_change_of_later_shows_on_the_day_on_which_it_begins(tried: Try, edit: Edit) -> None:
    edit("cost.yaml", RATE, f'valid_until: "2026-12-31"\n    {RATE}')
    edit("cost.yaml", "model:\n", f"{LATER_RATE.lstrip(chr(10))}model:\n")

    found = tried()

    assert areas(found)["example-adviser"] == {"2027-01-01": ["cost", "worth"]}
    assert "cost-rate-later" in causes(found, "cost")


def test_a_renamed_id_touches_nothing_but_names(tried: Try, copy: Path, edit: Edit) -> None:
    with_history(edit, "renamed: {OFR-1: OFR-9, offering-description: offering-papers}")
    in_every_file(copy, edit, "OFR-1", "OFR-9")
    in_every_file(copy, edit, "offering-description", "offering-papers")

    found = tried()

    assert {each: days for each, days in areas(found).items() if days} == {}
    assert [
        each["migration"]["renamed"] for each in found.document["subjects"] if each["key"] == "example-trainer"
    ] == [[{"from": "OFR-1", "to": "OFR-9"}, {"from": "offering-description", "to": "offering-papers"}]]


def test_a_document_that_fewer_need_is_told_with_its_name(tried: Try, edit: Edit) -> None:
    unless_starter = "{not: {equals: {field: starter, value: true}}}"
    edit("documents.yaml", unless_starter, "{equals: {field: starter, value: true}}")

    found = tried()
    lines = [line for section in found.outline.sections for item in section.items for line in item.lines]

    assert causes(found, "documents") == {"project-list"}
    assert "– Documenten bij uw situatie: 4 → 3; weg: ‘Projectlijst’" in lines


def test_another_verdict_is_open_until_it_is_accepted(tried: Try, edit: Edit, tmp_path: Path) -> None:
    edit("conditions.yaml", "{field: is_audit_bureau, value: false}", "{field: is_audit_bureau, value: true}")

    before = tried()
    write_accepted(tmp_path / "accepted.yaml", before.to_accept)
    after = tried()

    verdicts = [day["verdict"] for each in before.document["subjects"] for day in each["days"]]
    assert [(each["old"]["eligibility"], each["new"]["eligibility"]) for each in verdicts if "accepted" in each] == [
        ("unknown", "not_met")
    ]
    assert causes(before, "outcome") == {"no-bureau"}
    assert (before.is_open, after.is_open) == (True, False)


def test_what_is_accepted_of_one_verdict_is_not_of_the_next(tried: Try, edit: Edit, tmp_path: Path) -> None:
    write_accepted(tmp_path / "accepted.yaml", tried().to_accept)
    edit("conditions.yaml", "{field: is_audit_bureau, value: false}", "{field: is_audit_bureau, value: true}")

    assert tried().is_open


def test_who_answered_otherwise_since_is_judged_by_the_answers_of_today(tried: Try, edit: Edit) -> None:
    """An example that was edited tells what the norm does to it, and not what the edit did."""
    edit("examples/adviser.yaml", "starter: false", "starter: true")

    assert tried().document["subjects"] == []


def test_a_question_that_is_new_is_named(tried: Try, copy: Path, edit: Edit) -> None:
    in_every_file(copy, edit, "OFR-2", "OFR-3")

    found = tried()

    assert found.document["asked"] == ["checks.OFR-3.conformity", "checks.OFR-3.demonstrability"]
    assert [each["migration"]["removed"] for each in found.document["subjects"] if each["migration"]] == [["OFR-2"]]


def test_saved_answers_are_judged_and_faults_in_them_told(tried: Try, edit: Edit, tmp_path: Path) -> None:
    edit("cost.yaml", RATE, DEARER)
    folder = tmp_path / "answers"
    (folder / "inner").mkdir(parents=True)
    answers = {"format": "kmop-answers/1", "title": "Iemand", "profile": {"services": ["training"]}}
    (folder / "inner" / "a.json").write_text(json.dumps(answers), encoding="utf-8")
    (folder / "b.yaml").write_text("format: kmop-answers/1\nprofile: {sets: 1}\n", encoding="utf-8")

    found = tried(folder)

    assert areas(found)["inner/a.json"] == {"2026-11-28": ["cost", "worth"]}
    assert found.document["unread"] == ["b.yaml"]
    assert [fault.path for fault in found.faults] == ["profile.sets"]


def test_an_old_norm_borrows_the_files_that_it_had_not(tried: Try, copy: Path) -> None:
    (copy / "templates.yaml").unlink()

    found = tried(backwards=True)

    assert (found.document["borrowed"], found.document["subjects"]) == (["templates.yaml"], [])


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [("scoring.yaml", "readings:", "reads:"), ("cost.yaml", 'valid_from: "2024-01-01"', 'valid_from: "2030-01-01"')],
)
def test_a_norm_that_the_rules_cannot_judge_by_is_too_old(
    tried: Try, edit: Edit, name: str, old: str, new: str
) -> None:
    edit(name, old, new)

    with pytest.raises(TooOldError):
        tried(backwards=True)


def test_the_document_holds_to_its_schema(tried: Try, edit: Edit) -> None:
    edit("cost.yaml", RATE, DEARER)
    edit("conditions.yaml", "{field: is_audit_bureau, value: false}", "{field: is_audit_bureau, value: true}")

    assert list(validator(schema("impact")).iter_errors(tried().document)) == []


def test_every_area_has_a_name_and_stands_in_the_schema(messages: dict[str, str]) -> None:
    named: Any = {name.rpartition(".")[2] for name in messages if name.startswith("impact.area.")}
    listed = schema("impact")["$defs"]["area"]["properties"]["area"]["enum"]

    assert named == set(AREAS) == set(listed)
