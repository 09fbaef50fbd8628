"""What is kept of an earlier report is never out of date."""

import copy
import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import assess, present
from assessment.case import Case
from assessment.memo import Memo
from assessment.view import build_view
from assessment.view.builder import ViewBuilder
from assessment.view.delta import ViewDeltaWriter
from tests.assessment.cases import Record, answers, scans
from tests.norms import each_norm

DAY = date(2026, 11, 22)
TABLES = ("profile", "scan", "checks", "documents", "worth")


def _written(document: Record) -> str:
    return json.dumps(document, ensure_ascii=False)


def _places(document: Record) -> list[tuple[str, ...]]:
    """Every answer in a document, by where it stands: of a check point each score apart."""
    tables = [(name, document[name]) for name in TABLES if name in document]
    found = [(name, key) for name, table in tables for key in table]
    inner = [(*place, key) for place in found if isinstance(_at(document, place), dict) for key in _at(document, place)]
    return sorted([*found, *inner])


def _at(document: Record, place: tuple[str, ...]) -> Any:
    for key in place:
        document = document.get(key, {})
    return document


def _moved(document: Record, other: Record, place: tuple[str, ...]) -> Record:
    """Return the answers with one of them as it stands in others: changed, or taken away."""
    changed = copy.deepcopy(document)
    inner = changed
    for key in place[:-1]:
        inner = inner.setdefault(key, {})
    if place[-1] in _at(other, place[:-1]):
        inner[place[-1]] = copy.deepcopy(_at(other, place))
    else:
        inner.pop(place[-1], None)
    return changed


def _full(norm: Record) -> st.SearchStrategy[Record]:
    """Answers of which some are those of a worked example, so that much is concluded from them."""
    examples = st.sampled_from([example["answers"] for example in norm["examples"].values()])
    figures = {name: st.integers(0, 90) for name, field in norm["worth"]["fields"].items() if field["kind"] != "yes_no"}
    more = st.fixed_dictionaries(
        {}, optional={"worth": st.fixed_dictionaries({}, optional=figures), "scan": scans(norm)}
    )
    return st.builds(lambda example, drawn, other: example | drawn | other, examples, answers(norm), more)


@st.composite
def _visits(draw: Callable[[Any], Any], norm: Record) -> list[tuple[Record, date]]:
    """A candidate who goes from some answers to quite others, one at a time, and sometimes from day to day."""
    now, other, day = draw(_full(norm)), draw(_full(norm)), DAY
    visits = [(now, day)]
    for place in draw(st.lists(st.sampled_from(_places(now | other) or [("profile",)]), max_size=8)):
        now = _moved(now, other, place)
        day += timedelta(days=draw(st.sampled_from([0, 0, 0, 1, 400])))
        visits.append((now, day))
    return [*visits, *draw(st.permutations(visits))[:3]]


@each_norm
def test_from_one_example_to_another_nothing_stays_behind(norm: Record, messages: dict[str, str]) -> None:
    memo, builder = Memo(), ViewBuilder(norm, messages, {}, "nl")
    first, *others = [example["answers"] for example in norm["examples"].values()]
    now, day = first, DAY
    for number, other in enumerate(others):
        for place in [*_places(now | other)[number :: len(others)], ("profile",), ("checks",)]:
            now, day = _moved(now, other, place), day + timedelta(days=number)
            report = assess(norm, now, day, memo)
            assert _written(report) == _written(assess(norm, now, day)), place
            assert _written(build_view(builder, report)) == _written(present(report, norm, messages, {})), place


@each_norm
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_a_report_is_the_same_whatever_was_judged_before(norm: Record, data: st.DataObject) -> None:
    memo = Memo()
    for document, on in data.draw(_visits(norm)):
        assert _written(assess(norm, document, on, memo)) == _written(assess(norm, document, on))


@each_norm
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_a_view_is_the_same_whatever_was_shown_before(
    norm: Record, messages: dict[str, str], data: st.DataObject
) -> None:
    memo, builder = Memo(), ViewBuilder(norm, messages, {}, "nl")
    for document, on in data.draw(_visits(norm)):
        view = build_view(builder, assess(norm, document, on, memo))
        assert _written(view) == _written(present(assess(norm, document, on), norm, messages, {}))


def _read(parts: list[Any], before: list[Record]) -> list[Record]:
    """Put sections or lines together from what is told and from what the reader had, as the page does."""
    had = {part["id"]: part for part in before}
    return [had[part] if isinstance(part, str) else _filled(part, had.get(part["id"], {})) for part in parts]


def _filled(part: Record, before: Record) -> Record:
    return part | {"lines": _read(part["lines"], before.get("lines", []))}


@each_norm
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_who_reads_each_delta_has_the_view(norm: Record, messages: dict[str, str], data: st.DataObject) -> None:
    writer, memo, builder = ViewDeltaWriter(), Memo(), ViewBuilder(norm, messages, {}, "nl")
    revision, sections = 0, list[Record]()
    for document, on in data.draw(_visits(norm)):
        view = build_view(builder, assess(norm, document, on, memo))
        delta = json.loads(writer.write(view, {"faults": []}, revision))
        if data.draw(st.booleans(), label="it arrives"):
            sections, revision = _read(delta["view"]["sections"], sections), delta["revision"]
            assert _written(delta["view"] | {"sections": sections}) == _written(view)


@each_norm
def test_of_a_view_that_did_not_change_no_section_is_told_again(norm: Record, messages: dict[str, str]) -> None:
    writer, builder = ViewDeltaWriter(), ViewBuilder(norm, messages, {}, "nl")
    document = next(iter(norm["examples"].values()))["answers"]
    view = build_view(builder, assess(norm, document, DAY))
    first = json.loads(writer.write(view, {}, 0))

    again = json.loads(writer.write(view, {}, first["revision"]))

    assert again["view"]["sections"] == [section["id"] for section in view["sections"]]
    assert json.loads(writer.write(view, {}, first["revision"]))["view"] == view, "that is no more the last revision"


@each_norm
def test_of_a_section_that_changed_only_the_lines_that_did_are_told(norm: Record, messages: dict[str, str]) -> None:
    writer, builder = ViewDeltaWriter(), ViewBuilder(norm, messages, {}, "nl")
    requirement = next(iter(norm["requirements"].values()))
    check, *others = requirement["checks"]

    def write(score: str, revision: int) -> Any:
        answers = {"checks": {check: {"conformity": score}}}
        return json.loads(writer.write(build_view(builder, assess(norm, answers, DAY)), {}, revision))

    delta = write("V", write("G", 0)["revision"])

    changed = {each["id"]: each for each in delta["view"]["sections"] if not isinstance(each, str)}
    first, *rest = changed["requirements"]["lines"]
    assert rest == list(norm["requirements"])[1:]
    assert [line if isinstance(line, str) else line["id"] for line in first["lines"]] == [check, *others]
    assert [line for line in first["lines"] if isinstance(line, str)] == others


def test_what_is_the_same_is_not_worked_out_again() -> None:
    asked: list[tuple[int, ...]] = []

    def part(*given: int) -> int:
        asked.append(given)
        return sum(given)

    memo = Memo()
    made = [memo.call(part, 1, 2), memo.call(part, 1, 2), memo.call(part, 1, 3), memo.call(part, 1, 2)]

    assert made == [3, 3, 4, 3]
    assert asked == [(1, 2), (1, 3), (1, 2)]


@pytest.mark.parametrize("table", TABLES)
def test_a_rule_sees_no_other_answers_than_it_is_given(norm: Record, table: str) -> None:
    document = {name: {"some": "thing"} for name in TABLES}
    assert dict(Case.of(norm, document, DAY).with_tables(table).answers) == {table: {"some": "thing"}}
