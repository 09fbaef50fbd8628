"""Verdicts change only when somebody looked at them: `accepted-verdicts.yaml` holds that of every example and case."""

import copy
from typing import Any

from guide import paths
from guide.catalogue import LANGUAGE
from guide.impact.accepted import ACCEPTED, read_accepted
from guide.impact.judging import Change, impact_of, verdicts_by
from guide.impact.subjects import norm_subjects


def test_every_verdict_is_the_one_that_was_accepted(real_norm: dict[str, Any]) -> None:
    """Where one is not: `kmop impact` with the revision of before says why, `--write-accepted` accepts it."""
    accepted, faults = read_accepted(paths.NORM.parent / ACCEPTED)

    found = verdicts_by(real_norm, norm_subjects(real_norm, real_norm, LANGUAGE), accepted)

    assert faults == []
    assert found == accepted


def test_a_dearer_hour_makes_the_audit_of_a_starting_trainer_dearer_and_nothing_else(real_norm: dict[str, Any]) -> None:
    """An hour of 175 euro in the place of one of 150: 2.100 euro and not 1.800, because of that figure."""
    dearer = copy.deepcopy(real_norm)
    dearer["facts"]["hourly-rate"]["value"]["amount"] = 17_500
    for rate in dearer["cost"]["rates"]:
        rate["eurocents_per_hour"] = {name: cents * 7 // 6 for name, cents in rate["eurocents_per_hour"].items()}
    change = Change(real_norm, dearer, {}, {}, {"hourly-rate"}, [])

    found = impact_of(change, norm_subjects(real_norm, dearer, LANGUAGE), {})
    (trainer,) = (each for each in found["subjects"] if each["key"] == "example-starting-trainer")
    (day,) = trainer["days"]
    price = next(area for area in day["areas"] if area["area"] == "cost")

    assert {area["area"] for area in day["areas"]} == {"cost", "worth"}
    assert [price["rows"][0][side]["likely"] for side in ("old", "new")] == [180_000, 210_000]
    assert price["causes"] == ["hourly-rate"]
    assert "accepted" not in day["verdict"]
