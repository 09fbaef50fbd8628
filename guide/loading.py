"""Reads a norm, checks it whole, and puts it together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.assembling import assemble
from guide.checking import check_meaning
from guide.draft import Draft
from guide.faults import Fault, in_order
from guide.norm_files import read_files

__all__ = ["Loaded", "load_norm"]


@dataclass(frozen=True)
class Loaded:
    """What came of reading a norm.

    Attributes:
        norm: The checked norm as JSON-ready data, or None when anything is wrong.
        faults: Everything that is wrong, by file and place.
    """

    norm: dict[str, Any] | None
    faults: list[Fault]


def load_norm(directory: Path | str) -> Loaded:
    """Read and check all files of a norm, and say everything that is wrong at once.

    Args:
        directory: The folder with the files; faults name files as it does.
    """
    files, faults = read_files(Path(directory))
    faults += [fault for file in files for fault in file.faults]
    faults += check_meaning(Draft(files))
    if faults:
        return Loaded(None, in_order(faults))
    return Loaded(assemble(files), [])
