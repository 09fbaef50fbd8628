"""Patterns of words: what they find, what they refuse, and what they cost."""

import pytest

from assessment.texts.belonging import belongs
from assessment.texts.figures import figures_in
from assessment.texts.marks import marks_in
from assessment.texts.matching import Matcher
from assessment.texts.patterns import PatternError, pattern_of, phrases_of
from assessment.texts.sentences import sentence_spans
from assessment.texts.structure import places_of
from assessment.texts.tokens import tokens_of
from assessment.texts.vocabulary import Vocabulary

LISTS = {"help": ["steun", "financiële hulp", "[other]"], "other": ["premie*"], "past": ["tot {count}", "vroeger"]}


WORDS = Vocabulary(
    {
        "units": [
            {"kind": "percent", "times": 1, "words": ["%"]},
            {"kind": "amount", "times": 1, "words": ["euro"]},
        ],
        "then": ["daarna"],
        "no": ["neen"],
        "borders": ["en", "maar"],
    }
)


def matcher(text: str) -> Matcher:
    tokens = tokens_of(text)
    spans = list(sentence_spans(text, tokens, WORDS))
    places = places_of(text, tokens, spans, WORDS)
    return Matcher(tokens, figures_in(tokens, text, WORDS), spans, places, WORDS.borders)


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
        ("{percent} & [help]", "Hoeveel steun? Dat is 30 %."),
        ("{percent} & [help]", "Uw steun:\n- klein: 30 %\n- groot: 20 %"),
        ("{percent} & [help]", "| Soort | Steun |\n| klein | 30 % |"),
        ("u betaalt >> u start", "Zo werkt het:\n1. u betaalt\n2. u lacht\n3. u start"),
        ("u betaalt >> u start", "Eerst u betaalt. Daarna u start."),
    ],
)
def test_a_pattern_finds(pattern: str, text: str) -> None:
    assert finds(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("voor de start", "voor de opstart"),
        ("u ... steun", "u een twee drie vier vijf zes zeven acht negen steun"),
        ("{percent} & [help]", "Er is steun. Het regent 30 %."),
        ("{amount} per jaar", "30 % per jaar"),
        ("{percent} & [help]", "Steun is er. Het regent. 30 %."),
        ("u betaalt >> u start", "1. u start\n2. u betaalt"),
        ("u betaalt >> u start", "u betaalt. u start."),
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


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("aan An Peeters", set()),
        ("aan\n\nAn Peeters\n\nDatum", {"below", "name_below"}),
        ("opleiding\nVEILIG RIJDEN", {"below"}),
        ("de lesgever,\nAn Peeters", set()),
        ("De An Peeters\n\nvolgde dit", {"name_line"}),
    ],
)
def test_the_line_says_what_a_name_is(text: str, kinds: set[str]) -> None:
    marks = marks_in(tokens_of(text), text, WORDS, set())
    assert {each.kind for each in marks} & {"below", "name_below", "name_line"} == kinds


@pytest.mark.parametrize(("text", "denies"), [("Is er steun? Neen, nu niet.", True), ("Is er steun? Dat kan.", False)])
def test_a_no_denies_what_its_question_asks(text: str, denies: bool) -> None:
    assert matcher(text).places[1].denies == denies


def test_a_picture_begins_a_sentence() -> None:
    assert len(matcher(f"{'u krijgt ' * 8} steun.\n\U0001f4cd te laat?").sentences) == 2


@pytest.mark.parametrize("text", ["steun ", "30 % ", "u een ", "steun. ", "u " * 12 + "\n"])
def test_ten_times_the_text_takes_about_ten_times_the_steps(text: str) -> None:
    def steps(times: int) -> int:
        looking = matcher(text * times)
        for pattern in (
            "u ... een ... steun",
            "{percent} & [help]",
            "steun* ... {percent}",
            "(u|een) (u|een)? ... steun",
            "u >> steun",
        ):
            list(looking.pattern(pattern_of(pattern, LISTS)))
        return looking.steps

    assert steps(2000) <= 12 * steps(200)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("klein 40 %, groot 30 %", ["40 %"]),
        ("40 % voor klein en 30 % voor groot", ["40 %"]),
        ("40 % of 30 %, naargelang u klein of groot bent", ["40 %"]),
        ("klein of groot: 40 % of 30 %", ["40 %"]),
        ("| | klein | groot |\n| steun | 40 % | 30 % |", ["40 %"]),
        ("        klein    groot\nsteun   40 %     30 %", ["40 %"]),
        ("Bent u klein? Dan krijgt u 40 %.", ["40 %"]),
        ("groot krijgt 30 %", []),
        ("klein 40 %, maar voor groot 30 %", ["40 %"]),
        ("klein? Dan 40 % (groot: 30 %)", ["40 %"]),
        ("klein   groot\nsteun   40 % voor klein", ["40 %"]),
    ],
)
def test_a_figure_is_about_what_stands_nearest(text: str, about: list[str]) -> None:
    looking, ours, others = matcher(text), phrases_of("klein", LISTS), phrases_of("groot", LISTS)
    matches = looking.pattern(pattern_of("{percent}", LISTS))
    found = [match for index, match in matches if belongs(match, index, looking, ours, others)]
    tokens = looking.tokens
    assert [text[tokens[each.first].start : tokens[each.end - 1].end] for each in found] == about
