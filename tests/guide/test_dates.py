"""The guide as of another day than the one on which the norm was last gone through."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from guide import paths
from guide.disk_cache import Cache
from guide.loader import load_norm
from guide.pages import Pages, render_pages
from tests.norms import SMALL_NORM

LATER = "2027-01-01"


@pytest.fixture(scope="module")
def later(real_norm: dict[str, Any], messages: Mapping[str, str]) -> Pages:
    return render_pages(real_norm, messages, paths.DOCS / "nl", cache=Cache(), on=LATER)


def test_pages_speak_of_the_day(later: Pages) -> None:
    assert "De antwoorden zijn die van 1 januari 2027." in later.pages["naslag/oefentest"].markdown


def test_pages_still_say_when_the_norm_was_last_gone_through(later: Pages, real_norm: dict[str, Any]) -> None:
    page = later.pages["index"]

    assert f'data-updated="{real_norm["checked_on"]}"' in page.markdown
    assert page.meta["linked_data"]["lastReviewed"] == real_norm["checked_on"]


@pytest.fixture
def half_changed(tmp_path: Path) -> Path:
    """A norm in which a figure ends and no other follows."""
    norm = Path(shutil.copytree(SMALL_NORM, tmp_path / "norm"))
    path = norm / "scheme.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "amount: 20," not in line), encoding="utf-8")
    return norm


def test_what_will_have_ended_by_the_day_is_told(half_changed: Path) -> None:
    assert load_norm(half_changed).faults == []

    faults = load_norm(half_changed, on="2026-06-01").faults

    assert ("check.cites_past_here", "worth.yaml") in {(fault.message, Path(fault.file).name) for fault in faults}
