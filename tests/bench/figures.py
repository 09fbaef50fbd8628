"""Figures: what was measured several times, and whether it reaches what it should."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

__all__ = ["Bar", "Row", "Series", "percentile"]

_WHOLE = 100


@dataclass(frozen=True)
class Series:
    """The same thing measured several times, all in one unit."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return median(self.values)

    @property
    def least(self) -> float:
        """The lowest."""
        return min(self.values)

    @property
    def most(self) -> float:
        """The highest."""
        return max(self.values)


@dataclass(frozen=True)
class Bar:
    """What is to be reached: by our figure divided by the reference, or by our figure where there is none."""

    limit: float
    at_least: bool = False

    def met_by(self, reached: float) -> bool:
        """Whether a figure is on the right side of the limit; on it is good enough."""
        return reached >= self.limit if self.at_least else reached <= self.limit


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        id: By which the next run finds it back.
        measure: What was measured.
        unit: Of both series.
        ours: Our figures.
        against: What ours is held against, in words.
        reference: Its figures; none where the bar is a figure of its own.
        bar: What is to be reached; none for a line that only informs.
        note: What a reader has to know besides.
    """

    id: str
    measure: str
    unit: str
    ours: Series
    against: str = "–"
    reference: Series | None = None
    bar: Bar | None = None
    note: str = ""

    @property
    def reached(self) -> float:
        """What is held against the bar."""
        return self.ours.median / self.reference.median if self.reference else self.ours.median

    @property
    def met(self) -> bool | None:
        """Whether the bar is reached; nothing where there is none."""
        return None if self.bar is None else self.bar.met_by(self.reached)


def percentile(values: Sequence[float], percent: int) -> float:
    """Return the lowest of the values that this percentage of them does not exceed."""
    ordered = sorted(values)
    place = -(-len(ordered) * percent // _WHOLE)
    return ordered[max(place, 1) - 1]
