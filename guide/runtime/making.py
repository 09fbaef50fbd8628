"""Making the runtime: from norm, words and code to two folders that a site serves."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guide import browser
from guide.runtime.bundle import write_bundle
from guide.runtime.interpreter import write_interpreter
from guide.runtime.manifest import write_manifest
from guide.runtime.rules import write_rules

__all__ = ["APP_FOLDER", "NODE_MODULES", "RUNTIME_FOLDER", "make_runtime"]

RUNTIME_FOLDER = "runtime"
APP_FOLDER = "kmop"
SOURCES = Path(browser.__file__).parent
NODE_MODULES = SOURCES.parent.parent / "node_modules"

# Words for maintainers and for the pages; the rules and the app say none of them.
ELSEWHERE = ("check.", "cli.", "pages.", "runtime.")


def make_runtime(
    norm: Mapping[str, Any],
    messages: Mapping[str, str],
    links: Mapping[str, str],
    target: Path,
    node_modules: Path = NODE_MODULES,
) -> None:
    """Write everything the browser needs: `runtime/` for the worker, `kmop/` for the page.

    Args:
        norm: The checked norm.
        messages: The message catalogue of one language, by id.
        links: Where each element of the norm is explained, as an address seen from the page.
        target: The folder in which the two folders come; served as `assets/`.
        node_modules: The folder of the npm packages.

    Raises:
        RuntimeFault: Something is not installed, or the code cannot be bundled.
    """
    runtime = _fresh(target / RUNTIME_FOLDER)
    write_interpreter(node_modules / "pyodide", runtime, messages)
    write_rules(runtime / "rules.zip", messages)
    _write_json(runtime / "norm.json", norm)
    _write_json(runtime / "messages.json", _spoken(messages))
    _write_json(runtime / "links.json", links)
    write_manifest(runtime)
    write_bundle(SOURCES, node_modules, _fresh(target / APP_FOLDER), messages)


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _write_json(path: Path, document: Mapping[str, Any]) -> None:
    # Not sorted: the rules go through the norm's elements in the order in which the norm has them.
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8", newline="\n")


def _spoken(messages: Mapping[str, str]) -> dict[str, str]:
    return {id_: text for id_, text in messages.items() if not id_.startswith(ELSEWHERE)}
