"""What all tests share: the two norms, the words, and how Hypothesis draws its examples."""

from typing import Any

import pytest
from hypothesis import settings

from guide.catalogue import load_messages
from tests.norms import REAL_NORM, SMALL_NORM, checked_norm

# The gate gives one verdict for one state of the sources: examples follow from the test itself, and
# a slow machine is no fault.
settings.register_profile("kmop", deadline=None, derandomize=True)
settings.load_profile("kmop")


@pytest.fixture(scope="session")
def norm(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The small norm, which tests of machinery take their facts from; or the one that `each_norm` names."""
    return checked_norm(getattr(request, "param", SMALL_NORM))


@pytest.fixture(scope="session")
def real_norm() -> dict[str, Any]:
    """The norm of this project, for tests of what it says."""
    return checked_norm(REAL_NORM)


@pytest.fixture(scope="session")
def messages() -> dict[str, str]:
    """The Dutch message catalogue."""
    return dict(load_messages("nl"))
