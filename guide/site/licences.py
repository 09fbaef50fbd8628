"""Third-party licences: the text of each one under which something that readers get was made by others.

The texts come out of the packages themselves. What a package brings along without a text, or has built in, has one in
the folder `licences/`, by its name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, distribution
from importlib.resources import files
from pathlib import Path
from typing import Any

from guide import paths
from guide.runtime import RuntimeFault

__all__ = ["LICENCES", "npm_packages", "third_party_licences"]

LICENCES = "licenties.txt"
"""Where the site serves them."""

TEXTS = Path(__file__).with_name("licences")
# What npm notes of what it installed.
INSTALLED = ".package-lock.json"
# Asked for by a package, and never bundled: types, what only Node has, and what a bundle for browsers does not take.
NOT_SHIPPED = re.compile(r"@napi-rs/.*|@types/.*|undici-types|ws|@lit-labs/ssr-dom-shim")
# What the runtime and the theme are themselves made of; their packages do not tell.
BUILT_IN = (
    "CPython",
    "libraries-in-pyodide",
    *("clipboard", "escape-html", "focus-visible", "lunr", "lunr-languages", "rxjs", "tslib"),
)
PYTHON = ("python-stdnum", "mkdocs-material")
ICONS = "Material Design Icons"
NAMED = re.compile(r"(licen[cs]e|copying|notice)(\.(md|txt))?", re.IGNORECASE)
RULE = "=" * 78
# By this mark editors and browsers know how the file is written, whatever a host says.
BYTE_ORDER_MARK = "\ufeff"


def third_party_licences(messages: Mapping[str, str], node_modules: Path | None = None) -> str:
    """Return all of them, as one text for readers.

    Args:
        messages: The message catalogue.
        node_modules: The folder of the npm packages; ours when not given.

    Raises:
        RuntimeFault: A package has no text, and there is none here either.
    """
    texts = [*_of_npm(node_modules or paths.NODE_MODULES, messages), *_of_python(messages), *_built_in()]
    blocks = [f"{RULE}\n{name}\n{RULE}\n\n{text.strip()}\n" for name, text in sorted(texts, key=_by_name)]
    return BYTE_ORDER_MARK + "\n\n".join([messages["facts.licence.others_intro"], *blocks])


def npm_packages(node_modules: Path) -> dict[str, Any]:
    """Return what npm notes of each package that readers get, by its name.

    Args:
        node_modules: The folder of the npm packages.

    Raises:
        OSError: It notes nothing there.
    """
    packages = json.loads((node_modules / INSTALLED).read_bytes())["packages"]
    named = {path.rpartition("node_modules/")[2]: entry for path, entry in packages.items() if path}
    return {name: entry for name, entry in named.items() if not entry.get("dev") and not NOT_SHIPPED.fullmatch(name)}


def _of_npm(node_modules: Path, messages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    try:
        packages = npm_packages(node_modules)
    except OSError as error:
        raise RuntimeFault.of(messages, "runtime.packages", path=str(node_modules / INSTALLED)) from error
    for name, entry in packages.items():
        found = sorted(path for path in (node_modules / name).glob("*") if NAMED.fullmatch(path.name))
        text = "\n\n".join(path.read_text("utf-8") for path in found or _kept(name, messages))
        yield f"{name} {entry['version']} ({entry['license']})", text


def _kept(name: str, messages: Mapping[str, str]) -> list[Path]:
    path = TEXTS / f"{name}.txt"
    if not path.is_file():
        raise RuntimeFault.of(messages, "runtime.licence", package=name)
    return [path]


def _of_python(messages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in PYTHON:
        found = distribution(name)
        yield f"{name} {found.version}", _text_of(found, messages)
    yield ICONS, (files("material") / "templates" / ".icons" / "material" / "LICENSE").read_text("utf-8")


def _text_of(found: Distribution, messages: Mapping[str, str]) -> str:
    # By the names in its metadata: its list of files has thousands of icons.
    named = found.metadata.get_all("License-File") or []
    texts = [text for name in named if (text := found.read_text(f"licenses/{name}"))]
    if not texts:
        raise RuntimeFault.of(messages, "runtime.licence", package=found.name)
    return "\n\n".join(texts)


def _built_in() -> Iterator[tuple[str, str]]:
    return ((name, (TEXTS / f"{name}.txt").read_text("utf-8")) for name in BUILT_IN)


def _by_name(text: tuple[str, str]) -> str:
    return text[0].lower().lstrip("@")
