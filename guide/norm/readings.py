"""The readings of the scoring model, each with all that the rules need to judge by it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from assessment.fields import scale_of
from assessment.outcomes import NOT_REQUIRED, verdicts_of
from guide.norm.reading_texts import with_bars

__all__ = ["completed_readings"]

Data = dict[str, Any]


def completed_readings(scoring: Mapping[str, Any], requirements: Iterable[Mapping[str, Any]]) -> dict[str, Data]:
    """The readings by id, texts with their bars, the scale, the verdicts from best to worst, and weights that differ.

    Args:
        scoring: The file of the scoring model.
        requirements: The requirements, in the norm's order.
    """
    norm = {"scoring": scoring}
    lowest, *others = [name for name in verdicts_of(norm) if name != NOT_REQUIRED]
    shared: Data = {"scale": list(scale_of(norm)), "otherwise": lowest}
    scale = {step["id"]: step for step in scoring["scale"]}
    shared |= _weights("weights", scoring["dimensions"]) | _weights("requirement_weights", requirements)
    return {
        reading["id"]: {
            **with_bars(reading, scale),
            **shared,
            "verdicts": [
                {"id": name, **reading["verdicts"][name]} for name in reversed(others) if name in reading["verdicts"]
            ],
        }
        for reading in scoring["readings"]
    }


def _weights(name: str, entries: Iterable[Mapping[str, Any]]) -> Data:
    weights = [entry.get("weight", 1) for entry in entries]
    return {name: weights} if set(weights) != {1} else {}
