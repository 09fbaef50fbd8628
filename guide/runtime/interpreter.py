"""Pyodide's own files, as its npm package holds them."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from guide.runtime.faults import RuntimeFault

__all__ = ["write_interpreter"]

FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
LOCK = "pyodide-lock.json"


def write_interpreter(package: Path, target: Path, messages: Mapping[str, str]) -> None:
    """Copy the interpreter into a folder, without its library.

    Args:
        package: The folder of the npm package `pyodide`.
        target: The folder to write to.
        messages: The message catalogue, for what may be missing.

    Raises:
        RuntimeFault: A file of the package is missing.
    """
    try:
        for name in FILES:
            shutil.copyfile(package / name, target / name)
        (target / LOCK).write_text(_empty_lock(package / LOCK), encoding="utf-8", newline="\n")
    except OSError as error:
        missing = str(error.filename or package)
        raise RuntimeFault.of(messages, "runtime.interpreter", path=missing) from error


def _empty_lock(lock: Path) -> str:
    """Pyodide's table of packages without its packages: none is used, and 119 kB is not fetched."""
    info = json.loads(lock.read_bytes())["info"]
    return json.dumps({"info": info, "packages": {}}, sort_keys=True)
