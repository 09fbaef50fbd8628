"""At every address that was stands a page that leads to the one in its place."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from guide.pages import Pages
from guide.pages.site_map import url_of
from guide.site.moved_pages import Place, moved_faults, moved_files, write_moved_pages
from tests.guide.pages.dom import read

URL = "https://example.org/gids/"


@pytest.fixture
def written(tmp_path: Path, pages: Pages, messages: Mapping[str, str]) -> Path:
    write_moved_pages(Place(tmp_path, "nl", URL, scripted=True), pages, messages)
    return tmp_path


def test_every_address_of_the_list_has_its_page(written: Path) -> None:
    assert {path.relative_to(written).as_posix() for path in written.rglob("*.html")} == moved_files()
    assert len(moved_files()) > 40


def test_a_moved_page_leads_to_a_page_of_the_site(written: Path, pages: Pages) -> None:
    there = {url_of(page).strip("/") for page in pages.pages}
    for file in moved_files():
        (link,) = read((written / file).read_text("utf-8")).iter("a")
        path = (written / file).parent.joinpath(link.get("href", "").partition("#")[0]).resolve()
        assert path.relative_to(written.resolve()).as_posix() in there, file


def test_a_moved_page_is_left_out_of_search_engines_and_names_the_new_address(written: Path) -> None:
    text = (written / "kostprijs/index.html").read_text("utf-8")

    assert '<meta name="robots" content="noindex">' in text
    assert f'<link rel="canonical" href="{URL}naslag/kostprijs/">' in text
    assert '<meta http-equiv="refresh" content="0; url=../naslag/kostprijs/">' in text


def test_no_script_stands_in_a_moved_page_itself(written: Path) -> None:
    texts = [(written / file).read_text("utf-8") for file in moved_files()]

    assert not [text for text in texts if "<script>" in text]


def test_the_list_of_moved_pages_is_sound(pages: Pages, messages: Mapping[str, str]) -> None:
    assert moved_faults(pages, messages) == []


def test_an_address_that_leads_nowhere_or_is_taken_is_a_fault(pages: Pages, messages: Mapping[str, str]) -> None:
    first, second = moved_faults(pages, messages, {"vroeger": "nergens", "zelftoets": "naslag/over"})

    assert first == "moved.yaml: vroeger: pagina ‘nergens’ bestaat niet; noem een bestaande pagina."
    assert second == "moved.yaml: zelftoets: op dit adres staat een pagina; haal het uit de lijst."
