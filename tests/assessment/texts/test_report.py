"""The report of the text check: what is held to the norm on a day, and how firm it is."""

from datetime import date
from typing import Any

import pytest

from assessment.canonical import canonical_json
from assessment.texts import FORMS, Given, check_text, prepare
from guide.validation.schemas import schema
from guide.validation.validator import validator
from tests.norms import each_norm

Record = dict[str, Any]
TODAY = date(2026, 11, 28)


@pytest.fixture
def found(norm: Record, messages: dict[str, str]) -> Any:
    """Look at a text; each finding by its rule, or the whole of the first."""

    def look(text: str, on: date = TODAY, kind: str = "page") -> list[Record]:
        findings: list[Record] = check_text(Given(text, "plain", kind), norm, on, messages)["findings"]
        return findings

    return look


def rules(findings: list[Record]) -> list[str]:
    return [each["rule"] for each in findings]


def test_a_wrong_figure_is_told_with_the_right_one(found: Any) -> None:
    (finding,) = found("U krijgt 40 % steun.")
    assert finding["reason"] == "Hier staat 40 %, en het is 30 %."
    assert (finding["quote"], finding["start"], finding["end"]) == ("40 %", 9, 13)
    assert finding["certainty"] == "seems_wrong"


def test_a_figure_is_held_to_the_state_of_the_day(found: Any) -> None:
    assert rules(found("U krijgt 25 % steun.", date(2026, 1, 31))) == []
    assert rules(found("U krijgt 25 % steun.", date(2026, 2, 1))) == ["text-support"]


def test_what_is_wrong_only_since_a_day_is_not_told_before_it(found: Any) -> None:
    assert rules(found("Voor advies is er steun.", date(2026, 1, 31))) == []
    assert rules(found("Voor advies is er steun.", date(2026, 2, 1))) == ["text-no-advice"]


def test_a_finding_tells_whether_what_is_better_can_stand_in_the_text(found: Any) -> None:
    both = found("U krijgt 40 % steun. Wij zijn de beste.")
    assert [each["can_stand"] for each in both] == [True, False]


def test_what_no_source_settles_is_a_tip(found: Any) -> None:
    (finding,) = found("Wij zijn de beste.")
    assert (finding["certainty"], finding["standing"], finding["sources"]) == ("tip", "estimate", [])


def test_words_about_the_past_make_it_another_claim(found: Any) -> None:
    assert found("Vroeger kreeg u 40 % steun.") == []


def test_a_paragraph_that_begins_with_an_earlier_year_tells_of_that_year(found: Any) -> None:
    assert found("2016. We beginnen. U krijgt 40 % steun.") == []
    assert rules(found("2016. We beginnen.\n\nU krijgt 40 % steun.")) == ["text-support"]
    assert rules(found("2026. We groeien. U krijgt 40 % steun.")) == ["text-support"]


def test_a_figure_that_an_exception_is_about_spares_no_other(found: Any) -> None:
    assert [each["quote"] for each in found("U krijgt 60 % steun en betaalt zelf 40 %.")] == ["60 %"]


def test_the_claim_is_about_what_stands_near_it(found: Any) -> None:
    assert rules(found("Er is steun. U krijgt hoogstens 8.000 euro.")) == ["text-ceiling-small"]
    assert found("U krijgt hoogstens 8.000 euro.") == []


def test_what_a_document_lacks_is_asked_of_that_kind_alone(found: Any) -> None:
    assert rules(found("Attest van Jan.", kind="certificate")) == ["missing-certificate-date"]
    assert found("Attest van Jan, 5 oktober.", kind="certificate") == []
    assert found("Attest van Jan.") == []


@each_norm
@pytest.mark.parametrize("form", FORMS)
def test_a_report_follows_its_schema(norm: Record, messages: dict[str, str], form: str) -> None:
    text = "<p>De kmo-portefeuille: u krijgt 60 % steun.</p> Wij zijn de beste. DV.0912345"
    report = check_text(Given(text, form, "page"), norm, TODAY, messages)
    assert report["findings"]
    assert list(validator(schema("text_report")).iter_errors(report)) == []


@each_norm
def test_the_same_text_gives_the_same_bytes(norm: Record, messages: dict[str, str]) -> None:
    given = Given("De kmo-portefeuille geeft 60 % steun. " * 3, "plain", "page")
    one, other = (canonical_json(check_text(given, norm, TODAY, messages)) for _ in range(2))
    assert one == other


@each_norm
def test_ten_times_the_text_takes_about_ten_times_as_long(norm: Record, messages: dict[str, str]) -> None:
    from assessment.element_index import elements_of  # noqa: PLC0415 - beside its use
    from assessment.texts.finding import Reading, found_in  # noqa: PLC0415 - as above
    from assessment.texts.readable import read_plain  # noqa: PLC0415 - as above
    from assessment.texts.rules import text_rules  # noqa: PLC0415 - as above
    from assessment.texts.vocabulary import Vocabulary  # noqa: PLC0415 - as above

    del messages
    text = (
        "Met de kmo-portefeuille krijgt een kleine onderneming 30 % steun, en advies is er tot 7.500 euro per jaar.\n\n"
    )
    known, words = text_rules(norm["texts"]), Vocabulary(norm["texts"]["reading"])
    reading = Reading("page", TODAY.isoformat(), elements_of(norm).get, words)
    few, many = (found_in(read_plain(text * times), known, reading)[1] for times in (20, 200))
    assert many <= 12 * few


def test_what_held_before_says_until_when(real_norm: Record, messages: dict[str, str]) -> None:
    given = Given("Een kleine onderneming krijgt 40 % subsidie via de kmo-portefeuille.", "plain", "page")
    (finding,) = check_text(given, real_norm, TODAY, messages)["findings"]
    assert finding["reason"].endswith("40 % gold tot en met 30 november 2019.")


def test_a_question_claims_nothing_unless_it_is_answered_with_yes(found: Any) -> None:
    assert rules(found("Krijgt u 40 % steun? Neen.")) == []
    assert rules(found("Krijgt u 40 % steun? Ja.")) == ["text-support"]


def test_a_part_that_is_no_whole_percentage_is_told_in_whole_percents(
    real_norm: Record, messages: dict[str, str]
) -> None:
    given = Given("Een kleine onderneming krijgt een derde terug via de kmo-portefeuille.", "plain", "page")
    (finding,) = check_text(given, real_norm, TODAY, messages)["findings"]
    assert "33 %" in finding["reason"]


def test_what_the_customer_pays_is_no_subsidy(real_norm: Record, messages: dict[str, str]) -> None:
    text = "Kmo-portefeuille: u betaalt zelf 70 % (klein) of 80 % (middelgroot)."
    assert check_text(Given(text, "plain", "page"), real_norm, TODAY, messages)["findings"] == []


def test_the_head_of_a_column_decides(real_norm: Record, messages: dict[str, str]) -> None:
    text = "| | klein | middelgroot |\n| subsidie kmo-portefeuille | 30 % | 30 % |"
    (finding,) = check_text(Given(text, "plain", "page"), real_norm, TODAY, messages)["findings"]
    assert (finding["rule"], finding["start"]) == ("text-share-medium", text.rindex("30 %"))


def test_what_is_prepared_once_says_the_same_of_every_text(real_norm: Record, messages: dict[str, str]) -> None:
    prepared, texts = prepare(real_norm), ("Kmo-portefeuille: 40 % voor een kleine onderneming.", "Vroeger.", "Advies.")
    for text in texts:
        given = Given(text, "plain", "page")
        once = check_text(given, real_norm, TODAY, messages, prepared)
        assert once == check_text(given, real_norm, TODAY, messages)


def test_who_refunds_those_who_are_not_content_tells_no_share(real_norm: Record, messages: dict[str, str]) -> None:
    given = Given("Met de kmo-portefeuille. Niet tevreden? U krijgt 100 % terug.", "plain", "page")
    assert check_text(given, real_norm, TODAY, messages)["findings"] == []


def test_a_question_that_is_answered_with_no_promises_nothing(real_norm: Record, messages: dict[str, str]) -> None:
    text = "Kan ik nu al de kmo-portefeuille gebruiken? Nee, nog even geduld. Onze registratie loopt."
    assert check_text(Given(text, "plain", "page"), real_norm, TODAY, messages)["findings"] == []


@pytest.mark.parametrize("rule", ["text-promise", "text-advice-offer", "text-advice-above", "text-share-raised"])
def test_what_unseen_texts_often_had_right_is_a_tip(real_norm: Record, rule: str) -> None:
    assert real_norm["texts"]["rules"][rule]["tip"]


@pytest.mark.parametrize("text", ["", " \n", "…"])
def test_nothing_to_read_has_no_finding(text: str, real_norm: Record, messages: dict[str, str]) -> None:
    assert check_text(Given(text, "plain", "page"), real_norm, TODAY, messages)["findings"] == []
