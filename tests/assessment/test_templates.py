"""Documents ready to fill in: what the answers say stands in them, and each field says who asks for it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.case import Case
from assessment.templates import make_template
from assessment.view.builder import ViewBuilder
from tests.assessment.cases import Record, answers
from tests.norms import each_norm

DAY = date(2026, 11, 22)
FORMAT = "kmop-answers/1"
RENEWAL = {"application": "renewal", "provider_kind": "private", "services": ["training"]}


@pytest.fixture(scope="session")
def builder(norm: Record, messages: Mapping[str, str]) -> ViewBuilder:
    return ViewBuilder(norm, messages, {})


def made(builder: ViewBuilder, name: str, day: date = DAY, **given_answers: Any) -> Record:
    case = Case.of(builder.norm, {"format": FORMAT, **given_answers}, day)
    return make_template(builder, case, name)


def parts(template: Record) -> dict[str, Record]:
    """Return the parts of the paper by their titles."""
    return {section["title"]: section for section in template["paper"]["sections"]}


def filled(part: Record) -> dict[str, str]:
    """Return what stands in the fields of a part."""
    return {field["label"]: field["text"] for field in part["fields"]}


def columns(template: Record) -> dict[str, Record]:
    """Return the columns of the list in the workbook by their titles."""
    return {column["title"]: column for column in template["workbook"]["list"]["columns"]}


@each_norm
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_whatever_was_answered_a_template_is_made_or_not_needed(builder: ViewBuilder, data: st.DataObject) -> None:
    document = data.draw(answers(dict(builder.norm)))
    for name in builder.norm["templates"]["templates"]:
        template = made(builder, name, **document)
        assert (template["unneeded"] is None) == (template["paper"] is not None)


@each_norm
def test_of_each_field_it_is_told_who_asks_for_it_and_why(builder: ViewBuilder) -> None:
    for name in builder.norm["templates"]["templates"]:
        template = made(builder, name)
        sheet = template["workbook"]["about"]["rows"] if template["workbook"] else []
        told = [*template["paper"]["sections"][-1]["table"]["rows"], *sheet]
        assert told
        assert [row for row in told if not (row[0] and row[-2] and row[-1])] == []


@each_norm
def test_every_column_of_a_list_is_explained_on_the_other_sheet(builder: ViewBuilder) -> None:
    workbooks = [made(builder, name)["workbook"] for name in builder.norm["templates"]["templates"]]
    for workbook in filter(None, workbooks):
        titles = [column["title"] for column in workbook["list"]["columns"]]
        assert [row[0] for row in workbook["about"]["rows"]] == titles


@each_norm
def test_the_explanation_begins_on_a_page_of_its_own_behind_the_rest(builder: ViewBuilder) -> None:
    for name in builder.norm["templates"]["templates"]:
        *others, about = made(builder, name)["paper"]["sections"]
        assert (about["id"], about["new_page"]) == ("about", True)
        assert others


@each_norm
def test_who_the_candidate_is_stands_in_it_already(builder: ViewBuilder) -> None:
    for name, template in builder.norm["templates"]["templates"].items():
        fields = [field for section in template["sections"] for field in section.get("fields", [])]
        if any(field.get("filled_from") == "title" for field in fields):
            sections = made(builder, name, title="Leerhuis Nova")["paper"]["sections"]
            texts = [field["text"] for section in sections for field in section.get("fields", [])]
            assert "Leerhuis Nova" in texts


def test_an_answer_stands_in_the_field_that_asks_for_it(builder: ViewBuilder) -> None:
    template = made(builder, "template-description", profile={"services": ["training", "advice"]})
    assert filled(parts(template)["Wie"])["Dienst"] == "Opleiding en advies"


def test_without_an_answer_a_field_stays_empty(builder: ViewBuilder) -> None:
    assert filled(parts(made(builder, "template-description"))["Wie"]) == {"Naam": "", "Dienst": ""}


def test_a_part_that_is_not_about_the_candidate_is_left_out(builder: ViewBuilder) -> None:
    template = made(builder, "template-description", profile={"services": ["training"]})
    assert "Voor een advies" not in parts(template)


def test_a_part_that_may_be_about_the_candidate_is_there(builder: ViewBuilder) -> None:
    assert "Voor een advies" in parts(made(builder, "template-description"))


@pytest.mark.parametrize(("day", "text"), [("2025-01-01", "Opleiding en advies."), ("2026-11-22", "Opleiding.")])
def test_a_rule_is_shown_as_it_is_on_the_day(builder: ViewBuilder, day: str, text: str) -> None:
    (shown,) = parts(made(builder, "template-description", date.fromisoformat(day)))["Voor een advies"]["lists"]
    assert shown["points"][0] == text


def test_a_template_of_a_document_that_is_not_needed_is_not_made(builder: ViewBuilder) -> None:
    template = made(builder, "template-clients", profile=RENEWAL | {"application": "first"})
    assert template["unneeded"] == "‘Klantenlijst’ hebt u niet nodig, volgens uw antwoorden."


def test_only_a_list_has_a_workbook(builder: ViewBuilder) -> None:
    names = {name: made(builder, name)["workbook"] is not None for name in ("template-description", "template-clients")}
    assert names == {"template-description": False, "template-clients": True}


def test_a_column_offers_the_choices_of_its_question(builder: ViewBuilder) -> None:
    assert columns(made(builder, "template-clients"))["Dienst"]["options"] == ["Opleiding", "Advies"]


def test_a_column_offers_only_what_was_chosen(builder: ViewBuilder) -> None:
    assert columns(made(builder, "template-clients", profile=RENEWAL))["Dienst"]["options"] == ["Opleiding"]


def test_a_column_with_values_of_its_own_offers_those(builder: ViewBuilder) -> None:
    assert columns(made(builder, "template-clients"))["Nog klant"]["options"] == ["ja", "nee"]


def test_questions_stand_in_the_first_column_and_the_rest_is_empty(builder: ViewBuilder) -> None:
    assert parts(made(builder, "template-clients"))["Vragen"]["grid"]["rows"] == [["Tevreden?", ""]]


def test_a_list_has_as_many_empty_rows_as_the_norm_says(builder: ViewBuilder) -> None:
    assert parts(made(builder, "template-clients"))["Klanten"]["grid"]["rows"] == [["", ""], ["", ""]]


def test_a_file_is_called_after_its_title(builder: ViewBuilder) -> None:
    template = made(builder, "template-clients")
    assert (template["paper"]["file"], template["workbook"]["file"]) == ("klein-sjabloon-klantenlijst",) * 2


def test_a_source_that_is_not_the_authority_is_named_with_who_wrote_it(builder: ViewBuilder) -> None:
    (row,) = [row for row in made(builder, "template-clients")["workbook"]["about"]["rows"] if row[0] == "Klant"]
    source = builder.norm["sources"]["bureau-page"]
    assert row[-1] == f"{source['publisher']}: {source['title']}"
