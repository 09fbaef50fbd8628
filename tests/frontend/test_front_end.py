"""The parts of the front end that need no page run under Node."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from guide.paths import NODE_MODULES

HERE = Path(__file__).parent
SCRIPTS = sorted(HERE.glob("*.test.ts"))


@pytest.fixture(scope="module")
def environment() -> dict[str, str]:
    programs = Path(sys.executable).parent
    return {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_the_front_end_keeps_its_promises(script: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    bundle = tmp_path / "bundle.mjs"
    esbuild = str(NODE_MODULES / ".bin" / "esbuild")
    command = [esbuild, str(script), "--bundle", "--platform=neutral", "--external:node:*", "--format=esm"]
    subprocess.run([*command, f"--outfile={bundle}", "--log-level=error"], check=True)

    run = subprocess.run(
        ["node", "--test", "--test-reporter=tap", str(bundle)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout + run.stderr
    assert re.search(r"^# pass [1-9]", run.stdout, re.MULTILINE)
