"""Pyodide's own files, as its npm package holds them."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from guide.disk_cache import Cache
from guide.runtime.errors import RuntimeFault
from guide.runtime.trim_exports import TrimmedScript, trim_exports
from guide.runtime.trim_linking import trim_linking
from guide.runtime.wasm_exports import WasmError, keep_exports

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
        script = _trimmed(package, messages)
        (target / served_name(SCRIPT)).write_text(script.text, encoding="utf-8", newline="\n")
        (target / WASM).write_bytes(keep_exports((package / WASM).read_bytes(), script.exports))
        (target / LOCK).write_text(_empty_lock(package / LOCK), encoding="utf-8", newline="\n")
    except WasmError as error:
        raise RuntimeFault.of(messages, "runtime.slim") from error
    except OSError as error:
        missing = str(error.filename or package)
        raise RuntimeFault.of(messages, "runtime.interpreter", path=missing) from error


def _trimmed(package: Path, messages: Mapping[str, str]) -> TrimmedScript:
    """The interpreter's script without the exports that nothing mentions, unless an earlier build trimmed the same."""
    script, loader = ((package / name).read_bytes() for name in (SCRIPT, LOADER))

    def trim() -> dict[str, object]:
        trimmed = trim_exports(trim_linking(script.decode(), messages), loader.decode(), messages)
        return {"text": trimmed.text, "exports": sorted(trimmed.exports)}

    made = Cache().get_or_make_json("interpreter", lambda: [script, loader], trim)
    return TrimmedScript(made["text"], frozenset(made["exports"]))


def served_name(module: str) -> str:
    """Return what a module of the package is called on the site."""
    return f"{module.removesuffix('.mjs')}.js"


def _empty_lock(lock: Path) -> str:
    """Pyodide's table of packages without its packages: none is used, and 119 kB is not fetched."""
    info = json.loads(lock.read_bytes())["info"]
    return json.dumps({"info": info, "packages": {}}, sort_keys=True)
