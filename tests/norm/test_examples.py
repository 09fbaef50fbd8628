"""The worked examples of the norm are tests: domain people write them, this runs them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from assessment import assess
from tests.assessment.cases import Record
from tests.norm.looking import collected, look_up


def _examples() -> Iterator[Any]:
    for name, example in collected("examples").items():
        for path, expected in example["expected"].items():
            yield pytest.param(name, path, expected, id=f"{name}: {path}")


@pytest.fixture(scope="session")
def reports(real_norm: Record) -> dict[str, Record]:
    """The report on each worked example, on its own date."""
    return {
        name: assess(real_norm, example["answers"], date.fromisoformat(example["date"]))
        for name, example in real_norm["examples"].items()
    }


@pytest.mark.parametrize(("name", "path", "expected"), list(_examples()))
def test_an_example_comes_out_as_its_author_expects(
    reports: dict[str, Record], name: str, path: str, expected: Any
) -> None:
    assert expected == look_up(reports[name], path)


def test_there_is_an_example_of_each_kind_of_candidate(real_norm: Record) -> None:
    assert len(real_norm["examples"]) >= 6
    profiles = [example["answers"]["profile"] for example in real_norm["examples"].values()]
    assert {"first", "renewal", "conditional_follow_up"} <= {profile.get("application") for profile in profiles}
    assert {"private", "public"} == {profile["provider_kind"] for profile in profiles}
