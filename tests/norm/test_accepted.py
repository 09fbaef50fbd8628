"""Verdicts change only when somebody looked at them: `accepted-verdicts.yaml` holds that of every example and case."""

from typing import Any

from guide import paths
from guide.catalogue import LANGUAGE
from guide.impact.accepted import ACCEPTED, read_accepted
from guide.impact.judging import verdicts_by
from guide.impact.subjects import norm_subjects


def test_every_verdict_is_the_one_that_was_accepted(real_norm: dict[str, Any]) -> None:
    """Where one is not: `kmop impact` with the revision of before says why, `--write-accepted` accepts it."""
    accepted, faults = read_accepted(paths.NORM.parent / ACCEPTED)

    found = verdicts_by(real_norm, norm_subjects(real_norm, real_norm, LANGUAGE), accepted)

    assert faults == []
    assert found == accepted
