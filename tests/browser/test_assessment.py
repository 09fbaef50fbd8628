"""Someone assesses themselves: the page stays calm while the result follows."""

from playwright.sync_api import Page

from tests.browser.assessment_page import AssessmentPage
from tests.browser.harness import Watch
from tests.browser.norm_ids import FIRST_CHECK, LAST_CHECK


def test_what_the_reader_unfolded_stays_unfolded(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    fold = app.page.locator('[data-section="requirements"] details').first
    fold.locator("summary").first.click()

    app.answer(f"checks.{FIRST_CHECK}.conformity", "T")

    assert fold.get_attribute("open") is not None


def test_focus_and_scroll_stay_where_they_are(app: AssessmentPage) -> None:
    app.radio(f"checks.{LAST_CHECK}.conformity", "T").focus()
    before = app.page.evaluate("scrollY")

    app.page.keyboard.press("Space")
    app.wait()

    assert app.page.evaluate("document.activeElement.name") == f"checks.{LAST_CHECK}.conformity"
    assert app.page.evaluate("scrollY") == before


def test_the_status_waits_for_a_pause_in_the_typing(app: AssessmentPage) -> None:
    app.page.locator("#kmop-status", has_text="Resultaat").wait_for()
    app.page.evaluate(
        """() => {
            window.said = 0
            new MutationObserver(() => window.said++).observe(
                document.querySelector('#kmop-status'),
                {childList: true, characterData: true, subtree: true})
        }"""
    )
    app.answer(f"checks.{FIRST_CHECK}.demonstrability", "T")
    for value in ["T", "G", "V", "B", "T"]:
        app.answer(f"checks.{FIRST_CHECK}.conformity", value)

    assert app.page.evaluate("said") == 0
    app.page.locator("#kmop-status", has_text="bijgewerkt").wait_for()
    assert app.page.evaluate("said") == 1


def test_the_next_questions_lead_into_the_form(app: AssessmentPage) -> None:
    links = app.page.locator(".kmop-next a")

    assert links.count() > 0
    for link in links.all():
        address = link.get_attribute("href") or ""
        assert app.page.locator(f'[id="{address[1:]}"][data-field]').count() == 1, address


def test_every_part_of_the_runtime_is_fetched_from_here(page: Page, site_url: str, watch: Watch) -> None:
    """That nothing comes twice is tested where a host and a profile on disk are as visitors have them."""
    AssessmentPage(page, site_url).sit_down()

    assert len({url for url in watch.requests if "/assets/runtime/" in url}) == 10
    assert watch.foreign == []


def test_nothing_is_wider_than_a_small_phone(app: AssessmentPage) -> None:
    app.seen((360, 740))
    app.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")

    assert not app.scrolls_sideways()
    assert app.result
