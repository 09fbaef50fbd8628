"""From the guide into the self-assessment: examples open there, beside what the visitor has already."""

from datetime import date

from assessment import assess, present
from tests.browser.assessment_page import AssessmentPage
from tests.browser.norm_ids import EXAMPLE, NORM


def follow(app: AssessmentPage, address: str, place: str = "") -> AssessmentPage:
    """Go to a page of the guide, open what it offers in the self-assessment, and say yes there."""
    site = app.site
    app.page.goto(site + address)
    app.page.locator(f"{place} .kmop-example-open a".strip()).first.click()
    app.wait()
    app.question.locator("[value=yes]").click()
    app.page.locator("#kmop-status", has_text="U werkt nu aan").wait_for()
    return app.wait()


def test_an_example_opens_exactly_as_it_is_beside_the_visitors_own_work(
    app: AssessmentPage, messages: dict[str, str]
) -> None:
    example = NORM["examples"][EXAMPLE]
    report = assess(NORM, example["answers"], date.fromisoformat(example["date"]))
    page = app.page
    app.answer("profile.provider_kind", "public")
    app.wait_until_kept()

    follow(app, f"naslag/voorbeelden/#{EXAMPLE}", f"#{EXAMPLE} ~")

    assert app.saved() == {**example["answers"], "norm": {"id": NORM["id"], "version": NORM["version"]}}
    assert "antwoorden=" not in page.url
    app.on_date(example["date"])
    app.wait()
    assert present(report, NORM, messages, {})["summary"]["left"] in page.inner_text("#kmop-summary")
    app.unfold("#kmop-work")
    page.locator("#kmop-work [data-act=turnTo]").click()
    page.locator("#kmop-work li", has_text="Zelftoets zonder naam").filter(has_text="nu open").wait_for()
    app.wait()
    assert app.saved()["profile"] == {"provider_kind": "public"}
