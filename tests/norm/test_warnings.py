"""Of what the norm warns whom, and since when."""

from datetime import date

import pytest

from tests.assessment.cases import FULL, Judge, Record


def warned(report: Record) -> set[str]:
    return {about for entry in report["warnings"] for about in entry["about"]}


def ids(report: Record) -> set[str]:
    return {entry["id"] for entry in report["warnings"]}


@pytest.mark.parametrize(
    ("on", "cyber", "expected"),
    [
        ("2026-02-01", False, True),
        ("2026-01-31", False, False),
        ("2026-02-01", True, False),
        ("2026-02-01", None, False),
    ],
)
def test_advice_outside_cybersecurity_is_warned_of_since_february_2026(
    judge: Judge,
    on: str,
    cyber: bool | None,
    expected: bool,
) -> None:
    known = {} if cyber is None else {"advice_is_cybersecurity": cyber}
    report = judge({**FULL, "services": ["advice"], **known}, on=date.fromisoformat(on))
    assert expected is ("advice-cybersecurity-only" in warned(report))


@pytest.mark.parametrize(("on", "lapsed"), [("2026-06-30", False), ("2026-07-01", True)])
def test_a_registration_has_lapsed_the_day_after_it_ended(judge: Judge, on: str, lapsed: bool) -> None:
    profile = {**FULL, "application": "renewal", "dates": {"registration_end": "2026-06-30"}}
    report = judge(profile, on=date.fromisoformat(on))
    assert lapsed is ("warning-registration-lapsed" in ids(report))
