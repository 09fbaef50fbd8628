"""Sentences and texts that the writers of the rules made up: what was seen stays seen, and near misses stay unseen."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from assessment.element_index import elements_of
from assessment.texts.finding import Reading, found_in
from assessment.texts.readable import read_plain
from assessment.texts.rules import text_rules
from assessment.texts.vocabulary import Vocabulary
from tests.texts.measure import measure_texts

HERE = Path(__file__).parent
SENTENCES = yaml.safe_load((HERE / "sentences.yaml").read_text(encoding="utf-8"))

Record = dict[str, Any]


def told(key: str) -> list[tuple[str, str]]:
    """Each kind of finding with each of its sentences."""
    return [(kind, text) for kind, texts in SENTENCES.items() for text in texts.get(key, ())]


@pytest.fixture(scope="module")
def found(real_norm: Record) -> Callable[[str], list[str]]:
    """The kinds of what is found in a text; the rules are read once."""
    texts = real_norm["texts"]
    known = text_rules(texts)
    reading = Reading("page", "2026-11-28", elements_of(real_norm).get, Vocabulary(texts["reading"]))
    return lambda text: [one.rule.data["finding"] for one in found_in(read_plain(text), known, reading)[0]]


@pytest.mark.parametrize(("kind", "text"), told("found"))
def test_a_claim_is_found_however_it_is_told(kind: str, text: str, found: Callable[[str], list[str]]) -> None:
    assert kind in found(text)


@pytest.mark.parametrize(("kind", "text"), told("not_found"))
def test_a_near_miss_is_no_claim(kind: str, text: str, found: Callable[[str], list[str]]) -> None:
    assert found(text) == [], kind


def test_over_whole_texts(real_norm: Record, messages: dict[str, str]) -> None:
    texts = yaml.safe_load((HERE / "own_texts.yaml").read_text(encoding="utf-8"))
    measured = measure_texts(((str(number), text) for number, text in enumerate(texts)), real_norm, messages)
    assert measured.texts == len(texts) > 50
    assert measured.precision() >= 0.95
    assert measured.recall() >= 0.95
