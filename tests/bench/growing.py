"""A norm of any size: the elements of a real one several times over, each copy with ids of its own.

What there can be any number of is multiplied: sources, conditions, documents, check points, facts, terms, warnings,
bureaus and changes. What the norm has as a whole stays as it is: the scale, the readings, the profile, the
steps of the procedure, the hours model, the statements of the founding texts.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

__all__ = ["grow"]

# By file (a folder stands for all files in it): the lists of elements that are multiplied.
_LISTS = {
    "sources.yaml": ("sources",),
    "conditions.yaml": ("conditions", "facts"),
    "scoring.yaml": ("facts",),
    "documents.yaml": ("documents", "facts"),
    "glossary.yaml": ("terms",),
    "warnings.yaml": ("warnings",),
    "bureaus.yaml": ("bureaus", "facts"),
    "changes.yaml": ("changes",),
    "cost.yaml": ("facts",),
    "requirements": ("checks", "examined"),
    "facts": ("facts",),
}
_CHECK = re.compile(r"([A-Z]{3})-(\d+)")
_FACT = re.compile(r"\{fact:([a-z0-9-]+)\}")
# Apart from any number that the norm gives its check points itself.
_APART = 1_000

Names = dict[str, str]


def grow(norm: Path, target: Path, times: int) -> None:
    """Write a norm with every element that can be multiplied this many times.

    Args:
        norm: The folder of a sound norm.
        target: The folder to write; must not be there yet.
        times: How many of each element; 1 gives the same norm.
    """
    shutil.copytree(norm, target)
    documents = {path: yaml.safe_load(path.read_text(encoding="utf-8")) for path in _files(target)}
    elements = [entry for path, document in documents.items() for entry in _elements(path, document)]
    named = {name for entry in elements for name in entry.get("sources", [])}
    # A source that only the rest of the norm rests on would be idle in the copies.
    ids = [entry["id"] for entry in elements if "publisher" not in entry or entry["id"] in named]
    for path, document in documents.items():
        _multiply(document, _lists(path), [_names(ids, copy) for copy in range(1, times)])
        path.write_text(yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=120), encoding="utf-8")


def _files(norm: Path) -> list[Path]:
    return sorted(path for name in _LISTS for path in ([norm / name] if "." in name else (norm / name).glob("*.yaml")))


def _lists(path: Path) -> tuple[str, ...]:
    return _LISTS.get(path.name) or _LISTS[path.parent.name]


def _elements(path: Path, document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for name in _lists(path):
        yield from document.get(name, [])


def _names(ids: list[str], copy: int) -> Names:
    """Give each element the id that it has in this copy."""
    return {name: _renamed(name, copy) for name in ids}


def _renamed(name: str, copy: int) -> str:
    check = _CHECK.fullmatch(name)
    return f"{check[1]}-{copy * _APART + int(check[2])}" if check else f"{name}-copy-{copy}"


def _multiply(document: dict[str, Any], lists: tuple[str, ...], copies: list[Names]) -> None:
    for name in lists:
        if name in document:
            originals = list(document[name])
            document[name] += [_copied(each, names) for names in copies for each in originals if each["id"] in names]


def _copied(value: Any, names: Names) -> Any:
    """Copy anything, with the ids that it names replaced by those of the copy."""
    if isinstance(value, dict):
        return {key: _copied(inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return [_copied(inner, names) for inner in value]
    if not isinstance(value, str):
        return value
    return names.get(value) or _FACT.sub(lambda found: f"{{fact:{names.get(found[1], found[1])}}}", value)
