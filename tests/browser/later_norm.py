"""The norm a version later: with points, documents and themes that changed, got another name or are gone."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from guide import paths
from guide.site.build import build

NORM = paths.NORM
LATER = "2099.1.1"
CHANGED = ["ACT-2", "annual-accounts"]
RENAMED = {"ACT-3": "ACT-31", "project-list-24-months": "list-of-projects", "sustainability": "green"}
REMOVED = {"ACT-5": "Vijfde punt", "satisfaction-forms": "Formulieren", "innovation": "Vernieuwing"}


def build_later(folder: Path) -> Path:
    """Build the site of the later norm in a folder, and return where it is."""
    norm, site = folder / "norm", folder / "site"
    shutil.copytree(NORM, norm)
    for path in norm.rglob("*.yaml"):
        _write(path, _without(_read(_renamed(path.read_text(encoding="utf-8")))))
    own = norm / "norm.yaml"
    removed = {name: {"nl": title} for name, title in REMOVED.items()}
    entry = {"version": LATER, "renamed": RENAMED, "changed": CHANGED, "removed": removed}
    _write(own, _read(own.read_text(encoding="utf-8")) | {"version": LATER, "history": [entry]})
    faults = build(norm, site)
    assert not faults, [str(fault) for fault in faults]
    return site


def _read(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CSafeLoader)


def _write(path: Path, data: Any) -> None:
    """Write a file as JSON, which is YAML too, and in no time."""
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1, default=str), encoding="utf-8")


def _renamed(text: str) -> str:
    for old, new in RENAMED.items():
        text = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, text)
    return text


def _without(value: Any) -> Any:
    """Leave out what is gone, wherever it is defined or named."""
    if isinstance(value, dict):
        kept = {key: _without(inner) for key, inner in value.items() if key not in REMOVED}
        return {key: inner for key, inner in kept.items() if inner != [] or value[key] == []}
    if isinstance(value, list):
        items = [each for each in value if not isinstance(each, str) or each not in REMOVED]
        return [_without(each) for each in items if not (isinstance(each, dict) and each.get("id") in REMOVED)]
    return value
