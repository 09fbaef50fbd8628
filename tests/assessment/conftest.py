"""What the tests of the rules share: a shorthand for a report."""

from datetime import date

import pytest

from tests.assessment.cases import Judge, Record


@pytest.fixture(scope="session")
def judge(norm: Record) -> Judge:
    """Judge a profile, scores and documents on 22 November 2026, or on another date."""
    return Judge(norm, date(2026, 11, 22))
