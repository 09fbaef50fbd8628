"""Cached loading of a norm: reads it, checks it whole, and puts it together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.disk_cache import Cache, file_contents
from guide.documents.document import Document
from guide.faults import Fault, in_order
from guide.norm.assemble import assemble
from guide.norm.dated import checked_on
from guide.norm.files import NormFile, read_files, validate
from guide.norm.parsed import ParsedNorm, matches
from guide.validation.answers_schema import answers_schema

__all__ = ["LoadedNorm", "load_norm"]

# The files that are answers of somebody.
_ANSWERED = ("example", "case")


@dataclass(frozen=True)
class LoadedNorm:
    """What came of reading a norm.

    Attributes:
        norm: The checked norm as JSON-ready data, or None when anything is wrong.
        faults: Everything that is wrong, by file and place.
    """

    norm: dict[str, Any] | None
    faults: list[Fault]


class _FaultyNormError(Exception):
    """Keeps a norm at fault out of the cache: it is read anew each time."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__(faults)


def load_norm(directory: Path | str, cache: Cache | None = None, *, on: str = "") -> LoadedNorm:
    """Read and check all files of a norm, and say everything that is wrong at once.

    Args:
        directory: The folder with the files; faults name files as it does.
        cache: Where a norm without fault is found again; without one, all is read.
        on: The day that what the norm cites must hold on; the one that it was last gone through when not given.
    """
    folder = Path(directory)
    try:
        if cache is None:
            return LoadedNorm(_checked(folder, None, on), [])
        norm = cache.get_or_make_json(
            "norm", lambda: [on.encode(), *file_contents(folder)], lambda: _checked(folder, cache, on)
        )
    except _FaultyNormError as error:
        return LoadedNorm(None, error.faults)
    return LoadedNorm(norm, [])


def _checked(folder: Path, cache: Cache | None, on: str) -> dict[str, Any]:
    # Whoever finds the norm in the cache has no use for what checks it.
    from guide.checks import check_day, check_meaning  # noqa: PLC0415

    files, faults = read_files(folder, cache)
    faults += [fault for file in files for fault in file.faults]
    faults += check_meaning(ParsedNorm(files, cache))
    if on:
        faults += check_day(ParsedNorm(checked_on(files, on)))
    # Answers may still be at fault, in which case the norm without the files that hold them tells the rest about them.
    answered = {file.document.name for file in files if file.kind in _ANSWERED and file.document}
    if all(fault.file in answered for fault in faults):
        faults += _answer_faults(files, cache)
    if faults:
        raise _FaultyNormError(in_order(faults))
    return assemble(files)


def _answer_faults(files: Iterable[NormFile], cache: Cache | None) -> list[Fault]:
    """What is wrong with the answers that stand in the norm itself, which only the whole norm can tell."""
    answers = answers_schema(assemble(file for file in files if file.kind not in _ANSWERED))
    profile = answers["properties"]["profile"]
    judged = [
        *((part, answers) for kind in _ANSWERED for part in _parts(files, kind, "answers")),
        *((part, profile) for part in _parts(files, "situations", "situations", "*", "profile")),
    ]
    return [fault for part, wanted in judged for fault in validate(part, wanted, cache)]


def _parts(files: Iterable[NormFile], kind: str, *pattern: str) -> Iterator[Document]:
    """Yield the parts that hold answers, also of examples that do not hold to their schema otherwise."""
    for file in files:
        if file.kind == kind and file.document:
            for path, _ in file.document.walk():
                if matches(path, pattern):
                    yield file.document.part(path)
