"""What pages say of their facts: terms that explain themselves, and the report of an error."""

import re
from datetime import datetime, timedelta

from playwright.sync_api import Page, Route, expect

from assessment import Wording
from guide.pages import render_pages
from guide.paths import DOCS
from tests.browser.form_helpers import found_by_axe
from tests.browser.harness import NewPage
from tests.browser.norm_ids import NORM

# What is half faded in has no colours to judge.
STILL = "* { transition: none !important }"


def test_a_term_explains_itself_to_keyboard_and_pointer(page: Page, site_url: str) -> None:
    """The meaning comes on focus and on hover, stays under the pointer, and goes with Escape."""
    page.goto(f"{site_url}naslag/klachten/")
    term, tip = page.locator("a.kmop-term").first, page.locator(".kmop-tip")
    meaning = page.locator("#" + (term.get_attribute("aria-describedby") or "")).text_content() or ""

    page.add_style_tag(content=STILL)
    page.locator(".kmop-ending details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    term.focus()
    expect(tip).to_have_text(meaning)
    assert found_by_axe(page) == []
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    expect(term).to_be_focused()

    page.keyboard.press("Tab")
    term.hover()
    expect(tip).to_have_text(meaning)
    tip.hover()
    page.wait_for_timeout(400)  # longer than a pointer may take to cross the gap
    expect(tip).to_be_visible()
    page.mouse.move(2, 2)
    expect(tip).to_be_hidden()
    term.click()
    page.wait_for_url("**/naslag/begrippen/#term-*")


def test_the_first_touch_explains_and_the_second_follows(new_page: NewPage, site_url: str) -> None:
    """Whoever cannot hover gets to the meaning as well, within a narrow window."""
    page = new_page(viewport={"width": 320, "height": 700}, has_touch=True)
    page.goto(f"{site_url}naslag/klachten/")
    term, tip = page.locator("a.kmop-term").first, page.locator(".kmop-tip")

    term.tap()
    expect(tip).to_be_visible()
    box = tip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    page.locator("h1").tap()
    expect(tip).to_be_hidden()
    # Whoever has a keyboard besides is not held up by having touched the screen.
    term.press("Enter")
    page.wait_for_url("**/naslag/begrippen/#term-*")
    page.go_back()
    term.tap()
    term.tap()
    page.wait_for_url("**/naslag/begrippen/#term-*")


def with_report(page: Page, messages: dict[str, str]) -> Page:
    """A page as a host shows it who takes reports; the site that is built has none."""
    made = render_pages(NORM, messages, DOCS / "nl", host={"contact": "gids@example.org"}).pages["naslag/klachten"]
    (report,) = re.findall(r"<details class=\"kmop-objection.*?</details>", made.markdown, re.DOTALL)
    ending = '<p class="kmop-checked"'

    def answer(route: Route) -> None:
        found = route.fetch()
        route.fulfill(response=found, body=found.text().replace(ending, report + ending))

    page.route("**/naslag/klachten/", answer)
    return page


def test_a_report_names_the_place_and_is_copied(new_page: NewPage, site_url: str, messages: dict[str, str]) -> None:
    """The place is the one that the reader came to, in the text and in the mail."""
    page = with_report(new_page(permissions=["clipboard-read", "clipboard-write"]), messages)
    page.goto(f"{site_url}naslag/klachten/#complaint-first-bureau")
    page.locator(".kmop-objection summary").click()
    text = page.get_by_label("Tekst van uw melding")
    expect(text).to_have_value(re.compile(r": #[a-z-]+\n"))
    expect(page.locator("[data-report-link]")).to_have_attribute("href", re.compile("%23complaint-first-bureau"))
    page.get_by_role("button", name="Kopieer de tekst").click()
    expect(page.locator("[data-copy-status]")).to_have_text("De tekst is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == text.input_value()


def test_a_letter_is_copied_and_mailed_as_it_was_filled_in(new_page: NewPage, site_url: str) -> None:
    """A mail program gets spaces and line ends as it knows them."""
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{site_url}audit/bureau/")
    letter = page.locator(".kmop-mail").first
    letter.locator("summary").click()
    letter.locator("textarea").fill("Goedendag,\nwij zijn met 3 & meer")
    letter.get_by_role("button").click()
    expect(letter.locator("[data-copy-status]")).to_have_text("De tekst is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == "Goedendag,\nwij zijn met 3 & meer"
    address = letter.locator("[data-mail]").get_attribute("href") or ""
    assert address.endswith("body=Goedendag%2C%0D%0Awij%20zijn%20met%203%20%26%20meer")


def test_how_old_the_data_are_is_counted_in_the_browser(page: Page, site_url: str) -> None:
    """A page that was kept for long says so."""
    page.clock.set_fixed_time(datetime.fromisoformat(NORM["checked_on"]) + timedelta(days=100))
    page.goto(f"{site_url}audit/bureau/")

    expect(page.locator(".kmop-checked")).to_contain_text("(3 maanden geleden).")


def test_without_scripts_a_term_is_a_link_and_a_letter_a_text(new_page: NewPage, site_url: str) -> None:
    """Nothing is offered that does not work."""
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_url}audit/bureau/")
    page.locator(".kmop-mail summary").first.click()
    expect(page.locator(".kmop-mail textarea").first).to_be_visible()
    expect(page.locator("[data-copy]").first).to_be_hidden()
    page.goto(f"{site_url}naslag/klachten/")
    page.locator("a.kmop-term").first.click()
    page.wait_for_url("**/naslag/begrippen/#term-*")


def test_a_day_shows_what_was_in_force_and_what_nobody_knows(
    page: Page, site_url: str, messages: dict[str, str]
) -> None:
    """The day stands in the address, so that a colleague can be sent to it; what changes touch can be chosen."""
    page.goto(f"{site_url}naslag/wijzigingen/")
    page.add_style_tag(content=STILL)
    day, said = page.get_by_label("Gold op datum"), page.locator(".kmop-then-status")
    small = page.locator("[data-link=rule-share-small]")
    expect(said).to_be_empty()
    expect(small.filter(visible=True)).to_have_count(3)

    day.fill("1990-01-01")
    expect(said).to_contain_text("1 januari 1990")
    expect(small.filter(visible=True)).to_have_count(1)  # the state of which nobody says when it began
    day.fill("2019-11-30")
    expect(page).to_have_url(f"{site_url}naslag/wijzigingen/?op=2019-11-30")
    expect(said).to_contain_text("30 november 2019")
    expect(small.filter(visible=True)).to_contain_text("kreeg 40")
    expect(page.locator(".kmop-then-missing")).to_contain_text("De kwaliteitskamer")
    assert page.locator("[data-era]:visible").count() < page.locator("[data-era]").count()
    day.fill("2019-12-01")
    expect(small.filter(visible=True)).not_to_contain_text("kreeg")

    changes = page.locator(".kmop-change:visible")
    every = changes.count()
    about = page.get_by_role("checkbox", name="kmo-portefeuille", exact=True)
    about.uncheck()
    expect(page.locator("[data-filter-status]")).to_have_text(f"{changes.count()} wijzigingen")
    assert changes.count() < every
    years = page.locator("h3:has(+ .kmop-timeline)")
    for year in years.all():
        link = page.locator(f".md-sidebar--secondary a[href='#{year.get_attribute('id')}']")
        assert link.is_visible() is year.is_visible()
    assert 0 < years.filter(visible=True).count() < years.count()
    expect(small.filter(visible=True)).to_have_count(0)
    assert found_by_axe(page) == []

    page.goto(f"{site_url}naslag/wijzigingen/?op=2030-01-01")
    expect(said).to_contain_text("1 januari 2030")
    expect(said).to_contain_text(f"na {Wording(NORM, messages).date(NORM['checked_on'])}")
    page.go_back()  # what the boxes say and what is shown go together
    expect(about).to_be_checked()
    expect(changes).to_have_count(every)
    page.go_forward()
    page.get_by_role("button", name="Toon alle tijden").click()
    expect(page).to_have_url(f"{site_url}naslag/wijzigingen/")
    expect(small.filter(visible=True)).to_have_count(3)


def test_a_year_of_two_digits_is_not_taken_for_the_year_22(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}naslag/wijzigingen/?op=0022-06-15")
    day, said = page.get_by_label("Gold op datum"), page.locator(".kmop-then-status")
    expect(day).to_have_value("")

    day.fill("0022-06-15")

    expect(said).to_have_text("Dit jaar kan niet. Schrijf het jaar voluit.")
    expect(page).to_have_url(f"{site_url}naslag/wijzigingen/")
    day.fill("2022-06-15")
    expect(said).to_contain_text("15 juni 2022")
