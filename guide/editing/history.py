"""The norm's history, written by whoever changes an id: what candidates answered under it finds its way."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString as Quoted

from guide.catalogue import LANGUAGE
from guide.editing.yaml_form import round_trip
from guide.editing.yaml_text import as_scalar

__all__ = ["is_released", "next_version", "with_history", "with_unreleased"]


def next_version(own: str, released: Iterable[str], today: date) -> str:
    """The version that a change belongs to: the one at hand, or a new one where that is out already.

    Args:
        own: The norm's version.
        released: The versions that are out.
        today: A new version is called after the day.
    """
    fresh, out = f"{today.year}.{today.month}.{today.day}", [_order(version) for version in released]
    # Where nobody noted what is out, a version of before today may be.
    if _order(own) > max(out) if out else _order(own) >= _order(fresh):
        return own
    year, month, day = _order(own)
    after = date(year, month, day) + timedelta(days=1)
    return fresh if _order(fresh) > _order(own) else f"{after.year}.{after.month}.{after.day}"


def is_released(name: str, released: Iterable[Mapping[str, Any]]) -> bool:
    """Whether candidates could answer an id in a version that is out, or in any while none is noted."""
    versions = list(released)
    return not versions or any(name in each["ids"] for each in versions)


def with_history(text: str, version: str, key: str, change: Mapping[str, Any], said: str) -> str:
    """`norm.yaml` with a change of ids in the entry of a version, which is made if it is not there.

    Args:
        text: What stands in the file.
        version: The version that the change belongs to.
        key: `renamed`, `merged` or `removed`.
        change: What goes under it.
        said: What readers are told of a version that says nothing yet.
    """
    yaml = round_trip()
    norm = yaml.load(text)
    norm["version"] = Quoted(version)
    entry = _entry(norm.setdefault("history", []), version, said)
    _follow(entry, change if key == "renamed" else {})
    entry.setdefault(key, CommentedMap()).update({_scalar(name): _on_a_line(what) for name, what in change.items()})
    return _written(yaml, norm)


def with_unreleased(text: str, renamed: Mapping[str, str]) -> str:
    """`norm.yaml` after a new name for what no candidate has answered yet: only what is not out follows.

    Args:
        text: What stands in the file.
        renamed: The new name by the old one.
    """
    yaml = round_trip()
    norm = yaml.load(text)
    if norm.get("history"):
        _follow(norm["history"][-1], renamed)
    return _written(yaml, norm)


def _written(yaml: YAML, norm: Any) -> str:
    stream = io.StringIO()
    yaml.dump(norm, stream)
    return stream.getvalue()


def _entry(history: list[Any], version: str, said: str) -> Any:
    if not history or history[-1]["version"] != version:
        history.append(CommentedMap(version=Quoted(version), text=_on_a_line({LANGUAGE: said})))
    return history[-1]


def _on_a_line(value: Any) -> Any:
    """A text by language or a list as it is written elsewhere: between brackets, texts between quotes."""
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, list):
        made: Any = CommentedSeq(map(_scalar, value))
    else:
        made = CommentedMap((key, Quoted(value[key])) for key in value)
    made.fa.set_flow_style()
    return made


def _scalar(name: str) -> str:
    return name if as_scalar(name) == name else Quoted(name)


def _follow(entry: Any, renamed: Mapping[str, str]) -> None:
    """Let what the same version said of an old name say it of the new one."""
    for old, new in renamed.items():
        for before, after in entry.get("renamed", {}).items():
            if after == old:
                entry["renamed"][before] = _scalar(new)
        if old in entry.get("merged", {}):
            entry["merged"][_scalar(new)] = entry["merged"].pop(old)
        if old in entry.get("changed", ()):
            entry["changed"][entry["changed"].index(old)] = _scalar(new)


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
