"""`kmop check` in processor time: after one file changed, beside a check that knows nothing."""

import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from guide.paths import ROOT
from tests.bench.figures import Bar, Row, Series

__all__ = ["measure_checking"]

# Checks a copy of our norm as if it were ours, so that its wording is looked at too.
_CHECK = """
import sys
from pathlib import Path
from guide import paths
paths.NORM = Path(sys.argv.pop(1))
from guide.cli import main
main(["check", "--norm", str(paths.NORM)])
"""
# What all pages quote, what all results hang on, an example, and a rule of the text check.
_EDITED = ("glossary.yaml", "norm.yaml", "examples/starting-trainer.yaml", "texts/applying.yaml")


def measure_checking(folder: Path, runs: int) -> Iterator[Row]:
    """Check in turn: with nothing known, with everything known, and after each of some edits.

    Args:
        folder: An empty folder to work in.
        runs: How many times.
    """
    norm = Path(shutil.copytree(ROOT / "norm", folder / "norm"))
    kept = folder / "kept"
    check_seconds(norm, kept)
    cold, known, edited = [], [], []
    for run in range(runs):
        cold.append(check_seconds(norm, folder / f"cold-{run}"))
        known.append(check_seconds(norm, kept))
        for name in _EDITED:
            _edit(norm / name)
            edited.append(check_seconds(norm, kept))
    whole = Series(tuple(cold))
    told, note = "the same with nothing known", "Processor time. Of four files, each changed by itself."
    yield Row("check-edited", "check after one changed file", "s", Series(tuple(edited)), told, whole, Bar(0.35), note)
    yield Row("check-known", "check of what was in order before", "s", Series(tuple(known)), told, whole)


def check_seconds(norm: Path, kept: Path) -> float:
    """Check as a user does, and say how much processor time it took.

    Args:
        norm: The folder of the norm.
        kept: Where it is known what was in order before.
    """
    told = {**os.environ, "KMOP_KEPT": str(kept)}
    # Python keeps what it compiled, as it does for everybody who did not ask for anything else.
    told.pop("PYTHONDONTWRITEBYTECODE", None)
    before = _spent()
    subprocess.run([sys.executable, "-c", _CHECK, str(norm)], cwd=ROOT, stdout=subprocess.DEVNULL, check=True, env=told)
    return _spent() - before


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _edit(path: Path) -> None:
    """Change a file in another way each time, without breaking anything."""
    text, number = path.read_text("utf-8"), time.time_ns() % 100_000
    if path.name == "norm.yaml":
        changed = re.sub(r"(?m)^version: .*$", f'version: "2099.{1 + number % 12}.{1 + number % 28}"', text)
    else:
        changed = re.sub(r'((?:text|say|title): \{nl: ")', rf"\g<1>Zie {number}. ", text, count=1)
    assert changed != text, f"nothing was changed in {path.name}"
    path.write_text(changed, encoding="utf-8")
