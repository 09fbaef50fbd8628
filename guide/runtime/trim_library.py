"""Tree shaking: the interpreter's library without what the rules never import, and the rules, both compiled.

Which modules those are is found by running the norm's own examples, not by hand, with stand-ins for what only Pyodide's
own start needs. The same examples run once more with nothing but what was found, and must answer what they answer in
Pyodide as it comes: a module that turns out missing stops the build and not a visitor.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from guide import paths
from guide.disk_cache import Cache
from guide.runtime import trim_exports, trim_linking, wasm_exports
from guide.runtime.errors import RuntimeFault
from guide.runtime.extensions import ExtensionJob
from guide.runtime.interpreter import SCRIPT, served_name, write_interpreter
from guide.runtime.stubs import stub_files
from guide.runtime.zip_archive import write_archive
from guide.scratch import scratch_folder

__all__ = ["LIBRARY", "RULES", "TrimJob", "trim_library"]

LIBRARY, RULES = "python_stdlib.zip", "rules.zip"
CACHE = "runtime"
PROGRAM = Path(__file__).with_name("trim_library.mjs")
INSIDE = Path(__file__).with_name("in_pyodide") / "compile_modules.py"
NODE = Path(sys.executable).with_name("node")
DAY = "2026-01-01"  # any will do: no date makes the rules import more
EMPTY, BROKEN = '{"format":"kmop-answers/1"}', "{"
# What comes near to a name is told by a module that good answers have no need of.
MISTAKEN = '{"format":"kmop-answers/1","profiles":{}}'
# Besides the examples, what goes wrong: telling of it needs modules too.
JUDGED = ("assess_json", "report_json", "folder_json")
EXPLAINED = '["headline outcome", "outcome likely"]'
SCENARIO = {"title": "starter", "profile": {"starter": True}}
# No norm needs to have one: what it takes is imported all the same.
NO_TEMPLATE = ""
UNHAPPY = (("assess_json", BROKEN, DAY), ("assess_json", "[]", DAY), ("assess_json", EMPTY, "no date"))
# How an answer begins that is an error.
FAILED = "! "

Case = tuple[str, ...]


@dataclass(frozen=True)
class TrimJob:
    """What is run to find out what the rules need.

    Attributes:
        rules: The zip with the rules' sources.
        texts: Norm, messages and links as JSON, as `RulesApi` takes them.
        examples: The norm's examples, by id.
        package: The folder of the npm package `pyodide`.
        extensions: What is packed apart, for pages that ask for it.
    """

    rules: Path
    texts: Sequence[str]
    examples: Mapping[str, Any]
    package: Path
    extensions: Sequence[ExtensionJob] = ()

    @property
    def cases(self) -> list[Case]:
        """What the rules are asked: all that it offers, for every example, for an empty form, and amiss."""
        documents = [json.dumps(example["answers"], ensure_ascii=False) for example in self.examples.values()]
        asked = [case for document in (*documents, EMPTY) for case in _asked(document)]
        return [*asked, ("assess_json", MISTAKEN, DAY), *UNHAPPY]

    def inputs(self) -> Iterator[bytes]:
        """Everything that decides which modules are found; the norm's sentences and figures do not."""
        ours = (
            self.rules,
            PROGRAM,
            INSIDE,
            *map(Path, (trim_exports.__file__, trim_linking.__file__, wasm_exports.__file__)),
        )
        files = (*ours, self.package / "package.json", self.package / LIBRARY)
        yield from (path.read_bytes() for path in files)
        yield from stub_files().values()
        yield json.dumps(self.cases).encode()
        for extension in self.extensions:
            yield from extension.inputs()


def _asked(document: str) -> list[Case]:
    """Everything that the rules are asked about one document."""
    supposing = json.dumps(json.loads(document) | {"scenarios": [SCENARIO]}, ensure_ascii=False)
    return [
        *((name, document, DAY) for name in JUDGED),
        ("migrate_json", document),
        ("explain_json", document, DAY, EXPLAINED),
        ("what_if_json", supposing, DAY),
        ("template_json", document, DAY, NO_TEMPLATE),
        ("compare_json", f"[{document},{EMPTY}]", DAY),
        ("clients_json", f"[{document},{EMPTY}]", DAY),
    ]


def trim_library(job: TrimJob, target: Path, messages: Mapping[str, str]) -> None:
    """Write the trimmed library and the compiled rules.

    Args:
        job: What is run to find out what they must hold.
        target: The folder to write to.
        messages: The message catalogue, for what may go wrong.

    Raises:
        RuntimeFault: Python does not start, or the rules do not run with what was found.
    """
    # Half a minute's work that hangs on few lines of our code, all of them among the inputs.
    cache = Cache(paths.CACHE / CACHE, tools="")
    archives = cache.get_or_make_files("library", job.inputs, lambda made: _trim(job, made, messages))
    for name, content in archives.items():
        (target / name).write_bytes(content)


def _trim(job: TrimJob, made: Path, messages: Mapping[str, str]) -> None:
    with scratch_folder() as folder:
        described = folder / "job.json"
        write_interpreter(job.package, folder, messages)
        # Node goes by the ending.
        (folder / served_name(SCRIPT)).rename(folder / SCRIPT)
        write_archive(folder / LIBRARY, _lean(job.package / LIBRARY))
        described.write_text(json.dumps(_described(job, folder, made)), encoding="utf-8")
        # A job that hangs would hang the build; this is many times what a slow machine needs.
        command = [str(NODE), str(PROGRAM), str(described)]
        run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)  # noqa: S603
    if run.returncode:
        raise RuntimeFault.of(messages, "runtime.trim", reason=run.stderr.strip())
    _compare(job, json.loads(run.stdout), messages)


def _lean(library: Path) -> dict[str, bytes]:
    """The sources of the whole library, with the stand-ins in the place of what they stand in for."""
    with ZipFile(library) as whole:
        return {name: whole.read(name) for name in whole.namelist() if name.endswith(".py")} | stub_files()


def _described(job: TrimJob, folder: Path, made: Path) -> dict[str, Any]:
    return {
        "package": str(job.package),
        "interpreter": str(folder),
        "lean": str(folder / LIBRARY),
        "rules": str(job.rules),
        "inside": str(INSIDE),
        "texts": job.texts,
        "cases": job.cases,
        "library": str(made / LIBRARY),
        "compiled": str(made / RULES),
        "extensions": [extension.described(made) for extension in job.extensions],
    }


def _compare(job: TrimJob, answers: Mapping[str, list[str]], messages: Mapping[str, str]) -> None:
    """Refuse a library with which the rules answer otherwise than with the whole one, and rules that fail with both."""
    cases = [*job.cases, *(case for extension in job.extensions for case in extension.cases)]
    for case, whole, trimmed in zip(cases, answers["whole"], answers["trimmed"], strict=True):
        if whole != trimmed or (whole.startswith(FAILED) and case not in UNHAPPY):
            raise RuntimeFault.of(messages, "runtime.trim", reason=trimmed[:200])
