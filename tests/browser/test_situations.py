"""The page of a situation: its questions narrow it, its address keeps the answers, and it leads on with them."""

from datetime import date
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect

from assessment import Wording, assess
from assessment.rounding import rounded_money
from tests.browser.assessment_page import AssessmentPage
from tests.browser.form_helpers import LAPTOP, PHONE
from tests.browser.harness import NewPage
from tests.browser.norm_ids import NORM

SITUATION = next(iter(NORM["situations"]["situations"].values()))
ADDRESS = f"situatie/{SITUATION['page']['nl']}/"
# What only a legal person has.
ARTICLES = next(
    each["title"]["nl"] for each in NORM["documents"].values() if "legal_form" in str(each.get("needed_when"))
)
MOVED = """
window.moved = 0
new PerformanceObserver(list => {
    for (const each of list.getEntries()) window.moved += each.hadRecentInput ? 0 : each.value
}).observe({type: 'layout-shift', buffered: true})
"""
QUIET = "new Promise(quiet => requestIdleCallback(() => setTimeout(quiet, 300)))"
# Whether no bar hides the middle of what has the focus.
UNCOVERED = """(box => document.activeElement.contains(
    document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
))(document.activeElement.getBoundingClientRect())"""
SPACE_BELOW = """all => all.map(each => Math.round(
    each.nextElementSibling.getBoundingClientRect().top - each.getBoundingClientRect().bottom
))"""
# Lighthouse calls good what is below it.
GOOD = 0.1


@pytest.fixture
def situation(page: Page, site_url: str) -> Page:
    """The page of an experienced trainer, its questions unfolded."""
    page.goto(site_url + ADDRESS)
    page.locator(".kmop-narrow summary").click()
    return page


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f"#kmop-narrow input[name={name}][value={value}]").check()


def papers(page: Page) -> Locator:
    return page.locator("h2", has_text="Deze documenten vraagt de overheid").locator("~ ul").first


def price_of(messages: dict[str, str], **profile: Any) -> str:
    answers = {"format": "kmop-answers/1", "profile": {**SITUATION["profile"], **profile}}
    report = assess(NORM, answers, date.fromisoformat(NORM["checked_on"]))
    return Wording(NORM, messages).estimate(rounded_money(report["cost"]["cents"]))


def test_what_does_not_hold_goes_and_what_holds_is_no_longer_for_some(situation: Page) -> None:
    articles = papers(situation).locator("li", has_text=ARTICLES)
    expect(articles).to_contain_text("alleen als u een vennootschap of vereniging hebt")

    choose(situation, "vorm", "rechtspersoon")
    expect(articles.locator(".kmop-only")).to_be_hidden()
    choose(situation, "vorm", "zelfstandige")
    expect(articles).to_be_hidden()


def test_the_price_is_the_one_that_the_rules_work_out(situation: Page, messages: dict[str, str]) -> None:
    price = situation.locator(".kmop-sums [data-figure=price_whole]")
    expect(price).to_contain_text(price_of(messages))

    choose(situation, "vestigingen", "drie")
    choose(situation, "mensen", "alleen")
    choose(situation, "buitenland", "geen")

    expect(price).to_contain_text(price_of(messages, sites={"belgium": 3, "abroad": 0}, deployed_people=1))


def test_what_changes_is_told_where_the_questions_are(situation: Page) -> None:
    now = situation.get_by_role("status").filter(has_text="Nu:")
    before = now.inner_text()

    choose(situation, "vestigingen", "drie")

    expect(now).not_to_have_text(before)
    expect(situation.locator(".kmop-narrow summary")).to_contain_text("1 van 6 vragen beantwoord")


def test_the_address_keeps_the_answers_and_gives_them_back(situation: Page, new_page: NewPage) -> None:
    steps = situation.evaluate("history.length")
    choose(situation, "vorm", "zelfstandige")
    choose(situation, "certificaat", "iso-9001")

    other = new_page()
    other.goto(situation.url)

    assert situation.url.endswith("#vorm=zelfstandige&certificaat=iso-9001")
    assert situation.evaluate("history.length") == steps
    expect(papers(other).locator("li", has_text=ARTICLES)).to_be_hidden()
    expect(other.locator("input[name=certificaat][value=iso-9001]")).to_be_checked()


def test_none_of_these_and_the_others_exclude_each_other(situation: Page) -> None:
    choose(situation, "certificaat", "qfor")
    choose(situation, "certificaat", "geen")

    expect(situation.locator("input[name=certificaat]:checked")).to_have_count(1)
    expect(situation.locator(".kmop-week li", has_text="certificaat of lidmaatschap")).to_be_hidden()


def test_what_is_done_first_comes_first_once_it_holds(situation: Page) -> None:
    first = situation.locator(".kmop-week > li").first
    expect(first).not_to_contain_text("Regel eerst")

    choose(situation, "zetel", "buitenland")
    expect(first).to_contain_text("Regel eerst")


def test_answers_can_be_wiped(situation: Page) -> None:
    choose(situation, "vorm", "zelfstandige")

    situation.get_by_role("button", name="Wis antwoorden en vinkjes").click()

    assert "#" not in situation.url
    expect(papers(situation).locator("li", has_text=ARTICLES)).to_be_visible()


def test_what_an_address_says_of_nobody_changes_nothing(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{ADDRESS}#vorm=onbekend&x=%3Cimg%20src=x%3E&certificaat=")

    expect(papers(page).locator("li", has_text=ARTICLES)).to_contain_text("alleen als")


def test_a_page_is_narrowed_by_keyboard_alone(page: Page, site_url: str) -> None:
    page.goto(site_url + ADDRESS)
    page.locator(".kmop-narrow summary").focus()
    for key in ("Enter", "Tab", "Space", "ArrowRight", "Tab", "Space"):
        page.keyboard.press(key)

    assert page.url.endswith("#mensen=vijf&vorm=rechtspersoon")


def test_paper_has_the_answers_and_no_questions(situation: Page) -> None:
    choose(situation, "vorm", "zelfstandige")
    situation.emulate_media(media="print")

    expect(situation.locator(".kmop-narrow")).to_be_hidden()
    expect(situation.locator(".kmop-situation-actions")).to_be_hidden()
    assert not any(each.is_visible() for each in situation.locator(".kmop-further").all())
    expect(situation.locator(".kmop-answered")).to_contain_text("Ik werk op eigen naam")
    assert "Projectlijst" in situation.locator("main").inner_text()


def test_paper_has_a_letter_only_if_it_stands_open_and_then_whole(situation: Page) -> None:
    letter = situation.locator(".kmop-mail")
    situation.evaluate("dispatchEvent(new Event('beforeprint'))")  # upon which the theme unfolds what is shut
    situation.emulate_media(media="print")
    expect(letter).to_be_hidden()
    situation.evaluate("dispatchEvent(new Event('afterprint'))")

    letter.evaluate("each => each.open = true")
    heights = letter.locator("textarea").evaluate("each => [each.scrollHeight, each.clientHeight]")
    assert heights[0] <= heights[1]


def test_on_a_phone_the_answer_stands_in_the_first_screen(new_page: NewPage, site_url: str) -> None:
    page = new_page(viewport={"width": PHONE[0], "height": PHONE[1]})
    for situation in NORM["situations"]["situations"].values():
        page.goto(f"{site_url}situatie/{situation['page']['nl']}/")
        box = page.locator(".kmop-decisive").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= PHONE[1]
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_little_moves_where_the_address_has_answers(new_page: NewPage, site_url: str, size: tuple[int, int]) -> None:
    page = new_page(viewport={"width": size[0], "height": size[1]})
    page.add_init_script(MOVED)

    page.goto(f"{site_url}situatie/advies-cybersecurity/#starter=nee&vorm=zelfstandige")
    page.evaluate(QUIET)

    assert page.evaluate("window.moved") < GOOD


def test_without_scripts_the_page_is_whole_and_asks_nothing(new_page: NewPage, site_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site_url + ADDRESS)

    expect(page.locator(".kmop-narrow")).to_be_hidden()
    expect(page.locator("[data-share]")).to_be_hidden()
    expect(papers(page).locator("li", has_text=ARTICLES)).to_contain_text("alleen als")


def letter_of(page: Page) -> Locator:
    """The letter that asks for a quote, unfolded by the task that leads to it."""
    page.get_by_role("link", name="Vraag twee auditbureaus een offerte.").click()
    return page.locator("#letter-quote")


def mail_of(letter: Locator) -> str:
    return unquote(letter.locator("[data-mail]").get_attribute("href") or "").replace("\r\n", "\n")


def test_a_letter_says_what_was_answered_and_so_does_its_mail(situation: Page) -> None:
    choose(situation, "mensen", "alleen")
    choose(situation, "certificaat", "iso-9001")
    letter = letter_of(situation)

    text = letter.get_by_role("textbox").input_value()

    assert "Dienst: opleiding\n" in text
    assert "geeft: één\n" in text
    assert "lidmaatschappen: ISO 9001\n" in text
    assert mail_of(letter).endswith(f"&body={text}")


def test_a_task_leads_to_its_letter_and_the_address_keeps_the_answers(situation: Page) -> None:
    choose(situation, "mensen", "alleen")

    letter = letter_of(situation)

    expect(letter.get_by_role("textbox")).to_be_visible()
    expect(letter.locator("summary")).to_be_focused()
    assert situation.evaluate(UNCOVERED)
    assert situation.url.endswith("#mensen=alleen")


def test_a_link_to_a_letter_on_any_page_unfolds_it(page: Page, site_url: str) -> None:
    page.goto(site_url + "vragen/registreren/")
    letter = page.locator("#letter-authority").get_by_role("textbox")
    expect(letter).to_be_hidden()

    page.get_by_role("link", name="onze mail").first.click()

    expect(letter).to_be_visible()
    page.reload()
    expect(letter).to_be_visible()


def test_a_letter_follows_answers_that_change_or_go(situation: Page) -> None:
    text = letter_of(situation).get_by_role("textbox")
    before = text.input_value()
    choose(situation, "mensen", "alleen")
    choose(situation, "mensen", "vijf")
    assert "geeft: twee tot vijf\n" in text.input_value()

    situation.get_by_role("button", name="Wis antwoorden en vinkjes").click()

    expect(text).to_have_value(before)


def test_what_was_typed_in_a_letter_is_kept(situation: Page) -> None:
    letter = letter_of(situation)
    letter.get_by_role("textbox").fill("Goedendag, wij zijn met drie.")

    choose(situation, "mensen", "alleen")

    expect(letter.get_by_role("textbox")).to_have_value("Goedendag, wij zijn met drie.")
    assert mail_of(letter).endswith("&body=Goedendag, wij zijn met drie.")


def test_a_place_on_the_page_leaves_the_answers(situation: Page) -> None:
    choose(situation, "mensen", "alleen")

    situation.evaluate("location.hash = 'task-access'")

    situation.wait_for_url("**/#mensen=alleen")
    expect(situation.locator("input[name=mensen][value=alleen]")).to_be_checked()


def test_without_scripts_a_letter_says_what_holds_for_all(new_page: NewPage, site_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site_url + ADDRESS)

    text = page.locator("#letter-quote textarea").input_value()

    assert "Dienst: opleiding\n" in text
    assert "geeft: [aantal]\n" in text


def follow(app: AssessmentPage) -> None:
    """Open in the self-assessment what the page offers: nothing is lost by it, and it can be undone."""
    app.page.get_by_role("link", name="Open in de zelftoets").click()
    app.page.locator("#kmop-notices", has_text="We vulden in wat bij uw situatie hoort").wait_for()
    app.wait()


def test_a_situation_is_chosen_by_keyboard_alone_and_goes_on_in_the_self_assessment(app: AssessmentPage) -> None:
    page = app.page
    page.goto(app.site)
    page.locator(".kmop-chooser summary").first.focus()
    for key in ("Enter", "Tab", "Tab", "Enter", "Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    page.wait_for_url("**/situatie/advies-cybersecurity/#starter=ja")
    page.locator(".kmop-narrow summary").click()
    choose(page, "vestigingen", "twee")
    page.wait_for_function("document.querySelector('[data-open]').hash.length > 20")

    follow(app)

    assert app.radio("profile.starter", "true").is_checked()
    assert app.saved()["profile"]["sites"] == {"belgium": 2}
    assert app.saved()["title"] == "Advies geven over cybersecurity"


def test_buttons_that_look_alike_are_as_high(new_page: NewPage, site_url: str) -> None:
    page = new_page(viewport={"width": PHONE[0], "height": PHONE[1]})
    page.goto(site_url + ADDRESS)
    page.locator(".kmop-mail summary").click()

    buttons = page.locator("main .md-button:visible")
    expect(buttons).to_have_count(5)
    assert len(set(buttons.evaluate_all("all => all.map(each => each.offsetHeight)"))) == 1


def test_a_heading_of_start_is_as_near_to_its_text_where_there_is_room(new_page: NewPage, site_url: str) -> None:
    spaces = []
    for size in (PHONE, LAPTOP):
        page = new_page(viewport={"width": size[0], "height": size[1]})
        page.goto(site_url)
        spaces.append(page.locator("article > h2:not(.kmop-shortcuts)").evaluate_all(SPACE_BELOW))

    narrow, wide = spaces
    assert wide == narrow


def test_only_one_answer_of_a_question_stands_open(page: Page, site_url: str) -> None:
    page.goto(site_url)
    folds = page.locator(".kmop-chooser > .kmop-fork > li > details")

    folds.nth(0).locator("summary").first.click()
    folds.nth(2).locator("summary").first.click()

    assert folds.evaluate_all("all => all.map(each => each.open)") == [False, False, True]
