"""At every address that was stands a page that leads to the one in its place."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from guide.faults import fault_lines
from guide.pages import Pages
from guide.pages.site_map import url_of
from guide.site.moved_pages import Moved, Place, moved_faults, read_moved, write_moved_pages
from tests.guide.pages.dom import read
from tests.moved import MOVED, MOVED_FILES

URL = "https://example.org/gids/"


@pytest.fixture
def written(tmp_path: Path, pages: Pages, messages: Mapping[str, str]) -> Path:
    write_moved_pages(Place(tmp_path, "nl", URL, scripted=True), MOVED, pages, messages)
    return tmp_path


def test_every_address_of_the_list_has_its_page(written: Path) -> None:
    assert {path.relative_to(written).as_posix() for path in written.rglob("*.html")} == MOVED_FILES
    assert len(MOVED_FILES) > 40


def test_a_moved_page_leads_to_a_page_of_the_site(written: Path, pages: Pages) -> None:
    there = {url_of(page).strip("/") for page in pages.pages}
    for file in MOVED_FILES:
        (link,) = read((written / file).read_text("utf-8")).iter("a")
        path = (written / file).parent.joinpath(link.get("href", "").partition("#")[0]).resolve()
        assert path.relative_to(written.resolve()).as_posix() in there, file


def test_a_moved_page_is_left_out_of_search_engines_and_names_the_new_address(written: Path) -> None:
    text = (written / "kostprijs/index.html").read_text("utf-8")

    assert '<meta name="robots" content="noindex">' in text
    assert f'<link rel="canonical" href="{URL}naslag/kostprijs/">' in text
    assert '<meta http-equiv="refresh" content="0; url=../naslag/kostprijs/">' in text


def test_no_script_stands_in_a_moved_page_itself(written: Path) -> None:
    texts = [(written / file).read_text("utf-8") for file in MOVED_FILES]

    assert not [text for text in texts if "<script>" in text]


def test_the_list_of_moved_pages_is_sound(pages: Pages, messages: Mapping[str, str]) -> None:
    assert moved_faults(MOVED, pages, messages) == []


def test_an_address_that_leads_nowhere_or_is_taken_is_a_fault(pages: Pages, messages: Mapping[str, str]) -> None:
    moved = Moved("moved.yaml", {"vroeger": "nergens", "zelftoets": "naslag/over"})

    first, second = moved_faults(moved, pages, messages)

    assert first == "moved.yaml: vroeger: pagina ‘nergens’ bestaat niet; noem een bestaande pagina."
    assert second == "moved.yaml: zelftoets: op dit adres staat een pagina; haal het uit de lijst."


def test_pages_of_which_none_moved_need_no_list(tmp_path: Path) -> None:
    assert read_moved(tmp_path / "moved.yaml") == (Moved("moved.yaml"), [])


@pytest.mark.parametrize("old", ["../elders", "/elders", "oud//adres", "oud/"])
def test_an_address_that_could_lie_outside_the_site_is_a_fault(
    tmp_path: Path, messages: Mapping[str, str], old: str
) -> None:
    path = tmp_path / "moved.yaml"
    path.write_text(f"{old}: naslag/over\n", encoding="utf-8")

    moved, faults = read_moved(path)

    assert moved.pages == {}
    (line,) = fault_lines(faults, messages)
    assert line.endswith(
        f"moved.yaml:1:1: {old}: {old} is geen adres van een pagina; schrijf alleen letters, cijfers en "
        "koppeltekens, met een schuine streep tussen de delen, zoals norm/activiteit"
    )
