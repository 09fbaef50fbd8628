"""Someone assesses themselves, on the site and in the one file: with every answer the result follows."""

import json
from pathlib import Path
from typing import Any

import pytest

from guide.cli import main
from tests.browser.assessment_page import EMPTY, AssessmentPage
from tests.browser.norm_ids import FIRST_CHECK
from tests.browser.page_pool import PagePool
from tests.browser.paths import SITE


@pytest.fixture(scope="module", params=["site", "one file"])
def page_pool(request: pytest.FixtureRequest, page_pool: PagePool, single_file_pool: PagePool) -> PagePool:
    """Every test here meets `app` twice: on the site, and in the one file."""
    return {"site": page_pool, "one file": single_file_pool}[request.param]


@pytest.fixture(scope="module")
def built_norm(real_norm: dict[str, Any]) -> dict[str, Any]:
    """The norm as it stands, which the site must have been built from."""
    built = json.loads(next(SITE.glob("assets/runtime/*/norm.json")).read_text(encoding="utf-8"))
    assert built["sha256"] == real_norm["sha256"], "the site is old; run: make build"
    return real_norm


@pytest.fixture(scope="module")
def examples(built_norm: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = built_norm["examples"]
    assert found, "the norm holds no worked examples"
    return found


def told_by_the_command(answers: dict[str, Any], date: str, folder: Path) -> bytes:
    file, told = folder / "answers.json", folder / "report.json"
    file.write_text(json.dumps(answers), encoding="utf-8")
    with pytest.raises(SystemExit, match="0"):
        main(["assess", str(file), "--date", date, "--format", "json", "--output", str(told)])
    return told.read_bytes()


def test_every_example_gives_the_same_bytes_as_the_command(
    app: AssessmentPage,
    examples: dict[str, Any],
    tmp_path: Path,
    subtests: pytest.Subtests,
    request: pytest.FixtureRequest,
) -> None:
    # The one file runs the same rules in the same interpreter: for it two are enough.
    few = 2 if "one file" in request.node.name else None
    for name, example in [*examples.items()][:few]:
        with subtests.test(example=name):
            app.on_date(example["date"])
            app.open(example["answers"])

            assert app.saved() == example["answers"]
            expected = told_by_the_command(example["answers"], example["date"], tmp_path)
            assert app.report() == expected


@pytest.mark.usefixtures("built_norm")
def test_an_empty_form_gives_the_same_bytes_as_the_command(app: AssessmentPage, tmp_path: Path) -> None:
    app.on_date("2026-11-22")
    app.open(EMPTY)

    assert app.report() == told_by_the_command(EMPTY, "2026-11-22", tmp_path)


def test_an_answer_changes_the_result(app: AssessmentPage) -> None:
    before = app.result

    app.answer("profile.is_audit_bureau", "true")

    assert app.result != before


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_a_template_is_made(app: AssessmentPage, form: str) -> None:
    with app.page.expect_download() as waiting:
        app.find(app.page.locator(f"[data-form={form}]").first).click()
    assert Path(waiting.value.path()).read_bytes().startswith(b"PK")
    assert waiting.value.suggested_filename.endswith(form)


def test_an_answer_given_by_keyboard_changes_the_result(app: AssessmentPage) -> None:
    before = app.result
    for side in ("conformity", "demonstrability"):
        app.radio(f"checks.{FIRST_CHECK}.{side}", "?").focus()
        app.page.keyboard.press("ArrowUp")
    app.wait()

    assert app.saved()["checks"] == {FIRST_CHECK: {"conformity": "V", "demonstrability": "V"}}
    assert app.result != before


def test_the_result_is_for_the_date_that_was_asked(app: AssessmentPage) -> None:
    app.on_date("2025-03-01")
    app.wait()

    assert json.loads(app.report())["date"] == "2025-03-01"
    assert "1 maart 2025" in app.result


def test_a_question_that_does_not_apply_hides_and_keeps_its_answer(app: AssessmentPage) -> None:
    question = app.page.locator('[data-field="profile.advice_is_cybersecurity"]')
    app.answer("profile.services", "advice")
    app.answer("profile.advice_is_cybersecurity", "true")

    app.radio("profile.services", "advice").uncheck()
    app.answer("profile.services", "training")

    question.wait_for(state="hidden")
    assert app.saved()["profile"] == {"services": ["training"], "advice_is_cybersecurity": True}
    app.answer("profile.services", "advice")
    question.wait_for(state="visible")
    assert app.radio("profile.advice_is_cybersecurity", "true").is_checked()


def test_a_wrong_answer_is_told_with_its_place_and_remedied(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    app.type("profile.deployed_people", "0")
    place = app.page.locator(".kmop-errors a", has_text="Hoeveel mensen")

    place.wait_for()

    assert app.entry("profile.deployed_people").get_attribute("aria-invalid") == "true"
    target = place.get_attribute("href") or ""
    assert app.page.locator(f'[id="{target[1:]}"] [name="profile.deployed_people"]').count() == 1
    app.type("profile.deployed_people", "2")
    place.wait_for(state="detached")
    assert app.entry("profile.deployed_people").get_attribute("aria-invalid") is None


def test_a_point_set_aside_counts_once_its_reason_is_given(app: AssessmentPage) -> None:
    app.type(f"checks.{FIRST_CHECK}.note", "")
    app.answer(f"checks.{FIRST_CHECK}.not_applicable", "true")
    assert "checks" not in app.saved()

    app.type(f"checks.{FIRST_CHECK}.not_applicable.reason", "Wij geven geen opleiding.")

    app.wait()
    reason = {"reason": "Wij geven geen opleiding."}
    assert app.saved()["checks"] == {FIRST_CHECK: {"not_applicable": reason}}
