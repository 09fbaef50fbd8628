"""The worked examples of the norm are tests: domain people write them, this runs them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from assessment import assess
from guide.disk_cache import Cache
from guide.loader import load_norm
from tests.assessment.cases import Record
from tests.norms import REAL_NORM


def _examples() -> Iterator[Any]:
    norm = load_norm(REAL_NORM, Cache()).norm or {"examples": {}}
    for name, example in norm["examples"].items():
        for path, expected in example["expected"].items():
            yield pytest.param(name, path, expected, id=f"{name}: {path}")


def look_up(document: Any, path: str) -> Any:
    """Follow a dotted path; a step into a list names the id of one of its entries."""
    for step in path.split("."):
        if isinstance(document, list):
            document = next(entry for entry in document if entry["id"] == step)
        else:
            document = document[step]
    return document


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
