import ast
import fnmatch
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from assessment import Wording
from assessment.wording import _KINDS
from guide.paths import ROOT
from tests.assessment.cases import Record

AREAS = ("rules", "view", "words", "answers")


@pytest.fixture(scope="module")
def wording(norm: Record, messages: dict[str, str]) -> Wording:
    return Wording(norm, messages)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"amount": 5, "unit": "years"}, "5 jaar"),
        ({"amount": 1, "unit": "months"}, "1 maand"),
        ({"low": 4, "high": 6, "unit": "weeks"}, "4 tot 6 weken"),
        ({"low": 1, "high": 2, "unit": "days"}, "1 tot 2 dagen"),
        ({"amount": 15_000, "unit": "eurocents"}, "150 euro"),
        ({"amount": 1_000_050, "unit": "eurocents"}, "10.000,50 euro"),
        ({"low": 80_000, "high": 250_000, "unit": "eurocents"}, "800 tot 2.500 euro"),
        ({"amount": 30, "unit": "percent"}, "30 %"),
        ({"amount": 8, "unit": "items"}, "8"),
    ],
)
def test_a_figure_is_written_with_its_unit(wording: Wording, value: Record, expected: str) -> None:
    assert expected == wording.value(value)


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(0, "0 uur"), (30, "30 min"), (60, "1 uur"), (990, "16 uur 30 min"), (60_060, "1.001 uur")],
)
def test_minutes_are_written_as_hours(wording: Wording, minutes: int, expected: str) -> None:
    assert expected == wording.hours(minutes)


def test_a_date_is_written_in_full(wording: Wording) -> None:
    assert wording.date("2026-02-01") == "1 februari 2026"


@pytest.mark.parametrize(
    ("items", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_a_list_is_written_as_a_phrase(wording: Wording, items: list[str], expected: str) -> None:
    assert expected == wording.several(items)


def test_a_text_fills_in_its_own_figure_and_those_of_other_facts(wording: Wording, norm: Record) -> None:
    text = {"nl": "{value} en {fact:registration-length}"}
    assert wording.text(text, {"amount": 2, "unit": "days"}) == "2 dagen en 5 jaar"
    assert norm["facts"]["registration-length"]["value"] == {"amount": 5, "unit": "years"}


def test_one_and_many_are_told_apart(norm: Record) -> None:
    wording = Wording(norm, {"x": "{n:plural punt/punten}", "words.thousands_mark": "."})
    assert [wording.message("x", {"n": number}) for number in (0, 1, 2)] == ["0 punten", "1 punt", "2 punten"]


@pytest.mark.parametrize(("counted", "told"), [(1, "volstaat"), (2, "volstaan"), (["a"], "volstaat"), ([], "volstaan")])
def test_a_verb_goes_with_a_number_or_with_as_many_as_a_list_holds(
    norm: Record, counted: int | list[str], told: str
) -> None:
    assert Wording(norm, {"x": "{n:form volstaat/volstaan}"}).message("x", {"n": counted}) == told


def _literals(folder: Path) -> Iterator[str]:
    """Every text in the rules' code; what is filled in stands as `*`."""
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        filled = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
        parts = {id(part) for text in filled for part in text.values}
        for text in filled:
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in text.values)
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
                yield node.value


def _ids() -> list[str]:
    ids: set[str] = set()
    for text in _literals(ROOT / "assessment"):
        area, dot, _ = text.partition(".")
        if area in AREAS and dot and " " not in text:
            ids.add(text)
    return sorted(ids)


@pytest.mark.parametrize("used", _ids())
def test_every_message_that_the_rules_name_is_in_the_catalogue(messages: dict[str, str], used: str) -> None:
    assert fnmatch.filter(messages, used), used


def test_every_message_of_the_rules_is_used(messages: dict[str, str]) -> None:
    # What a template tells of a state stands under the terms that it names.
    groups = {f"{terms}.*" for text in messages.values() for terms in re.findall(r":told ([\w.]+)", text)}
    assert all(fnmatch.filter(messages, group) for group in groups)
    ids = [*_ids(), *groups]
    unused = [
        name
        for name in messages
        if name.split(".")[0] in AREAS and not any(fnmatch.fnmatchcase(name, used) for used in ids)
    ]
    assert unused == []


def test_no_sentence_of_the_rules_is_typed_in_the_code() -> None:
    dutch = {" de ", " het ", " een ", " uw ", " niet ", " voor "}
    typed: list[Any] = [text for text in _literals(ROOT / "assessment") if any(word in text for word in dutch)]
    docstrings = [text for text in typed if text.endswith((".", "\n"))]
    assert [text for text in typed if text not in docstrings] == []


SPOKEN = ("view", "rules", "answers", "folder", "browser")
FORBIDDEN = (
    r"hoe u de norm ook leest|robuust|waarschijnlijk|\blezing|\} gelezen|aannemelijk|op zijn eentje|kantel"
    r"|controlepunt|rekenkern|ruw beeld|„|(?<!een )\benkel\b|ten laatste|ten hoogste|openstaat|Aan uw tempo"
)
"""What the result said of a norm that nobody here has read, and words that nobody uses."""


def spoken(messages: dict[str, str]) -> dict[str, str]:
    """The messages that candidates read in and around their result."""
    return {name: text for name, text in messages.items() if name.partition(".")[0] in SPOKEN}


def test_no_message_says_more_than_anybody_knows(messages: dict[str, str]) -> None:
    assert {name: text for name, text in spoken(messages).items() if re.search(FORBIDDEN, text)} == {}


def test_our_own_data_are_never_called_the_norm(messages: dict[str, str]) -> None:
    versioned = r"[Nn]orm\b.*versie|[Vv]ersie.*norm"
    assert [name for name, text in spoken(messages).items() if re.search(versioned, text)] == []


def test_no_title_stands_within_a_sentence(messages: dict[str, str]) -> None:
    within = r".\{\w+:titles?\}"
    assert [name for name, text in spoken(messages).items() if re.search(within, text)] == []


def test_no_score_is_told_by_its_letter(messages: dict[str, str]) -> None:
    letters = r"\{(?:conformity|demonstrability|better|lesser|lowest_score)(?:_\w+)?\}"
    assert [name for name, text in spoken(messages).items() if re.search(letters, text)] == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2027-03-01", "begin maart 2027"),
        ("2027-03-11", "midden maart 2027"),
        ("2027-03-21", "eind maart 2027"),
        ("2027-03-31", "eind maart 2027"),
    ],
)
def test_an_estimated_day_is_told_as_a_part_of_its_month(wording: Wording, day: str, expected: str) -> None:
    assert wording.around(day) == expected


def test_what_has_no_width_is_told_once(wording: Wording) -> None:
    assert wording.span({"low": 15_000, "likely": 15_000, "high": 15_000}, "money") == "150 euro"
    assert wording.estimated({"low": 15_050, "likely": 15_050, "high": 15_050}, "money") == "150,50 euro"


def test_an_element_without_a_running_form_is_quoted(wording: Wording, norm: Record) -> None:
    title = norm["conditions"]["no-bureau"]["title"]["nl"]
    assert wording.in_sentence("no-bureau") == f"‘{title}’"


def test_every_kind_that_a_message_asks_for_exists(messages: dict[str, str]) -> None:
    own_fillers = {"check", "cli", "browser"}
    texts = [text for name, text in messages.items() if name.partition(".")[0] not in own_fillers]
    kinds = {kind.split()[0] for text in texts for _, _, kind, _ in Formatter().parse(text) if kind}
    assert kinds - set(_KINDS) == set()


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("result_at_most", "failed", "niet geslaagd"),
        ("result_at_most", "deliberated", "hoogstens gedelibereerd"),
        ("result_at_least", "passed", "geslaagd"),
        ("verdict_at_most", "negative", "negatief"),
        ("verdict_at_most", "conditional", "hoogstens voorwaardelijk"),
        ("verdict_at_least", "positive", "positief"),
    ],
)
def test_the_last_step_of_a_scale_has_no_bound(wording: Wording, kind: str, name: str, expected: str) -> None:
    assert _KINDS[kind](wording, name, "") == expected
