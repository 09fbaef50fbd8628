"""What was just done is told where one looks, and goes by itself."""

from playwright.sync_api import expect

from tests.browser.assessment_page import AssessmentPage

TOAST = ".kmop-toast"
IN_VIEW = """toast => {
    const { top, bottom } = toast.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight && toast.checkVisibility()
}"""


def test_saving_a_file_is_told_in_view_wherever_one_is(app: AssessmentPage) -> None:
    app.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    app.save()
    toast = app.page.locator(TOAST, has_text="Bewaard als kmop-antwoorden")
    assert toast.evaluate(IN_VIEW)


def test_a_toast_goes_but_not_while_somebody_points_at_it(app: AssessmentPage) -> None:
    app.page.clock.install()
    app.save()
    toast = app.page.locator(TOAST, has_text="Bewaard als")
    toast.hover()
    app.page.clock.run_for(7_000)
    expect(toast).to_have_count(1)
    app.page.mouse.move(0, 0)
    app.page.clock.run_for(7_000)
    expect(toast).to_have_count(0)


def test_what_it_says_is_heard_once_by_who_listens(app: AssessmentPage) -> None:
    app.save()
    assert "Bewaard als" in app.status
    assert app.page.locator(f"{TOAST}:is([role], [aria-live])").count() == 0
