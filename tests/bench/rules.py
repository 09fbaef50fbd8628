"""The rules alone, in CPython on one core: reports a second, and memory."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from guide.paths import ROOT
from tests.bench.figures import Bar, Row, Series
from tests.bench.varied import candidates

__all__ = ["measure_rules"]

# In a process of its own, so that only the rules are in its memory. No two candidates are alike.
_PROGRAM = """
import json, resource, sys, time
from datetime import date
from assessment import assess
norm, candidates = json.load(sys.stdin)
candidates = [(answers, date.fromisoformat(on)) for answers, on in candidates]
for answers, on in candidates[:50]:
    assess(norm, answers, on)
before = time.perf_counter()
for answers, on in candidates:
    assess(norm, answers, on)
pace = len(candidates) / (time.perf_counter() - before)
print(json.dumps([pace, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""
_CANDIDATES = 800


def measure_rules(norm: dict[str, Any], runs: int) -> Iterator[Row]:
    """Judge candidates who all differ.

    Args:
        norm: The checked norm.
        runs: How many times, each in a process of its own.
    """
    told = [json.loads(_said(norm)) for _ in range(runs)]
    pace, memory = (Series(tuple(each)) for each in zip(*told, strict=True))
    note = (
        f"Full reports with every conclusion and its steps, of {_CANDIDATES} candidates who all differ; nothing is "
        "kept from one to the next. The profile that says what limits it stands in docs/decisions/0013."
    )
    yield Row(
        "rules", "rules, full reports in CPython on one core", "per s", pace, bar=Bar(2_000, at_least=True), note=note
    )
    yield Row("rules-memory", "the same, most memory of the process", "MiB", memory)


def _said(norm: dict[str, Any]) -> str:
    command = [sys.executable, "-c", _PROGRAM]
    judged = [(answers, on.isoformat()) for answers, on in candidates(norm, _CANDIDATES)]
    run = subprocess.run(
        command, input=json.dumps([norm, judged]), cwd=ROOT, capture_output=True, text=True, check=True
    )
    return run.stdout
