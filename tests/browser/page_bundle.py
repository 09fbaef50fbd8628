"""A script of our tests in TypeScript, bundled with what it imports into one that a page can run."""

import os
import subprocess
import sys
from pathlib import Path

from guide.paths import NODE_MODULES

__all__ = ["page_bundle"]


def page_bundle(source: Path, *options: str) -> str:
    """Bundle a script.

    Args:
        source: The script.
        options: What else esbuild is told.

    Raises:
        CalledProcessError: The script, or what it imports, cannot be bundled.
    """
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": programs, "NODE_PATH": str(NODE_MODULES)}
    command = [str(NODE_MODULES / ".bin" / "esbuild"), str(source), "--bundle", "--log-level=error", *options]
    return subprocess.run(command, env=environment, check=True, capture_output=True, encoding="utf-8").stdout
