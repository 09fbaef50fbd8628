"""Of what the norm warns whom, and since when."""

import re
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


@pytest.mark.parametrize(("registered", "expected"), [("2020-02-01", "lapsed"), ("2022-03-01", "ending")])
@pytest.mark.parametrize("is_given", [False, True])
def test_an_end_that_follows_from_the_beginning_is_warned_of_like_one_that_was_given(
    judge: Judge, registered: str, expected: str, is_given: bool
) -> None:
    year, rest = registered.split("-", maxsplit=1)
    dates = {"registered": registered} | ({"registration_end": f"{int(year) + 5}-{rest}"} if is_given else {})
    report = judge({**FULL, "application": "renewal", "dates": dates}, on=date(2026, 11, 28))
    assert f"warning-registration-{expected}" in ids(report)


@pytest.mark.parametrize(("on", "expected"), [("2016-03-31", True), ("2016-04-01", False)])
def test_the_requirements_of_today_are_not_those_of_before_2016(judge: Judge, on: str, expected: bool) -> None:
    assert ("warning-earlier-norm" in ids(judge(FULL, on=date.fromisoformat(on)))) == expected


@pytest.mark.parametrize(("on", "expected"), [("2029-01-31", False), ("2029-02-01", True), ("2031-01-01", True)])
def test_the_bureaus_that_we_know_were_appointed_for_five_years(judge: Judge, on: str, expected: bool) -> None:
    assert ("warning-bureaus-appointed-anew" in ids(judge(FULL, on=date.fromisoformat(on)))) == expected


def test_the_last_day_of_the_bureaus_follows_from_their_first(real_norm: Record) -> None:
    facts = real_norm["facts"]
    first = date.fromisoformat(facts["bureaus-appointed-2024"]["valid_from"])
    after = first.replace(year=first.year + facts["bureaus-appointment-period"]["value"]["amount"])
    told = real_norm["warnings"]["warning-bureaus-appointed-anew"]["applies_when"]["all"][0]
    assert told == {"on_or_after": {"field": "date", "value": after.isoformat()}}


def test_whether_a_renewed_period_begins_at_the_old_end_is_told_as_not_found(real_norm: Record) -> None:
    assert "Dat vonden we niet" in real_norm["procedure"]["deadlines"]["deadline-renewal-start"]["remedy"]["nl"]


def test_no_title_of_a_warning_is_firmer_than_who_says_it(real_norm: Record) -> None:
    """What only a bureau or somebody else said, some years ago, is told as it was."""
    told = [each for each in real_norm["warnings"].values() if each["standing"] in {"bureau", "secondary"}]
    titles = [each["title"]["nl"] for each in told]
    assert len(titles) > 10
    assert [
        title for title in titles if re.search(r"\btelt (?:niet|als)|\btellen\b|\bis (?:uitgesloten|advies)\b", title)
    ] == []
