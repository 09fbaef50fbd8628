"""Answering: from one changed answer to the new report, beside another engine that works out one figure anew."""

import copy
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.figures import Bar, Row, Series, percentile
from tests.bench.machine import NODE
from tests.bench.visiting import Visits

__all__ = ["changed", "measure_answers"]

PUBLICODES = Path(__file__).parent / "publicodes"
_FRAME_MS = 16.7
_WARMING_UP, _CHANGES = 20, 100
_SCALE = "BGTV"


def measure_answers(visits: Visits, norm: dict[str, Any], runs: int) -> Iterator[Row]:
    """Change an answer many times in a started worker, in turn with the other engine.

    Args:
        visits: Visits over a local line.
        norm: The checked norm.
        runs: How many times in turn.
    """
    example = max(norm["examples"].values(), key=lambda each: len(each["answers"].get("checks", {})))
    documents = [json.dumps(each) for each in changed(example["answers"], norm, _WARMING_UP + _CHANGES)]
    ours: list[list[float]] = []
    theirs: list[list[float]] = []
    for _ in range(runs):
        ours.append(_in_worker(visits, documents, example["date"]))
        theirs.append(_publicodes())
    slowest = Series(tuple(percentile(took, 95) for took in ours))
    note = (
        f"Example {example['id']}, asked by the page until the result is there to be drawn; {_CHANGES} changes a run, "
        f"each of another score, after {_WARMING_UP} to warm up."
    )
    yield Row("answer-p95", "one changed answer to new report, p95", "ms", slowest, bar=Bar(_FRAME_MS), note=note)
    middle, other = (Series(tuple(median(took) for took in runs)) for runs in (ours, theirs))
    told = "publicodes with modele-social, one net salary, Node"
    yield Row("answer-publicodes", "one changed answer to new report, median", "ms", middle, told, other, Bar(0.2))


def changed(answers: dict[str, Any], norm: dict[str, Any], times: int) -> Iterator[dict[str, Any]]:
    """Yield the answers again and again, each time with one more score changed."""
    now = copy.deepcopy(answers)
    checks = [name for entry in norm["requirements"].values() for name in entry["checks"]]
    for turn in range(times):
        check = now.setdefault("checks", {}).setdefault(checks[turn % len(checks)], {})
        dimension = ("conformity", "demonstrability")[turn // len(checks) % 2]
        check[dimension] = _SCALE[(_SCALE.index(check.get(dimension, "V")) + 1) % len(_SCALE)]
        yield copy.deepcopy(now)


def _in_worker(visits: Visits, documents: list[str], on: str) -> list[float]:
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, visits.visit(Path(folder)) as page:
        visits.start_ours(page, json.loads(documents[0]), on)
        took: list[float] = visits.run(page, "change", documents, on)
    return took[_WARMING_UP:]


def _publicodes() -> list[float]:
    run = subprocess.run([str(NODE), str(PUBLICODES / "measure.mjs")], capture_output=True, text=True, check=True)
    took: list[float] = json.loads(run.stdout)
    return took
