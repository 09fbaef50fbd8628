"""Someone takes a document that is ready to fill in, from beside the document that it becomes."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from playwright.sync_api import Page

from assessment.case import Case
from assessment.templates import make_template
from assessment.view.builder import ViewBuilder
from guide.catalogue import load_messages
from tests.browser.assessment_page import EMPTY, AssessmentPage
from tests.browser.export_helpers import DAY, app
from tests.browser.form_helpers import found_by_axe
from tests.browser.harness import Watch
from tests.browser.norm_ids import NORM

__all__ = ["app"]

TEMPLATES: dict[str, Any] = NORM["templates"]["templates"]
LIST = next(name for name, each in TEMPLATES.items() if "sheet" in each)
NAMED = next(
    name
    for name, each in TEMPLATES.items()
    if any(field.get("filled_from") == "title" for part in each["sections"] for field in part.get("fields", []))
)
"""One that says who the candidate is."""
OWN = EMPTY | {"title": "Leerhuis Nova"}


def button(name: str, form: str) -> str:
    return f"[data-template={name}][data-form={form}]"


def taken(app: AssessmentPage, name: str, form: str) -> bytes:
    with app.page.expect_download() as waiting:
        app.find(app.page.locator(button(name, form)).first).click()
    return Path(waiting.value.path()).read_bytes()


def by_python(answers: dict[str, Any], name: str) -> Any:
    """Return what the rules make of it outside a browser."""
    messages = load_messages("nl")
    case = Case.of(NORM, answers, date.fromisoformat(DAY))
    return make_template(ViewBuilder(NORM, messages, {}), case, name)


def test_it_opens_in_word_with_what_the_answers_say(app: AssessmentPage) -> None:
    app.open(OWN)
    document = Document(io.BytesIO(taken(app, NAMED, "docx")))
    assert document.core_properties.title == TEMPLATES[NAMED]["title"]["nl"]
    assert "Leerhuis Nova" in [cell.text for table in document.tables for row in table.rows for cell in row.cells]


def test_each_field_is_told_in_word_as_it_is_outside_a_browser(app: AssessmentPage) -> None:
    app.open(OWN)
    document = Document(io.BytesIO(taken(app, NAMED, "docx")))
    told = by_python(OWN, NAMED)["paper"]["sections"][-1]["table"]
    rows = [[cell.text for cell in row.cells] for row in document.tables[-1].rows]
    assert rows == [told["columns"], *told["rows"]]


def test_a_list_opens_in_excel_with_its_heading_in_sight(app: AssessmentPage) -> None:
    app.open(OWN)
    book = openpyxl.load_workbook(io.BytesIO(taken(app, LIST, "xlsx")))
    listed, explained = book.worksheets
    columns = by_python(OWN, LIST)["workbook"]["list"]["columns"]
    assert [cell.value for cell in listed[1]] == [column["title"] for column in columns]
    assert (listed.freeze_panes, explained.title) == ("A2", "Uitleg")


def test_in_excel_a_column_with_few_values_offers_them(app: AssessmentPage) -> None:
    app.open(OWN)
    listed = openpyxl.load_workbook(io.BytesIO(taken(app, LIST, "xlsx"))).worksheets[0]
    offered = {each.formula1 for each in listed.data_validations.dataValidation if each.type == "list"}
    columns = by_python(OWN, LIST)["workbook"]["list"]["columns"]
    assert offered == {'"' + ",".join(column["options"]) + '"' for column in columns if column["options"]}


def test_in_excel_each_column_is_explained_as_it_is_outside_a_browser(app: AssessmentPage) -> None:
    app.open(OWN)
    explained = openpyxl.load_workbook(io.BytesIO(taken(app, LIST, "xlsx"))).worksheets[1]
    told = by_python(OWN, LIST)["workbook"]["about"]["rows"]
    rows = [[cell or "" for cell in row] for row in explained.iter_rows(values_only=True)]
    assert rows[-len(told) :] == told


def test_what_became_of_it_is_told_beside_the_button(app: AssessmentPage) -> None:
    app.open(OWN)
    taken(app, LIST, "xlsx")
    app.page.locator(
        f".kmop-templates:has({button(LIST, 'xlsx')}) [role=status]", has_text="Bewaard als"
    ).first.wait_for()


def test_who_has_no_use_for_it_is_told_so(app: AssessmentPage) -> None:
    app.open(EMPTY | {"profile": {"provider_kind": "public", "services": ["training"]}})
    app.find(app.page.locator(button(LIST, "docx")).first).click()
    app.page.locator(".kmop-templates [role=status]", has_text="hebt u niet nodig").first.wait_for()


def test_a_library_is_fetched_only_for_its_own_form(page: Page, site_url: str, watch: Watch) -> None:
    app = AssessmentPage(page, site_url).sit_down()

    def fetched() -> set[str]:
        names = {url.rpartition("/")[2].partition(".")[0] for url in watch.requests if "/assets/kmop/" in url}
        return names & {"docx", "xlsx"}

    assert fetched() == set()
    taken(app, LIST, "xlsx")
    assert fetched() == {"xlsx"}
    taken(app, LIST, "docx")
    assert fetched() == {"docx", "xlsx"}


def test_it_is_made_with_the_keyboard_alone(app: AssessmentPage) -> None:
    app.open(OWN)
    app.find(app.page.locator(button(LIST, "docx")).first).focus()
    app.page.keyboard.press("Tab")
    with app.page.expect_download() as waiting:
        app.page.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith(".xlsx")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_buttons_fit(app: AssessmentPage, width: int) -> None:
    app.seen((width, 800)).step_by_step().go_to("documenten")
    assert not app.scrolls_sideways()


@pytest.mark.parametrize("scheme", [pytest.param("light", marks=pytest.mark.attack), "dark"])
def test_axe_finds_nothing_in_the_step(app: AssessmentPage, scheme: Any) -> None:
    app.open(OWN)
    taken(app, LIST, "xlsx")
    assert found_by_axe(app.seen(color_scheme=scheme).page, "[data-step=documents].kmop-screen") == []
