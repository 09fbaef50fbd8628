"""The texts to measure by are sound: every expected finding can be pointed at, and the sets weigh what they should."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
HALVES = {"shown": 1, "held_out": 0}
# By later set: how many texts, how often each kind of finding is expected at the least, how many texts are right.
LATER = {"second": (60, 4, 15), "third": (40, 3, 10), "fourth": (40, 3, 12)}
KINDS = {"page", "offer", "mail", "enrolment", "certificate", "attendance", "agreement"}
CLAIMS = {
    "percentage", "ceiling", "amount", "theme", "excluded", "advice", "apply-term", "start-first", "prepayment",
    "government", "promise", "number", "payment-partner", "agency", "before-2016",
}  # fmt: skip
LACKS = {
    "enrolment": {
        "start date", "duration", "description", "theme", "provider's name", "registration number",
        "participant's name", "enterprise", "price excl. VAT", "non-eligible costs apart", "hours",
    },
    "certificate": {
        "participant's name", "provider's name", "registration number", "training", "date or duration", "result",
    },
    "attendance": {"participant's name", "enterprise", "training", "date", "signature"},
    "agreement": {"provider's name", "registration number", "enterprise", "enterprise number", "signature"},
}  # fmt: skip
FILES = sorted(HERE.glob("*/*.yaml"))


def read(file: Path) -> dict[str, Any]:
    """One text with what must be found in it."""
    held: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return held


def files_of(*folders: str) -> list[Path]:
    """The files of these folders, in the order of their numbers."""
    return [file for file in FILES if file.parent.name in folders]


def texts_of(folder: str) -> list[dict[str, Any]]:
    """The texts of one folder."""
    return [read(file) for file in files_of(folder)]


def expected_counts(folder: str) -> Counter[str]:
    """How often each kind of finding is expected in a folder."""
    return Counter(one["finding"] for text in texts_of(folder) for one in text["expected"])


def test_every_text_belongs_to_a_known_set() -> None:
    assert {file.parent.name for file in FILES} == {*HALVES, *LATER}


@pytest.mark.parametrize("file", files_of(*HALVES), ids=lambda file: file.stem)
def test_a_text_stands_in_the_half_of_its_number(file: Path) -> None:
    assert int(file.name[:2]) % 2 == HALVES[file.parent.name]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_claim_is_quoted_word_for_word_from_one_place(file: Path) -> None:
    text = read(file)
    claims = [one for one in text["expected"] if one["finding"] != "missing"]
    assert [one for one in claims if one["finding"] not in CLAIMS or text["text"].count(one["quote"]) != 1] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_missing_is_asked_of_that_kind_of_document(file: Path) -> None:
    text = read(file)
    lacks = {one["lacks"] for one in text["expected"] if one["finding"] == "missing"}
    assert lacks <= LACKS.get(text["kind"], set())


def test_both_halves_hold_as_many_texts_of_each_kind() -> None:
    shown, held_out = (Counter(text["kind"] for text in texts_of(half)) for half in HALVES)
    assert shown == held_out
    assert set(shown) == KINDS


@pytest.mark.parametrize("half", HALVES)
def test_each_kind_of_finding_is_expected_three_times_or_more(half: str) -> None:
    counts = expected_counts(half)
    assert {kind for kind in CLAIMS | {"missing"} if counts[kind] < 3} == set()


@pytest.mark.parametrize("folder", LATER)
def test_a_later_set_holds_numbered_texts_of_every_kind(folder: str) -> None:
    assert [int(file.name[:2]) for file in files_of(folder)] == list(range(1, LATER[folder][0] + 1))
    assert {text["kind"] for text in texts_of(folder)} == KINDS


@pytest.mark.parametrize("folder", LATER)
def test_a_later_set_expects_each_kind_of_finding_often_enough(folder: str) -> None:
    counts = expected_counts(folder)
    assert {kind for kind in CLAIMS | {"missing"} if counts[kind] < LATER[folder][1]} == set()


@pytest.mark.parametrize("folder", LATER)
def test_a_quarter_of_a_later_set_or_more_is_right(folder: str) -> None:
    assert sum(not text["expected"] for text in texts_of(folder)) >= LATER[folder][2]


@pytest.mark.parametrize("half", HALVES)
def test_a_quarter_of_the_texts_is_right(half: str) -> None:
    assert sum(not text["expected"] for text in texts_of(half)) >= 8
