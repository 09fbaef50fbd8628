"""Dates in hand-written pages come out of the norm."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from guide.pages import PagesError, render_pages
from tests.guide.pages.dom import tree, words


def written(norm: dict[str, Any], messages: Mapping[str, str], prose: Path, text: str) -> str:
    """What a page says when somebody writes this on it."""
    page = prose / "audit" / "kostprijs.md"
    page.write_text(f"{page.read_text('utf-8')}\n\n{text}\n", encoding="utf-8")
    return words(tree(render_pages(norm, messages, prose).pages["audit/kostprijs"]))


def test_a_date_in_prose_follows_the_norm(
    norm_copy: dict[str, Any], messages: Mapping[str, str], prose_copy: Path
) -> None:
    norm_copy["facts"]["bureaus-appointed-2024"]["valid_from"] = "2025-03-07"
    asked = '{{ since("bureaus-appointed-2024") }}; {{ since("bureaus-appointed-2024", "year") }}'

    assert "7 maart 2025; 2025" in written(norm_copy, messages, prose_copy, asked)


def test_when_something_was_last_seen_follows_the_norm(
    norm_copy: dict[str, Any], messages: Mapping[str, str], prose_copy: Path
) -> None:
    norm_copy["facts"]["hourly-rate"]["last_seen"] = {"nl": "lang geleden"}

    assert "laatst gezien: lang geleden" in written(norm_copy, messages, prose_copy, '{{ last_seen("hourly-rate") }}')


def test_a_day_by_way_of_example_is_reckoned_from_the_day_of_the_norm(
    norm_copy: dict[str, Any], messages: Mapping[str, str], prose_copy: Path
) -> None:
    norm_copy["checked_on"] = "2026-11-28"
    norm_copy["facts"]["starter-first-period"]["value"]["amount"] = 4

    assert "1 november 2026, 1 november 2030" in written(
        norm_copy, messages, prose_copy, '{{ example_day() }}, {{ example_day("starter-first-period") }}'
    )


def test_prose_that_asks_since_when_and_gets_no_answer_says_so(
    real_norm: dict[str, Any], messages: Mapping[str, str], prose_copy: Path
) -> None:
    with pytest.raises(PagesError, match="hourly-rate-free-since-2024"):
        written(real_norm, messages, prose_copy, '{{ since("hourly-rate-free-since-2024") }}')
