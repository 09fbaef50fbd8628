"""What the text check shows: findings in order, and the text cut at them, with nothing lost."""

from datetime import date
from typing import Any

import pytest

from assessment.findings import lines_of, written
from assessment.text_view import CheckedText, document_of, page_of
from assessment.texts import Given, check_text
from assessment.view.builder import ViewBuilder

DAY = date(2026, 11, 28)
WRONG = "Wij zijn de beste. U krijgt 40 % steun, en nog eens 50 % steun."
HTML = "<p>U krijgt <b>40&nbsp;%</b> steun &amp; <i>meer</i>.</p>"


@pytest.fixture
def builder(norm: dict[str, Any], messages: dict[str, str]) -> ViewBuilder:
    return ViewBuilder(norm, messages, {"law": "../naslag/bronnen/#law"})


def looked_at(builder: ViewBuilder, text: str, form: str = "plain", kind: str = "page") -> CheckedText:
    report = check_text(Given(text, form, kind), builder.norm, DAY, builder.messages)
    return CheckedText("tekst", text, form, report)


def shown(builder: ViewBuilder, text: str, form: str = "plain", kind: str = "page") -> dict[str, Any]:
    return page_of(looked_at(builder, text, form, kind), builder)


def marked(page: dict[str, Any]) -> dict[int, str]:
    return {number: piece["text"] for piece in page["pieces"] for number in piece["findings"]}


def test_what_seems_wrong_comes_before_tips_and_numbers_follow_what_is_shown(builder: ViewBuilder) -> None:
    page = shown(builder, WRONG)
    assert [group["certainty"] for group in page["groups"]] == ["seems_wrong", "tip"]
    numbers = [finding["number"] for group in page["groups"] for finding in group["findings"]]
    assert numbers == list(range(len(numbers)))


def test_each_place_is_marked_with_the_number_of_its_finding(builder: ViewBuilder) -> None:
    page = shown(builder, WRONG)
    quoted = {each["number"]: each["quote"] for group in page["groups"] for each in group["findings"]}
    assert {number: f"‘{text}’" for number, text in marked(page).items()} == quoted


def test_the_pieces_are_the_whole_text(builder: ViewBuilder) -> None:
    assert "".join(piece["text"] for piece in shown(builder, WRONG)["pieces"]) == WRONG


def test_of_html_the_page_shows_what_a_person_reads(builder: ViewBuilder) -> None:
    page = shown(builder, HTML, "html")
    assert "".join(piece["text"] for piece in page["pieces"]).strip() == "U krijgt 40 % steun & meer."
    assert set(marked(page).values()) == {"40 %"}


def test_what_is_lacking_has_no_place(builder: ViewBuilder) -> None:
    page = shown(builder, "Attest.", kind="certificate")
    assert [each["has_place"] for group in page["groups"] for each in group["findings"]] == [False]
    assert marked(page) == {}


def test_a_finding_leads_to_its_source_in_the_guide(builder: ViewBuilder) -> None:
    finding = shown(builder, "U krijgt 40 % steun.")["groups"][0]["findings"][0]
    assert [source["href"] for source in finding["sources"]] == ["../naslag/bronnen/#law"]


def test_what_is_ours_has_its_mark_and_no_source(builder: ViewBuilder) -> None:
    finding = shown(builder, "Wij zijn de beste.")["groups"][0]["findings"][0]
    assert (finding["standing"], finding["sources"]) == ("estimate", [])
    assert finding["standing_label"]


def test_what_a_text_says_is_no_markup_in_the_page_to_keep(builder: ViewBuilder) -> None:
    page = written(document_of([looked_at(builder, "<b>U krijgt 40 % steun.</b>")], builder), "html")
    assert page.startswith("<!doctype html>")
    assert "<b>U" not in page


def test_lines_begin_with_the_place(builder: ViewBuilder) -> None:
    first = next(lines_of(document_of([looked_at(builder, "Welkom!\nU krijgt 40 % steun.")], builder)))
    assert first.startswith("tekst:2:10: Lijkt fout")
