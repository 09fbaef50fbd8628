"""The norm a version later: with points, documents and themes that changed, got another name or are gone."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from guide.paths import ROOT
from guide.site.build import build
from tests.browser.norm_ids import DOCUMENTS, NORM, SECOND_CHECK, THIRD_CHECK, checks_of
from tests.norms import REAL_NORM

LATER = "2099.1.1"
# What a statement of the founding texts or a question of the practice test rests on has to stay.
NEEDED = {each["element"] for each in NORM["statements"]} | {
    ground for topic in NORM["quiz"] for question in topic["questions"] for ground in question["rests_on"]
}
# And so has what a hand-written page names.
NEEDED |= {
    name for path in (ROOT / "docs" / "nl").rglob("*.md") for name in re.findall(r"[\w-]+", path.read_text("utf-8"))
}
# The schema takes no name with a low line for something that is removed.
THEMES = [name for name in NORM["scheme"]["themes"] if "_" not in name]


def _free(names: list[str]) -> list[str]:
    """Those that the norm can do without."""
    return [name for name in names if name not in NEEDED]


OLD_DOCUMENT, GONE_DOCUMENT, *_ = _free(DOCUMENTS[1:])
CHANGED = [SECOND_CHECK, DOCUMENTS[0]]
RENAMED = {THIRD_CHECK: f"{THIRD_CHECK}1", OLD_DOCUMENT: "list-of-before", THEMES[0]: "green"}
REMOVED = {
    _free(checks_of()[3:])[0]: "Vijfde punt",
    GONE_DOCUMENT: "Formulieren",
    _free(THEMES[1:])[0]: "Vernieuwing",
}


def build_later(folder: Path) -> Path:
    """Build the site of the later norm in a folder, and return where it is."""
    norm, site = folder / "norm", folder / "site"
    shutil.copytree(REAL_NORM, norm)
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
