"""`kmop batch` over many candidates: one process against as many as there are cores, and whether memory stays flat."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from guide.paths import ROOT
from tests.bench.figures import Bar, Row, Series
from tests.bench.varied import candidates

__all__ = ["measure_batches"]

_FEW, _MANY = 10_000, 100_000
# So many candidates that differ, over and over: what is measured is the judging and not the making of them.
_DIFFERENT = 2_000
_OF_LINEAR = 0.85
_FLAT = 1.1
_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB", re.MULTILINE)
_PROGRAM = """
import sys
from guide.cli import main
try:
    main(sys.argv[1:])
finally:
    print(open("/proc/self/status").read(), file=sys.stderr)
"""


def measure_batches(norm: dict[str, Any], folder: Path) -> Iterator[Row]:
    """Measure how fast records are judged, and what that takes of memory.

    Args:
        norm: The checked norm.
        folder: An empty folder.
    """
    cores = os.cpu_count() or 1
    few, many = (_written(norm, number, folder) for number in (_FEW, _MANY))
    _batch(_written(norm, _DIFFERENT, folder), cores)
    alone, _ = _batch(few, 1)
    together, peak_few = _batch(few, cores)
    long, peak_many = _batch(many, cores)
    yield Row(
        id="batch-scaling",
        measure=f"kmop batch, {_FEW:,} records, each of {cores} cores against one alone".replace(",", " "),
        unit="records/s",
        ours=Series((_FEW / together / cores,)),
        against="one process",
        reference=Series((_FEW / alone,)),
        bar=Bar(_OF_LINEAR, at_least=True),
    )
    yield Row(
        id="batch-many",
        measure=f"kmop batch, {_MANY:,} records on {cores} cores".replace(",", " "),
        unit="records/s",
        ours=Series((_MANY / long,)),
        against=f"{_FEW:,} records".replace(",", " "),
        reference=Series((_FEW / together,)),
        bar=Bar(_OF_LINEAR, at_least=True),
    )
    yield Row(
        id="batch-memory",
        measure=f"kmop batch, most memory over {_MANY:,} records".replace(",", " "),
        unit="MiB",
        ours=Series((peak_many,)),
        against=f"{_FEW:,} records".replace(",", " "),
        reference=Series((peak_few,)),
        bar=Bar(_FLAT),
    )


def _written(norm: dict[str, Any], number: int, folder: Path) -> Path:
    lines = [json.dumps(answers) for answers, _ in candidates(norm, min(number, _DIFFERENT))]
    path = folder / f"{number}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for start in range(0, number, len(lines)):
            file.writelines(f"{line}\n" for line in lines[: number - start])
    return path


def _batch(source: Path, workers: int) -> tuple[float, float]:
    """Return the seconds that a batch takes, and the most memory that its own process had, in MiB."""
    out = source.with_suffix(".out.jsonl")
    words = ["batch", str(source), "--out", str(out), "--workers", str(workers), "--date", "2026-11-28"]
    before = time.perf_counter()
    ran = subprocess.run([sys.executable, "-c", _PROGRAM, *words], cwd=ROOT, capture_output=True, text=True, check=True)
    taken = time.perf_counter() - before
    found = _PEAK.search(ran.stderr)
    assert found is not None
    return taken, int(found[1]) / 1024
