"""When something holds, in plain Dutch."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from assessment.predicates import KINDS
from assessment.wording import Wording
from guide.pages import PagesError
from guide.pages.predicates.sentences import When
from guide.pages.prose import Prose
from guide.validation.schemas import schema
from tests.guide.pages.dom import of_class, words
from tests.norms import REAL_NORM, checked_norm

FIRST = {"equals": {"field": "application", "value": "first"}}
PUBLIC = {"equals": {"field": "provider_kind", "value": "public"}}
REQUIREMENT = next(iter(checked_norm(REAL_NORM)["requirements"].values()))
PEOPLE = checked_norm(REAL_NORM)["profile"]["fields"]["deployed_people"]["question"]["nl"]
STARTER = {"equals": {"field": "starter", "value": True}}
SENTENCES: list[tuple[dict[str, Any], str]] = [
    (FIRST, "u een eerste audit doet"),
    ({"not": PUBLIC}, "u een private dienstverlener bent"),
    ({"not": STARTER}, "u geen startende dienstverlener bent"),
    ({"not": {"not": STARTER}}, "u een startende dienstverlener bent"),
    ({"all": [PUBLIC]}, "u een publieke dienstverlener bent"),
    ({"all": [STARTER, FIRST]}, "u een startende dienstverlener bent, en als u een eerste audit doet"),
    (
        {"all": [STARTER, {"any": [PUBLIC, FIRST]}]},
        (
            "u een startende dienstverlener bent, en als (u een publieke dienstverlener bent, "
            "of als u een eerste audit doet)"
        ),
    ),
    (
        {"not": {"all": [STARTER, FIRST]}},
        "niet (u een startende dienstverlener bent, en als u een eerste audit doet)",
    ),
    (
        {"not": {"in": {"field": "passed_requirements", "values": [REQUIREMENT["id"]]}}},
        f"de vereiste {REQUIREMENT['title']['nl'].lower()} nog niet positief beoordeeld is",
    ),
    (
        {"at_least": {"field": "sites.abroad", "value": 1}},
        "het aantal vestigingen in het buitenland minstens 1 is",
    ),
    (
        {"more_than": {"field": "sites.abroad", "value": 1}},
        "het aantal vestigingen in het buitenland meer dan 1 is",
    ),
    (
        {"not": {"more_than": {"field": "sites.abroad", "figure_of": "rule-share-small"}}},
        "het aantal vestigingen in het buitenland hoogstens 30 % is",
    ),
    (
        {"at_least": {"sum": ["sites.belgium", "sites.abroad"], "value": 3}},
        ("het totaal van het aantal vestigingen in België en het aantal vestigingen in het buitenland minstens 3 is"),
    ),
    (
        {"not": {"at_least": {"sum": ["sites.belgium", "deployed_people"], "value": 3}}},
        f"het totaal van het aantal vestigingen in België en ‘{PEOPLE}’ minder dan 3 is",
    ),
    (
        {"on_or_after": {"field": "dates.registered", "value": "2013-07-01"}},
        "u op of na 1 juli 2013 geregistreerd werd",
    ),
]


@pytest.fixture(scope="module")
def when(real_norm: dict[str, Any], messages: Mapping[str, str]) -> When:
    """Says when something holds."""
    return When(real_norm, Wording(real_norm, messages, "nl"))


@pytest.mark.parametrize(("predicate", "sentence"), SENTENCES)
def test_a_predicate_goes_on_from_if(when: When, predicate: dict[str, Any], sentence: str) -> None:
    """Each kind ends a sentence that begins with its label."""
    assert when.words(predicate) == sentence


def kinds_in(predicate: dict[str, Any]) -> set[str]:
    """Return every kind of predicate that this one is made of."""
    ((kind, terms),) = predicate.items()
    parts = terms if isinstance(terms, list) else [terms] if kind == "not" else []
    return {kind}.union(*map(kinds_in, parts))


def test_every_kind_of_predicate_is_among_these_sentences() -> None:
    """A new kind is put into words, with a message that the catalogue has."""
    assert set().union(*(kinds_in(predicate) for predicate, _ in SENTENCES)) == set(KINDS)


def test_a_list_within_a_list_of_the_same_kind_is_one_list(when: When) -> None:
    """What must hold together is told together."""
    clause = when.clause({"all": [STARTER, {"all": [PUBLIC, FIRST]}]})

    assert len(clause.parts) == 3
    assert not clause.nested


def examples_of(kind: str) -> list[Any]:
    """The examples that editors show of a kind of predicate."""
    examples: list[Any] = schema("common")["$defs"]["predicate"]["properties"][kind]["examples"]
    return examples


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_predicate_has_words_for_its_examples(when: When, kind: str) -> None:
    """Both for what holds and for what does not; a word that is missing under `when` is named here."""
    assert examples_of(kind)
    assert all(when.words({kind: terms}) != when.words({"not": {kind: terms}}) for terms in examples_of(kind))


def test_a_word_that_a_condition_lacks_is_named_and_not_the_page(
    real_norm: dict[str, Any], messages: Mapping[str, str], tmp_path: Path
) -> None:
    lacking = Wording(real_norm, {name: text for name, text in messages.items() if name != "pages.when.no"}, "nl")
    (tmp_path / "page.md").write_text("{{ words(1) }}", encoding="utf-8")
    with pytest.raises(PagesError, match=r"^guide/messages: de boodschap pages\.when\.no ontbreekt"):
        Prose(tmp_path, lacking).write("page.md", {"words": lambda _: lacking.message("pages.when.no")})


def test_a_day_after_another_answer_is_told_by_its_question(when: When, real_norm: dict[str, Any]) -> None:
    """The question stands between quotation marks."""
    predicate = {"on_or_after": {"field": "date", "other": "dates.registered", "plus": {"years": 1}}}
    question = real_norm["profile"]["fields"]["dates.registered"]["question"]["nl"]

    assert when.words(predicate) == f"het lang genoeg na ‘{question}’ is"


def test_without_a_text_for_it_question_and_answer_are_told(
    norm_copy: dict[str, Any], messages: Mapping[str, str]
) -> None:
    """A norm that is being written still gives a page."""
    del norm_copy["profile"]["fields"]["starter"]["clause"]
    said = When(norm_copy, Wording(norm_copy, messages, "nl")).words(STARTER)

    assert said == "u op ‘Bent u een startende dienstverlener?’ antwoordt: ja"


def test_no_page_puts_question_and_answer_side_by_side(trees: dict[str, Element]) -> None:
    """Every condition that the guide shows reads as a sentence or a list of its own."""
    shown = [words(block) for root in trees.values() for block in of_class(root, "kmop-when")]

    assert shown
    assert [text for text in shown if "‘" in text or "?" in text] == []
