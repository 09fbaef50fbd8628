"""Hand-written pages show as today's only what holds on the day of the norm."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from assessment import Wording
from guide import paths
from guide.catalogue import LANGUAGE, load_messages
from guide.checks.own_pages import page_faults
from guide.checks.prose import prose_faults
from guide.faults import fault_lines
from guide.loader import load_norm
from guide.pages import PagesError
from guide.pages.prose import Prose
from tests.norms import SMALL_NORM

ENDED = "gold tot en met 2024-12-31, en de pagina gaat over 2026-01-01"


@pytest.fixture
def norm() -> dict[str, Any]:
    loaded = load_norm(SMALL_NORM).norm
    assert loaded is not None
    small = deepcopy(loaded)
    small["facts"]["lookback"]["valid_until"] = "2024-12-31"
    return small


def lines(norm: dict[str, Any], folder: Path, text: str) -> list[str]:
    folder.joinpath("page.md").write_text(text, encoding="utf-8")
    said = fault_lines(prose_faults(norm, folder), load_messages(LANGUAGE, "check"))
    return [line.partition("page.md:")[2] for line in said]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('Zo lang: {{ value("lookback") }}.', "1:19"),
        ('# Titel\n\n{{ question("follow-up-window",\n  "lookback") }}', "4:3"),
        ('{{ question("Hoe lang?", "lookback", read="page") }}', "1:26"),
        ('{% call question("Hoe lang?", "lookback") %}Zo lang.{% endcall %}', "1:31"),
    ],
)
def test_what_is_over_is_not_shown_as_todays(norm: dict[str, Any], tmp_path: Path, text: str, place: str) -> None:
    (line,) = lines(norm, tmp_path, text)

    assert line.startswith(f"{place}: lookback: lookback {ENDED}; ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# Titel\n\n<<<<<<< ours\nTekst\n", "3:1: het bestand: hier staan twee versies van git"),
        ("# Titel\n\n=======\n", "3:1: het bestand: hier staan twee versies van git"),
        ("# Titel\n\nGe\ufffdn tekst\n", "3:3: het bestand: hier ging een letter verloren"),
        ("# Titel\n\nTe\u200bkst\n", "3:3: het bestand: hier staat een teken zonder breedte"),
    ],
)
def test_what_nobody_means_readers_to_see_is_told(norm: dict[str, Any], tmp_path: Path, text: str, told: str) -> None:
    (line,) = lines(norm, tmp_path, text)

    assert line.startswith(told)


def test_what_nobody_means_readers_to_see_stops_the_page(norm: dict[str, Any], tmp_path: Path) -> None:
    tmp_path.joinpath("page.md").write_text("# Titel\n\n>>>>>>> theirs\n", encoding="utf-8")

    with pytest.raises(PagesError, match=r"page\.md:3:1: .*twee versies"):
        Prose(tmp_path, Wording(norm, load_messages(LANGUAGE))).write("page.md", {})


def test_what_has_not_begun_is_not_shown_as_todays(norm: dict[str, Any], tmp_path: Path) -> None:
    norm["facts"]["lookback"] |= {"valid_from": "2027-01-01", "valid_until": "2028-01-01"}

    (line,) = lines(norm, tmp_path, '{{ value("lookback") }}')

    assert "geldt nog niet op 2026-01-01" in line


@pytest.mark.parametrize("text", ['{{ fact("lookback") }}', '{{ value("registration-length") }}', "lookback"])
def test_what_stands_with_its_era_or_holds_today_passes(norm: dict[str, Any], tmp_path: Path, text: str) -> None:
    assert lines(norm, tmp_path, text) == []


def test_what_will_be_over_by_the_day_that_somebody_asks_about_is_told(norm: dict[str, Any], tmp_path: Path) -> None:
    norm["facts"]["lookback"]["valid_until"] = "2026-12-31"
    folder = tmp_path / "pages" / LANGUAGE
    folder.mkdir(parents=True)
    folder.joinpath("page.md").write_text('{{ value("lookback") }}', encoding="utf-8")

    found = [[fault.message for fault in page_faults(norm, tmp_path, on)] for on in ("", "2027-01-01")]

    assert found == [[], ["check.prose_past"]]


def test_our_own_pages_show_only_what_holds() -> None:
    own = load_norm(paths.NORM).norm
    assert own is not None

    assert prose_faults(own, paths.DOCS / LANGUAGE) == []


def test_a_sentence_that_denies_the_official_points_is_looked_at_once_they_are_there(
    norm: dict[str, Any], tmp_path: Path
) -> None:
    said = lines(
        norm,
        tmp_path,
        "Begin.\n\n{# until_official: checks #}Die vonden we niet. {# until_official: readings #}Deze ook.",
    )

    assert [line.partition(": until_official: ")[0] for line in said] == ["3:1"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('# A\n\n{{ fact("lookback" ', 3),
        ('{{ fact("lookback) }}\n', 1),
        ("# A\n{% vraag %}\n", 2),
        ("{% if checks %}\nZo.\n", 1),
    ],
)
def test_what_between_braces_cannot_be_read_is_told_by_check_and_build_alike(
    norm: dict[str, Any], tmp_path: Path, text: str, line: int
) -> None:
    (told,) = lines(norm, tmp_path, text)
    assert told.startswith(f"{line}:1: het bestand: wat hier tussen accolades staat, is niet te lezen (Engels: ")

    with pytest.raises(PagesError) as wrong:
        Prose(tmp_path, Wording(norm, load_messages(LANGUAGE))).write("page.md", {})
    assert [fault.partition("page.md:")[2] for fault in wrong.value.faults] == [told]
