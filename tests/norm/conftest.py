"""What the tests of the real norm share: who changes what it says, changes what is expected here."""

from datetime import date

import pytest

from tests.assessment.cases import Judge, Record


@pytest.fixture(scope="session")
def judge(real_norm: Record) -> Judge:
    """Judge a profile, scores and documents by the real norm on 22 November 2026, or on another date."""
    return Judge(real_norm, date(2026, 11, 22))
