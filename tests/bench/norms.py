"""Building the site of a norm that grows, beside MkDocs over the same pages."""

from collections.abc import Iterator
from pathlib import Path

from guide.catalogue import load_messages
from guide.loader import load_norm
from guide.paths import ROOT
from tests.bench.building import build_seconds, plain_seconds, write_plain
from tests.bench.figures import Bar, Row, Series
from tests.bench.growing import grow

__all__ = ["measure_growth"]

_SIZES = (1, 10, 50)


def measure_growth(folder: Path, runs: int) -> Iterator[Row]:
    """Build norms of several sizes in turn, each with nothing kept of its norm and pages.

    Args:
        folder: An empty folder to work in.
        runs: How many times.
    """
    plain = {size: _grown(folder, size) for size in _SIZES}
    took: dict[int, list[float]] = {size: [] for size in _SIZES}
    others: dict[int, list[float]] = {size: [] for size in _SIZES}
    for run in range(runs):
        for size in _SIZES:
            kept = folder / f"kept-{size}-{run}"
            took[size].append(build_seconds(folder / f"norm-{size}", folder / f"site-{size}", kept))
            others[size].append(plain_seconds(plain[size]))
    for size in _SIZES[1:]:
        yield _ours(took, size)
        yield _theirs(others, size)


def _grown(folder: Path, size: int) -> Path:
    """Write a norm of this size, and the plain site of its pages."""
    grow(ROOT / "norm", folder / f"norm-{size}", size)
    norm = load_norm(folder / f"norm-{size}").norm
    assert norm is not None
    return write_plain(norm, load_messages("nl"), folder / f"plain-{size}")


def _ours(took: dict[int, list[float]], size: int) -> Row:
    series, base, each = _compared(took, size)
    note = f"Each time that the norm is added once more costs {each:.2f} s. Nothing was kept but the trimmed library."
    return Row(f"build-{size}", f"site build, norm {size}×", "s", series, "norm 1×", base, Bar(size), note)


def _theirs(took: dict[int, list[float]], size: int) -> Row:
    series, base, _ = _compared(took, size)
    return Row(f"plain-{size}", f"mkdocs-material over those pages, norm {size}×", "s", series, "norm 1×", base)


def _compared(took: dict[int, list[float]], size: int) -> tuple[Series, Series, float]:
    least = _SIZES[0]
    series, base = (Series(tuple(took[each])) for each in (size, least))
    return series, base, (series.median - base.median) / (size - least)
