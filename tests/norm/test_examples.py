"""The worked examples and the first-hand cases of the norm: domain people write them, and `kmop check` runs them."""

from guide.checks.expected import expected_faults
from guide.disk_cache import Cache
from tests.assessment.cases import Record
from tests.norms import REAL_NORM


def test_every_example_and_case_comes_out_as_its_author_expects(real_norm: Record) -> None:
    assert expected_faults(real_norm, REAL_NORM, Cache()) == []


def test_there_is_an_example_of_each_kind_of_candidate(real_norm: Record) -> None:
    assert len(real_norm["examples"]) >= 6
    profiles = [example["answers"]["profile"] for example in real_norm["examples"].values()]
    assert {"first", "renewal", "conditional_follow_up"} <= {profile.get("application") for profile in profiles}
    assert {"private", "public"} == {profile["provider_kind"] for profile in profiles}
