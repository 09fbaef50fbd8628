"""Tests in TypeScript that need no page: esbuild bundles all of them in one go, Node runs each."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

__all__ = ["bundle_tests", "run_bundle", "run_script"]

# As browsers get it, for the packages' own ways of being Node's are of no use here.
OPTIONS = (
    "--bundle",
    "--format=esm",
    "--platform=browser",
    "--external:node:*",
    "--out-extension:.js=.mjs",
    '--define:RUNTIME_KEY="key"',
    '--define:WORKER_NAME="worker.js"',
    '--define:CSV_NAME="./csv.js"',
    "--log-level=error",
)
# Ports between a page and its worker stay open for as long as both live, and would keep Node waiting.
RUN = ("node", "--test-force-exit", "--test-reporter=tap")


def bundle_tests(tests: Path, scripts: Sequence[str], target: Path) -> list[Path]:
    """Bundle tests, each into one script.

    Args:
        tests: The folder that the tests lie in, below one with `node_modules`.
        scripts: Their paths within it.
        target: The folder to write to.

    Returns:
        The scripts that were made, in the order of the tests.

    Raises:
        CalledProcessError: The tests, or the sources that they test, cannot be bundled.
    """
    packages = next(path for folder in tests.parents if (path := folder / "node_modules").is_dir())
    command = [str(packages / ".bin" / "esbuild"), *scripts, *OPTIONS]
    subprocess.run([*command, "--outbase=.", f"--outdir={target}"], cwd=tests, env=_environment(), check=True)
    return [target / Path(script).with_suffix(".mjs") for script in scripts]


def run_bundle(bundle: Path, seconds: int = 20) -> subprocess.CompletedProcess[str]:
    """Run the tests of a bundle.

    Args:
        bundle: The script.
        seconds: How long each of its tests may take.

    Returns:
        Their report, and a status other than 0 when one of them failed.
    """
    command = [*RUN, f"--test-timeout={seconds}000", str(bundle)]
    return subprocess.run(command, env=_environment(), capture_output=True, text=True, check=False)


def run_script(bundle: Path, *arguments: str) -> None:
    """Run a bundle that is no test.

    Args:
        bundle: The script.
        arguments: What it is given.

    Raises:
        CalledProcessError: The script fails.
    """
    subprocess.run(["node", str(bundle), *arguments], env=_environment(), check=True)


def _environment() -> dict[str, str]:
    """This machine's, with our Node first."""
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
