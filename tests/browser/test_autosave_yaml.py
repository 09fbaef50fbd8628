"""Answers as YAML: readable by a person, and nothing lost on the way there and back."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

from tests.browser.assessment_page import AssessmentPage
from tests.browser.norm_ids import FIRST_CHECK
from tests.browser.saved_work import WORK


def save_yaml(app: AssessmentPage) -> str:
    with app.page.expect_download() as waiting:
        app.press("#kmop-save-yaml")
    assert waiting.value.suggested_filename.endswith(".yaml")
    return Path(waiting.value.path()).read_text(encoding="utf-8")


def open_yaml(app: AssessmentPage, text: str) -> None:
    app.choose_file(text.encode(), "antwoorden.yaml")


def test_yaml_and_json_hold_the_same(app: AssessmentPage) -> None:
    app.open(WORK)
    text = save_yaml(app)

    assert yaml.safe_load(text) == WORK
    app.wipe()
    open_yaml(app, text)
    app.page.locator("#kmop-status", has_text="zijn geopend").wait_for()
    app.wait()

    assert app.saved() == WORK


def test_every_answer_stands_under_its_question(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    app.answer(f"checks.{FIRST_CHECK}.conformity", "T")
    legend = app.page.locator('[data-field="profile.provider_kind"] legend').inner_text()
    title = app.page.locator(f'[data-field="checks.{FIRST_CHECK}"] .kmop-check-title').inner_text()

    lines = [line.strip() for line in save_yaml(app).splitlines()]

    assert f"# {legend}" in lines
    assert lines[lines.index(f"# {legend}") + 1].startswith('provider_kind: "private" # ')
    assert f"# {title}" in lines
    assert 'conformity: "T" # T Toereikend' in lines
    assert any(line.startswith("version:") for line in lines)


def test_the_maker_of_yaml_is_fetched_only_when_it_is_used(page: Page, site_url: str) -> None:
    app = AssessmentPage(page, site_url).sit_down()
    loaded = "performance.getEntriesByType('resource').filter(e => /yaml/.test(e.name)).length"
    assert app.page.evaluate(loaded) == 0

    save_yaml(app)

    assert app.page.evaluate(loaded) > 0


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"format: [", "geen geldige YAML"),
        (b"format: kmop-answers/2\n", "nieuwere versie"),
        (b'{"format": "kmop-answers/1", "norm": {"id": "iets-anders", "version": "1"}}', "de versie van de gegevens"),
    ],
    ids=["broken", "newer", "another norm"],
)
def test_a_file_that_is_not_ours_is_refused_with_the_reason(app: AssessmentPage, content: bytes, reason: str) -> None:
    app.answer("profile.provider_kind", "public")
    before = app.saved()

    app.choose_file(content, "stuk.yaml")
    app.page.locator(".kmop-notice", has_text="stuk.yaml is niet geopend").wait_for()

    assert reason in app.notices
    assert app.saved() == before
