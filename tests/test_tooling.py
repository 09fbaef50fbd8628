"""The rules that the tooling rests on: rooms, locks, pins and names that may not occur."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGE_JSON = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
PACKAGE_LOCK = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
REQUIREMENTS_LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
# These run in the place of parts of Pyodide, and so beside its own packages.
IN_PYODIDE = "guide/runtime/in_pyodide/"
STUBS = IN_PYODIDE + "stubs/"

RUNTIME = PYPROJECT["project"]["dependencies"]
DEV = PYPROJECT["dependency-groups"]["dev"]
BACKEND = PYPROJECT["build-system"]["requires"]

# What reads files, asks the system or knows the time: the rules do none of it.
OUTSIDE = {
    "asyncio", "glob", "http", "io", "locale", "logging", "multiprocessing", "os",
    "pathlib", "random", "secrets", "shutil", "socket", "sqlite3", "subprocess", "sys", "tempfile",
    "threading", "time", "urllib", "uuid", "warnings", "zoneinfo",
}  # fmt: skip
OUTSIDE_CALLS = {"input", "now", "open", "print", "today", "utcnow"}

# In parts, for this file is searched too.
REGISTRY_HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
    )
]


def modules(room: str) -> dict[str, ast.Module]:
    """The Python files of a room by their path, of which there must be some."""
    files = sorted((ROOT / room).rglob("*.py"))
    assert files, f"{room}/ holds no Python"
    return {file.relative_to(ROOT).as_posix(): ast.parse(file.read_text(encoding="utf-8")) for file in files}


def imports(nodes: Iterable[ast.AST]) -> set[str]:
    """The top-level packages that these nodes import."""
    names = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            # A relative import has no name, and is nowhere allowed.
            names.add("." if node.level else (node.module or "").partition(".")[0])
    return names


def at_import_time(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run when a module is imported: all but the bodies of functions."""
    yield node
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        for child in ast.iter_child_nodes(node):
            yield from at_import_time(child)


def calls(module: ast.Module) -> set[str]:
    """The last part of the name of all that is called: `date.today()` gives `today`."""
    nodes = (node for node in ast.walk(module) if isinstance(node, ast.Call))
    return {ast.unparse(node.func).rpartition(".")[2] for node in nodes}


class TestRooms:
    def test_the_rules_import_the_standard_library_and_stdnum_only(self) -> None:
        allowed = sys.stdlib_module_names | {"assessment", "stdnum"}
        assert [
            (path, others)
            for path, module in modules("assessment").items()
            if (others := imports(ast.walk(module)) - allowed)
        ] == []

    def test_the_rules_import_stdnum_only_where_a_number_is_checked(self) -> None:
        assert [
            path for path, module in modules("assessment").items() if "stdnum" in imports(at_import_time(module))
        ] == []

    def test_the_rules_reach_for_no_file_no_system_and_no_clock(self) -> None:
        assert [
            (path, reached)
            for path, module in modules("assessment").items()
            if (reached := imports(ast.walk(module)) & OUTSIDE | calls(module) & OUTSIDE_CALLS)
        ] == []

    def test_the_guide_imports_itself_the_rules_and_what_pyproject_names_only(self) -> None:
        extras = chain.from_iterable(PYPROJECT["project"]["optional-dependencies"].values())
        named = {normal(requirement.partition("==")[0]) for requirement in [*RUNTIME, *extras]}
        known = {name for name, owners in packages_distributions().items() if named & set(map(normal, owners))}
        # What runs in the browser lies in one archive, without folders.
        beside = {Path(path).stem for path in modules("guide") if path.startswith(IN_PYODIDE)}
        allowed = sys.stdlib_module_names | {"assessment", "guide"} | known
        assert [
            (path, others)
            for path, module in modules("guide").items()
            if (others := imports(ast.walk(module)) - allowed - (beside if path.startswith(IN_PYODIDE) else set()))
            and not path.startswith(STUBS)
        ] == []

    def test_the_stubs_import_what_is_there_inside_pyodide_only(self) -> None:
        # The first two are parts of Python that the oldest one here does not have yet.
        inside = sys.stdlib_module_names | {"_sha2", "_typing", "_pyodide", "_pyodide_core", "guide"}
        found = {path: imports(ast.walk(module)) for path, module in modules("guide").items()}
        assert {path: names - inside for path, names in found.items() if path.startswith(STUBS)} == {
            path: set() for path in found if path.startswith(STUBS)
        }

    def test_no_test_imports_a_test_or_what_pytest_finds_by_itself(self) -> None:
        found = {path: modules_named(module) for path, module in modules("tests").items()}
        parts = {(path, part) for path, names in found.items() for name in names for part in name.split(".")}
        assert [(path, part) for path, part in parts if part.startswith("test_") or part == "conftest"] == []


def modules_named(module: ast.Module) -> set[str]:
    """The whole name of each module of this project that may be imported here, and of what is taken from one."""
    nodes = [node for node in ast.walk(module) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {(getattr(node, "module", None) or "", alias.name) for node in nodes for alias in node.names}
    return {".".join(pair) for pair in names if pair[0].startswith("tests") or pair[1].startswith("tests")}


def normal(name: str) -> str:
    """A distribution's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> dict[str, list[str]]:
    """Each requirement of the lock, without its conditions, with the lines that belong to it."""
    entries = re.split(r"\n(?=\S)", re.sub(r"^ *#.*\n", "", REQUIREMENTS_LOCK, flags=re.MULTILINE))
    return {
        first.partition(" ")[0]: [line.strip(" \\") for line in rest]
        for first, *rest in (entry.splitlines() for entry in entries if entry.strip())
    }


class TestRequirementsLock:
    def test_gives_an_exact_version_and_hashes_for_every_entry(self) -> None:
        for requirement, hashes in locked().items():
            assert re.fullmatch(r"[a-z0-9-]+==[\w.]+", requirement)
            assert hashes, requirement
            assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", line) for line in hashes)

    def test_holds_what_pyproject_asks_for(self) -> None:
        asked = {
            "==".join((normal(name), version))
            for name, version in (line.split("==") for line in [*RUNTIME, *DEV, *BACKEND])
        }
        assert asked - locked().keys() == set()


class TestPackageLock:
    def test_gives_an_exact_version_and_a_hash_for_every_package(self) -> None:
        packages = {path: entry for path, entry in PACKAGE_LOCK["packages"].items() if path}
        assert packages
        assert [
            path
            for path, entry in packages.items()
            if not (entry["integrity"].startswith("sha512-") and exact(entry["version"]))
        ] == []

    def test_names_no_address(self) -> None:
        assert [e for e in PACKAGE_LOCK["packages"].values() if "resolved" in e] == []

    @pytest.mark.parametrize("system", ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"])
    def test_holds_the_program_of_esbuild_for_each_system(self, system: str) -> None:
        packages = PACKAGE_LOCK["packages"]
        assert packages[f"node_modules/@esbuild/{system}"]["version"] == packages["node_modules/esbuild"]["version"]

    def test_is_installed_without_running_a_script_of_a_package(self) -> None:
        assert "ignore-scripts=true" in (ROOT / ".npmrc").read_text(encoding="utf-8").splitlines()

    def test_holds_what_package_json_asks_for(self) -> None:
        own = PACKAGE_LOCK["packages"][""]
        for kind in ("dependencies", "devDependencies"):
            assert own[kind] == PACKAGE_JSON[kind]
            for name, version in PACKAGE_JSON[kind].items():
                assert PACKAGE_LOCK["packages"][f"node_modules/{name}"]["version"] == version


def exact(version: str) -> bool:
    return re.fullmatch(r"\d+(\.\d+)+([.-][\w.]+)?", version) is not None


class TestPins:
    @pytest.mark.parametrize("requirement", [*RUNTIME, *DEV, *BACKEND])
    def test_every_python_package_has_an_exact_version(self, requirement: str) -> None:
        name, _, version = requirement.partition("==")
        assert re.fullmatch(r"[\w.-]+", name)
        assert exact(version)

    @pytest.mark.parametrize("kind", ["dependencies", "devDependencies"])
    def test_every_node_package_has_an_exact_version(self, kind: str) -> None:
        assert [v for v in PACKAGE_JSON[kind].values() if not exact(v)] == []

    def test_the_tool_that_locks_has_an_exact_version(self) -> None:
        found = re.search(r"^LOCKER := uv==(\S+)$", MAKEFILE, flags=re.MULTILINE)
        assert found is not None
        assert exact(found[1])

    def test_both_manifests_give_the_same_version_of_the_project(self) -> None:
        assert PYPROJECT["project"]["version"] == PACKAGE_JSON["version"]


def repository_files() -> list[Path]:
    """Every file that is or would be committed."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("needs git and a clone: only git knows which files belong to the project")
    command = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    files = [ROOT / os.fsdecode(name) for name in names.split(b"\0") if name]
    return [file for file in files if file.is_file()]


class TestNames:
    def test_no_file_names_the_host_of_a_package_registry(self) -> None:
        hosts = re.compile("|".join(map(re.escape, REGISTRY_HOSTS)).encode(), re.IGNORECASE)
        assert [str(file.relative_to(ROOT)) for file in repository_files() if hosts.search(file.read_bytes())] == []


def exceptions() -> list[str]:
    """The lines of pyproject.toml that excuse something from ruff or from pytest."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lists = re.findall(r"^(?:ignore|\"tests/.*|filterwarnings) = \[\n([^]]*)\]", text, re.MULTILINE)
    lines = [line.strip() for block in lists for line in block.splitlines()]
    return [line for line in lines if not line.startswith(("#", '"error"'))]


class TestExceptions:
    def test_each_exception_from_a_check_has_a_reason_beside_it(self) -> None:
        assert exceptions()
        assert [line for line in exceptions() if not re.search(r"[\"'],\s+# \w.{7,}$", line)] == []


class TestMakefile:
    @pytest.mark.parametrize(
        "target", ["serve", "test", "check", "build", "lint", "format", "clean", "lock", "help", "attack"]
    )
    def test_a_promised_target_exists_and_says_what_it_does(self, target: str) -> None:
        assert re.search(rf"^{target}:.*## \w", MAKEFILE, flags=re.MULTILINE)

    def test_tests_run_last_so_that_their_summary_closes_the_output(self) -> None:
        recipe = re.search(r"^test:.*\n((?:\t.*\n)+)", MAKEFILE, flags=re.MULTILINE)
        assert recipe is not None
        assert "pytest -rs" in recipe[1].splitlines()[-1]

    def test_the_script_of_ci_can_be_run(self) -> None:
        assert os.access(ROOT / ".ci" / "run", os.X_OK)
