"""Reads a norm, checks it whole, and puts it together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from guide.checks import check_meaning
from guide.documents.document import Document
from guide.faults import Fault, in_order
from guide.norm.assemble import assemble
from guide.norm.files import Judge, NormFile, judge, read_files
from guide.norm.loaded import Loaded
from guide.norm.parsed import ParsedNorm, matches
from guide.validation.answers_schema import answers_schema

__all__ = ["Loaded", "load_norm"]


def load_norm(directory: Path | str, judge: Judge = judge) -> Loaded:
    """Read and check all files of a norm, and say everything that is wrong at once.

    Args:
        directory: The folder with the files; faults name files as it does.
        judge: What holds a document to a schema.
    """
    files, faults = read_files(Path(directory), judge)
    faults += [fault for file in files for fault in file.faults]
    faults += check_meaning(ParsedNorm(files))
    # Answers may still be at fault, in which case the norm without the examples tells the rest about them.
    examples = {file.document.name for file in files if file.kind == "example" and file.document}
    if all(fault.file in examples for fault in faults):
        faults += _answer_faults(files, judge)
    return Loaded(None, in_order(faults), files) if faults else Loaded(assemble(files), [], files)


def _answer_faults(files: Iterable[NormFile], judge: Judge) -> list[Fault]:
    """What is wrong with the answers that stand in the norm itself, which only the whole norm can tell."""
    wanted = answers_schema(assemble(file for file in files if file.kind != "example"))
    profile = wanted["properties"]["profile"]
    return [
        *(fault for part in _parts(files, "example", "answers") for fault in judge(part, wanted)),
        *(fault for part in _parts(files, "paths", "paths", "*", "profile") for fault in judge(part, profile)),
    ]


def _parts(files: Iterable[NormFile], kind: str, *pattern: str) -> Iterator[Document]:
    """Yield the parts that hold answers, also of examples that do not hold to their schema otherwise."""
    for file in files:
        if file.kind == kind and file.document:
            for path, _ in file.document.walk():
                if matches(path, pattern):
                    yield file.document.part(path)
