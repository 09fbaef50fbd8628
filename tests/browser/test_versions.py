"""Taking back: the last change, and the last versions that are kept."""

from tests.browser.assessment_page import AssessmentPage
from tests.browser.norm_ids import FIRST_CHECK, SECOND_CHECK, THIRD_CHECK


def unfold(app: AssessmentPage) -> list[str]:
    app.unfold("#kmop-versions")
    return app.page.locator("#kmop-versions li").all_inner_texts()


def test_the_last_changes_are_taken_back_one_by_one_and_made_again(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    app.answer("profile.seat", "abroad")
    app.type(f"checks.{FIRST_CHECK}.note", "eerste")
    app.type(f"checks.{FIRST_CHECK}.note", "eerste en tweede")

    app.press("#kmop-undo")
    assert app.entry(f"checks.{FIRST_CHECK}.note").input_value() == ""
    app.press("#kmop-undo")
    app.page.locator("#kmop-status", has_text="Ongedaan gemaakt").wait_for()
    assert not app.radio("profile.seat", "abroad").is_checked()
    app.wait()
    assert app.saved()["profile"] == {"provider_kind": "private"}
    app.wait_until_kept()
    assert app.kept()["answers"]["profile"] == {"provider_kind": "private"}

    app.press("#kmop-redo")
    assert app.radio("profile.seat", "abroad").is_checked()
    app.press("#kmop-redo")
    assert app.entry(f"checks.{FIRST_CHECK}.note").input_value() == "eerste en tweede"


def test_with_nothing_to_take_back_the_button_says_so_and_keeps_the_focus(app: AssessmentPage) -> None:
    assert app.page.get_attribute("#kmop-undo", "aria-disabled") == "true"
    app.answer("profile.provider_kind", "private")
    app.unfold("#kmop-undo")
    app.page.focus("#kmop-undo")
    app.page.keyboard.press("Enter")
    app.page.keyboard.press("Enter")

    app.page.locator("#kmop-status", has_text="niets om ongedaan te maken").wait_for()
    assert app.page.evaluate("document.activeElement.id") == "kmop-undo"


def test_an_earlier_version_is_brought_back_and_that_is_taken_back(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    app.answer("profile.seat", "abroad")
    app.wait_until_kept()
    app.page.reload()
    app.wait()
    for name in (FIRST_CHECK, SECOND_CHECK, THIRD_CHECK):
        app.answer(f"checks.{name}.conformity", "V")
    assert "3 antwoorden anders" in unfold(app)[0]
    assert len(unfold(app)) == 2

    app.page.locator("#kmop-versions button").first.click()
    app.wait()

    assert not app.radio(f"checks.{FIRST_CHECK}.conformity", "V").is_checked()
    assert app.radio("profile.seat", "abroad").is_checked()
    assert len(unfold(app)) == 3
    app.press("#kmop-undo")
    app.wait()
    assert app.radio(f"checks.{THIRD_CHECK}.conformity", "V").is_checked()
    assert app.kept()["answers"]["checks"][FIRST_CHECK] == {"conformity": "V"}


def test_typing_a_note_is_one_version(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    app.entry(f"checks.{FIRST_CHECK}.note").evaluate("e => e.closest('details').open = true")
    app.entry(f"checks.{FIRST_CHECK}.note").press_sequentially("een hele zin met veel toetsen")
    app.page.wait_for_timeout(200)

    assert unfold(app) == []
    assert "Er is nog geen vorige versie" in app.page.inner_text("#kmop-versions")
    assert app.kept()["answers"]["checks"][FIRST_CHECK]["note"].endswith("toetsen")
