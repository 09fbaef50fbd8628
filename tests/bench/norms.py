"""Building the site of a norm that grows."""

from collections.abc import Iterator
from pathlib import Path

from tests.bench.building import ROOT, build_seconds
from tests.bench.figures import Bar, Row, Series
from tests.bench.growing import grow

__all__ = ["measure_growth"]

_SIZES = (1, 10, 50)


def measure_growth(folder: Path, runs: int) -> Iterator[Row]:
    """Build norms of several sizes in turn.

    Args:
        folder: An empty folder to work in.
        runs: How many times.
    """
    for size in _SIZES:
        grow(ROOT / "norm", folder / f"norm-{size}", size)
    took: dict[int, list[float]] = {size: [] for size in _SIZES}
    for _ in range(runs):
        for size in _SIZES:
            took[size].append(build_seconds(folder / f"norm-{size}", folder / f"site-{size}"))
    least, *more = _SIZES
    for size in more:
        series, base = (Series(tuple(took[each])) for each in (size, least))
        each = (series.median - base.median) / (size - least)
        note = f"Each time that the norm is added once more costs {each:.2f} s."
        yield Row(f"build-{size}", f"site build, norm {size}×", "s", series, "norm 1×", base, Bar(size), note)
