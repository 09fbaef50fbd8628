"""What the tests of the rules share: the real norm, its words, and a shorthand for a report."""

from datetime import date

import pytest

from guide.catalogue import load_messages
from guide.loader import load_norm
from guide.paths import ROOT
from tests.assessment.cases import Judge, Record


@pytest.fixture(scope="session")
def norm() -> Record:
    """The checked norm of this project."""
    loaded = load_norm(ROOT / "norm")
    assert loaded.norm is not None, loaded.faults
    return loaded.norm


@pytest.fixture(scope="session")
def messages() -> dict[str, str]:
    """The Dutch message catalogue."""
    return dict(load_messages("nl"))


@pytest.fixture(scope="session")
def judge(norm: Record) -> Judge:
    """Judge a profile, scores and documents on 22 November 2026, or on another date."""
    return Judge(norm, date(2026, 11, 22))
