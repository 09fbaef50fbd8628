"""Extensions of the rules: what only one page asks for, in an archive of its own that is fetched when it is asked for.

Such an archive holds packages of `assessment/`, a module that the worker calls, and what of Python's library only they
need. Beside it lies a document with what of norm and catalogue the self-assessment has no use for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assessment.element_index import elements_of
from guide import paths
from guide.runtime.zip_archive import write_archive

__all__ = ["EXTENSIONS", "PACKAGES", "Extension", "ExtensionJob", "extension_job"]

IN_PYODIDE = Path(__file__).parent / "in_pyodide"
# Says which packages of other archives have modules in this one.
PACKAGES = "packages.txt"
DAY = "2026-01-01"  # any will do, as for the rules
_FIGURES = "40 % € 7.500,50 14/15 2026-02-01 &amp; **1**"
_WORD = re.compile(r"[\w-]+")

Case = tuple[str, ...]
Record = Mapping[str, Any]


@dataclass(frozen=True)
class Extension:
    """One extension.

    Attributes:
        name: What archive and document are called on the site, without their endings.
        packages: Folders of `assessment/`.
        module: What the worker calls, in `in_pyodide/`; its class takes the rules and the document.
        part: The part of the norm that it is about.
        messages: How the ids of its messages begin.
        cases: What the build asks it, to find out which modules it imports.
    """

    name: str
    packages: tuple[str, ...]
    module: str
    part: str
    messages: tuple[str, ...]
    cases: Callable[[Record], Iterator[Case]]

    def document(self, norm: Record, known: AbstractSet[str], messages: Mapping[str, str]) -> dict[str, Any]:
        """Return what the page does not have yet.

        Args:
            norm: The checked norm.
            known: The parts of the norm that every page with the rules has.
            messages: The message catalogue.
        """
        named = set(_words(norm[self.part]))
        parts = {key: norm[key] for key in norm if key not in known and named & elements_of({key: norm[key]}).keys()}
        spoken = {key: text for key, text in messages.items() if key.startswith(self.messages)}
        return {"norm": {**parts, self.part: norm[self.part]}, "messages": spoken}


@dataclass(frozen=True)
class ExtensionJob:
    """What is run to find out what an extension needs.

    Attributes:
        name: Its name.
        module: The module that the worker calls, by its name.
        sources: The zip with its sources.
        text: Its document as JSON.
        cases: What it is asked.
    """

    name: str
    module: str
    sources: Path
    text: str
    cases: Sequence[Case]

    def inputs(self) -> Iterator[bytes]:
        """Everything that decides which modules are found; what rules and norm say does not."""
        yield self.sources.read_bytes()
        yield repr(self.cases).encode()

    def described(self, made: Path) -> dict[str, Any]:
        """Return it as the program under Node takes it."""
        target = str(made / f"{self.name}.zip")
        return {**vars(self), "sources": str(self.sources), "target": target}


def extension_job(extension: Extension, norm: Record, text: str, folder: Path) -> ExtensionJob:
    """Return the job of an extension, its sources written into a folder."""
    sources = folder / f"{extension.name}.zip"
    files = {
        path.relative_to(paths.ASSESSMENT.parent).as_posix(): path.read_bytes()
        for package in extension.packages
        for path in sorted((paths.ASSESSMENT / package).rglob("*.py"))
    }
    called = IN_PYODIDE / f"{extension.module}.py"
    write_archive(sources, {**files, called.name: called.read_bytes(), PACKAGES: paths.ASSESSMENT.name.encode()})
    return ExtensionJob(extension.name, extension.module, sources, text, list(extension.cases(norm)))


def _words(part: Any) -> Iterator[str]:
    """Every word in a part of the norm, which any id that it names is one of."""
    if isinstance(part, str):
        yield from _WORD.findall(part)
    else:
        for each in part.values() if isinstance(part, Mapping) else part if isinstance(part, list) else ():
            yield from _words(each)


def _text_cases(norm: Record) -> Iterator[Case]:
    """A text of each form that is about what the rules are about, and one without anything."""
    told = [text for rule in norm["texts"]["rules"].values() for text in rule["better"].values()]
    for form in ("plain", "markdown", "html"):
        yield "check_text_json", "\n\n".join([*told, _FIGURES]), form, "page", DAY
        yield "check_text_json", "", form, "certificate", DAY


_NOTHING_FOUND = {
    "date": DAY,
    "summary": {"files": 0, "subsidised": 0, "with_findings": 0, "incomplete": 0, "by": {}, "sums": {}},
    **{part: [] for part in ("findings", "notes", "not_checked", "evidence")},
}


def _file_cases(norm: Record) -> Iterator[Case]:
    """A list with every column, as a text and as a workbook, and one of which the reader has to say what is what."""
    asked = {"on": DAY, "list": "projects", "own": ["0403170701"], "registered": DAY}
    titles = [column["title"]["nl"] for column in norm["files"]["columns"].values()]
    row = ["1.250,50", "15/06/2026", "BE 0403.170.701", "1", "x"]
    rows = [titles, *([row[(at + shift) % len(row)] for at in range(len(titles))] for shift in range(len(row)))]
    for given in (
        {"text": "\n".join(";".join(cells) for cells in rows)},
        {"sheets": [{"rows": rows}]},
        {"text": "a;b"},
    ):
        for kind in ("projects", "renewal"):
            yield "check_files_json", _json(given), _json({**asked, "list": kind})
    text = _json({"text": "a;b\n1;2"})
    yield "check_files_json", text, _json({**asked, "columns": {"1": "price", "2": "hours"}})
    for ending in ("txt", "html"):
        yield "files_report_json", _json(_NOTHING_FOUND), "a.csv", ending
    yield "file_rows_json", text, ""


def _json(told: Any) -> str:
    return json.dumps(told)


EXTENSIONS = (
    Extension(
        name="texts",
        packages=("findings", "texts", "text_view"),
        module="texts_api",
        part="texts",
        messages=("text.",),
        cases=_text_cases,
    ),
    Extension(
        name="files",
        packages=("findings", "project_files", "files_view"),
        module="files_api",
        part="files",
        messages=("files.", "text."),
        cases=_file_cases,
    ),
)
