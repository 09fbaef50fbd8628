"""All assessments that a browser keeps: one table of them, four side by side, many files in and one archive out."""

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.assessment_page import EMPTY, AssessmentPage
from tests.browser.form_helpers import found_by_axe
from tests.browser.norm_ids import FIRST_CHECK

PROFILE = {"services": ["training"], "provider_kind": "private", "application": "first", "starter": False}
# What follows comes in a moment; a loaded machine gets more.
PATIENCE_MS = 30_000


def client(name: str, people: int | None = None) -> dict[str, Any]:
    """A client with so many people, on whom the price hangs; without any, nothing is answered."""
    scores = {FIRST_CHECK: {"conformity": "T", "demonstrability": "G"}}
    answered = {} if people is None else {"profile": PROFILE | {"deployed_people": people}, "checks": scores}
    return EMPTY | {"title": name} | answered


CLIENTS = [client("Bakker bv", 3), client("Atelier Zoë", 60), client("Leeg nv"), client("Derde", 12)]


def files(*contents: bytes | dict[str, Any]) -> list[Any]:
    """Files of answers, to choose all at once."""
    texts = [each if isinstance(each, bytes) else json.dumps(each).encode() for each in contents]
    return [{"name": f"{n}.json", "mimeType": "application/json", "buffer": text} for n, text in enumerate(texts)]


def open_all(app: AssessmentPage, *contents: bytes | dict[str, Any]) -> Locator:
    """Choose files, and return what the page tells of them."""
    app.page.set_input_files("#kmop-file", files(*contents))
    told = app.page.locator("#kmop-notices", has_text="geopend")
    expect(told).to_contain_text("Wat u al had, is niet veranderd", timeout=PATIENCE_MS)
    return told


def go(app: AssessmentPage) -> None:
    app.go_to("klanten")
    expect(app.page.locator(".kmop-clients__progress")).to_contain_text("zelftoets", timeout=PATIENCE_MS)
    expect(app.page.locator("[data-state=waiting]")).to_have_count(0, timeout=PATIENCE_MS)


def row(app: AssessmentPage, name: str) -> Locator:
    return app.page.get_by_role("row").filter(has=app.page.get_by_role("rowheader", name=name))


def shown(app: AssessmentPage) -> list[str]:
    """The names in the table, from top to bottom."""
    return [name.split("\n")[-1].strip() for name in app.page.locator("[data-client] [data-open]").all_inner_texts()]


@pytest.fixture
def clients(app: AssessmentPage) -> AssessmentPage:
    open_all(app, *CLIENTS)
    go(app)
    return app


def test_each_client_has_an_outcome_what_is_left_a_date_and_a_price(clients: AssessmentPage) -> None:
    told = row(clients, "Bakker bv").get_by_role("cell").all_inner_texts()
    assert "negatief" in told[1]
    assert "te doen" in told[2]
    assert "202" in told[3]
    assert "euro" in told[4]
    empty = row(clients, "Leeg nv").get_by_role("cell").all_inner_texts()
    assert empty[1:5] == ["nog niets ingevuld", "", "", ""]


def test_nothing_of_a_single_assessment_stands_around_them(clients: AssessmentPage) -> None:
    for part in ("#kmop-form", ".kmop-stepper", "#kmop-result", ".kmop-turn", "#kmop-outcome"):
        expect(clients.page.locator(part)).to_be_hidden()
    expect(clients.page.get_by_role("heading", name="Uw klanten")).to_be_focused()


def test_any_column_sorts_by_keyboard_and_says_so(clients: AssessmentPage) -> None:
    page = clients.page
    price = page.locator("[data-sort=price]")
    price.focus()
    page.keyboard.press("Enter")
    assert shown(clients) == ["Bakker bv", "Derde", "Atelier Zoë", "Leeg nv"]
    expect(price).to_be_focused()
    page.keyboard.press("Space")
    assert shown(clients) == ["Atelier Zoë", "Derde", "Bakker bv", "Leeg nv"]
    heads = page.locator(".kmop-clients thead th")
    assert [each.get_attribute("aria-sort") for each in heads.all()].count("descending") == 1
    page.locator("[data-sort=name]").click()
    assert shown(clients) == ["Atelier Zoë", "Bakker bv", "Derde", "Leeg nv"]


def test_a_name_is_found_without_its_accents(clients: AssessmentPage) -> None:
    clients.page.get_by_label("Zoek op naam").fill("zoe")
    assert shown(clients) == ["Atelier Zoë"]
    expect(clients.page.locator(".kmop-clients__progress")).to_have_text("1 van 4 zelftoetsen")


def test_a_client_opens_at_its_result_and_back_leads_to_the_table(clients: AssessmentPage) -> None:
    page = clients.page
    row(clients, "Derde").get_by_role("button").click()
    expect(page.locator("#resultaat")).to_be_visible()
    clients.wait()
    assert clients.saved()["title"] == "Derde"
    page.go_back()
    expect(row(clients, "Derde")).to_contain_text("nu open")


def test_a_new_one_begins_at_its_first_question(clients: AssessmentPage) -> None:
    clients.page.locator(".kmop-clients [data-act=begin]").click()
    clients.page.keyboard.type("Nieuw")
    clients.page.keyboard.press("Enter")
    expect(clients.page.locator(".kmop-current")).to_have_id(re.compile("situatie-"))
    expect(clients.page.locator("#kmop-form")).to_be_visible()


def test_what_changes_in_the_open_one_is_worked_out_anew(clients: AssessmentPage) -> None:
    before = row(clients, "Bakker bv").locator(".kmop-clients__cell--price").inner_text()
    row(clients, "Bakker bv").get_by_role("button").click()
    clients.wait()
    clients.type("profile.deployed_people", "60")
    clients.wait_until_kept()
    go(clients)
    expect(row(clients, "Bakker bv").locator(".kmop-clients__cell--price")).not_to_have_text(before)


def test_four_stand_side_by_side_and_a_fifth_is_refused(app: AssessmentPage) -> None:
    page = app.page
    open_all(app, *CLIENTS, client("Vijfde", 5))
    go(app)
    page.locator("[data-sort=name]").click()
    for name in ("Vijfde", "Derde", "Bakker bv", "Atelier Zoë"):
        row(app, name).get_by_role("checkbox").focus()
        page.keyboard.press("Space")
    row(app, "Leeg nv").locator("label").click()
    expect(row(app, "Leeg nv").get_by_role("checkbox")).not_to_be_checked()
    expect(page.locator("#kmop-status")).to_contain_text("U kunt 4 zelftoetsen naast elkaar zetten")

    page.get_by_role("button", name="Vergelijk de gekozen zelftoetsen").click()

    expect(app.question.get_by_role("heading").first).to_have_text("4 zelftoetsen naast elkaar", timeout=PATIENCE_MS)
    conclusions, answers = app.question.get_by_role("table").all()
    columns = conclusions.get_by_role("columnheader").all_inner_texts()
    assert columns == ["Wat", "Atelier Zoë", "Bakker bv", "Derde", "Vijfde"]
    people = answers.get_by_role("row").filter(has_text="Hoeveel mensen zet u in")
    assert people.get_by_role("cell").all_inner_texts() == ["60", "3", "12", "5"]
    app.seen((375, 812))
    assert app.question.evaluate("e => e.scrollWidth <= e.clientWidth"), "cards, without scrolling aside"


def test_back_closes_a_comparison_and_leaves_the_table(app: AssessmentPage) -> None:
    open_all(app, *CLIENTS)
    go(app)
    for name in ("Bakker bv", "Derde"):
        row(app, name).get_by_role("checkbox").check()
    app.page.get_by_role("button", name="Vergelijk de gekozen zelftoetsen").click()
    dialog = app.page.locator("dialog[open]")
    expect(dialog).to_be_visible()

    app.page.go_back()

    expect(dialog).to_have_count(0)
    expect(app.page.locator("#klanten")).to_be_visible()
    assert app.page.url.endswith("#klanten")


def test_what_is_told_does_not_lie_over_what_can_be_done_with_the_chosen(app: AssessmentPage) -> None:
    open_all(app.seen((375, 812)), *CLIENTS, client("Vijfde", 4))
    go(app)
    for box in app.page.locator("#klanten [data-client] input[type=checkbox]").all()[:5]:
        box.click()
    toast = app.page.locator(".kmop-toast").last
    expect(toast).to_be_visible()

    button = app.page.get_by_role("button", name="Vergelijk de gekozen zelftoetsen")
    over, under = toast.bounding_box(), button.bounding_box()

    assert over is not None
    assert under is not None
    assert over["y"] + over["height"] <= under["y"]


def test_one_alone_is_not_compared_and_that_is_told(clients: AssessmentPage) -> None:
    row(clients, "Derde").locator("label").click()
    clients.page.get_by_role("button", name="Vergelijk de gekozen zelftoetsen").focus()
    clients.page.keyboard.press("Enter")
    expect(clients.page.locator("#kmop-status")).to_contain_text("Kies minstens twee zelftoetsen")
    expect(clients.question).to_have_count(0)


def test_what_is_chosen_gets_a_name_and_goes_and_comes_back(clients: AssessmentPage) -> None:
    page = clients.page
    row(clients, "Derde").locator("label").click()
    page.locator(".kmop-clients [data-act=rename]").click()
    clients.question.get_by_role("textbox").fill("Vierde")
    page.keyboard.press("Enter")
    expect(row(clients, "Vierde")).to_have_count(1)

    row(clients, "Leeg nv").locator("label").click()
    page.locator(".kmop-clients [data-act=remove]").click()
    expect(clients.question).to_contain_text("met alle antwoorden en vorige versies")
    clients.question.locator("[value=yes]").click()
    expect(page.locator("[data-client]")).to_have_count(2)

    page.locator(".kmop-toast").get_by_role("button", name="Ongedaan maken").click()
    expect(page.locator("[data-client]")).to_have_count(4)
    expect(row(clients, "Vierde")).to_have_count(1)


def test_of_many_files_the_bad_ones_say_why_and_all_are_taken_away_at_once(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    app.wait_until_kept()
    before = app.saved()
    told = open_all(app, CLIENTS[0], b"{", EMPTY | {"profile": {"deployed_people": "drie"}}, CLIENTS[1])
    expect(app.question).to_have_count(0)
    expect(told).to_contain_text("2 van 4 bestanden zijn geopend")
    lines = told.get_by_role("listitem").all_inner_texts()
    assert [line.split(":")[0] for line in lines] == ["1.json", "2.json"]
    assert "Hoeveel mensen zet u in als lesgever of adviseur?, regel 1" in lines[1]
    assert app.saved() == before, "nothing is overwritten"
    go(app)
    assert len(shown(app)) == 3

    app.page.get_by_role("button", name="Maak alles ongedaan").click()

    expect(app.page.locator("[data-client]")).to_have_count(1)
    expect(app.page.locator("#kmop-status")).to_contain_text("weer weg")


def test_what_was_opened_since_is_not_taken_away(clients: AssessmentPage) -> None:
    row(clients, "Derde").get_by_role("button").click()
    clients.wait()
    clients.page.get_by_role("button", name="Maak alles ongedaan").click()
    expect(clients.page.locator("#kmop-status")).to_contain_text("op 1 na")
    go(clients)
    assert shown(clients) == ["Derde"]


def test_dropped_files_are_opened_beside_what_is_there(app: AssessmentPage) -> None:
    app.page.evaluate(
        """text => {
            const data = new DataTransfer()
            data.items.add(new File([text], 'gesleept.json'))
            const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
            document.querySelector('.kmop-workbench').dispatchEvent(event)
        }""",
        json.dumps(CLIENTS[0]),
    )
    expect(app.page.locator("#kmop-notices")).to_contain_text("1 van 1 bestanden is geopend", timeout=PATIENCE_MS)


def archive_of(app: AssessmentPage) -> bytes:
    with app.page.expect_download() as waiting:
        app.page.get_by_role("button", name="Bewaar alles als één bestand").click()
    assert waiting.value.suggested_filename.endswith(".zip")
    return Path(waiting.value.path()).read_bytes()


def held(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_one_archive_goes_out_and_comes_back_byte_for_byte(clients: AssessmentPage) -> None:
    page = clients.page
    before = held(archive_of(clients))
    assert sorted(before) == ["Atelier Zoë.json", "Bakker bv.json", "Derde.json", "Leeg nv.json"]
    assert json.loads(before["Derde.json"]) == CLIENTS[3]
    archive = archive_of(clients)
    clients.go_to("resultaat")
    clients.wipe()
    clients.show_all()

    page.set_input_files("#kmop-file", {"name": "alles.zip", "mimeType": "application/zip", "buffer": archive})
    expect(page.locator("#kmop-notices")).to_contain_text("4 van 4 bestanden zijn geopend", timeout=PATIENCE_MS)
    go(clients)

    assert held(archive_of(clients)) == before


def test_an_archive_of_something_else_says_so(app: AssessmentPage) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("foto.jpg", b"x")
    app.choose_file(made.getvalue(), "fotos.zip")
    expect(app.page.locator("#kmop-notices")).to_contain_text("in deze zip zit geen bestand met antwoorden")


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        (320, "dark"),
        pytest.param(768, "light", marks=pytest.mark.attack),
        pytest.param(1440, "dark", marks=pytest.mark.attack),
    ],
)
def test_it_fits_and_axe_finds_nothing(app: AssessmentPage, width: int, scheme: Any) -> None:
    open_all(app, *CLIENTS)
    go(app)
    app.seen((width, 900), color_scheme=scheme)
    assert not app.scrolls_sideways()
    small = app.page.locator(".kmop-clients :is(button, input, select, .kmop-option):visible").evaluate_all(
        "all => all.filter(e => !e.closest('.kmop-option input') && !e.matches('.kmop-option input') "
        "&& e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML)"
    )
    assert small == []
    assert found_by_axe(app.page, ".kmop-clients") == []


def test_the_table_follows_what_another_tab_does(clients: AssessmentPage, site_url: str) -> None:
    other = AssessmentPage(clients.page.context.new_page(), site_url).sit_down()
    other.page.set_input_files("#kmop-file", files(client("Van elders", 7), client("Nog iets")))
    expect(row(clients, "Van elders")).to_contain_text("euro", timeout=PATIENCE_MS)
    other.page.close()
    assert len(shown(clients)) == len(CLIENTS) + 2


def test_many_files_leave_the_next_visit_where_it_was(app: AssessmentPage) -> None:
    app.answer("profile.provider_kind", "private")
    app.wait_until_kept()
    open_all(app, *CLIENTS)
    assert app.kept()["answers"]["profile"] == {"provider_kind": "private"}
