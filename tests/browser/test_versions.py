"""Taking back: the last change, and the last versions that are kept."""

from tests.browser.desk import Desk


def unfold(desk: Desk) -> list[str]:
    desk.page.eval_on_selector("#kmop-versions", "e => e.open = true")
    return desk.page.locator("#kmop-versions li").all_inner_texts()


def test_the_last_changes_are_taken_back_one_by_one_and_made_again(desk: Desk) -> None:
    desk.answer("profile.provider_kind", "private")
    desk.answer("profile.seat", "abroad")
    desk.type("checks.ACT-1.note", "eerste")
    desk.type("checks.ACT-1.note", "eerste en tweede")

    desk.page.click("#kmop-undo")
    assert desk.entry("checks.ACT-1.note").input_value() == ""
    desk.page.click("#kmop-undo")
    desk.page.locator("#kmop-status", has_text="Ongedaan gemaakt").wait_for()
    assert not desk.radio("profile.seat", "abroad").is_checked()
    desk.wait()
    assert desk.saved()["profile"] == {"provider_kind": "private"}
    desk.wait_until_kept()
    assert desk.kept()["answers"]["profile"] == {"provider_kind": "private"}

    desk.page.click("#kmop-redo")
    assert desk.radio("profile.seat", "abroad").is_checked()
    desk.page.click("#kmop-redo")
    assert desk.entry("checks.ACT-1.note").input_value() == "eerste en tweede"


def test_with_nothing_to_take_back_the_button_says_so_and_keeps_the_focus(desk: Desk) -> None:
    assert desk.page.get_attribute("#kmop-undo", "aria-disabled") == "true"
    desk.answer("profile.provider_kind", "private")
    desk.page.focus("#kmop-undo")
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.press("Enter")

    desk.page.locator("#kmop-status", has_text="niets om ongedaan te maken").wait_for()
    assert desk.page.evaluate("document.activeElement.id") == "kmop-undo"


def test_an_earlier_version_is_brought_back_and_that_is_taken_back(desk: Desk) -> None:
    desk.answer("profile.provider_kind", "private")
    desk.answer("profile.seat", "abroad")
    desk.wait_until_kept()
    desk.page.reload()
    desk.wait()
    for name in ("ACT-1", "ACT-2", "ACT-3"):
        desk.answer(f"checks.{name}.conformity", "V")
    assert "3 antwoorden anders" in unfold(desk)[0]
    assert len(unfold(desk)) == 2

    desk.page.locator("#kmop-versions button").first.click()
    desk.wait()

    assert not desk.radio("checks.ACT-1.conformity", "V").is_checked()
    assert desk.radio("profile.seat", "abroad").is_checked()
    assert len(unfold(desk)) == 3
    desk.page.click("#kmop-undo")
    desk.wait()
    assert desk.radio("checks.ACT-3.conformity", "V").is_checked()
    assert desk.kept()["answers"]["checks"]["ACT-1"] == {"conformity": "V"}


def test_typing_a_note_is_one_version(desk: Desk) -> None:
    desk.answer("profile.provider_kind", "private")
    desk.entry("checks.ACT-1.note").evaluate("e => e.closest('details').open = true")
    desk.entry("checks.ACT-1.note").press_sequentially("een hele zin met veel toetsen")
    desk.page.wait_for_timeout(200)

    assert unfold(desk) == []
    assert "Er is nog geen vorige versie" in desk.page.inner_text("#kmop-versions")
    assert desk.kept()["answers"]["checks"]["ACT-1"]["note"].endswith("toetsen")


def test_no_more_than_twenty_versions_are_kept_and_the_oldest_goes_first(desk: Desk) -> None:
    for name in ("ACT-1", "ACT-2", "ACT-3"):
        desk.answer(f"checks.{name}.conformity", "V")
    desk.open({"format": "kmop-answers/1", "profile": {"deployed_people": 7}})
    unfold(desk)
    for _ in range(18):
        desk.page.locator("#kmop-versions button").first.click()
    full = unfold(desk)
    assert len(full) == 20
    assert "3 antwoorden anders" in full[-1]
    assert all("4 antwoorden anders" in version for version in full[:-1])

    desk.page.locator("#kmop-versions button").first.click()
    desk.wait_until_kept()
    desk.page.reload()
    desk.wait()

    versions = unfold(desk)
    assert len(versions) == 20
    assert all("4 antwoorden anders" in version for version in versions)
    assert desk.radio("checks.ACT-1.conformity", "V").is_checked()
    assert desk.entry("profile.deployed_people").input_value() == ""
