"""Which files a norm consists of, and which schema each of them must hold to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from guide import paths
from guide.disk_cache import Cache, json_bytes
from guide.documents.cached_yaml import parse_yaml_once
from guide.documents.document import Document
from guide.documents.suggestions import suggestion
from guide.documents.text_reader import read_text
from guide.faults import Fault
from guide.validation.schemas import schema

__all__ = [
    "FILES",
    "FOLDERS",
    "OWN_PAGES",
    "NormFile",
    "moved_list",
    "norm_files",
    "pages_folder",
    "read_files",
    "validate",
]

# The files that every norm has, each named after its schema.
FILES = (
    "norm", "sources", "profile", "conditions", "scoring", "exemptions", "documents", "cost",
    "procedure", "outcomes", "warnings", "bureaus", "scheme", "changes", "glossary", "statements",
    "worth", "situations", "misunderstandings", "letters", "templates",
)  # fmt: skip
# The folders with any number of files of one schema, and whether at least one must be there.
FOLDERS = {
    "requirements": "requirement", "facts": "facts", "quiz": "quiz", "examples": "example", "released": "released",
    "texts": "texts", "cases": "case", "files": "files",
}  # fmt: skip
_NEEDED = {"requirements"}
OWN_PAGES = "pages"
"""The folder of a norm that brings its own hand-written pages, by language."""
_MOVED = "moved.yaml"
# What systems, editors and git leave behind without being asked.
_LITTER = re.compile(
    r"Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r|__MACOSX|#.*#|~\$.*|.*~|.*\.(orig|rej|bak|tmp|swp|old)", re.IGNORECASE
)


@dataclass
class NormFile:
    """One file of the norm.

    Attributes:
        relative: Its path inside the norm, with forward slashes.
        kind: The name of its schema.
        document: What stands in it, or None when it could not be read.
        faults: What is wrong with it by itself.
    """

    relative: str
    kind: str
    document: Document | None = None
    faults: list[Fault] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether the file holds to its schema, so that its meaning can be looked into."""
        return self.document is not None and not self.faults


def pages_folder(directory: Path, language: str) -> Path:
    """The folder of hand-written pages that go with a norm: its own where it brings them, and else ours."""
    own = directory / OWN_PAGES
    return (own if own.is_dir() else paths.DOCS) / language


def moved_list(directory: Path) -> Path:
    """The list of addresses that were, of the same pages; one's own pages need not have one."""
    own = directory / OWN_PAGES
    return (own if own.is_dir() else paths.PAGES) / _MOVED


def validate(document: Document, wanted: Mapping[str, Any], cache: Cache | None = None) -> list[Fault]:
    """Tell everything in a document that a schema does not allow.

    Args:
        document: The document. What stands in it is what counts, and not where.
        wanted: The schema, which may refer to the others.
        cache: Where it is known which documents hold to their schemas.
    """

    def find() -> list[Fault]:
        return _schema_faults(document, wanted)

    if cache is None:
        return find()
    return cache.check_once("schemas", lambda: [repr(document.data).encode(), json_bytes(wanted)], find)


def _schema_faults(document: Document, wanted: Mapping[str, Any]) -> list[Fault]:
    # The library that validates takes its time to load, and whoever finds all in the cache has no use for it.
    from guide.validation.schema_faults import schema_faults  # noqa: PLC0415
    from guide.validation.validator import validator  # noqa: PLC0415

    return schema_faults(document, validator(wanted))


def read_files(directory: Path, cache: Cache | None = None) -> tuple[list[NormFile], list[Fault]]:
    """Read every file of a norm and hold it to its schema.

    Args:
        directory: The folder of the norm; faults name files as it does.
        cache: Where it is known which documents hold to their schemas.

    Returns:
        The files that should be there or are, and the faults of the folder itself.
    """
    if not directory.is_dir():
        return [], [_folder_fault(directory, "check.folder_missing")]
    if not any((directory / f"{kind}.yaml").exists() for kind in FILES):
        # One sentence, where listing every file of some other folder would bury it.
        return [], [_folder_fault(directory, "check.folder_no_norm")]
    files = [_read(directory, relative, kind, cache) for relative, kind in _expected(directory)]
    return files, [*_strangers(directory, files), *_empty_folders(directory, files)]


def norm_files(directory: Path) -> list[Path]:
    """The files of a norm that are there."""
    return [path for relative, _ in _expected(directory) if (path := directory / relative).is_file()]


def _expected(directory: Path) -> Iterator[tuple[str, str]]:
    for kind in FILES:
        yield f"{kind}.yaml", kind
    for folder, kind in FOLDERS.items():
        for path in sorted((directory / folder).glob("*.yaml")):
            if not path.name.startswith("."):
                yield f"{folder}/{path.name}", kind


def _read(directory: Path, relative: str, kind: str, cache: Cache | None) -> NormFile:
    name = (directory / relative).as_posix()
    text, faults = read_text(directory / relative, name)
    document = None
    if text is not None:
        document, faults = parse_yaml_once(text, name, cache)
    if document is not None:
        faults = [*faults, *validate(document, schema(kind), cache)]
    elif kind in FILES:
        faults = [_needed(fault) for fault in faults]
    return NormFile(relative, kind, document, faults)


def _needed(fault: Fault) -> Fault:
    """The same fault of a file that no norm can do without."""
    return replace(fault, message="check.empty_file_needed") if fault.message == "check.empty_file" else fault


def _folder_fault(path: Path, message: str) -> Fault:
    return Document(path.as_posix(), None).fault((), message)


def _empty_folders(directory: Path, files: list[NormFile]) -> Iterator[Fault]:
    for folder in sorted(_NEEDED):
        if not any(file.relative.startswith(f"{folder}/") for file in files):
            yield _folder_fault(directory / folder, "check.folder_empty")


def _strangers(directory: Path, files: list[NormFile]) -> Iterator[Fault]:
    """A fault for every file that no part of the project reads, but for what nobody put there."""
    known = {file.relative for file in files}
    for path in sorted(directory.rglob("*")):
        relative = path.relative_to(directory)
        passed_over = any(part.startswith(".") or _LITTER.fullmatch(part) for part in relative.parts)
        is_of_pages = relative.parts[0] == OWN_PAGES and (relative.suffix == ".md" or relative.parts[1:] == (_MOVED,))
        if path.is_file() and not passed_over and not is_of_pages and relative.as_posix() not in known:
            yield _stranger(path, relative, files)


def _stranger(path: Path, relative: Path, files: Iterable[NormFile]) -> Fault:
    document = Document(path.as_posix(), None)
    beside = {Path(file.relative).name: file for file in files if Path(file.relative).parent == relative.parent}
    wanted = relative.with_suffix(".yaml").name
    is_misnamed = relative.suffix == ".yml" and (wanted in beside or relative.parent.name in FOLDERS)
    if is_misnamed and not _is_there(beside, wanted):
        return document.fault((), "check.file_yml", wanted=wanted)
    meant = suggestion(relative.name, beside)
    if meant is None:
        names = [f"{kind}.yaml" for kind in FILES] + [f"{folder}/….yaml" for folder in FOLDERS]
        return document.fault((), "check.file_unknown", known=names)
    message = "check.file_copy" if _is_there(beside, meant) else "check.file_unknown_meant"
    return document.fault((), message, meant=(relative.parent / meant).as_posix())


def _is_there(files: Mapping[str, NormFile], name: str) -> bool:
    return name in files and files[name].document is not None
