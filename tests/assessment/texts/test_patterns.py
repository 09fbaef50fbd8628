"""Patterns of words: what they find, what they refuse, and what they cost."""

import pytest

from assessment.texts.matching import Matcher
from assessment.texts.patterns import PatternError, pattern_of, phrases_of
from assessment.texts.sentences import sentence_spans
from assessment.texts.tokens import figures_in, tokens_of

LISTS = {"help": ["steun", "financiële hulp", "[other]"], "other": ["premie*"], "past": ["tot {count}", "vroeger"]}


def matcher(text: str) -> Matcher:
    tokens = tokens_of(text)
    return Matcher(tokens, figures_in(tokens, text), list(sentence_spans(text, tokens)))


def finds(pattern: str, text: str) -> bool:
    return any(True for _ in matcher(text).pattern(pattern_of(pattern, LISTS)))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("kmo-portefeuille", "De KMO portefeuille"),
        ("voor de start", "Vóór de start"),
        ("(krijgt|ontvangt een) steun", "u ontvangt een steun"),
        ("u krijgt? steun", "u steun"),
        ("subsidie*", "het subsidiebedrag"),
        ("*subsidie", "de kmosubsidie"),
        ("u ... steun", "u krijgt bij ons dus ook steun"),
        ("[help]", "er is financiele hulp"),
        ("[help]", "er zijn premies"),
        ("{percent} & [help]", "Steun is er, en wel 30 %"),
    ],
)
def test_a_pattern_finds(pattern: str, text: str) -> None:
    assert finds(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("voor de start", "voor de opstart"),
        ("u ... steun", "u een twee drie vier vijf zes zeven steun"),
        ("{percent} & [help]", "Er is steun. Het regent 30 %."),
        ("{amount} per jaar", "30 % per jaar"),
    ],
)
def test_a_pattern_does_not_find(pattern: str, text: str) -> None:
    assert not finds(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "wrong"),
    [("... steun", "bounds"), ("steun?", "bounds"), ("{euro}", "figure"), ("[hulp]", "list"), ("u [past]", "phrases"),
     ("u (|) krijgt", "empty")],
)  # fmt: skip
def test_what_cannot_be_read_is_told(pattern: str, wrong: str) -> None:
    with pytest.raises(PatternError) as caught:
        pattern_of(pattern, LISTS)
    assert caught.value.wrong == wrong


def test_a_list_that_stands_alone_may_hold_phrases() -> None:
    assert len(phrases_of("[past]", LISTS)) == 2


@pytest.mark.parametrize("text", ["steun ", "30 % ", "u een ", "steun. ", "u " * 12 + "\n"])
def test_ten_times_the_text_takes_about_ten_times_the_steps(text: str) -> None:
    def steps(times: int) -> int:
        looking = matcher(text * times)
        for pattern in (
            "u ... een ... steun",
            "{percent} & [help]",
            "steun* ... {percent}",
            "(u|een) (u|een)? ... steun",
        ):
            list(looking.pattern(pattern_of(pattern, LISTS)))
        return looking.steps

    assert steps(2000) <= 12 * steps(200)
