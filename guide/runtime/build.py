"""Making the runtime: from norm, words and code to two folders that a site serves."""

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide import paths
from guide.runtime.asset_manifest import write_manifest
from guide.runtime.bundle import Bundle, write_bundle
from guide.runtime.extensions import EXTENSIONS, extension_job
from guide.runtime.interpreter import write_interpreter
from guide.runtime.rules_archive import write_rules
from guide.runtime.trim_library import TrimJob, trim_library
from guide.scratch import scratch_folder

__all__ = ["APP_FOLDER", "RUNTIME_FOLDER", "Runtime", "make_runtime"]

RUNTIME_FOLDER = "runtime"
APP_FOLDER = "kmop"
# Norm, words and links, as `RulesApi` takes them.
DOCUMENTS = ("norm.json", "messages.json", "links.json")

# Words for maintainers and for the pages; the rules and the app say none of them.
ELSEWHERE = (
    "check.",
    "cli.",
    "examples.",
    "facts.",
    "files.",
    "lists.",
    "misunderstandings.",
    "package.",
    "pages.",
    "quiz.",
    "runtime.",
    "search.",
    "situations.",
    "text.",
    "texts.",
)
# What of the norm only pages of its own show.
UNUSED = (
    "cases",
    "changes",
    "examples",
    "files",
    "glossary",
    "letters",
    "misunderstandings",
    "quiz",
    "situations",
    "statements",
    "texts",
)


@dataclass(frozen=True)
class Runtime:
    """What was made, as far as others go on with it.

    Attributes:
        bundle: What the page's scripts were bundled from.
        single_scripts: The scripts of the page that brings everything along, by name.
    """

    bundle: Bundle
    single_scripts: Mapping[str, str]


def make_runtime(
    norm: Mapping[str, Any],
    messages: Mapping[str, str],
    links: Mapping[str, str],
    target: Path,
    node_modules: Path | None = None,
) -> Runtime:
    """Write everything the browser needs: a folder in `runtime/` for the worker, `kmop/` for the page.

    The folder for the worker is named after what is in it: what a browser has of it never becomes stale.

    Args:
        norm: The checked norm.
        messages: The message catalogue of one language, by id.
        links: Where each element of the norm is explained, as an address seen from the page.
        target: The folder in which the two folders come; served as `assets/`.
        node_modules: The folder of the npm packages; ours when not given.

    Raises:
        RuntimeFault: Something is not installed, or the code cannot be bundled.
    """
    node_modules = node_modules or paths.NODE_MODULES
    folder = _fresh(target / RUNTIME_FOLDER)
    runtime = _fresh(folder / "new")
    write_interpreter(node_modules / "pyodide", runtime, messages)
    used = {key: part for key, part in norm.items() if key not in UNUSED}
    texts = [_json(document) for document in (used, _spoken(messages), links)]
    for name, text in zip(DOCUMENTS, texts, strict=True):
        (runtime / name).write_text(text, encoding="utf-8", newline="\n")
    extensions = {each.name: _json(each.document(norm, set(used), messages)) for each in EXTENSIONS}
    for extension, text in extensions.items():
        (runtime / f"{extension}.json").write_text(text, encoding="utf-8", newline="\n")
    _write_python(norm, (texts, extensions), node_modules / "pyodide", runtime, messages)
    key = write_manifest(runtime)
    runtime.rename(folder / key)
    bundle = Bundle(paths.FRONTEND, node_modules, key)
    return Runtime(bundle, write_bundle(bundle, _fresh(target / APP_FOLDER), messages))


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _write_python(
    norm: Mapping[str, Any],
    texts: tuple[Sequence[str], Mapping[str, str]],
    package: Path,
    target: Path,
    messages: Mapping[str, str],
) -> None:
    """Write library, rules and extensions; the texts are those of the rules, and that of each extension."""
    with scratch_folder() as folder:
        sources = folder / "rules.zip"
        write_rules(sources, messages)
        extensions = [extension_job(each, norm, texts[1][each.name], folder) for each in EXTENSIONS]
        trim_library(TrimJob(sources, texts[0], norm["examples"], package, extensions), target, messages)


def _json(document: Mapping[str, Any]) -> str:
    # Not sorted: the rules go through the norm's elements in the order in which the norm has them.
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _spoken(messages: Mapping[str, str]) -> dict[str, str]:
    return {id_: text for id_, text in messages.items() if not id_.startswith(ELSEWHERE)}
