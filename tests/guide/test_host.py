"""Who serves the site: what is filled in stands on pages, what is empty nowhere, and a slip is told with its line."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from guide.catalogue import load_messages
from guide.disk_cache import Cache
from guide.faults import fault_lines
from guide.host import SETTINGS, empty_settings, read_host
from guide.norm import files
from guide.pages import render_pages
from guide.paths import DOCS, HOST
from guide.validation.schemas import schema
from tests.guide.fail_if_called import fail_if_called
from tests.guide.pages.dom import tree, words
from tests.norms import REAL_NORM, checked_norm

FULL = {
    "publisher": "Stad Voorbeeld & co",
    "contact": "gids@example.org",
    "privacy": "https://example.org/privacy",
    "accessibility": "https://example.org/toegankelijk",
}


def about(host: Mapping[str, str] | None = None) -> str:
    """What the page about the guide says."""
    messages: dict[str, Any] = load_messages("nl")
    pages = render_pages(checked_norm(REAL_NORM), messages, DOCS / "nl", host=host).pages
    return words(tree(pages["naslag/over"]))


def test_ours_ships_empty() -> None:
    assert read_host(HOST) == ({}, [])
    assert empty_settings({}) == list(SETTINGS) == list(schema("host")["properties"])


def test_what_is_filled_in_is_read(tmp_path: Path) -> None:
    file = tmp_path / "host.yaml"
    file.write_text('publisher: "Stad Voorbeeld"\ncontact: ""\n', encoding="utf-8")

    assert read_host(file) == ({"publisher": "Stad Voorbeeld"}, [])


def test_without_a_file_nothing_is_known_and_nothing_wrong(tmp_path: Path) -> None:
    assert read_host(tmp_path / "host.yaml") == ({}, [])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('contact: "geen adres"', "host.yaml:1:10: contact: "),
        ('privacy: "www.example.org"', "host.yaml:1:10: privacy: "),
        ('uitgever: "Stad"', "host.yaml:1:1: "),
        ("- publisher", "host.yaml:1:1: "),
    ],
)
def test_a_slip_is_told_with_its_place(tmp_path: Path, text: str, place: str) -> None:
    file = tmp_path / "host.yaml"
    file.write_text(text + "\n", encoding="utf-8")
    host, faults = read_host(file)

    assert host == {}
    assert fault_lines(faults, load_messages("nl", "check"))[0].startswith(place)


def test_settings_without_fault_are_held_to_their_schema_once(
    tmp_path: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "host.yaml"
    file.write_text('publisher: "Stad Voorbeeld"\n', encoding="utf-8")
    found = read_host(file, Cache(cache_folder))
    monkeypatch.setattr(files, "_schema_faults", fail_if_called)

    assert read_host(file, Cache(cache_folder)) == found == ({"publisher": "Stad Voorbeeld"}, [])


def test_the_page_about_the_guide_tells_who_serves_it() -> None:
    said = about(FULL)

    assert "Stad Voorbeeld & co" in said
    assert "gids@example.org" in said
    assert "Privacyverklaring" in said
    assert "Toegankelijkheidsverklaring" in said
    assert "Een fout melden" in said


def test_what_is_empty_is_left_out_of_the_page() -> None:
    said = about({"publisher": "Stad Voorbeeld"})

    assert "Stad Voorbeeld" in said
    assert not [
        word for word in ("Privacyverklaring", "Toegankelijkheidsverklaring", "Een fout melden") if word in said
    ]
    assert "Wie deze gids uitgeeft" not in about()
