"""Two assessments that are kept, side by side: what follows from each, and the answers that differ."""

from playwright.sync_api import expect

from tests.browser.assessment_page import AssessmentPage
from tests.browser.comparison_helpers import CLIENT, with_copy
from tests.browser.norm_ids import FIRST_CHECK, title_of

# Instead of the print dialog, once.
PRINTED = "() => { const { print } = window; window.print = () => { window.printed = true; window.print = print } }"


def test_an_assessment_is_compared_with_its_copy_and_the_focus_goes_back(app: AssessmentPage) -> None:
    page = with_copy(app).page
    opener = page.locator("#kmop-work [data-act=compare]")
    assert opener.count() == 1, "the one that is open is not compared with itself"
    opener.focus()
    page.keyboard.press("Enter")

    dialog = app.question
    expect(dialog.get_by_role("heading").first).to_have_text("‘Klant A (kopie)’ naast ‘Klant A’")
    conclusions, answers = dialog.get_by_role("table").all()
    hours = conclusions.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Uren", exact=True))
    expect(hours.get_by_role("cell").nth(1)).to_contain_text("hoger")
    told = [row.inner_text().split("\t") for row in answers.get_by_role("row").all()]
    assert [[text.strip() for text in row] for row in told] == [
        ["Vraag", "Klant A (kopie)", "Klant A"],
        ["Uw situatie"],
        ["Bent u een startende dienstverlener?", "ja", "nee"],
        ["Activiteit"],
        [told[4][0].strip(), "Volkomen (V)", "Gedeeltelijk (G)"],
    ]
    assert told[4][0].strip() == f"{title_of(FIRST_CHECK)}: aantoonbaarheid"

    page.keyboard.press("Escape")
    expect(opener).to_be_focused()


def test_what_is_printed_is_the_comparison_alone(app: AssessmentPage) -> None:
    page = with_copy(app).page
    page.evaluate(PRINTED)
    page.locator("#kmop-work [data-act=compare]").click()
    app.question.get_by_role("button", name="Druk af").click()
    assert page.evaluate("printed")
    page.evaluate("delete window.printed")

    page.emulate_media(media="print")

    expect(app.question.get_by_role("table").last).to_be_visible()
    top = app.question.get_by_role("heading").first.evaluate("e => e.getBoundingClientRect().top + scrollY")
    assert 0 <= top < 100, "paper begins with the beginning"
    expect(page.locator("#kmop-form")).to_be_hidden()
    expect(app.question.get_by_role("button", name="Sluit")).to_be_hidden()


def test_an_assessment_of_a_newer_norm_says_why_it_cannot_be_compared(app: AssessmentPage) -> None:
    page = app.page
    app.open(CLIENT)
    app.unfold("#kmop-work")
    page.locator("#kmop-begin").click()
    page.keyboard.press("Enter")
    app.answer("profile.provider_kind", "private")
    page.evaluate(
        """() => new Promise((done) => {
            const request = indexedDB.open('kmop')
            request.onsuccess = () => {
                const table = request.result.transaction('assessments', 'readwrite').objectStore('assessments')
                table.openCursor().onsuccess = ({ target }) => {
                    if (!target.result) { request.result.close(); done(); return }
                    const { value } = target.result
                    if (value.answers.title) { value.answers.norm.version = '2999.1.1'; target.result.update(value) }
                    target.result.continue()
                }
            }
        })"""
    )
    page.reload()
    app.wait()
    app.unfold("#kmop-work")
    page.locator("#kmop-work [data-act=compare]").click()

    expect(app.question).to_contain_text("nieuwere gegevens van deze gids (versie 2999.1.1)")
    expect(app.question.get_by_role("table")).to_have_count(0)
    app.question.get_by_role("button", name="Sluit").click()
    expect(app.question).to_have_count(0)
