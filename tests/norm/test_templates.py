"""The eight documents ready to fill in: which there are, who asks for them, and for whom they are."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from assessment.case import Case
from assessment.templates.need import is_needed
from tests.assessment.cases import FULL, Record
from tests.assessment.papers import texts

ASKED_BY = {
    "template-activities": "authority",
    "template-project-list": "bureau",
    "template-enrolment": "after_registration",
    "template-attendance": "after_registration",
    "template-certificate": "after_registration",
    "template-satisfaction": "nobody",
    "template-instruction": "nobody",
    "template-conduct": "nobody",
}
LISTS = {"template-project-list", "template-attendance", "template-satisfaction"}
OF_A_TRAINING = {"template-enrolment", "template-attendance", "template-certificate"}
# Words with which somebody would be told to make a paper of the past.
AFTERWARDS = re.compile(
    r"achteraf|alsnog|met terugwerkende|antidat|reconstru|bijmaken|vervolledig|vroegere datum", re.IGNORECASE
)


@pytest.fixture(scope="session")
def templates(real_norm: Record) -> Record:
    found: Record = real_norm["templates"]["templates"]
    return found


def needed(norm: Record, **profile: Any) -> set[str]:
    case = Case.of(norm, {"format": "kmop-answers/1", "profile": profile}, date.fromisoformat(norm["checked_on"]))
    return {name for name, template in norm["templates"]["templates"].items() if is_needed(case, template)}


def fields(template: Record) -> Iterator[Record]:
    """Yield all that is to be filled in."""
    for section in template["sections"]:
        yield from section.get("fields", [])
        yield from section.get("list", {}).get("columns", [])
        yield from section.get("list", {}).get("items", [])
    yield from template.get("sheet", {}).get("columns", [])


def test_there_are_eight_and_each_says_who_asks_for_it(templates: Record) -> None:
    assert {name: template["asked_by"] for name, template in templates.items()} == ASKED_BY


def test_what_is_a_list_is_also_a_workbook(templates: Record) -> None:
    assert {name for name, template in templates.items() if "sheet" in template} == LISTS


def test_every_field_has_a_source_or_says_why_it_is_there(templates: Record) -> None:
    for template in templates.values():
        ours = [field for field in fields(template) if field["standing"] == "estimate"]
        sourced = [field for field in fields(template) if field["standing"] != "estimate"]
        assert all(field["rationale"] for field in ours)
        assert all(field["sources"] for field in sourced)


def test_none_speaks_of_making_a_paper_afterwards(templates: Record) -> None:
    assert [text for text in texts(templates) if AFTERWARDS.search(text)] == []


def test_the_attendance_list_is_signed_during_the_training(templates: Record) -> None:
    assert "tijdens de opleiding zelf" in templates["template-attendance"]["moment"]["nl"]


def test_only_answers_of_customers_are_summed_up(templates: Record) -> None:
    assert "Vat alleen antwoorden samen die u van klanten kreeg" in templates["template-satisfaction"]["moment"]["nl"]


def test_the_columns_of_the_project_list_are_ours(templates: Record) -> None:
    assert {column["standing"] for column in templates["template-project-list"]["sheet"]["columns"]} == {"estimate"}


@pytest.mark.parametrize("name", sorted(OF_A_TRAINING))
def test_what_the_authority_asks_of_the_papers_of_a_training_rests_on_its_own_page(
    templates: Record, name: str
) -> None:
    official = [field for field in fields(templates[name]) if field["standing"] == "official"]
    assert official
    assert {source for field in official for source in field["sources"]} == {"vlaio-controle"}


def test_the_enrolment_asks_for_all_that_the_authority_wants_on_it(templates: Record) -> None:
    official = [f["label"]["nl"] for f in fields(templates["template-enrolment"]) if f["standing"] == "official"]
    assert official == [
        "Naam van de dienstverlener",
        "Registratienummer",
        "Omschrijving",
        "Thema",
        "Startdatum",
        "Looptijd",
        "Aantal uren opleiding",
        "Naam van de deelnemer",
        "Onderneming waar de deelnemer werkt",
        "Prijs zonder btw",
        "Kosten waarvoor er geen subsidie is",
    ]


def test_who_gives_no_training_gets_no_papers_of_a_training(real_norm: Record) -> None:
    assert not OF_A_TRAINING & needed(real_norm, **{**FULL, "services": ["advice"]})


def test_who_applies_for_the_first_time_gets_the_papers_of_a_training_for_later(real_norm: Record) -> None:
    assert needed(real_norm, **FULL) >= OF_A_TRAINING


def test_a_public_provider_gets_only_what_comes_after_the_registration(real_norm: Record) -> None:
    assert needed(real_norm, provider_kind="public", services=["training"]) == OF_A_TRAINING


def test_who_works_alone_gets_no_rules_of_conduct(real_norm: Record) -> None:
    assert "template-conduct" not in needed(real_norm, **{**FULL, "deployed_people": 1})


def test_a_starter_gets_no_survey_for_the_first_part(real_norm: Record) -> None:
    assert "template-satisfaction" not in needed(real_norm, **{**FULL, "starter": True})


def test_with_nothing_answered_all_are_there(real_norm: Record) -> None:
    assert needed(real_norm) == set(ASKED_BY)
