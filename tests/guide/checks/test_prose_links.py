"""What hand-written pages name by its id, and the pages that they lead to, are there."""

from pathlib import Path
from typing import Any

import pytest

from guide import paths
from guide.catalogue import LANGUAGE, load_messages
from guide.checks.prose_links import prose_link_faults
from guide.faults import fault_lines
from tests.norms import REAL_NORM, SMALL_NORM, checked_norm


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "index.md").write_text("# Meer\n", encoding="utf-8")
    return tmp_path


def lines(folder: Path, text: str) -> list[str]:
    (folder / "page.md").write_text(text, encoding="utf-8")
    messages = load_messages(LANGUAGE)
    norm: dict[str, Any] = checked_norm(SMALL_NORM)
    return [line.partition("page.md:")[2] for line in fault_lines(prose_link_faults(norm, folder), messages)]


@pytest.mark.parametrize(
    ("text", "place", "noun"),
    [
        ("Zie [dit](element:xyz).", "1:19", "onderdeel van de norm"),
        ("# A\n\nZie [dit](page:xyz#b).", "3:16", "pagina"),
        ("Zie [dit](xyz.md#b).", "1:11", "pagina"),
        ("Zie [dit](more/../xyz.md).", "1:11", "pagina"),
        ('{{ value("xyz") }}', "1:11", "onderdeel van de norm"),
        ('{{ facts("xyz", but=["lookback"]) }}', "1:11", "onderwerp"),
        ('{{ facts("preparing", but=["xyz"]) }}', "1:29", "onderdeel van de norm"),
        ('{% call question("Hoe?", "xyz", read="page") %}Zo.{% endcall %}', "1:27", "onderdeel van de norm"),
        ('{{ question("Hoe?", "lookback", read="xyz") }}', "1:39", "pagina"),
        ('{{ scheme("xyz") }}', "1:12", "groep van regels"),
        ('{{ letter("xyz") }}', "1:12", "brief"),
        ('{{ price("xyz") | capitalize }}', "1:11", "situatie"),
    ],
)
def test_what_is_not_there_is_told_where_it_is_named(folder: Path, text: str, place: str, noun: str) -> None:
    (line,) = lines(folder, text)

    assert line.startswith(f"{place}: xyz: er bestaat geen {noun} met de id xyz; ")


def test_what_was_meant_is_asked(folder: Path) -> None:
    (line,) = lines(folder, "Zie [dit](element:lookbak).")

    assert line.endswith("; bedoelt u lookback?")


@pytest.mark.parametrize(
    "text",
    [
        "Zie [dit](element:lookback), [dat](page:page#deel) en [meer](page:more/index), [daar](more/index.md), [elders](https://example.org/x.md).",
        '{{ since("lookback", "year") }} {{ facts("preparing", but=["lookback"]) }}',
        '{{ question("Hoe lang?", "lookback", read="page") }}',
        '{{ documents("anything") }} [mail](mailto:a@b.be) [deel](#deel)',
    ],
)
def test_what_is_there_passes(folder: Path, text: str) -> None:
    assert lines(folder, text) == []


def test_a_page_about_a_requirement_stands_in_a_folder_of_pages(folder: Path) -> None:
    word = load_messages(LANGUAGE).get("pages.requirement_page.trust", "trust")

    assert lines(folder, f"[dit](page:more/{word})") == []
    assert len(lines(folder, f"[dit](page:other/{word})")) == 1


def test_our_own_pages_name_what_is_there() -> None:
    assert prose_link_faults(checked_norm(REAL_NORM), paths.DOCS / LANGUAGE) == []
