"""What CONTRIBUTING says to engineers is all that it takes: a question, a level of warning, a page."""

import copy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from assessment import assess, parse_answers, present
from assessment.case import message
from assessment.rules import actions as rules_of_actions
from assessment.rules.warnings import WARNING_LEVELS, Level
from assessment.view import actions as view_of_actions
from guide.loader import load_norm
from guide.pages import PagesError, render_pages, site_map
from guide.paths import DOCS
from guide.validation.answers_schema import answers_schema
from tests.norms import SMALL_NORM, checked_norm

QUESTION = '  - {id: has_logo, group: all-questions, kind: yes_no, question: {nl: "Een logo?"}}\n'
LOGO = {"format": "kmop-answers/1", "profile": {"has_logo": True}}
EXAMPLE = {"format": "kmop-answers/1", "profile": {"certificates": ["iso_9001"], "is_audit_bureau": True}}


def judged(norm: dict[str, Any]) -> dict[str, Any]:
    answers, faults = parse_answers(EXAMPLE, norm)
    assert answers is not None, faults
    return assess(norm, answers, date(2026, 11, 22))


def put_question(folder: Path) -> None:
    file = folder / "profile.yaml"
    text = file.read_text(encoding="utf-8").replace("contradictions:\n", f"{QUESTION}contradictions:\n")
    file.write_text(text, encoding="utf-8")


def test_a_question_takes_no_more_than_a_field(norm_folder: Path) -> None:
    put_question(norm_folder)
    loaded = load_norm(norm_folder)
    assert loaded.norm is not None, loaded.faults
    assert parse_answers(LOGO, loaded.norm)[1] == []
    assert Draft202012Validator(answers_schema(loaded.norm)["properties"]["profile"]).is_valid(LOGO["profile"])


def test_a_level_of_warning_takes_a_line_and_a_name(monkeypatch: pytest.MonkeyPatch, messages: dict[str, str]) -> None:
    levels: Any = {"gentle": Level("good", is_serious=False), **WARNING_LEVELS}
    monkeypatch.setattr("assessment.rules.warnings.WARNING_LEVELS", levels)
    monkeypatch.setattr("assessment.view.warnings.WARNING_LEVELS", levels)
    norm = copy.deepcopy(checked_norm(SMALL_NORM))
    norm["warnings"]["warning-certificate"]["level"] = "gentle"
    report = judged(norm)
    view = present(report, norm, messages | {"view.warnings.state.gentle": "ter info"}, {})
    (section,) = (each for each in view["sections"] if each["id"] == "warnings")
    assert ("good", "ter info") in [(line["tone"], line["state_label"]) for line in section["lines"]]


def test_a_kind_of_action_takes_a_function_and_a_line_in_each_table(
    monkeypatch: pytest.MonkeyPatch, messages: dict[str, str]
) -> None:
    def calls(case: Any, _so_far: Any) -> Any:
        of = case.norm["documents"]["own-rules"]
        about = {"about": of["id"], "standing": of["standing"], "sources": of.get("sources", [])}
        yield "needed", {"kind": "call", "reason": message("rules.action.call")} | about

    monkeypatch.setattr(rules_of_actions, "_applications", calls)
    for table, value in (("_TONES", "bad"), ("_ASKED_IN", "documents"), ("_RULES", "document")):
        monkeypatch.setitem(getattr(view_of_actions, table), "call", value)
    norm = checked_norm(SMALL_NORM)
    said = messages | {"rules.action.call": "Bel eerst.", "view.actions.state.call": "bellen"}
    view = present(judged(norm), norm, said, {})
    (section,) = (each for each in view["sections"] if each["id"] == "actions")
    assert ("bad", "bellen", "Bel eerst.") in [
        (line.get("tone"), line.get("state_label"), line.get("text")) for line in section["lines"]
    ]


def test_a_page_that_the_catalogue_does_not_name_is_told(
    monkeypatch: pytest.MonkeyPatch, messages: dict[str, str]
) -> None:
    monkeypatch.setattr(site_map, "SECTIONS", (*site_map.SECTIONS, ("trying", ("proef",))))
    with pytest.raises(PagesError) as wrong:
        render_pages(checked_norm(SMALL_NORM), messages, DOCS / "nl")
    told = [each.partition(" ontbreekt;")[0].partition(": ")[2] for each in wrong.value.faults]
    assert told == ["section.trying", "page.proef.title", "page.proef.description"]
