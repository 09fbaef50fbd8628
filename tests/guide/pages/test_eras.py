"""Since when something holds is told as of the day of the norm."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pytest

from assessment.wording import Wording
from guide.pages.page_context import PageContext


@pytest.mark.parametrize(
    ("element", "told"),
    [
        ({"valid_from": "2025-02-01"}, "Sinds 1 februari 2025"),
        ({"valid_from": "2026-11-28"}, "Sinds 28 november 2026"),
        ({"valid_from": "2027-01-01"}, "Vanaf 1 januari 2027"),
        ({"valid_until": "2027-01-01"}, "Tot en met 1 januari 2027"),
        ({"valid_from": "2027-01-01", "valid_until": "2028-01-01"}, "Van 1 januari 2027 tot en met 1 januari 2028"),
        ({}, ""),
    ],
)
def test_what_has_yet_to_begin_does_not_hold_since_then(
    messages: Mapping[str, str], element: dict[str, Any], told: str
) -> None:
    norm = {"checked_on": "2026-11-28"}
    context: Any = SimpleNamespace(norm=norm, wording=Wording(norm, messages, "nl"))

    assert PageContext.era(context, element) == told
