"""The bundler: one place that runs esbuild, which makes scripts and style sheets into what browsers read."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

__all__ = ["EsbuildError", "run_esbuild"]


class EsbuildError(Exception):
    """Nothing came of it; `str()` gives the sentence for the reader."""


def run_esbuild(
    node_modules: Path, arguments: Sequence[str], messages: Mapping[str, str], refused: str = "runtime.bundle"
) -> None:
    """Run esbuild over files, which it writes to where the arguments say.

    Args:
        node_modules: The folder of the npm packages, esbuild among them.
        arguments: The files and options.
        messages: The message catalogue, for what may go wrong.
        refused: The id of the sentence for files that esbuild refuses.

    Raises:
        EsbuildError: esbuild is missing, or refuses the files.
    """
    program = node_modules / ".bin" / "esbuild"
    command, environment = [str(program), *arguments], _environment(node_modules)
    try:
        subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    except OSError as error:
        raise EsbuildError(messages["runtime.bundler"].format(path=program)) from error
    except subprocess.CalledProcessError as error:
        raise EsbuildError(messages[refused].format(reason=error.stderr.strip())) from error


def _environment(node_modules: Path) -> dict[str, str]:
    """This machine's, with our Node first (npm may have left esbuild a script for it) and our packages."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    return {**os.environ, "PATH": path, "NODE_PATH": str(node_modules)}
