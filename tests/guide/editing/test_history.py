"""The version that a change of ids belongs to."""

from datetime import date

import pytest

from guide.editing.history import next_version


@pytest.mark.parametrize(
    ("own", "released", "version"),
    [
        ("2026.11.22", [], "2026.11.29"),
        ("2026.11.29", [], "2026.11.29"),
        ("2026.11.22", ["2026.11.22"], "2026.11.29"),
        ("2026.11.28", ["2026.11.22"], "2026.11.28"),
        ("2026.11.29", ["2026.11.29"], "2026.11.30"),
        ("2026.11.30", ["2026.11.30"], "2026.12.1"),
        ("2026.12.31", ["2026.12.31"], "2027.1.1"),
    ],
)
def test_a_version_is_called_after_a_day_that_exists(own: str, released: list[str], version: str) -> None:
    assert next_version(own, released, date(2026, 11, 29)) == version
