"""The lock says everything, to every pip that a machine comes with: no release of tomorrow changes what it gives."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Never, cast
from zipfile import ZipFile

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from bootstrap import INSTALL_LOCK, NO_NETWORK, reason

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
ENTRIES = [Requirement(entry) for entry in re.findall(r"^([a-z0-9].*) \\$", LOCK, re.MULTILINE)]

# What the conditions of requirements ask of a machine.
Machine = dict[str, str]
HERE = cast("Machine", default_environment())
PYTHONS = ["3.11.0", "3.11.14", "3.12.0", "3.13.0", "3.14.0"]
SYSTEMS: dict[str, Machine] = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "mac": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
}


def machine(python: str, system: str) -> Machine:
    return {**HERE, "python_full_version": python, "python_version": python.rpartition(".")[0], **SYSTEMS[system]}


def applies(requirement: Requirement, machine: Machine, extra: str = "") -> bool:
    return requirement.marker is None or requirement.marker.evaluate({**machine, "extra": extra})


def locked(machine: Machine) -> dict[str, str]:
    """The packages that this machine gets from the lock, with their versions."""
    there = [entry for entry in ENTRIES if applies(entry, machine)]
    return {entry.name: specifier.version for entry in there for specifier in entry.specifier}


def needs(name: str, extras: frozenset[str], machine: Machine) -> list[Requirement]:
    """What an installed package with these extras asks for there; one that is not installed here tells nothing."""
    try:
        requirements = [Requirement(line) for line in distribution(name).requires or []]
    except PackageNotFoundError:
        return []
    return [needed for needed in requirements if any(applies(needed, machine, extra) for extra in {"", *extras})]


def all_needs(machine: Machine) -> Iterator[Requirement]:
    """What the project, the packages of the lock, and whatever those ask for with an extra, need on that machine."""
    waiting = [(name, frozenset[str]()) for name in ("kmop-gids", *locked(machine))]
    seen = set(waiting)
    while waiting:
        for needed in needs(*waiting.pop(), machine):
            yield needed
            package = (canonicalize_name(needed.name), frozenset(needed.extras))
            waiting += {package} - seen
            seen.add(package)


class TestTheLock:
    def test_is_read_here_entry_by_entry(self) -> None:
        assert len(ENTRIES) == len(re.findall("^[^ #]", LOCK, re.MULTILINE))

    def test_is_put_to_a_package_that_is_asked_for_with_an_extra(self) -> None:
        assert any(needed.extras for needed in all_needs(HERE))

    @pytest.mark.parametrize("system", SYSTEMS)
    @pytest.mark.parametrize("python", PYTHONS)
    def test_holds_a_fitting_version_of_all_that_its_packages_need(self, python: str, system: str) -> None:
        there = machine(python, system)
        versions = locked(there)
        assert [
            str(needed)
            for needed in all_needs(there)
            if not needed.specifier.contains(versions.get(canonicalize_name(needed.name), "0"))
        ] == []


def give_up(why: str) -> Never:
    """Skip a test that needs the registry, which CI has."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(why)


def pips() -> Iterator[object]:
    """That of Python 3.11.0, that of Debian 12, and whichever is the newest."""
    for pip in ("pip==22.3", "pip==23.0.1"):
        yield pytest.param(pip, marks=pytest.mark.skipif(sys.version_info >= (3, 12), reason="needs Python 3.11"))
    yield "pip"


@pytest.fixture(scope="module", params=pips())
def pip(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a pip; if it cannot be fetched, tests are skipped here and fail in CI."""
    folder = tmp_path_factory.mktemp("pip")
    options = ["--quiet", "--no-deps", "--retries=1", f"--target={folder}"]
    command = [sys.executable, "-m", "pip", "install", *options, request.param]
    fetched = subprocess.run(command, capture_output=True, text=True, check=False)
    if fetched.returncode:
        give_up(f"{request.param} cannot be fetched: {fetched.stderr}")
    return folder


def what_it_takes(pip: Path, folder: Path, **settings: str) -> set[str]:
    """What that pip would install, with its version, if bootstrap.py had it install the lock of this folder."""
    command = [sys.executable, "-m", "pip", *INSTALL_LOCK, "--dry-run", "--ignore-installed", "--only-binary", ":all:"]
    environment = {**os.environ, **settings, "PYTHONPATH": str(pip), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if reason(done.stderr, {}) == NO_NETWORK:
        give_up(NO_NETWORK)
    assert done.returncode == 0, done.stderr
    (taken,) = re.findall("^Would install (.*)$", done.stdout, re.MULTILINE)
    return {canonicalize_name(package) for package in taken.split()}


def write_wheel(folder: Path, name: str, version: str, needed: str = "") -> str:
    """Write a package that only asks for another one, and give its line for a lock."""
    requires = f"Requires-Dist: {needed}\n" if needed else ""
    files = {
        "METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{requires}",
        "WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        "RECORD": "",
    }
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    with ZipFile(wheel, "w") as archive:
        for file, text in files.items():
            archive.writestr(f"{name}-{version}.dist-info/{file}", text)
    return f"{name}=={version} --hash=sha256:{sha256(wheel.read_bytes()).hexdigest()}\n"


@pytest.mark.attack
class TestEveryPip:
    def test_takes_what_the_lock_says_and_builds_nothing(self, pip: Path) -> None:
        assert what_it_takes(pip, ROOT) == {canonicalize_name(f"{name}-{v}") for name, v in locked(HERE).items()}

    def test_takes_the_locked_release_also_when_a_later_one_is_out(self, pip: Path, tmp_path: Path) -> None:
        asking = write_wheel(tmp_path, "asking", "1", "asked[extra]>=1")
        asked = write_wheel(tmp_path, "asked", "1")
        write_wheel(tmp_path, "asked", "2")
        (tmp_path / "requirements.lock").write_text(asking + asked)
        nowhere_else = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(tmp_path)}
        assert what_it_takes(pip, tmp_path, **nowhere_else) == {"asking-1", "asked-1"}
