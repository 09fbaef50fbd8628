"""The steps are those of any norm: here of the small one, which has other requirements and one group of questions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.assessment_page import AssessmentPage
from tests.browser.harness import serving
from tests.browser.small_site import NORM, copy_with_the_small_norm

# The copy has the self-assessment alone: the theme looks for its search and its map, the form for situations.
pytestmark = pytest.mark.allow_console_errors
REQUIREMENTS = list(NORM["requirements"])
GROUP = NORM["profile"]["groups"][0]["id"]


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = copy_with_the_small_norm(tmp_path_factory.mktemp("small") / "site")
    with serving(folder) as url:
        yield url


@pytest.fixture
def steps(page: Page, small_site: str) -> AssessmentPage:
    app = AssessmentPage(page, small_site).sit_down()
    return app.step_by_step()


def test_every_screen_of_another_norm_shows_and_leads_to_its_result(steps: AssessmentPage) -> None:
    steps.answer("profile.provider_kind", "private")
    steps.answer("profile.application", "first")
    met = [steps.screen]
    while met[-1] != "resultaat":
        met.append(steps.turn())

    readiness = [f"hoe-klaar-{name}" for name in REQUIREMENTS]
    assert met == [f"situatie-{GROUP}", *readiness, "documenten", "nakijken", "resultaat"]
    for name in REQUIREMENTS:
        for side in ("conformity", "demonstrability"):
            steps.answer(f"scan.{name}.{side}", NORM["scoring"]["scale"][-1]["id"])
    assert steps.saved()["scan"].keys() == set(REQUIREMENTS)
    assert NORM["requirements"][REQUIREMENTS[0]]["title"]["nl"] in steps.result


def test_answers_to_another_norm_are_listed_and_kept(steps: AssessmentPage) -> None:
    steps.answer("profile.provider_kind", "private")
    steps.go_to("nakijken")
    expect(steps.page.locator(".kmop-given")).to_contain_text("Privaat")
    steps.wait_until_kept()

    steps.page.reload()
    steps.wait()

    assert steps.radio("profile.provider_kind", "private").is_checked()
    assert steps.saved()["norm"]["id"] == NORM["id"]


def test_clients_of_another_norm_stand_in_the_table_with_what_follows_for_them(steps: AssessmentPage) -> None:
    steps.answer("profile.provider_kind", "private")
    steps.wait_until_kept()
    steps.go_to("klanten")
    row = steps.page.locator("[data-client][data-state=result]")
    expect(row).to_contain_text("nog geen punt beantwoord", timeout=30_000)
    expect(row).to_contain_text("euro")


def test_a_scenario_of_another_norm_supposes_what_that_norm_lets_it(steps: AssessmentPage) -> None:
    steps.answer("profile.provider_kind", "private")
    steps.go_to("wat-als")
    steps.page.locator("[data-add-scenario]").click()
    typed = steps.page.locator("#wat-als .kmop-what-if__typed")
    asked = {name for name, field in NORM["profile"]["fields"].items() if field.get("what_if")}
    assert {str(each.get_attribute("id")).removeprefix("what-if-0-") for each in typed.locator("input").all()} <= asked
    rate = steps.page.locator("[id='what-if-0-hourly_rate']")
    rate.fill("900")
    rate.blur()
    prices = steps.page.locator("#wat-als tr:not(.kmop-compare__group)").filter(has_text="Prijs")
    expect(prices).to_contain_text("hoger", timeout=30_000)
