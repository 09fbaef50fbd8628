"""Reports are verified by making them again: what was changed in them is told, with its place."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from assessment import Wording, assess, canonical_json, parse_answers, report_json
from guide.reports.answers_file import Answers
from guide.validation.schemas import schema
from guide.validation.validator import validator
from guide.verification.verifying import verify
from tests.guide.verification.exporting import DAY, GIVEN, export, saved, written

Record = dict[str, Any]


@pytest.mark.parametrize("form", ["json", "md", "html"])
@pytest.mark.parametrize("trace", [False, True])
def test_a_report_that_nobody_changed_is_the_same(
    norm: Record, answers: Answers, messages: Mapping[str, str], tmp_path: Path, *, form: str, trace: bool
) -> None:
    path = saved(tmp_path, written(norm, answers, messages, form, trace=trace))

    found = verify(export(path), answers, norm, messages)

    assert (found["result"], found["kind"], found["date"]) == ("same", "report", "2026-11-22")


def test_the_page_saves_the_report_that_is_verified(
    norm: Record, answers: Answers, messages: Mapping[str, str], tmp_path: Path
) -> None:
    path = saved(tmp_path, canonical_json(assess(norm, answers.answers or {}, DAY)))

    assert verify(export(path), answers, norm, messages)["result"] == "same"


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_changed_figure_is_told_with_its_line(
    norm: Record, answers: Answers, messages: Mapping[str, str], tmp_path: Path, form: str
) -> None:
    text = written(norm, answers, messages, form)
    title = Wording(norm, messages).messages["view.title"]
    path = saved(tmp_path, text.replace(title, "Een attest"))

    found = verify(export(path), answers, norm, messages)

    assert found["result"] == "differs"
    assert {each["found"].replace("# ", "") for each in found["differences"]} == {"Een attest"}
    assert {title in each["expected"] for each in found["differences"]} == {True}
    assert text.splitlines()[int(found["differences"][0]["where"]) - 1].count(title) == 1


def test_a_changed_value_in_a_report_document_is_told_with_its_path(
    norm: Record, answers: Answers, messages: Mapping[str, str], tmp_path: Path
) -> None:
    report = assess(norm, answers.answers or {}, DAY)
    report["eligibility"] = {**report["eligibility"], "state": "met"}

    found = verify(export(saved(tmp_path, report_json(report))), answers, norm, messages)

    assert found["differences"] == [{"where": "eligibility.state", "found": "met", "expected": "unknown"}]


def test_a_link_that_leads_elsewhere_is_told(
    norm: Record, answers: Answers, messages: Mapping[str, str], tmp_path: Path
) -> None:
    text = written(norm, answers, messages, "html")
    path = saved(tmp_path, text.replace('href="https://', 'href="http://'))
    assert 'href="https://' in text

    found = verify(export(path), answers, norm, messages)

    assert found["differences"] == [{"where": "markup", "found": None, "expected": None}]


def test_other_answers_another_norm_and_other_rules_are_told(
    norm: Record, answers: Answers, messages: Mapping[str, str], tmp_path: Path
) -> None:
    others, _ = parse_answers({**GIVEN, "title": "Iemand anders"}, norm)
    path = saved(tmp_path, written(norm, answers, messages, "md").replace('"rules":"', '"rules":"9.'))
    later = {**norm, "version": "2026.1.2", "sha256": "0" * 64}

    by_others = verify(export(path), Answers(others, None, []), norm, messages)
    by_norm = verify(export(path), answers, later, messages)

    assert [each["what"] for each in by_others["made_with"]] == ["rules", "answers"]
    assert [each["what"] for each in by_norm["made_with"]] == ["norm", "rules"]
    assert by_norm["made_with"][0]["expected"]["version"] == "2026.1.2"


def test_without_answers_it_cannot_be_told(
    norm: Record, answers: Answers, messages: Mapping[str, str], tmp_path: Path
) -> None:
    path = saved(tmp_path, written(norm, answers, messages, "md"))

    found = verify(export(path), None, norm, messages)

    assert (found["result"], found["reason"]) == ("unknown", "no_answers")


def test_the_document_holds_to_its_schema(
    norm: Record, answers: Answers, messages: Mapping[str, str], tmp_path: Path
) -> None:
    text = written(norm, answers, messages, "md")
    body, _, end = text.rpartition("\n\n")
    path = saved(tmp_path, f"{body.replace('e', 'o')}\n\n{end}")

    found = verify(export(path), answers, norm, messages) | {"file": "a"}

    assert list(validator(schema("verify")).iter_errors(found)) == []
    assert (len(found["differences"]), found["more"] > 0) == (50, True)
