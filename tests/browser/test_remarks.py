"""A number that is not recognised has a remark beside it, and the reader's own yes counts."""

from playwright.sync_api import expect

from tests.browser.assessment_page import AssessmentPage


def test_a_number_that_is_not_recognised_has_a_remark_until_it_is(app: AssessmentPage) -> None:
    app.answer("profile.has_enterprise_number", "true")
    remark = app.page.locator('[data-field="profile.enterprise_number"] .kmop-remark')

    app.type("profile.enterprise_number", "in aanvraag")
    expect(remark).to_be_visible()
    assert "nog te doen" not in app.page.inner_text('[data-section="eligibility"]')

    app.type("profile.enterprise_number", "BTW BE 0403.170.701")
    expect(remark).to_have_count(0)


def test_the_remark_goes_with_its_question(app: AssessmentPage) -> None:
    app.answer("profile.has_enterprise_number", "true")
    app.type("profile.enterprise_number", "12")
    remark = app.page.locator('[data-field="profile.enterprise_number"] .kmop-remark')
    expect(remark).to_be_visible()

    app.answer("profile.has_enterprise_number", "false")
    expect(remark).to_have_count(0)
