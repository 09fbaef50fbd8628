"""One state of the sources gives one site, wherever and whenever it is built."""

import os
import subprocess
import sys
from pathlib import Path

from guide.paths import ROOT


def built(site: Path, seed: str) -> dict[str, bytes]:
    # Sets and dictionaries of texts come in another order with another seed.
    # Each makes everything itself, but for the trimmed library, which has a test of its own.
    kept = str(site.with_name(f"kept-{seed}"))
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "PYTHONHASHSEED": seed, "KMOP_KEPT": kept}
    command = [sys.executable, "-m", "guide", "build", "--site", str(site)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_two_builds_in_two_folders_give_the_same_bytes(tmp_path: Path) -> None:
    one = built(tmp_path / "one", seed="1")
    other = built(tmp_path / "deeper" / "other", seed="2")

    assert sorted(one) == sorted(other)
    assert [name for name, content in one.items() if other[name] != content] == []
