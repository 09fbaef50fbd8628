"""What a reader has to read stays within its bars: short pages, few repeats, few marks."""

import pytest

from tests.reading.measuring import Layer, Reading, layer, one_of_composed, readings, repeats

MOST_ON_A_PAGE, MOST_IN_THE_MIDDLE, MOST_TOGETHER = 900, 500, 20_000
MOST_REPEATED = 0.15
MOST_REPEATED_FOR_ONE = 0.10
WORDS_A_MARK = 80

measured = pytest.mark.browser  # needs the built site, though no browser


@pytest.fixture(scope="module")
def every() -> list[Reading]:
    return readings()


@pytest.fixture(scope="module")
def guide(every: list[Reading]) -> Layer:
    return layer(every, is_reference=False)


@measured
def test_both_layers_are_measured_whole(every: list[Reading], guide: Layer) -> None:
    assert len(guide.readings) >= 20
    assert len(layer(every, is_reference=True).readings) >= 20
    assert all(each.words > 10 for each in every)


@measured
def test_no_page_of_the_guide_is_too_long(guide: Layer) -> None:
    assert {each.page: each.words for each in guide.readings if each.words > MOST_ON_A_PAGE} == {}


@measured
def test_pages_of_the_guide_are_short_on_the_whole(guide: Layer) -> None:
    assert guide.median <= MOST_IN_THE_MIDDLE
    assert guide.words <= MOST_TOGETHER


@measured
def test_the_guide_says_little_twice(guide: Layer) -> None:
    assert guide.repeated <= MOST_REPEATED, repeats(one_of_composed(guide.readings))[:5]


@measured
def test_without_a_script_a_reader_of_any_situation_reads_little_twice(guide: Layer) -> None:
    """Each reader has one of these pages, with all that the rest of the guide says."""
    composed = [each for each in guide.readings if each.page.startswith("situatie/") and each.page != "situatie/"]
    others = [each for each in guide.readings if each not in composed]

    for each in composed:
        read = Layer((*others, each))
        again = sum(len(said.split()) for said in repeats(read.readings))
        assert again / read.words <= MOST_REPEATED_FOR_ONE, each.page


@measured
def test_naslag_says_little_twice(every: list[Reading]) -> None:
    found = layer(every, is_reference=True)

    assert found.repeated <= MOST_REPEATED, repeats(found.readings)[:5]


@measured
def test_marks_on_pages_of_the_guide_are_few(guide: Layer) -> None:
    many = [each for each in guide.readings if each.marks > max(1, each.words / WORDS_A_MARK)]

    assert {each.page: (each.marks, each.words) for each in many} == {}


def test_a_sentence_counts_as_repeated_each_time_but_the_first() -> None:
    first = Reading("a/", ("Vraag een offerte aan. Dit is van ons.", "onze schatting"), 1)
    second = Reading("b/", ("Vraag een offerte aan.", "onze schatting"), 1)

    assert repeats([first, second, second]) == ["Vraag een offerte aan."] * 2
    assert Layer((first, second)).repeated == pytest.approx(4 / 16)


def test_pages_of_situations_count_as_the_one_that_a_reader_has() -> None:
    first = Reading("situatie/a/", ("Vraag een offerte aan.", "Dit is van ons."), 1)
    second = Reading("situatie/b/", ("Vraag een offerte aan.", "Dat is van u en mij."), 2)
    other = Reading("audit/", ("Vraag een offerte aan.",), 0)

    assert repeats(one_of_composed([first, second])) == []
    assert repeats(one_of_composed([first, second, other])) == ["Vraag een offerte aan."]
    assert Layer((first, second, other)).repeated == pytest.approx(4 / 18)
