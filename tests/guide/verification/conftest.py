"""The answers of one candidate, as the rules take them."""

from typing import Any

import pytest

from assessment import parse_answers
from guide.reports.answers_file import Answers
from tests.guide.verification.exporting import GIVEN


@pytest.fixture(scope="session")
def answers(norm: dict[str, Any]) -> Answers:
    parsed, faults = parse_answers(GIVEN, norm)
    assert parsed is not None, faults
    return Answers(parsed, None, [])
