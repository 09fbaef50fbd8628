"""Pyodide's own files, as its npm package holds them."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from guide.disk_cache import Cache
from guide.runtime.errors import RuntimeFault
from guide.runtime.trim_exports import trim_exports

__all__ = ["SCRIPT", "served_name", "write_interpreter"]

LOADER, SCRIPT, WASM = "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"
LOCK = "pyodide-lock.json"


def write_interpreter(package: Path, target: Path, messages: Mapping[str, str]) -> None:
    """Copy the interpreter into a folder, without its library and without what only extensions need.

    Its scripts get the ending that every host knows: as `.mjs` many a host sends them as no script, and then no browser
    runs them.

    Args:
        package: The folder of the npm package `pyodide`.
        target: The folder to write to.
        messages: The message catalogue, for what may be missing.

    Raises:
        RuntimeFault: A file of the package is missing, or is another than expected.
    """
    try:
        shutil.copyfile(package / LOADER, target / served_name(LOADER))
        shutil.copyfile(package / WASM, target / WASM)
        script, loader = ((package / name).read_bytes() for name in (SCRIPT, LOADER))
        (target / served_name(SCRIPT)).write_bytes(_trimmed(script, loader, messages))
        (target / LOCK).write_text(_empty_lock(package / LOCK), encoding="utf-8", newline="\n")
    except OSError as error:
        missing = str(error.filename or package)
        raise RuntimeFault.of(messages, "runtime.interpreter", path=missing) from error


def _trimmed(script: bytes, loader: bytes, messages: Mapping[str, str]) -> bytes:
    """The interpreter's script without what nothing mentions, unless an earlier build trimmed the same one."""

    def trim() -> bytes:
        return trim_exports(script.decode(), loader.decode(), messages).encode()

    return Cache().get_or_make("interpreter", lambda: [script, loader], trim)


def served_name(module: str) -> str:
    """Return what a module of the package is called on the site."""
    return f"{module.removesuffix('.mjs')}.js"


def _empty_lock(lock: Path) -> str:
    """Pyodide's table of packages without its packages: none is used, and 119 kB is not fetched."""
    info = json.loads(lock.read_bytes())["info"]
    return json.dumps({"info": info, "packages": {}}, sort_keys=True)
