"""The self-assessment step by step: one screen at a time, each with an address, and a way back to every answer."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.assessment_page import AssessmentPage
from tests.browser.form_helpers import focused
from tests.browser.harness import NewPage
from tests.browser.norm_ids import DOCUMENTS, FIRST_CHECK, LAST_CHECK, REQUIREMENTS
from tests.browser.saved_work import WORK

PROVIDER, AUDIT, SERVICE = "situatie-provider", "situatie-audit", "situatie-service"
READINESS = [f"hoe-klaar-{name}" for name in REQUIREMENTS]
SHOWN = "all => all.filter(each => each.checkVisibility()).map(each => each.id)"
SHIFTS = """
window.shifted = 0
new PerformanceObserver(list => { for (const shift of list.getEntries()) window.shifted += shift.value })
    .observe({type: 'layout-shift', buffered: true})
"""
# Half of what Lighthouse still calls good.
UNSEEN = 0.05


@pytest.fixture
def steps(app: AssessmentPage) -> AssessmentPage:
    """The started page, at its first screen."""
    return app.step_by_step()


def shown(app: AssessmentPage) -> Any:
    """The screens that a reader sees."""
    return app.page.locator("[data-screen]").evaluate_all(SHOWN)


def walked(app: AssessmentPage) -> list[str]:
    """The screens that one meets from here to the result."""
    met = [app.screen]
    while met[-1] != "resultaat":
        met.append(app.turn())
    return met


# One screen at a time


def test_the_buttons_turn_the_screens_and_so_do_those_of_the_browser(steps: AssessmentPage) -> None:
    steps.answer("profile.provider_kind", "private")

    assert [steps.screen, steps.turn(), steps.turn()] == [PROVIDER, AUDIT, SERVICE]
    assert steps.turn("back") == AUDIT
    for way, screen in (("back", SERVICE), ("back", AUDIT), ("back", PROVIDER), ("forward", AUDIT)):
        steps.page.go_back() if way == "back" else steps.page.go_forward()
        expect(steps.page.locator(".kmop-current")).to_have_id(screen)
        assert shown(steps) == [screen]


def test_whoever_turns_a_screen_goes_on_at_its_heading(steps: AssessmentPage) -> None:
    steps.turn()

    assert steps.page.evaluate("document.querySelector('.kmop-current').contains(document.activeElement)")
    assert steps.page.evaluate("document.activeElement.matches('h2, h3, legend, label')")


def test_each_screen_has_its_own_address(steps: AssessmentPage) -> None:
    addresses = steps.page.locator("[data-screen]").evaluate_all("all => all.map(each => each.id)")
    assert {PROVIDER, *READINESS, "documenten", "nakijken", "resultaat", "moeite", "wat-als"} <= set(addresses)

    for address in addresses:
        steps.go_to(address)
        assert shown(steps) == [address]


@pytest.mark.parametrize(("step", "screen"), [("situatie", PROVIDER), ("hoe-klaar", READINESS[0])])
def test_the_address_of_a_step_opens_its_first_screen(steps: AssessmentPage, step: str, screen: str) -> None:
    steps.go_to("nakijken")

    steps.page.locator(f".kmop-stepper a[href='#{step}']").click()

    expect(steps.page.locator(".kmop-current")).to_have_id(screen)
    expect(steps.page.locator(".kmop-stepper [aria-current=step]")).to_have_attribute("href", f"#{step}")


@pytest.mark.parametrize(
    ("question", "screen"),
    [
        ("profile.seat", "situatie-conditions"),
        (f"scan.{REQUIREMENTS[-1]}", READINESS[-1]),
        (f"checks.{LAST_CHECK}", READINESS[-1]),
        (f"documents.{DOCUMENTS[-1]}", "documenten"),
        ("worth.price", "moeite"),
    ],
)
def test_a_link_to_a_question_opens_its_screen(page: Page, site_url: str, question: str, screen: str) -> None:
    """Also from outside, before there are any rules."""
    page.route("**/rules.zip", lambda _route: None)
    page.goto(f"{site_url}zelftoets/#{question}")

    expect(page.locator(".kmop-current")).to_have_id(screen)
    expect(page.locator(f'[id="{question}"]')).to_be_in_viewport()


def test_the_page_says_where_one_is_and_how_long_the_rest_takes(steps: AssessmentPage) -> None:
    where = steps.page.locator(".kmop-stepper__now")
    expect(where).to_have_text(re.compile(r"^Stap 1 van 5 · vraag 1 van \d+ · nog ongeveer \d+ min$"))
    before = minutes(steps)

    steps.answer("profile.provider_kind", "public")

    assert minutes(steps) < before
    steps.go_to("documenten")
    expect(where).to_have_text(re.compile(r"^Stap 3 van 5 · nog"))


def minutes(app: AssessmentPage) -> int:
    (found,) = re.findall(r"(\d+) min", app.page.inner_text(".kmop-stepper__now"))
    return int(found)


def test_who_answered_everything_is_told_so_and_has_no_time_left(steps: AssessmentPage) -> None:
    steps.answer("profile.provider_kind", "public")
    for _ in range(len(DOCUMENTS) + 30):
        steps.page.keyboard.press("Alt+n")
        if "elk punt ingevuld" in steps.status or not focused(steps.page):
            break
        steps.page.keyboard.press("Space")
        steps.page.keyboard.press("Shift")
    steps.go_to("nakijken")

    expect(steps.page.locator("#kmop-given")).to_contain_text("U hebt alles ingevuld.")
    expect(steps.page.locator(".kmop-stepper__now")).to_have_text("Stap 4 van 5")


# What is asked


@pytest.mark.parametrize(("width", "named"), [(375, 1), (768, 5), (1440, 5)])
def test_the_steps_have_their_names_where_there_is_room(steps: AssessmentPage, width: int, named: int) -> None:
    steps.seen((width, 800))

    titles = steps.page.locator(".kmop-stepper__title").all()
    boxes = [title.bounding_box() for title in titles]
    assert sum(box is not None and box["width"] > 1 for box in boxes) == named
    assert not steps.scrolls_sideways()


def test_nothing_is_chosen_beforehand(steps: AssessmentPage) -> None:
    assert steps.page.locator("#kmop-form :checked").count() == 0


def test_a_question_shows_once_it_is_known_that_it_is_asked(steps: AssessmentPage) -> None:
    cyber = steps.page.locator('[data-field="profile.advice_is_cybersecurity"]')
    steps.go_to(SERVICE)
    assert steps.turn() != "situatie-cybersecurity"

    steps.go_to(SERVICE)
    steps.answer("profile.services", "advice")

    assert steps.turn() == "situatie-cybersecurity"
    expect(cyber).to_be_visible()


def test_a_question_that_was_answered_shows_before_it_is_known_whether_it_is_asked(steps: AssessmentPage) -> None:
    starter = steps.page.locator('[data-field="profile.starter"]')
    assert starter.evaluate("each => each.hidden")

    steps.open({"format": "kmop-answers/1", "profile": {"starter": True}})

    assert not starter.evaluate("each => each.hidden")


def test_a_public_provider_meets_nothing_of_audits(steps: AssessmentPage) -> None:
    steps.answer("profile.provider_kind", "public")

    met = walked(steps)

    assert {SERVICE, "situatie-conditions", "documenten", "nakijken"} <= set(met)
    assert not {AUDIT, "situatie-experience", "situatie-registration", "situatie-people", "situatie-certificates"} & {
        *met
    }
    assert not {*READINESS} & {*met}
    of_an_audit = steps.page.locator("button[data-take^=folder], [data-worth]")
    assert [each.evaluate("each => each.hidden") for each in of_an_audit.all()] == [True] * 4


def test_what_is_not_asked_of_a_reader_is_folded_to_a_line_that_shows_it(steps: AssessmentPage) -> None:
    steps.answer("profile.provider_kind", "public")
    steps.go_to("documenten")
    idle = steps.page.locator("#documenten > .kmop-field:has(> .kmop-idle)")
    line = steps.page.locator("#documenten > .kmop-unneeded")
    count = idle.count()
    assert count > 0
    expect(line).to_have_text(f"Dit geldt niet voor u ({count})")
    expect(line).to_have_attribute("aria-expanded", "false")
    assert not any(block.is_visible() for block in idle.all())

    line.press("Enter")

    expect(line).to_have_attribute("aria-expanded", "true")
    assert all(block.is_visible() for block in idle.all())


def test_where_everything_is_asked_no_line_says_that_something_is_not(steps: AssessmentPage) -> None:
    steps.go_to(READINESS[0])

    lines = steps.page.locator(f"#{READINESS[0]} .kmop-unneeded")

    assert [line.is_hidden() for line in lines.all()] == [True]


def test_the_address_says_that_the_steps_show_where_all_was_on_one_page(steps: AssessmentPage) -> None:
    steps.page.goto(steps.address)
    expect(steps.page.locator(".kmop-workbench")).to_have_attribute("data-view", "all")

    steps.wipe()

    expect(steps.page.locator(".kmop-workbench")).to_have_attribute("data-view", "steps")
    assert not steps.page.url.endswith("#alles")


# The result, from anywhere


@pytest.mark.parametrize("screen", [PROVIDER, READINESS[1], "documenten", "moeite"])
def test_a_key_leads_to_the_result_and_back(steps: AssessmentPage, screen: str) -> None:
    steps.go_to(screen)

    steps.page.keyboard.press("Alt+r")
    expect(steps.page.locator(".kmop-current")).to_have_id("resultaat")
    steps.page.keyboard.press("Alt+r")

    expect(steps.page.locator(".kmop-current")).to_have_id(screen)
    assert shown(steps) == [screen]


def test_a_result_is_printed_without_the_form_before_it(steps: AssessmentPage) -> None:
    steps.answer("profile.provider_kind", "private")
    steps.go_to("resultaat")
    form = steps.page.locator("#kmop-form")

    steps.page.emulate_media(media="print")
    expect(form).to_be_hidden()
    expect(steps.page.locator("#kmop-summary")).to_be_visible()
    steps.page.emulate_media(media="screen")
    steps.go_to("nakijken")
    steps.page.emulate_media(media="print")
    expect(form).to_be_visible()


def test_a_printed_result_says_whose_it_is(steps: AssessmentPage) -> None:
    steps.open(WORK)
    steps.go_to("resultaat")
    name = steps.page.locator("#kmop-printed-name")

    expect(name).to_have_text(WORK["title"])
    expect(name).to_be_hidden()
    steps.page.emulate_media(media="print")
    expect(name).to_be_visible()


def test_on_a_phone_every_table_of_the_result_fits(steps: AssessmentPage) -> None:
    steps.open(WORK)
    steps.go_to("resultaat")
    steps.seen((375, 812))
    steps.page.evaluate("document.querySelectorAll('#kmop-view details').forEach(each => { each.open = true })")

    tables = steps.page.locator("#kmop-view .kmop-table")
    expect(tables.first).to_be_visible()
    assert tables.evaluate_all("all => all.filter(each => each.scrollWidth > each.clientWidth).length") == 0


def test_with_nothing_answered_nothing_is_offered_to_take_along(steps: AssessmentPage) -> None:
    steps.go_to("resultaat")
    offered = steps.page.locator(".kmop-take-along [data-take]")

    assert [button.is_hidden() for button in offered.all()] == [True, True, True]


def test_the_strip_leads_to_the_result_from_every_screen(steps: AssessmentPage) -> None:
    for screen in (PROVIDER, READINESS[0], "nakijken"):
        steps.go_to(screen)
        steps.page.locator(".kmop-to-result").click()
        expect(steps.page.locator(".kmop-current")).to_have_id("resultaat")


# All on one page


def test_all_on_one_page_and_back_keeps_every_answer(steps: AssessmentPage) -> None:
    steps.open(WORK)
    steps.go_to(READINESS[0])

    steps.show_all()
    assert len(shown(steps)) == steps.page.locator("[data-screen]:not([data-alone])").count()
    assert steps.radio(f"checks.{FIRST_CHECK}.conformity", "T").is_visible()
    assert steps.saved() == WORK
    steps.answer(f"checks.{FIRST_CHECK}.conformity", "V")
    steps.step_by_step()

    assert shown(steps) == [PROVIDER]
    expected = {**WORK["checks"], FIRST_CHECK: {**WORK["checks"][FIRST_CHECK], "conformity": "V"}}
    assert steps.saved() == {**WORK, "checks": expected}


def test_the_view_is_kept_with_the_answers_but_is_none_of_them(steps: AssessmentPage) -> None:
    steps.show_all()
    steps.answer("profile.provider_kind", "private")
    steps.wait_until_kept()
    assert set(steps.saved()) <= {"format", "norm", "profile"}
    assert steps.kept()["mode"] == "all"

    steps.page.goto(f"{steps.site}zelftoets/#nakijken")
    steps.page.reload()
    steps.wait()

    assert steps.view == "all"


def test_on_every_screen_who_listens_hears_what_was_done(steps: AssessmentPage) -> None:
    for place in (PROVIDER, READINESS[0], "nakijken", "resultaat"):
        steps.go_to(place)
        assert steps.page.locator("#kmop-status").evaluate("each => each.checkVisibility()"), place


def test_what_an_earlier_page_kept_opens_step_by_step(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    app.wait_until_kept()
    app.page.evaluate(FORMER_MODE)

    app.page.goto(f"{app.site}zelftoets/#nakijken")
    app.page.reload()
    app.wait()

    assert app.view == "steps"
    assert app.radio("profile.provider_kind", "private").is_checked()


FORMER_MODE = """() => new Promise((done) => {
    const request = indexedDB.open('kmop')
    request.onsuccess = () => {
        const writing = request.result.transaction('assessments', 'readwrite')
        writing.objectStore('assessments').openCursor().onsuccess = ({ target: { result: cursor } }) => {
            cursor?.update({ ...cursor.value, mode: 'full' })
        }
        writing.oncomplete = () => { request.result.close(); done() }
    }
})"""


# Coming back


@pytest.fixture
def returned(steps: AssessmentPage) -> AssessmentPage:
    """Somebody who answered one question, and comes back."""
    steps.answer("profile.provider_kind", "private")
    steps.wait_until_kept()
    steps.page.goto(f"{steps.site}404.html")
    steps.page.goto(f"{steps.site}zelftoets/")
    return steps.wait()


def test_who_comes_back_is_told_where_to_go_on(returned: AssessmentPage) -> None:
    welcome = returned.page.locator(".kmop-notice", has_text="Welkom terug")

    welcome.get_by_role("button", name="Ga verder bij ‘Uw audit’").click()

    expect(returned.page.locator(".kmop-current")).to_have_id(AUDIT)
    expect(welcome).to_have_count(0)
    assert returned.page.evaluate("document.querySelector('.kmop-current').contains(document.activeElement)")


def test_who_comes_back_can_look_at_the_result(returned: AssessmentPage) -> None:
    returned.page.get_by_role("button", name="Bekijk uw resultaat").click()

    expect(returned.page.locator(".kmop-current")).to_have_id("resultaat")


def test_at_the_result_no_way_leads_to_it(returned: AssessmentPage) -> None:
    to_result = returned.page.locator(".kmop-notice").get_by_role("button", name="Bekijk uw resultaat")
    expect(to_result).to_be_visible()

    returned.page.keyboard.press("Alt+KeyR")
    expect(returned.page.locator(".kmop-current")).to_have_id("resultaat")

    expect(to_result).to_have_count(0)
    expect(returned.page.locator("#kmop-notices")).to_contain_text("Welkom terug")


def test_the_welcome_goes_with_the_first_answer(returned: AssessmentPage) -> None:
    expect(returned.page.locator("#kmop-notices")).to_contain_text("Welkom terug")

    returned.answer("profile.provider_kind", "public")

    expect(returned.page.locator("#kmop-notices")).not_to_contain_text("Welkom terug")


# Before there are any rules


@pytest.fixture
def ruleless(new_page: NewPage, site_url: str) -> AssessmentPage:
    """A phone to which the rules never come."""
    page = new_page(viewport={"width": 375, "height": 812})
    for part in ("**/kmop/worker.*.js", "**/pyodide*"):
        page.route(part, lambda route: route.abort())
    page.goto(f"{site_url}zelftoets/")
    return AssessmentPage(page, site_url)


def choose(app: AssessmentPage, name: str, value: str) -> None:
    """Answer where there are no rules to wait for."""
    app.radio(f"profile.{name}", value).check()


@pytest.mark.allow_console_errors
def test_three_answers_give_the_price_the_time_and_the_documents(ruleless: AssessmentPage) -> None:
    figures = ruleless.page.locator(".kmop-figures")
    choose(ruleless, "provider_kind", "private")
    ruleless.turn()
    choose(ruleless, "application", "first")
    expect(figures).to_be_hidden()
    ruleless.turn()

    choose(ruleless, "services", "training")

    expect(figures.locator("h3")).to_have_count(2)
    expect(figures.locator("h4", has_text="Dit kost het")).to_have_count(2)
    expect(figures.locator("h4", has_text="Zo lang duurt het")).to_have_count(2)
    expect(figures.locator("summary", has_text="Deze documenten vraagt de overheid")).to_have_count(2)
    expect(figures).to_contain_text("euro")


@pytest.mark.allow_console_errors
def test_each_answer_narrows_the_first_figures(ruleless: AssessmentPage) -> None:
    figures = ruleless.page.locator(".kmop-figures")
    for name, value in (("provider_kind", "private"), ("application", "first"), ("services", "training")):
        choose(ruleless, name, value)
        ruleless.turn()
    choose(ruleless, "starter", "false")
    expect(figures.locator("h3")).to_have_count(1)
    expect(figures.locator("summary")).to_have_text("Deze documenten vraagt de overheid")
    before = figures.inner_text()

    ruleless.turn()
    ruleless.entry("profile.deployed_people").fill("1")

    expect(figures).not_to_have_text(before, use_inner_text=True)


@pytest.mark.allow_console_errors
def test_more_people_than_the_page_knows_have_no_price_there(ruleless: AssessmentPage) -> None:
    figures = ruleless.page.locator(".kmop-figures")
    for name, value in (("provider_kind", "private"), ("application", "first"), ("services", "training")):
        choose(ruleless, name, value)
        ruleless.turn()
    choose(ruleless, "starter", "false")
    ruleless.turn()
    expect(figures).to_contain_text("euro")

    ruleless.entry("profile.deployed_people").fill("11")

    expect(figures.locator("h4", has_text="Dit kost het")).to_have_count(0)
    expect(figures).not_to_contain_text("Reken op")
    expect(figures.locator("h4", has_text="Zo lang duurt het")).to_have_count(1)


def test_the_card_has_the_price_of_the_result(steps: AssessmentPage) -> None:
    figures = steps.page.locator(".kmop-figures")
    for name, value in (("provider_kind", "private"), ("application", "additional_audit"), ("services", "training")):
        steps.answer(f"profile.{name}", value)
        steps.turn()

    expect(figures).to_contain_text("naargelang hoeveel vereisten openstaan")
    price = steps.strip.split(" · ")[1]
    assert " tot " in price
    assert price in figures.inner_text()


@pytest.mark.allow_console_errors
def test_one_answer_tells_a_public_provider_that_no_audit_is_needed(ruleless: AssessmentPage) -> None:
    choose(ruleless, "provider_kind", "public")

    expect(ruleless.page.locator(".kmop-figures")).to_contain_text("geen audit")


@pytest.mark.allow_console_errors
def test_the_first_figures_stand_beside_the_situation_alone(ruleless: AssessmentPage) -> None:
    choose(ruleless, "provider_kind", "public")
    expect(ruleless.page.locator(".kmop-figures")).to_be_visible()

    ruleless.go_to("nakijken")

    expect(ruleless.page.locator(".kmop-figures")).to_be_hidden()


@pytest.mark.parametrize("size", [(375, 812), (1280, 800)], ids=["phone", "laptop"])
def test_nothing_moves_while_the_page_starts(new_page: NewPage, site_url: str, size: tuple[int, int]) -> None:
    page = new_page(viewport={"width": size[0], "height": size[1]})
    page.add_init_script(SHIFTS)
    page.goto(f"{site_url}zelftoets/")

    page.locator(".kmop-report__receipt").wait_for(state="attached", timeout=60_000)
    assert page.evaluate("window.shifted") < UNSEEN


def test_without_scripts_all_of_it_is_there_but_what_scripts_do(new_page: NewPage, site_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_url}zelftoets/")

    expect(page.locator("#documenten .kmop-field").last).to_be_visible()
    expect(page.locator(f"#{READINESS[-1]}")).to_be_visible()
    for script_only in (".kmop-stepper", ".kmop-menu", ".kmop-turn", ".kmop-strip", ".kmop-keys", "[data-count]"):
        expect(page.locator(script_only).first).to_be_hidden()


# Check your answers


def test_what_was_answered_is_listed_with_a_way_to_change_it(steps: AssessmentPage) -> None:
    steps.open(WORK)
    steps.go_to("nakijken")
    rows = steps.page.locator(".kmop-given > div")
    row = rows.filter(has_text="Voor welke diensten wilt u geregistreerd zijn?")
    expect(row).to_contain_text("Opleiding, Advies")
    expect(rows.filter(has_text="Hoeveel mensen zet u in")).to_contain_text("3")

    row.get_by_role("link", name="Wijzig").click()

    expect(steps.page.locator(".kmop-current")).to_have_id(SERVICE)


def test_what_is_open_is_listed_below_and_leads_to_its_question(steps: AssessmentPage) -> None:
    steps.answer("profile.provider_kind", "private")
    steps.go_to("nakijken")
    opened = steps.page.locator("#kmop-given li")
    (count,) = re.findall(r"Dit liet u open \((\d+)\)", steps.page.inner_text("#kmop-given h3"))
    assert int(count) == opened.count() > 10
    names = opened.locator("a").evaluate_all("all => all.map(each => each.hash.slice(1))")
    assert "profile.provider_kind" not in names
    assert not {"profile.iban", "profile.hourly_rate", "worth.price"} & set(names), "what may stay open"

    titles = opened.locator("a").all_inner_texts()
    assert len(set(titles)) == len(titles), "each by a name of its own, documents too"
    assert f"scan.{REQUIREMENTS[0]}" in names
    assert not [name for name in names if name.startswith("checks.")], "what the two questions over them cover"

    opened.locator('a[href="#profile.application"]').click()

    expect(steps.page.locator(".kmop-current")).to_have_id(AUDIT)


def test_with_nothing_answered_the_list_says_so(steps: AssessmentPage) -> None:
    steps.go_to("nakijken")

    expect(steps.page.locator("#kmop-given")).to_contain_text("U hebt nog niets ingevuld.")
