"""Numbers and figures as people write them."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from assessment.texts.figures import Figure, figures_in
from assessment.texts.numbers import number_in_digits, number_in_words
from assessment.texts.tokens import tokens_of
from assessment.texts.vocabulary import Vocabulary

Read = Callable[..., list[tuple[str, int]]]


@pytest.fixture(scope="module")
def dutch(real_norm: dict[str, Any]) -> Vocabulary:
    """The words by which Dutch figures are read."""
    return Vocabulary(real_norm["texts"]["reading"])


@pytest.fixture
def figures(dutch: Vocabulary) -> Read:
    """The figures of a text: of the usual kinds, or of these."""

    def read(text: str, *kinds: str) -> list[tuple[str, int]]:
        found = figures_in(tokens_of(text), text, dutch)
        return _wanted(found, kinds or ("percent", "amount", "days"))

    return read


def _wanted(found: Iterable[Figure], kinds: Iterable[str]) -> list[tuple[str, int]]:
    return [(each.kind, each.amount) for each in found if each.kind in kinds]


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
def test_a_number_in_one_word(word: str, number: int, dutch: Vocabulary) -> None:
    assert number_in_words(word, dutch) == number * 100


@pytest.mark.parametrize("word", ["duizendpoot", "onderneming", "en", "achtergrond", "honderdtallen"])
def test_a_word_that_only_looks_like_a_number_is_none(word: str, dutch: Vocabulary) -> None:
    assert number_in_words(word, dutch) is None


@pytest.mark.parametrize("text", ["30 %", "30%", "30\u202f%".replace("\u202f", " "), "dertig procent", "30 procent"])
def test_a_percentage_is_read_in_every_form(text: str, figures: Read) -> None:
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
        "€ 7,5k",
        "7,5 duizend euro",
        "7500,--",
    ],
)
def test_an_amount_is_read_in_every_form(text: str, figures: Read) -> None:
    assert figures(text) == [("amount", 750000)]


@pytest.mark.parametrize("text", ["14 dagen", "veertien dagen", "14 kalenderdagen", "twee weken", "14 volle dagen"])
def test_a_term_is_counted_in_days(text: str, figures: Read) -> None:
    assert figures(text) == [("days", 1400)]


def test_working_days_are_another_term(figures: Read) -> None:
    assert figures("14 werkdagen", "working_days") == [("working_days", 1400)]
    assert figures("14 werkdagen") == []


@pytest.mark.parametrize("text", ["30 of 45 %", "30-45%", "30 à 45 procent", "30/45 %", "30 tot 45%"])
def test_two_numbers_share_the_unit_behind_the_second(text: str, figures: Read) -> None:
    assert figures(text) == [("percent", 3000), ("percent", 4500)]


def test_a_part_is_a_percentage(figures: Read) -> None:
    assert figures("de helft, een kwart of driekwart") == [("percent", 5000), ("percent", 2500), ("percent", 7500)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("DV.O912345", "number_training"), ("DV. O912345", "number_training"), ("dv.a912345", "number_advice"),
     ("DV.0912345", "number_zero")],
)  # fmt: skip
def test_a_registration_number_says_its_service(text: str, kind: str, figures: Read) -> None:
    assert figures(text, "number_training", "number_advice", "number_zero") == [(kind, 0)]


def test_a_figure_knows_its_tokens(dutch: Vocabulary) -> None:
    text = "Een kmo krijgt 30 % steun."
    assert [each for each in figures_in(tokens_of(text), text, dutch) if each.kind == "percent"] == [
        Figure("percent", 3000, 3, 5)
    ]


@pytest.mark.parametrize(
    "text", ["30 pct.", "30 ten honderd", "drie tienden", "3/10", "van elke 200 euro komt er 60 terug"]
)
def test_a_share_is_read_however_it_is_told(text: str, figures: Read) -> None:
    assert ("percent", 3000) in figures(text, "percent")


@pytest.mark.parametrize(
    ("text", "euros"), [("dertien honderd", 1300), ("tien duizend", 10000), ("honderd vijftig", 150)]
)
def test_an_amount_of_several_words_is_one(text: str, euros: int, figures: Read) -> None:
    assert figures(f"{text} euro", "amount") == [("amount", euros * 100)]


def test_one_of_ten_lessons_is_no_share(figures: Read) -> None:
    assert figures("les 1/10/2026", "percent") == []


@pytest.mark.parametrize("text", ["DV.O12345", "DV.A1234567", "DV.912345"])
def test_a_registration_number_of_another_form_is_odd(text: str, figures: Read) -> None:
    assert ("number_odd", 0) in figures(text, "number_odd")
