"""What if: scenarios beside today, by mouse and by keyboard, kept with the answers and never changing them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.assessment_page import EMPTY, AssessmentPage
from tests.browser.norm_ids import FIRST_CHECK, title_of

PROFILE = {"services": ["training"], "provider_kind": "private", "application": "first", "starter": False}
SCORES = {"conformity": "T", "demonstrability": "T"}
ANSWERS: dict[str, Any] = EMPTY | {
    "title": "Klant A",
    "profile": PROFILE,
    "checks": {FIRST_CHECK: SCORES | {"demonstrability": "G", "note": "blijft staan"}},
}


# What follows comes in a moment; a loaded machine gets more.
PATIENCE_MS = 30_000
# The print dialog holds up a page; this one is back after a single use.
NO_PRINTING = "() => { const { print } = window; window.print = () => { window.print = print } }"


@pytest.fixture
def app(app: AssessmentPage) -> AssessmentPage:
    app.open(ANSWERS)
    return app


def section(app: AssessmentPage) -> Locator:
    return app.page.locator("#wat-als")


def scenario(app: AssessmentPage, index: int = 0) -> Locator:
    return section(app).locator(f"[data-scenario='{index}']")


def add(app: AssessmentPage) -> None:
    section(app).get_by_role("button", name="Voeg een scenario toe").click()


def choose(app: AssessmentPage, question: str, answer: str, index: int = 0) -> None:
    scenario(app, index).get_by_role("group", name=question).get_by_role("radio", name=answer, exact=True).check()


def act(app: AssessmentPage, name: str, index: int = 0) -> None:
    scenario(app, index).get_by_role("button", name=name).click()


def row(app: AssessmentPage, label: str) -> Locator:
    return section(app).get_by_role("row").filter(has=app.page.get_by_role("rowheader", name=label, exact=True))


def cells(app: AssessmentPage, label: str) -> list[str]:
    return row(app, label).locator(".kmop-compare__value").all_inner_texts()


def wait_for(app: AssessmentPage, label: str, text: str, column: int = 1) -> None:
    value = row(app, label).locator(".kmop-compare__value").nth(column)
    expect(value).to_contain_text(text, timeout=PATIENCE_MS)


def top_of(element: Locator) -> int:
    """Where an element begins, to the pixel; a scroll lands between two."""
    return round(float(element.evaluate("e => e.getBoundingClientRect().top")))


def report_of(app: AssessmentPage) -> Any:
    report = json.loads(app.report())
    del report["answers_sha256"]
    return report


def test_a_scenario_shows_what_would_follow_and_leaves_the_result_alone(app: AssessmentPage) -> None:
    page = app.page
    before, result = report_of(app), app.result

    add(app)
    name = scenario(app).get_by_label("Naam van het scenario")
    expect(name).to_be_focused()
    page.keyboard.type("Als starter")
    choose(app, "Bent u een startende dienstverlener?", "Ja")
    wait_for(app, "Uren", "lager")

    assert section(app).get_by_role("columnheader").all_inner_texts() == ["Wat", "Vandaag", "Als starter"]
    assert cells(app, "Klantentevredenheid")[1] == "nu niet aan bod anders"
    expect(page.locator("#kmop-status")).to_contain_text("Als starter: ", timeout=30_000)
    assert (report_of(app), app.result) == (before, result)
    assert app.saved()["scenarios"] == [{"title": "Als starter", "profile": {"starter": True}}]

    page.evaluate(NO_PRINTING)
    app.press(".kmop-take [data-take=plan-print]")
    paper = page.locator("#kmop-folder [data-node=what-if]")
    expect(paper.locator("table")).to_contain_text("lager")
    expect(paper).to_contain_text("hier ‘ja’ in plaats van ‘nee’")
    page.evaluate("dispatchEvent(new Event('keydown'))")

    choose(app, "Bent u een startende dienstverlener?", "zoals nu (Nee)")
    wait_for(app, "Uren", "gelijk")
    assert app.saved()["scenarios"] == [{"title": "Als starter"}]


def test_the_table_follows_the_answers_and_what_is_the_same_shows_when_asked(app: AssessmentPage) -> None:
    add(app)
    wait_for(app, "Uren", "gelijk")
    expect(row(app, "De drie scenario's geven hetzelfde")).to_be_hidden()
    section(app).get_by_label("Toon ook wat gelijk is").check()
    expect(row(app, "De drie scenario's geven hetzelfde")).to_be_visible()

    app.answer("profile.starter", "true")
    choose(app, "Bent u een startende dienstverlener?", "Nee")

    wait_for(app, "Uren", "hoger")
    expect(scenario(app).get_by_label("zoals nu (Ja)")).not_to_be_checked()


def test_scores_are_taken_over_from_the_shortest_way_chosen_apart_and_taken_away(app: AssessmentPage) -> None:
    add(app)
    way = scenario(app).locator("[data-way=lenient]")
    way.click()
    wait_for(app, "Scenario soepel", "positief beter")
    expect(way).to_have_attribute("aria-disabled", "true")
    expect(way).to_be_focused()
    raised = app.saved()["scenarios"][0]["checks"]
    assert len(raised) > 5

    taken = sorted(raised)[3]
    scenario(app).locator(f"[data-unscore='{taken}']").click()
    assert app.page.evaluate("document.activeElement.matches('[data-unscore]')")
    assert taken not in app.saved()["scenarios"][0]["checks"]

    act(app, "Voeg deze scores toe")
    expect(scenario(app).locator(".kmop-what-if__wrong")).to_contain_text("Kies een aandachtspunt")
    expect(app.page.locator(".kmop-toast")).to_have_count(0)
    scenario(app).get_by_label("Aandachtspunt").select_option(FIRST_CHECK)
    scenario(app).get_by_label("Aantoonbaarheid").select_option("V")
    act(app, "Voeg deze scores toe")
    expect(scenario(app).locator(".kmop-what-if__wrong")).to_have_count(0)
    expect(scenario(app).locator("li", has_text=title_of(FIRST_CHECK))).to_contain_text(
        "Aantoonbaarheid: V Volkomen (nu G"
    )
    assert app.saved()["scenarios"][0]["checks"][FIRST_CHECK]["demonstrability"] == "V"
    assert app.saved()["checks"] == ANSWERS["checks"]


def test_three_fit_and_everything_is_kept_undone_and_carried_along(app: AssessmentPage) -> None:
    page = app.page
    for _ in range(3):
        add(app)
    section(app).locator("[data-add-scenario]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#kmop-status")).to_contain_text("Er passen drie scenario's")
    choose(app, "Voor welke diensten wilt u geregistreerd zijn?", "Opleiding en advies", index=2)
    wait_for(app, "Prijs", "hoger", column=3)
    act(app, "Verwijder dit scenario", index=1)
    expect(section(app).get_by_role("button", name="Voeg een scenario toe")).to_be_focused()
    assert app.saved()["scenarios"] == [{}, {"profile": {"services": ["training", "advice"]}}]

    page.locator(".kmop-toast", has_text="is verwijderd").get_by_role("button", name="Ongedaan maken").click()
    wait_for(app, "Prijs", "hoger", column=3)
    assert len(app.saved()["scenarios"]) == 3
    app.wait_until_kept()
    page.reload()
    app.wait()
    expect(scenario(app, 2).get_by_label("Opleiding en advies", exact=True)).to_be_checked()
    wait_for(app, "Prijs", "hoger", column=3)

    with page.expect_download() as waiting:
        app.press("#kmop-save-yaml")
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    scenarios = text[text.index("scenarios:") :]
    assert "# Voor welke diensten wilt u geregistreerd zijn?" in scenarios
    assert '"advice" # Advies' in scenarios


def test_a_scenario_becomes_the_answers_or_an_assessment_of_its_own(app: AssessmentPage) -> None:
    page = app.page
    add(app)
    choose(app, "Bent u een startende dienstverlener?", "Ja")
    act(app, "Open als nieuwe zelftoets")
    expect(page.locator("#kmop-work > summary")).to_contain_text("Klant A: Scenario 1")
    new = app.wait().saved()
    assert new["profile"] == PROFILE | {"starter": True}
    assert "scenarios" not in new
    app.unfold("#kmop-work")
    page.locator("#kmop-work [data-act=turnTo]").click()
    expect(page.locator("#kmop-work > summary")).not_to_contain_text("Scenario 1")
    app.wait()

    wait_for(app, "Uren", "lager")
    hours = cells(app, "Uren")[1].removesuffix(" lager")
    act(app, "Deze antwoorden overnemen")
    app.question.locator("[value=no]").click()
    assert app.saved()["profile"] == PROFILE
    act(app, "Deze antwoorden overnemen")
    app.question.locator("[value=yes]").click()
    expect(section(app)).to_be_focused()
    expect(page.locator("#kmop-view")).to_contain_text(hours.split(" (")[0])
    assert app.saved()["profile"] == PROFILE | {"starter": True}
    assert app.saved()["checks"] == ANSWERS["checks"]
    assert app.radio("profile.starter", "true").is_checked()

    app.press("#kmop-undo")
    wait_for(app, "Uren", "lager")
    assert app.saved()["profile"] == PROFILE


def test_what_the_reader_is_at_stays_where_it_is_when_a_result_changes_the_questions(app: AssessmentPage) -> None:
    page = app.page
    add(app)
    wait_for(app, "Uren", "gelijk")
    questions = scenario(app).locator("fieldset")
    before = questions.count()
    remove = scenario(app).get_by_role("button", name="Verwijder dit scenario")
    remove.hover()
    place = top_of(remove)
    services = scenario(app).get_by_role("group", name="Voor welke diensten").locator("input")
    services.nth(1).evaluate("e => e.click()")
    expect(questions).to_have_count(before + 1)
    assert abs(top_of(remove) - place) <= 1, "under the pointer"

    starter = scenario(app).get_by_role("group", name="Bent u een startende dienstverlener?").locator("input").first
    starter.focus()
    page.keyboard.press("Shift")
    place = top_of(starter)
    services.first.evaluate("e => e.click()")
    expect(questions).to_have_count(before)
    expect(starter).to_be_focused()
    assert abs(top_of(starter) - place) <= 1, "under the keyboard"

    themes = page.locator("[name='profile.themes']").first
    themes.hover()
    place = top_of(themes)
    app.radio("profile.services", "advice").evaluate("e => e.click()")
    expect(page.locator("[data-field='profile.advice_is_cybersecurity']")).to_be_visible()
    assert abs(top_of(themes) - place) <= 1, "in the form itself"


def test_adding_and_removing_leaves_what_stands_there(app: AssessmentPage) -> None:
    """Nothing goes and comes back while the result is made."""
    add(app)
    wait_for(app, "Uren", "gelijk")
    app.page.evaluate(
        """() => {
            window.fewest = Infinity
            const count = () => document.querySelectorAll("#wat-als :is(tbody, [data-way], fieldset)").length
            window.watching = new MutationObserver(() => { fewest = Math.min(fewest, count()) })
            watching.observe(document.querySelector("#wat-als"), { childList: true, subtree: true })
        }"""
    )
    there = section(app).locator(":is(tbody, [data-way], fieldset)").count()
    add(app)
    wait_for(app, "Uren", "gelijk", column=2)
    act(app, "Verwijder dit scenario", index=1)
    assert len(cells(app, "Uren")) == 2
    app.wait()
    wait_for(app, "Uren", "gelijk")
    assert app.page.evaluate("fewest") >= there
    app.page.evaluate("() => { watching.disconnect(); delete window.watching; delete window.fewest }")


def test_numbers_and_days_are_supposed_and_the_answers_stay(app: AssessmentPage) -> None:
    page = app.page
    app.open(ANSWERS | {"profile": PROFILE | {"deployed_people": 3, "sites": {"belgium": 1, "abroad": 2}}})
    add(app)
    people = scenario(app).get_by_label("Hoeveel mensen zet u in als lesgever of adviseur?")
    expect(people).to_have_value("")
    expect(scenario(app)).to_contain_text("Nu: 3. Laat leeg om niets te veranderen.")
    people.focus()
    page.keyboard.type("60")
    page.keyboard.press("Tab")
    wait_for(app, "Prijs", "hoger")
    scenario(app).get_by_label("Hoeveel vestigingen hebt u in België?").fill("4")
    scenario(app).get_by_label("Op welke datum doet of deed u uw aanvraag?").fill("2027-06-01")
    page.keyboard.press("Tab")
    wait_for(app, "Het auditbezoek", "later")

    supposed = {"deployed_people": 60, "sites": {"belgium": 4}, "dates": {"application": "2027-06-01"}}
    assert app.saved()["scenarios"] == [{"profile": supposed}]
    assert app.saved()["profile"]["sites"] == {"belgium": 1, "abroad": 2}
    act(app, "Deze antwoorden overnemen")
    app.question.locator("[value=yes]").click()
    assert app.saved()["profile"]["sites"] == {"belgium": 4, "abroad": 2}
    app.page.locator(".kmop-toast").get_by_role("button", name="Ongedaan maken").click()
    assert app.saved()["profile"]["sites"] == {"belgium": 1, "abroad": 2}


def test_a_number_that_cannot_be_is_told_beside_it_and_supposes_nothing(app: AssessmentPage) -> None:
    add(app)
    wait_for(app, "Prijs", "gelijk")
    people = scenario(app).get_by_label("Hoeveel mensen zet u in als lesgever of adviseur?")
    for wrong in ("nul", "0", "1,5", "200000"):
        people.fill(wrong)
        app.page.keyboard.press("Tab")
        expect(people).to_have_attribute("aria-invalid", "true")
        expect(people).to_have_accessible_description(re.compile("geen geheel getal van 1 tot 100.000"))
        expect(people).to_have_value(wrong)
    expect(app.page.locator(".kmop-toast")).to_have_count(0)
    assert app.saved()["scenarios"] == [{}]
    people.fill("12")
    app.page.keyboard.press("Tab")
    expect(people).not_to_have_attribute("aria-invalid", "true")
    people.fill("")
    app.page.keyboard.press("Tab")
    expect(scenario(app).get_by_label("Hoeveel mensen zet u in")).to_have_value("")
    assert app.saved()["scenarios"] == [{}]


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_by_keyboard_alone_on_small_and_large(app: AssessmentPage, width: int, scheme: str) -> None:
    page = app.seen((width, 900), color_scheme=scheme).page
    app.open(
        ANSWERS | {"scenarios": [{"title": "Een hele lange naam voor een scenario", "profile": {"starter": True}}]}
    )
    section(app).locator("[data-add-scenario]").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Tweede")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    wait_for(app, "Prijs", "hoger", column=2)
    top = page.evaluate("scrollY")
    assert page.evaluate("document.activeElement.type") == "radio"
    assert app.page.evaluate("scrollY") == top

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = section(app).locator(".kmop-compare")
    if width < 400:
        assert box.evaluate("e => e.scrollWidth <= e.clientWidth"), "cards, without scrolling aside"
        assert cells(app, "Prijs")[0]
        expect(row(app, "Prijs").locator(".kmop-compare__column").first).to_be_visible()
    box.focus()
    expect(box).to_be_focused()
