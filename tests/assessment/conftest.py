"""What the tests of the rules share: shorthands for a report, and for the same in words."""

from collections.abc import Mapping
from datetime import date

import pytest

from assessment import present
from tests.assessment.cases import Judge, Record, Show


@pytest.fixture(scope="session")
def judge(norm: Record) -> Judge:
    """Judge a profile, scores and documents on 22 November 2026, or on another date."""
    return Judge(norm, date(2026, 11, 22))


@pytest.fixture(scope="session")
def show(norm: Record, messages: Mapping[str, str]) -> Show:
    """Put a report into words, with links that lead nowhere."""
    return lambda report: present(report, norm, messages, {})
