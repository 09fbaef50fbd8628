"""No bare figures: each line has its calculation, and the calculation gives what the line shows."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import Wording, assess, explain, present, present_trace
from assessment.case import key_of
from tests.assessment.cases import FULL, Judge, Record, answers, dates
from tests.assessment.recompute import RECOMPUTED
from tests.norms import each_norm

# These say what was read and from where; there is nothing to work out.
FROM_FACTS = {"condition", "exemption", "scope", "document", "extra", "warning", "contradiction"}
# The date of the result is the reader's own, and the headline's calculation stands above the outcome.
WITHOUT = {"timeline", "outcome"}


def conclusions(report: Record) -> dict[str, Record]:
    """The conclusions of a report by their key, of which no two are the same."""
    keys = [key_of(entry["rule"], entry["about"]) for entry in report["trace"]]
    assert len(keys) == len(set(keys))
    return dict(zip(keys, report["trace"], strict=True))


def recompute(report: Record) -> None:
    """Work out every conclusion of a report from its steps."""
    every = conclusions(report)
    for entry in every.values():
        assert all(step["on"] in every for step in entry["steps"] if "on" in step)
        if entry["rule"] not in FROM_FACTS:
            RECOMPUTED[entry["rule"]](entry, every, report)


def lines(parts: list[Record]) -> Iterator[Record]:
    for line in parts:
        yield line
        yield from lines(line["lines"])


def unexplained(view: Record, every: Mapping[str, Record]) -> list[str]:
    """Name what shows a figure, a date or a state and has no calculation."""
    shown = [(view["headline"], view["why"])]
    for section in view["sections"]:
        if section["id"] not in WITHOUT and (section["intro"] and re.search(r"\d", section["intro"])):
            shown.append((section["intro"], section["why"]))
        shown += [(line["title"], line["why"]) for line in lines(section["lines"]) if not _is_heading(line)]
    return [name for name, why in shown if why not in every]


def _is_heading(line: Record) -> bool:
    """Tell whether a line only gathers lines that are explained one by one, or says that there are none."""
    return bool(line["id"] == "tipping")


@pytest.fixture(scope="module")
def reports(norm: Record) -> list[Record]:
    """The report on each worked example, on an empty form, on who has a day to make, and on dates that contradict."""
    found = [
        assess(norm, example["answers"], date.fromisoformat(example["date"])) for example in norm["examples"].values()
    ]
    follow_up = {"application": "conditional_follow_up", "dates": {"result_communicated": "2026-06-15"}}
    backwards = {"application": "renewal", "dates": {"registered": "2026-06-15", "registration_end": "2021-06-15"}}
    profiles: tuple[Record, ...] = ({}, {"provider_kind": "private", **follow_up}, backwards)
    more = [assess(norm, {"format": "kmop-answers/1", "profile": each}, date(2026, 11, 22)) for each in profiles]
    return [*found, *more]


@each_norm
def test_every_line_of_every_example_has_its_calculation(
    reports: list[Record], norm: Record, messages: Mapping[str, str]
) -> None:
    for report in reports:
        assert unexplained(present(report, norm, messages, {}), conclusions(report)) == []


@each_norm
def test_every_figure_of_every_example_follows_from_its_steps(reports: list[Record]) -> None:
    for report in reports:
        recompute(report)
    used = {entry["rule"] for report in reports for entry in report["trace"]}
    assert used == {*FROM_FACTS, *RECOMPUTED}


@each_norm
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_every_figure_of_every_report_follows_from_its_steps(
    judge: Judge, norm: Record, messages: Mapping[str, str], data: st.DataObject
) -> None:
    report = judge.report(data.draw(answers(norm)), data.draw(dates))
    recompute(report)
    assert unexplained(present(report, norm, messages, {}), conclusions(report)) == []


@each_norm
def test_every_calculation_can_be_put_into_words(
    reports: list[Record], norm: Record, messages: Mapping[str, str]
) -> None:
    wording = Wording(norm, messages)
    for report in reports:
        found = explain(report, wording, {})
        assert found.keys() == conclusions(report).keys()
        for key, calculation in found.items():
            texts = [calculation[name] for name in ("title", "rule", "method", "reason")]
            texts += [step["text"] for step in calculation["steps"]]
            assert all(text.strip() and "{" not in text for text in texts)
            assert calculation["standing"] or (key.startswith("rate ") and report["cost"]["quoted"]["hourly_rate"])
        assert len(present_trace(report, wording, {})["lines"]) == len(report["trace"])


def test_a_step_with_a_figure_of_the_norm_names_its_standing_and_its_sources(judge: Judge) -> None:
    renewal = {**FULL, "application": "renewal", "dates": {"registered": "2026-01-15"}}
    every = conclusions(judge(renewal, checks="TT"))
    (term,) = [step for step in every["deadline deadline-registered-until"]["steps"] if "period" in step["values"]]
    assert term["values"] == {"period": {"years": 5}, "day": "2031-01-15"}
    assert term["standing"] == "official"
    assert term["sources"]
    bars = every["requirement offering"]["steps"][1:]
    assert [step["standing"] for step in bars] == ["estimate"] * 3


def test_facts_are_told_in_the_words_of_the_question(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    found = explain(judge(FULL), Wording(norm, messages), {}, ["outcome likely"])["outcome likely"]
    field = norm["profile"]["fields"]["application"]
    titles = {option["id"]: option["title"]["nl"] for option in field["options"]}
    assert found["facts"] == [{"label": field["question"]["nl"], "text": titles["first"]}]
