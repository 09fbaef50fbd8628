"""The rules alone, in CPython on one core: reports a second, and memory."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.figures import Bar, Row, Series

__all__ = ["measure_rules"]

ROOT = Path(__file__).parents[2]
# In a process of its own, so that only the rules are in its memory. Every example is judged in turn.
_PROGRAM = """
import json, resource, sys, time
from datetime import date
from assessment import assess
norm = json.load(sys.stdin)
examples = [(each["answers"], date.fromisoformat(each["date"])) for each in norm["examples"].values()]
for _ in range(5):
    reports = [assess(norm, answers, on) for answers, on in examples]
done, before = 0, time.perf_counter()
while time.perf_counter() - before < 2:
    for answers, on in examples:
        assess(norm, answers, on)
        done += 1
pace = done / (time.perf_counter() - before)
print(json.dumps([pace, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def measure_rules(norm: dict[str, Any], runs: int) -> Iterator[Row]:
    """Judge the norm's examples over and over.

    Args:
        norm: The checked norm.
        runs: How many times, each in a process of its own.
    """
    told = [json.loads(_said(norm)) for _ in range(runs)]
    pace, memory = (Series(tuple(each)) for each in zip(*told, strict=True))
    note = "Full reports with every conclusion and its steps, over the norm's examples in turn."
    yield Row(
        "rules", "rules, full reports in CPython on one core", "per s", pace, bar=Bar(2_000, at_least=True), note=note
    )
    yield Row("rules-memory", "the same, most memory of the process", "MiB", memory)


def _said(norm: dict[str, Any]) -> str:
    command = [sys.executable, "-c", _PROGRAM]
    run = subprocess.run(command, input=json.dumps(norm), cwd=ROOT, capture_output=True, text=True, check=True)
    return run.stdout
