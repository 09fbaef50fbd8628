"""The library and the rules as the browser gets them: no more than is needed, and no less."""

import ast
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any
from zipfile import ZipFile

import pytest

from guide.paths import NODE_MODULES
from guide.runtime import RuntimeFault
from guide.runtime.in_pyodide.compile_modules import WithoutTypes
from guide.runtime.rules_archive import write_rules
from guide.runtime.trim_library import TrimJob, trim_library
from guide.runtime.zip_archive import write_archive
from tests.guide.fail_if_called import fail_if_called

PACKAGE = NODE_MODULES / "pyodide"
# Rules that need a module in its first run of which nothing is left afterwards to be found.
FORGETFUL = b"""
import sys

class RulesApi:
    def __init__(self, *texts):
        pass

    def assess_json(self, answers, on):
        import colorsys
        del sys.modules["colorsys"]
        return "fine"

    report_json = folder_json = migrate_json = explain_json = lambda self, *given: ""
    what_if_json = compare_json = clients_json = report_json
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guide.paths.CACHE", tmp_path / "cache")


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory, real_norm: dict[str, Any], messages: dict[str, str]) -> TrimJob:
    rules = tmp_path_factory.mktemp("sources") / "sources.zip"
    write_rules(rules, messages)
    texts = [json.dumps(document) for document in (real_norm, messages, {})]
    return TrimJob(rules, texts, real_norm["examples"], PACKAGE)


@pytest.fixture(scope="module")
def made(job: TrimJob, tmp_path_factory: pytest.TempPathFactory, messages: dict[str, str]) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("guide.paths.CACHE", tmp_path_factory.mktemp("cache"))
        return write(job, tmp_path_factory.mktemp("made") / "all", messages)


def write(job: TrimJob, target: Path, messages: Mapping[str, str]) -> Path:
    target.mkdir()
    trim_library(job, target, messages)
    return target


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def forgetful(folder: Path) -> TrimJob:
    rules = folder / "forgetful.zip"
    write_archive(rules, {"api.py": FORGETFUL, "import_all.py": b""})
    return TrimJob(rules, ("{}", "{}", "{}"), {}, PACKAGE)


def test_the_library_is_a_small_part_of_the_whole_and_holds_no_sources(made: Path) -> None:
    with ZipFile(made / "python_stdlib.zip") as library, ZipFile(PACKAGE / "python_stdlib.zip") as whole:
        assert len(library.namelist()) < len(whole.namelist()) / 3
        assert {Path(name).suffix for name in library.namelist()} == {".pyc"}
        assert {"json/__init__.pyc", "datetime.pyc", "decimal.pyc"} <= set(library.namelist())


def test_what_a_start_would_import_for_little_stays_at_home(made: Path) -> None:
    with ZipFile(made / "python_stdlib.zip") as library:
        assert not {"ast.pyc", "dataclasses.pyc", "dis.pyc", "locale.pyc", "weakref.pyc"} & set(library.namelist())


def test_every_rule_is_compiled_and_never_looked_for_again(job: TrimJob, made: Path) -> None:
    with ZipFile(job.rules) as sources, ZipFile(made / "rules.zip") as rules:
        modules = [name for name in sources.namelist() if name.endswith(".py")]
        assert {f"{name}c" for name in modules} <= set(rules.namelist())
        # By the format of these files: the second word says how they are checked; 1 is by hash, and never.
        assert {rules.read(f"{name}c")[4:8] for name in modules} == {b"\1\0\0\0"}


def test_docstrings_stay_at_home(job: TrimJob, made: Path) -> None:
    sentence = b"Judge a candidate against the norm on a date"

    assert sentence not in (made / "rules.zip").read_bytes()
    with ZipFile(job.rules) as sources:
        assert sentence in sources.read("assessment/report.py")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def add(a: int, *, b: int = 1) -> int:\n    return a + b", "def add(a, *, b=1):\n    return a + b"),
        ("def none():\n    found: dict[str, int] = {}\n    rest: int", "def none():\n    found = {}\n    pass"),
        (
            "class Point(NamedTuple):\n    x: int\n    y: int = 2\n\n    def sum(self) -> int:\n        return 0",
            "class Point(NamedTuple):\n    x: None\n    y: None = 2\n\n    def sum(self):\n        return 0",
        ),
    ],
)
def test_types_stay_at_home_and_the_fields_of_a_class_do_not(source: str, expected: str) -> None:
    lean = ast.fix_missing_locations(WithoutTypes().visit(ast.parse(source)))

    assert ast.unparse(lean) == expected


def test_what_was_made_is_kept_for_the_same_rules_and_examples_only(
    job: TrimJob, tmp_path: Path, messages: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def make(_: TrimJob, made: Path, __: Mapping[str, str]) -> None:
        (made / "rules.zip").write_bytes(b"made")

    monkeypatch.setattr("guide.runtime.trim_library._trim", make)
    write(job, tmp_path / "first", messages)
    monkeypatch.setattr("guide.runtime.trim_library._trim", fail_if_called)
    fewer = replace(job, examples=dict(list(job.examples.items())[:1]))

    assert contents(write(job, tmp_path / "again", messages)) == {"rules.zip": b"made"}
    with pytest.raises(AssertionError, match="made anew"):
        write(fewer, tmp_path / "fewer", messages)


def test_a_module_that_turns_out_missing_stops_the_build(tmp_path: Path, messages: dict[str, str]) -> None:
    with pytest.raises(RuntimeFault, match="colorsys"):
        write(forgetful(tmp_path), tmp_path / "made", messages)

    assert not (tmp_path / "cache").exists()


def test_rules_that_fail_everywhere_stop_the_build(
    tmp_path: Path, messages: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    job = forgetful(tmp_path)
    failed = ["! NameError: name 'rate' is not defined" for _ in job.cases]
    answers = json.dumps({"whole": failed, "trimmed": failed})
    run = CompletedProcess([], 0, answers, "")
    monkeypatch.setattr("guide.runtime.trim_library.subprocess.run", lambda *_, **__: run)

    with pytest.raises(RuntimeFault, match="rate"):
        write(job, tmp_path / "made", messages)


def test_rules_that_do_not_start_stop_the_build(tmp_path: Path, messages: dict[str, str]) -> None:
    rules = tmp_path / "broken.zip"
    write_archive(rules, {"api.py": b"import no_such_module\n", "import_all.py": b""})

    with pytest.raises(RuntimeFault, match="no_such_module"):
        write(TrimJob(rules, ("{}", "{}", "{}"), {}, PACKAGE), tmp_path / "made", messages)
