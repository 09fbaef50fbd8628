"""Starting: from an empty worker to its first report, the first time and the second."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.figures import Bar, Row, Series
from tests.bench.serving import SLOW
from tests.bench.visiting import Visits

__all__ = ["measure_starts"]

_COLD, _SECOND = Bar(0.35), Bar(0.25)
# Browsers write to their caches a moment after a page has what it asked for.
_WRITING_MS = 1_500
_STOCK = "bare `loadPyodide()` + `1+1`"
_SLOWED = (
    "10 Mbit/s and 40 ms a request, kept to by the server, for workers too. Only the page's thread is slowed 4 times:"
    " Chromium refuses it for a worker, where all of the work is."
)
_Took = dict[str, list[float]]


def measure_starts(visits: Visits, example: dict[str, Any], runs: int) -> Iterator[Row]:
    """Start ours and the stock one in turn, each in a profile of its own, twice.

    Args:
        visits: Visits over one line.
        example: One of the norm's examples.
        runs: How many times.
    """
    took: _Took = {name: [] for name in ("ours cold", "stock cold", "ours again", "stock again", "woken by nothing")}
    for _ in range(runs):
        _ours(visits, example, took)
        _stock(visits, took)
    line = visits.line.name
    cold, again = (_row(line, took, name) for name in ("cold", "again"))
    yield cold
    yield again
    plain, stock = (Series(tuple(took[name])) for name in ("woken by nothing", "stock again"))
    yield Row(f"start-again-plain-{line}", f"second visit without a snapshot, {line}", "ms", plain, _STOCK, stock)


def _row(line: str, took: _Took, name: str) -> Row:
    told = {"cold": "worker start to first report, cold profile", "again": "the same, second visit"}[name]
    series = [Series(tuple(took[f"{whose} {name}"])) for whose in ("ours", "stock")]
    bar = {"cold": _COLD, "again": _SECOND}[name] if line != SLOW.name else None
    note = _SLOWED if line == SLOW.name else ""
    return Row(f"start-{name}-{line}", f"{told}, {line}", "ms", series[0], _STOCK, series[1], bar, note)


def _ours(visits: Visits, example: dict[str, Any], took: _Took) -> None:
    given = example["answers"], example["date"]
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profile = Path(folder)
        with visits.visit(profile) as page:
            took["ours cold"].append(visits.start_ours(page, *given))
            page.wait_for_timeout(_WRITING_MS)
        with visits.visit(profile) as page:
            took["woken by nothing"].append(visits.start_ours(page, *given))
            visits.run(page, "prepareOurs", visits.runtime)
            page.wait_for_timeout(_WRITING_MS)
        with visits.visit(profile) as page:
            took["ours again"].append(visits.start_ours(page, *given))


def _stock(visits: Visits, took: _Took) -> None:
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for name in ("stock cold", "stock again"):
            with visits.visit(Path(folder)) as page:
                took[name].append(float(visits.run(page, "startStock")))
                page.wait_for_timeout(_WRITING_MS)
