"""Numbers and figures as people write them."""

import pytest

from assessment.texts.numbers import number_in_digits, number_in_words
from assessment.texts.tokens import Figure, figures_in, tokens_of


def figures(text: str, *kinds: str) -> list[tuple[str, int]]:
    found = figures_in(tokens_of(text), text)
    return [(each.kind, each.amount) for each in found if each.kind in (kinds or ("percent", "amount", "days"))]


@pytest.mark.parametrize(
    ("written", "hundredths"),
    [("30", 3000), ("7.500", 750000), ("7 500", 750000), ("7.500,00", 750000), ("7,500.00", 750000), ("12,5", 1250),
     ("7500", 750000), ("1.234.567", 123456700), ("1.2.3", None), ("9" * 5000, None)],
)  # fmt: skip
def test_a_number_in_digits(written: str, hundredths: int | None) -> None:
    assert number_in_digits(written) == hundredths


@pytest.mark.parametrize(
    ("word", "number"),
    [("dertig", 30), ("vijfenveertig", 45), ("tweeentwintig", 22), ("honderd", 100), ("honderdvijftig", 150),
     ("zevenduizend", 7000), ("zevenduizendvijfhonderd", 7500), ("vijftienduizend", 15000),
     ("vijfenzestigduizend", 65000)],
)  # fmt: skip
def test_a_number_in_one_word(word: str, number: int) -> None:
    assert number_in_words(word) == number * 100


@pytest.mark.parametrize("word", ["duizendpoot", "onderneming", "en", "achtergrond", "honderdtallen"])
def test_a_word_that_only_looks_like_a_number_is_none(word: str) -> None:
    assert number_in_words(word) is None


@pytest.mark.parametrize("text", ["30 %", "30%", "30\u202f%".replace("\u202f", " "), "dertig procent", "30 procent"])
def test_a_percentage_is_read_in_every_form(text: str) -> None:
    assert figures(text) == [("percent", 3000)]


@pytest.mark.parametrize(
    "text",
    [
        "7.500 euro",
        "€ 7500",
        "€7.500",
        "7500,-",
        "7 500 EUR",
        "EUR 7.500",
        "zevenduizend vijfhonderd euro",
        "7.500,00 €",
    ],
)
def test_an_amount_is_read_in_every_form(text: str) -> None:
    assert figures(text) == [("amount", 750000)]


@pytest.mark.parametrize("text", ["14 dagen", "veertien dagen", "14 kalenderdagen", "twee weken", "14 volle dagen"])
def test_a_term_is_counted_in_days(text: str) -> None:
    assert figures(text) == [("days", 1400)]


def test_working_days_are_another_term() -> None:
    assert figures("14 werkdagen", "working_days") == [("working_days", 1400)]
    assert figures("14 werkdagen") == []


@pytest.mark.parametrize("text", ["30 of 45 %", "30-45%", "30 à 45 procent", "30/45 %", "30 tot 45%"])
def test_two_numbers_share_the_unit_behind_the_second(text: str) -> None:
    assert figures(text) == [("percent", 3000), ("percent", 4500)]


def test_a_part_is_a_percentage() -> None:
    assert figures("de helft, een kwart of driekwart") == [("percent", 5000), ("percent", 2500), ("percent", 7500)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("DV.O912345", "number_training"), ("DV. O912345", "number_training"), ("dv.a912345", "number_advice"),
     ("DV.0912345", "number_zero")],
)  # fmt: skip
def test_a_registration_number_says_its_service(text: str, kind: str) -> None:
    assert figures(text, "number_training", "number_advice", "number_zero") == [(kind, 0)]


def test_a_figure_knows_its_tokens() -> None:
    text = "Een kmo krijgt 30 % steun."
    assert [each for each in figures_in(tokens_of(text), text) if each.kind == "percent"] == [
        Figure("percent", 3000, 3, 5)
    ]
