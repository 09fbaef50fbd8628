"""A link that carries the answers: made with a warning, opened beside what is there, recognised when broken."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route

from tests.browser.assessment_page import AssessmentPage
from tests.browser.chromium import VISITOR
from tests.browser.form_helpers import found_by_axe
from tests.browser.harness import PUBLISHED, NewPage, Watch
from tests.browser.norm_ids import DOCUMENTS, FIRST_CHECK, LAST_CHECK, SECOND_CHECK
from tests.browser.saved_work import WORK

# As in a browser of 2020: it starts the rules, and squeezes nothing in this form.
NO_STREAMS = "delete globalThis.CompressionStream; delete globalThis.DecompressionStream"
NO_CLIPBOARD = "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })"


def published(context: BrowserContext, site: str) -> AssessmentPage:
    """The self-assessment as it stands on the web: an address on this computer is never shared."""

    def answer(route: Route) -> None:
        route.fulfill(response=route.fetch(url=route.request.url.replace(PUBLISHED, site)))

    context.route(f"{PUBLISHED}**", answer)
    return AssessmentPage(context.new_page(), PUBLISHED)


def share(app: AssessmentPage) -> Locator:
    """Ask to share, and return the question that comes before it."""
    app.press("#kmop-share")
    return app.question


def file_from(page: Page, button: Locator) -> Any:
    """Press a button that gives a file, and return what is in it."""
    with page.expect_download() as waiting:
        button.click()
    return json.loads(Path(waiting.value.path()).read_bytes())


def ask_for_link(app: AssessmentPage, *, notes: bool) -> None:
    share(app)
    assert "Al uw antwoorden staan in de link zelf" in app.question.inner_text()
    assert not app.question.locator("input").is_checked()
    app.question.locator("input").set_checked(notes)
    app.question.locator("[value=yes]").click()


def copied(app: AssessmentPage) -> str:
    app.page.locator("#kmop-status", has_text="De link is gekopieerd").wait_for()
    return str(app.page.evaluate("navigator.clipboard.readText()"))


@pytest.fixture(scope="module")
def sender(browser: Browser, site_url: str) -> Iterator[AssessmentPage]:
    """The page of somebody who shares, on the web, with work in it."""
    context = browser.new_context(**VISITOR, permissions=["clipboard-read", "clipboard-write"])
    app = published(context, site_url).sit_down()
    app.open(WORK)
    yield app
    context.close()


@pytest.fixture(scope="module")
def links(sender: AssessmentPage) -> dict[bool, str]:
    """A link with the notes, and one without."""
    found = {}
    for notes in (True, False):
        ask_for_link(sender, notes=notes)
        found[notes] = copied(sender)
        sender.page.evaluate("document.querySelector('#kmop-status').textContent = ''")
    return found


def here(link: str, site: str) -> str:
    """The same link to the page on this machine."""
    assert link.startswith(f"{PUBLISHED}zelftoets/#antwoorden=1.")
    return link.replace(PUBLISHED, site)


def receive(page: Page, link: str, site: str) -> AssessmentPage:
    page.goto(link)
    app = AssessmentPage(page, site).wait()
    app.question.locator("[value=yes]").click()
    page.locator("#kmop-status", has_text="U werkt nu aan").wait_for()
    return app.wait()


def without_notes(work: dict[str, Any]) -> dict[str, Any]:
    checks = {
        FIRST_CHECK: {"conformity": "T", "demonstrability": "G"},
        SECOND_CHECK: {"not_applicable": {"reason": "niet bij ons"}},
    }
    documents = {DOCUMENTS[0]: {"state": "ready"}}
    return {**work, "checks": {**checks, LAST_CHECK: {"conformity": "V"}}, "documents": documents}


@pytest.mark.parametrize("notes", [True, False])
def test_a_link_brings_the_answers_over_exactly(
    app: AssessmentPage, links: dict[bool, str], site_url: str, watch: Watch, notes: bool
) -> None:
    link = here(links[notes], site_url)

    receive(app.page, link, site_url)

    assert app.saved() == (WORK if notes else without_notes(WORK))
    assert "antwoorden=" not in app.page.url
    secret = link.split("#")[1]
    assert not [url for url in watch.requests if secret in url.split("#")[0]]


def test_a_link_never_overwrites_what_is_there(app: AssessmentPage, links: dict[bool, str], site_url: str) -> None:
    app.answer("profile.provider_kind", "public")
    app.wait_until_kept()

    received = receive(app.page, here(links[True], site_url), site_url)

    assert received.saved() == WORK
    page = app.page
    app.unfold("#kmop-work")
    page.locator("#kmop-work [data-act=turnTo]").click()
    page.locator("#kmop-work li", has_text="nu open").wait_for()
    app.wait()
    assert app.radio("profile.provider_kind", "public").is_checked()


def test_a_link_can_be_left_unopened(app: AssessmentPage, links: dict[bool, str], site_url: str) -> None:
    app.answer("profile.provider_kind", "public")
    before = app.saved()

    app.page.goto(here(links[True], site_url))
    app.question.locator("[value=no]").click()

    assert app.saved() == before


def test_a_link_is_opened_as_a_mail_left_it(app: AssessmentPage, links: dict[bool, str], site_url: str) -> None:
    link = here(links[True], site_url).replace("=", "%3D")

    receive(app.page, f"{link[:90]}%0A{link[90:]}&amp;x=1).", site_url)

    assert app.saved() == WORK


def test_a_broken_link_is_told_and_the_work_untouched(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "public")
    before = app.saved()

    app.page.goto(f"{app.site}zelftoets/#antwoorden=1.AAAA")

    app.page.locator(".kmop-notice[role=alert]", has_text="De link is niet geopend").wait_for()
    assert app.question.count() == 0
    assert app.saved() == before


def test_the_warning_before_a_link_is_made_is_accessible(sender: AssessmentPage) -> None:
    share(sender).locator("input").wait_for()

    assert found_by_axe(sender.page, "dialog") == []
    sender.question.locator("[value=no]").click()


def test_a_link_that_may_be_cut_off_gives_way_to_a_file(sender: AssessmentPage) -> None:
    note = " ".join(str(number) for number in range(1000, 2000))
    sender.open(WORK | {"checks": {FIRST_CHECK: {"note": note}}})

    ask_for_link(sender, notes=True)
    sender.question.get_by_text("Deze link is lang").wait_for()

    saved = file_from(sender.page, sender.question.get_by_role("button", name="Bewaar als bestand"))

    assert saved["checks"][FIRST_CHECK]["note"] == note


def test_a_page_on_this_computer_gives_a_file_and_no_link(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    assert "Deze pagina staat alleen op uw eigen computer" in share(app).inner_text()

    assert file_from(app.page, app.question.locator("[value=yes]")) == app.saved()
    assert app.question.count() == 0


def test_a_browser_that_cannot_make_links_gives_a_file_and_says_so_of_a_link(new_page: NewPage, site_url: str) -> None:
    page = new_page()
    page.context.add_init_script(NO_STREAMS)
    app = published(page.context, site_url).sit_down()
    app.answer("profile.provider_kind", "private")
    assert "Deze browser is te oud" in share(app).inner_text()
    assert file_from(app.page, app.question.locator("[value=yes]"))["profile"] == {"provider_kind": "private"}

    app.page.goto(f"{app.site}zelftoets/#antwoorden=1.AAAA")

    app.page.locator(".kmop-notice[role=alert]", has_text="deze browser is daarvoor te oud").wait_for()


def test_without_a_clipboard_the_link_is_shown_to_copy(new_page: NewPage, site_url: str) -> None:
    page = new_page()
    page.context.add_init_script(NO_CLIPBOARD)
    app = published(page.context, site_url).sit_down()
    app.answer("profile.provider_kind", "private")
    ask_for_link(app, notes=False)

    link = app.page.locator("#kmop-link")
    link.wait_for()

    assert link.input_value().startswith(f"{PUBLISHED}zelftoets/#antwoorden=1.")
    assert app.page.evaluate("document.activeElement.id") == "kmop-link"


def test_the_link_shows_as_a_code_when_it_is_asked_for(sender: AssessmentPage) -> None:
    requests: list[str] = []
    sender.page.on("request", lambda request: requests.append(request.url))
    ask_for_link(sender, notes=False)
    show = sender.page.locator(".kmop-toast").get_by_role("button", name="Toon de QR-code")
    show.wait_for()
    assert not [url for url in requests if "qr-code" in url]

    show.click()

    code = sender.question.get_by_role("img", name="QR-code met de link naar uw antwoorden")
    box = code.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) > 200
    sender.question.locator("[value=yes]").click()
    assert show.count() == 0


@pytest.fixture(scope="module")
def result_link(sender: AssessmentPage) -> str:
    """A link that was made beside the result."""
    sender.open(WORK)
    sender.page.evaluate("document.querySelector('#kmop-status').textContent = ''")
    sender.page.locator("#kmop-pass-on").click()
    sender.question.locator("[value=yes]").click()
    return copied(sender)


def test_a_link_made_beside_the_result_opens_on_it_and_says_whose_it_is(
    new_page: NewPage, result_link: str, site_url: str
) -> None:
    page = new_page()
    app = AssessmentPage(page, site_url)

    page.goto(here(result_link, site_url))

    page.locator("#kmop-notices", has_text="antwoorden die iemand met u deelde").wait_for()
    assert app.question.count() == 0
    page.locator("#kmop-summary .kmop-report__headline").wait_for()
    assert page.evaluate("location.hash") == "#resultaat"
    assert page.locator("#kmop-notices", has_text="antwoorden die iemand met u deelde").is_visible()


def test_after_a_partners_result_one_goes_back_to_ones_own_work(
    app: AssessmentPage, result_link: str, site_url: str
) -> None:
    app.answer("profile.provider_kind", "public")
    app.wait_until_kept()
    own = app.saved()

    app.page.goto(here(result_link, site_url))
    back = app.page.locator("#kmop-notices").get_by_role("button", name="Terug naar mijn eigen zelftoets")
    back.wait_for()
    app.wait()
    assert app.saved()["profile"] == WORK["profile"]
    back.click()
    app.wait()

    assert app.saved() == own
    assert back.count() == 0
