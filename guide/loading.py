"""Reads a norm, checks it whole, and puts it together."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from guide.answers_schema import answers_schema
from guide.assembling import assemble
from guide.checking import check_meaning
from guide.draft import Draft
from guide.faults import Fault, in_order
from guide.loaded import Loaded
from guide.norm_files import NormFile, read_files
from guide.schema_faults import schema_faults
from guide.schemas import validator

__all__ = ["Loaded", "load_norm"]


def load_norm(directory: Path | str) -> Loaded:
    """Read and check all files of a norm, and say everything that is wrong at once.

    Args:
        directory: The folder with the files; faults name files as it does.
    """
    files, faults = read_files(Path(directory))
    faults += [fault for file in files for fault in file.faults]
    faults += check_meaning(Draft(files))
    # The examples may still be at fault, in which case the norm without them tells the rest about them.
    examples = {file.document.name for file in files if file.kind == "example" and file.document}
    if all(fault.file in examples for fault in faults):
        faults += _example_faults(files)
    return Loaded(None, in_order(faults), files) if faults else Loaded(assemble(files), [], files)


def _example_faults(files: Iterable[NormFile]) -> list[Fault]:
    """What is wrong with the answers of the worked examples, which only the whole norm can tell."""
    norm = assemble(file for file in files if file.kind != "example")
    judge = validator(answers_schema(norm))
    examples = (file.document for file in files if file.kind == "example" and file.document)
    return [
        fault
        for one in examples
        if isinstance(one.data, dict) and "answers" in one.data
        for fault in schema_faults(one.part(("answers",)), judge)
    ]
