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


ATTACK = "attack"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option of `make attack`."""
    told = f"run what is marked `{ATTACK}` or stands in {ATTACK}_*.py, in place of everything else"
    parser.addoption(f"--{ATTACK}", action="store_true", help=told)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave to `make attack` what there is no time for in `make test`."""
    asked_for = config.getoption(ATTACK)
    config.hook.pytest_deselected(items=[item for item in items if is_attack(item) != asked_for])
    items[:] = [item for item in items if is_attack(item) == asked_for]


def is_attack(item: pytest.Item) -> bool:
    """Whether a test takes longer than it is worth at every change."""
    return item.path.name.startswith(f"{ATTACK}_") or item.get_closest_marker(ATTACK) is not None


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
