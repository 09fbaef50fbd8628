"""The bars of the readings side by side: what each takes, in words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assessment.wording import Wording
from guide.pages.model import Element

__all__ = ["rows_of_bars"]

_TERMS = ("points_at_most", "lowest_score", "percent", "failed_at_most", "passed_at_least", "passed_percent")
# What a requirement takes to pass where a reading does not say.
_PLAIN = {"points_at_most": 0}

Row = tuple[str, list[str]]


def rows_of_bars(readings: Sequence[Element], wording: Wording) -> list[Row]:
    """Return each bar by its label, with its cell in each of the readings."""
    return list(_rows(readings, wording))


def _rows(readings: Sequence[Element], wording: Wording) -> Iterator[Row]:
    message = wording.message
    bars = [message("pages.readings.sufficient.value", {"bar": each["sufficient"]}) for each in readings]
    yield message("pages.readings.sufficient.label"), bars
    if any("passed" in each for each in readings):
        passing = [_terms(each.get("passed", _PLAIN), wording) for each in readings]
        yield message("pages.readings.passed"), passing
    if any("deliberation" in each for each in readings):
        saving = [_unless_never(each.get("deliberation"), "points_at_most", wording) for each in readings]
        yield message("pages.readings.deliberation"), saving
    yield from _verdicts(readings, wording)


def _verdicts(readings: Sequence[Element], wording: Wording) -> Iterator[Row]:
    """Show what each verdict takes but the lowest; that no requirement may fail for the best goes without saying."""
    by_reading = [{bar["id"]: bar for bar in each["verdicts"]} for each in readings]
    for name in dict.fromkeys(name for bars in by_reading for name in reversed(bars)):
        found = [bars.get(name) for bars in by_reading]
        if any(bar != {"id": name, "failed_at_most": 0} for bar in found):
            label = wording.message("pages.readings.verdict", {"verdict": name})
            yield label, [_unless_never(bar, "failed_at_most", wording) for bar in found]


def _unless_never(bar: Mapping[str, Any] | None, most: str, wording: Wording) -> str:
    if bar is None or (bar.get(most) == 0 and "percent" not in bar):
        return wording.message("pages.readings.never")
    return _terms(bar, wording)


def _terms(bar: Mapping[str, Any], wording: Wording) -> str:
    """Put a bar into words, one term after the other."""
    if bar == _PLAIN:
        return wording.message("pages.readings.all_points")
    told = [wording.message(f"pages.readings.terms.{name}", {"n": bar[name]}) for name in _TERMS if name in bar]
    return wording.message("pages.readings.comma").join(told)
