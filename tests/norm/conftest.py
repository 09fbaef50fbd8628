"""What the tests of the real norm share: who changes what it says, changes what is expected here."""

from datetime import date

import pytest

from tests.assessment.cases import Judge, Record


@pytest.fixture(scope="session")
def judge(real_norm: Record) -> Judge:
    """Judge a profile, scores and documents by the real norm on the day of its data, or on another date."""
    return Judge(real_norm, date.fromisoformat(real_norm["checked_on"]))
