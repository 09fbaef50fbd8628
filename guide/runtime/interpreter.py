"""Pyodide's own files, as its npm package holds them."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from guide.runtime.errors import RuntimeFault
from guide.runtime.trim_exports import trim_exports

__all__ = ["write_interpreter"]

LOADER = "pyodide.mjs"
FILES = (LOADER, "pyodide.asm.wasm")
SCRIPT = "pyodide.asm.mjs"
LOCK = "pyodide-lock.json"


def write_interpreter(package: Path, target: Path, messages: Mapping[str, str]) -> None:
    """Copy the interpreter into a folder, without its library and without what only extensions need.

    Args:
        package: The folder of the npm package `pyodide`.
        target: The folder to write to.
        messages: The message catalogue, for what may be missing.

    Raises:
        RuntimeFault: A file of the package is missing, or is another than expected.
    """
    try:
        for name in FILES:
            shutil.copyfile(package / name, target / name)
        script, loader = ((package / name).read_text(encoding="utf-8") for name in (SCRIPT, LOADER))
        (target / SCRIPT).write_text(trim_exports(script, loader, messages), encoding="utf-8", newline="\n")
        (target / LOCK).write_text(_empty_lock(package / LOCK), encoding="utf-8", newline="\n")
    except OSError as error:
        missing = str(error.filename or package)
        raise RuntimeFault.of(messages, "runtime.interpreter", path=missing) from error


def _empty_lock(lock: Path) -> str:
    """Pyodide's table of packages without its packages: none is used, and 119 kB is not fetched."""
    info = json.loads(lock.read_bytes())["info"]
    return json.dumps({"info": info, "packages": {}}, sort_keys=True)
