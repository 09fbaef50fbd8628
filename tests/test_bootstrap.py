"""What bootstrap.py says on a machine that lacks something, what it does anew, and what it leaves as it is."""

import ast
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import bootstrap
from bootstrap import SetupError

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "bootstrap.py"
INPUTS = ("requirements.lock", "pyproject.toml", "package.json", "package-lock.json", ".npmrc")
PIP = ".venv/bin/python -m pip --quiet --no-input --disable-pip-version-check"
PACKAGES = [
    f"{sys.executable} -m venv --clear .venv",
    f"{PIP} install --require-hashes --no-deps -r requirements.lock",
]
PROJECT = [f"{PIP} install --no-deps --no-index --no-build-isolation -e .", f"{PIP} check"]
NODE = [".venv/bin/npm ci --no-progress"]


class Machine:
    """Runs nothing, but makes the folders that are made, and fails where it is told to.

    Attributes:
        told: The commands.
        fails_at: Words of the command that fails.
    """

    def __init__(self) -> None:
        self.told: list[str] = []
        self.fails_at = ""

    def run(self, command: Sequence[str], folder: Path) -> None:
        words = " ".join(command)
        self.told.append(words)
        if "venv --clear" in words:
            shutil.rmtree(folder / ".venv", ignore_errors=True)
            write_program(folder / ".venv" / "bin" / "python", "exit 0")
        if words in NODE:
            shutil.rmtree(folder / "node_modules", ignore_errors=True)
            (folder / "node_modules").mkdir()
        if self.fails_at and self.fails_at in words:
            raise SetupError(words)


def write_program(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def set_up(root: Path) -> None:
    bootstrap.set_up_python(root)
    bootstrap.set_up_project(root)
    bootstrap.set_up_node(root)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    """In the place of what bootstrap.py would run."""
    machine = Machine()
    monkeypatch.setattr(bootstrap, "run", machine.run)
    return machine


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A fresh clone."""
    folder = tmp_path / "clone"
    folder.mkdir()
    for name in INPUTS:
        (folder / name).write_text(f"content of {name}")
    return folder


@pytest.fixture
def done(root: Path, machine: Machine) -> Path:
    """A clone in which all is set up, of which nothing is told any more."""
    set_up(root)
    machine.told.clear()
    return root


class TestAFreshClone:
    def test_gets_an_environment_the_locked_packages_the_project_and_the_npm_packages(
        self, root: Path, machine: Machine
    ) -> None:
        set_up(root)
        assert machine.told == [*PACKAGES, *PROJECT, *NODE]


class TestTheNextTime:
    def test_runs_nothing(self, done: Path, machine: Machine) -> None:
        set_up(done)
        assert machine.told == []

    @pytest.mark.parametrize("name", INPUTS)
    def test_runs_nothing_when_a_file_is_only_touched(self, name: str, done: Path, machine: Machine) -> None:
        (done / name).touch()
        set_up(done)
        assert machine.told == []

    @pytest.mark.parametrize(
        ("name", "commands"),
        [
            ("requirements.lock", [*PACKAGES, *PROJECT]),
            ("pyproject.toml", PROJECT),
            ("package.json", NODE),
            ("package-lock.json", NODE),
            (".npmrc", NODE),
        ],
    )
    def test_does_anew_what_a_changed_file_asks_for(
        self, name: str, commands: list[str], done: Path, machine: Machine
    ) -> None:
        (done / name).write_text("changed")
        set_up(done)
        assert machine.told == commands

    @pytest.mark.parametrize("name", [".venv", "node_modules"])
    def test_throws_nothing_away_that_a_link_leads_to(
        self, name: str, done: Path, root: Path, machine: Machine, tmp_path: Path
    ) -> None:
        elsewhere = (done / name).rename(tmp_path / "elsewhere")
        (root / name).symlink_to(elsewhere)
        for changed in INPUTS:
            (root / changed).write_text("changed")

        with pytest.raises(SetupError, match=rf"{name} is a link .* Remove the link"):
            set_up(root)
        assert NODE[0] not in machine.told
        assert (PACKAGES[0] in machine.told) is (name == "node_modules")

    def test_makes_an_environment_anew_whose_python_is_gone(self, done: Path, machine: Machine) -> None:
        (done / ".venv" / "bin" / "python").unlink()
        set_up(done)
        assert machine.told == [*PACKAGES, *PROJECT]

    def test_makes_an_environment_anew_whose_python_finds_its_packages_no_more(
        self, done: Path, machine: Machine
    ) -> None:
        write_program(done / ".venv" / "bin" / "python", "exit 1")
        set_up(done)
        assert machine.told == [*PACKAGES, *PROJECT]

    def test_makes_an_environment_anew_with_the_python_behind_it(
        self, done: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        own = done / ".venv" / "bin" / "python3"
        own.symlink_to(sys.executable)
        behind = own.resolve()
        monkeypatch.setattr(sys, "executable", str(own))
        (done / "requirements.lock").write_text("changed")
        set_up(done)
        assert machine.told[0] == f"{behind} -m venv --clear .venv"

    def test_does_all_anew_in_a_folder_that_was_moved(self, done: Path, machine: Machine) -> None:
        set_up(done.rename(done.with_name("elsewhere")))
        assert machine.told == [*PACKAGES, *PROJECT, *NODE]

    @pytest.mark.parametrize("command", [*PACKAGES, *PROJECT, *NODE])
    def test_does_anew_what_failed(self, command: str, root: Path, machine: Machine) -> None:
        machine.fails_at = command
        with pytest.raises(SetupError):
            set_up(root)
        machine.fails_at = ""
        machine.told.clear()
        set_up(root)
        assert command in machine.told

    def test_begins_again_with_an_environment_that_was_left_half_made(self, root: Path, machine: Machine) -> None:
        write_program(root / ".venv" / "bin" / "python", "exit 0")
        set_up(root)
        assert machine.told == [*PACKAGES, *PROJECT, *NODE]


class TestAnUnfitPython:
    def test_is_told_which_one_is_needed_and_how_to_name_it(self) -> None:
        with pytest.raises(SetupError, match=r"^This is Python 3\.10, and 3\.11 or later .*PYTHON=python3\.11$"):
            bootstrap.check_version((3, 10))

    def test_can_read_the_script_when_it_is_3_6(self) -> None:
        ast.parse(SOURCE.read_text(encoding="utf-8"), feature_version=(3, 6))

    def test_meets_no_type_that_only_a_later_one_can_make(self) -> None:
        tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
        given = [node.annotation for node in ast.walk(tree) if isinstance(node, ast.arg) and node.annotation]
        given += [node.returns for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.returns]
        assert given
        assert [ast.unparse(node) for node in given if not isinstance(node, ast.Name | ast.Constant)] == []

    @pytest.mark.parametrize("missing", ["ensurepip", "venv"])
    def test_is_told_what_to_install_when_it_makes_no_environments(
        self, missing: str, root: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, missing, None)
        package = "python{}.{}-venv".format(*sys.version_info)
        with pytest.raises(SetupError, match=f"cannot make virtual environments.*apt-get install {package}"):
            set_up(root)
        assert machine.told == []

    def test_leaves_an_environment_alone_that_another_one_made(
        self, done: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "version_info", (3, 9, 2))
        set_up(done)
        assert machine.told == []

    def test_ends_with_one_sentence_and_leaves_nothing_behind(self, root: Path, tmp_path: Path) -> None:
        (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['ensurepip'] = None\n")
        shutil.copy(SOURCE, root)
        before = sorted(root.iterdir())
        ended = subprocess.run(
            [sys.executable, str(root / SOURCE.name), "python"],
            env={**os.environ, "PYTHONPATH": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 1
        assert re.fullmatch(r"This Python .* try again\.\n", ended.stderr)
        assert sorted(root.iterdir()) == before


# What pip and npm wrote when these things went wrong, without the host.
BROKEN_PIP = "after connection broken by '{}': /simple/attrs/\nERROR: No matching distribution found for attrs==26.1.0"
WORDS = {
    "pip 22.3 has no network": BROKEN_PIP.format(
        "NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f>: Failed to establish a new"
        " connection: [Errno -3] Temporary failure in name resolution')"
    ),
    "pip 26.3 has no network": BROKEN_PIP.format(
        "NameResolutionError(\"HTTPSConnection(host='registry.invalid', port=443): Failed to resolve"
        " 'registry.invalid' ([Errno -3] Temporary failure in name resolution)\")"
    ),
    "npm has no network": "npm error code EAI_AGAIN\nnpm error syscall getaddrinfo\nnpm error errno EAI_AGAIN",
    "npm finds no proxy": "npm error code ENOTFOUND\nnpm error network request failed, reason: getaddrinfo ENOTFOUND",
}


class TestAProgramThatFails:
    @pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
    def test_for_want_of_a_network_says_when_it_is_needed(self, words: str) -> None:
        assert str(bootstrap.reason(words, {})).startswith(
            "The package registries cannot be reached, and packages are fetched"
        )

    @pytest.mark.parametrize("variable", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])
    @pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
    def test_for_want_of_a_network_names_the_proxy_that_is_asked(self, words: str, variable: str) -> None:
        assert f"through the proxy that {variable} names" in str(
            bootstrap.reason(words, {variable: "http://127.0.0.1"})
        )

    @pytest.mark.parametrize(
        ("words", "sentence"),
        [
            ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "is not the one in the lock"),
            ("npm error code EINTEGRITY", "is not the one in the lock"),
            ("ERROR: Could not install packages: [Errno 28] No space left on device", "The disk is full"),
            ("npm error code ENOSPC", "The disk is full"),
            ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "is not trusted here"),
            ("npm error code SELF_SIGNED_CERT_IN_CHAIN", "is not trusted here"),
            ("npm error code UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "is not trusted here"),
            ("ERROR: Failed building wheel for zstandard", "Use CPython 3.11 to 3.14"),
            ("ERROR: No matching distribution found for playwright==1.65.2", "Use CPython 3.11 to 3.14"),
            ("kmop-gids 0.1.0 has requirement click==9, but you have click 8.5.1.", "Run make lock"),
            ("kmop-gids 0.1.0 requires brotli, which is not installed.", "Run make lock"),
        ],
    )
    def test_for_a_known_reason_says_what_to_do(self, words: str, sentence: str) -> None:
        assert sentence in str(bootstrap.reason(words, {}))

    def test_for_a_reason_of_its_own_is_quoted(self, tmp_path: Path) -> None:
        write_program(tmp_path / "pip", "echo something else >&2; exit 3")
        with pytest.raises(SetupError, match=r"^something else\n\n\./pip failed; what it says is above\.$"):
            bootstrap.run(["./pip"], tmp_path)

    def test_says_so_when_it_cannot_even_start(self, tmp_path: Path) -> None:
        with pytest.raises(SetupError, match=r"^\./npm cannot be run: .*No such file"):
            bootstrap.run(["./npm"], tmp_path)


@pytest.fixture
def dead_proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A proxy that answers nobody, for pip and npm as they are, which soon give up."""
    for name in ("NO_PROXY", "no_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{taken.getsockname()[1]}")
        monkeypatch.setenv("PIP_RETRIES", "1")
        monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
        monkeypatch.setenv("NPM_CONFIG_FETCH_RETRIES", "0")
        yield


@pytest.mark.usefixtures("dead_proxy")
class TestABrokenProxy:
    def test_is_named_when_pip_asks_it(self) -> None:
        command = [sys.executable, "-m", "pip", "download", "--no-cache-dir", "attrs==26.1.0"]
        with pytest.raises(SetupError, match="the proxy that HTTPS_PROXY names"):
            bootstrap.run(command, ROOT)

    def test_is_named_when_npm_asks_it(self) -> None:
        with pytest.raises(SetupError, match="the proxy that HTTPS_PROXY names"):
            bootstrap.run([str(ROOT / ".venv" / "bin" / "npm"), "view", "lit"], ROOT)


class TestMake:
    def test_says_which_python_to_install_where_there_is_none(self) -> None:
        ended = subprocess.run(
            ["make", "setup", "PYTHON=python-of-nobody"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert ended.returncode == 2
        assert ended.stderr.startswith("There is no python-of-nobody here. Install Python 3.11 or later")


class TestTheGate:
    def test_names_what_is_missing_where_it_can_install_nothing(self, tmp_path: Path) -> None:
        for name in ("dirname", "bash"):
            (tmp_path / name).symlink_to(str(shutil.which(name)))
        ended = subprocess.run(
            [str(ROOT / ".ci" / "run")], env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False
        )
        assert ended.returncode == 1
        assert re.fullmatch(r"What .* is missing: make chromium .*python3-venv\. Install it, or .*\n", ended.stderr)
