"""Norms in which something went wrong at random, as when somebody edits them in a hurry."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

import yaml

__all__ = ["mutate_norm"]

_VALUES: list[Any] = [
    None, True, False, 0, -1, 1.5, 10**14, "", " ", "x", "money", "count", "OFR-1", "B", "nl", "{value}", "{",
    "}", "{fact:x}", "{fact:}", "2026-02-30", "2026-11-22", "https://[", "a b", "é" * 300, "\U0001f600", "date",
    "sites.belgium", [], [[]], [None], ["x", "x"], [1, "x"], {}, {"nl": ""}, {"nl": None}, {"id": "x"}, {"all": []},
    {"not": {}}, {"x": {"y": 1}},
]  # fmt: skip
_TEXTS = [
    "\t", "\x00", "\x85", ":", ": ", "- ", "[", "]", "{", "}", "'", '"', "&a ", "*a", "!!set ", "#", "\n", "\n  ",
    "---\n",
]  # fmt: skip
_MOST_CHANGES = 3


def mutate_norm(norm: Path, target: Path, chance: random.Random) -> Path:
    """Copy a norm and spoil up to three places of it.

    Args:
        norm: The folder of a norm in order.
        target: Where to write; what is there goes.
        chance: Decides what goes wrong.
    """
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(norm, target)
    files = sorted(target.rglob("*.yaml"))
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        _spoil(chance.choice(files), chance)
    return target


def _spoil(path: Path, chance: random.Random) -> None:
    text = path.read_text(encoding="utf-8")
    if chance.random() < 0.3:
        at = chance.randrange(len(text) + 1)
        path.write_text(text[:at] + chance.choice(_TEXTS) + text[at + chance.randint(0, 3) :], encoding="utf-8")
        return
    try:
        data = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return
    places = [place for place in _places(data) if place]
    if places:
        _change(data, chance.choice(places), chance)
        path.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True), encoding="utf-8")


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(inner for step, child in items for inner in _places(child, (*path, step)))]


def _change(data: Any, path: tuple[Any, ...], chance: random.Random) -> None:
    *steps, last = path
    for step in steps:
        data = data[step]
    match chance.randrange(5):
        case 0:
            del data[last]
        case 1 if isinstance(data, list):
            data.append(data[last])
        case 1:
            data[chance.choice(("x", "id", "nl", "Old 9", 3, None, "valid_from"))] = chance.choice(_VALUES)
        case _:
            data[last] = chance.choice(_VALUES)
