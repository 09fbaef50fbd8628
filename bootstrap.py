"""Sets up .venv and node_modules, each only if it is not what its lock says: python3 bootstrap.py python project node.

Needs nothing but Python. A version that is too old for the project (from 3.6 on) can still read this file, and says so.
"""

import hashlib
import importlib.util
import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 11)

PIP = (".venv/bin/python", "-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check")
# The lock names every package that another one needs, so nothing is left to resolve. Old versions of pip would do it
# all the same, and look past the lock for a package that is asked for with an extra (`coverage[toml]`): as soon as it
# has a newer release than the locked one, they refuse the lock.
INSTALL_LOCK = ("install", "--require-hashes", "--no-deps", "-r", "requirements.lock")
# What builds it is in the lock too.
INSTALL_PROJECT = ("install", "--no-deps", "--no-index", "--no-build-isolation", "-e", ".")

HASHES_DIFFER = (
    "A package that was fetched is not the one in the lock, so it was not installed. Empty the caches (pip cache purge,"
    " npm cache clean --force) and try again; if it stays so, do not trust the registry or proxy that sends it."
)
DISK_FULL = "The disk is full. Make room for about 1 GB and try again."
NOT_TRUSTED = (
    "The certificate of a package registry, or of a proxy before it, is not trusted here. Name the file with your"
    " organisation's certificates in PIP_CERT and NODE_EXTRA_CA_CERTS and try again."
)
NO_NETWORK = (
    "The package registries cannot be reached, and packages are fetched from them the first time and whenever a lock"
    " has changed. Connect to the network, or name your proxy in HTTPS_PROXY, and try again."
)
DEAD_PROXY = (
    "The package registries cannot be reached through the proxy that {} names. Correct its address, or unset the"
    " variable if you need no proxy, and try again."
)
NO_WHEEL = (
    f"There is no ready-made package of all that is needed for Python {sys.version_info[0]}.{sys.version_info[1]} on"
    f" {sysconfig.get_platform()}, and it could not be built here. Use CPython 3.11 to 3.14 on Linux with glibc or on a"
    " Mac (make setup PYTHON=python3.14), or install a C compiler, and try again."
)
LOCK_IS_OLD = (
    "The packages of requirements.lock are not those that pyproject.toml asks for. Run make lock and try again."
)
# What pip and npm write when they give up, the surest first, and what it means.
REASONS = (
    (r"DO NOT MATCH THE HASHES|EINTEGRITY", HASHES_DIFFER),
    (r"No space left on device|ENOSPC", DISK_FULL),
    (r"CERTIFICATE_VERIFY_FAILED|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)", NOT_TRUSTED),
    (r"Failed to build|Failed building wheel|metadata-generation-failed", NO_WHEEL),
    (r"(NewConnection|NameResolution|Proxy|Timeout|ConnectionReset|Protocol)Error|IncompleteRead", NO_NETWORK),
    (
        r"\b(EAI_AGAIN|ENOTFOUND|E(CONNREFUSED|CONNRESET|TIMEDOUT|NETUNREACH|HOSTUNREACH)|ERR_SOCKET_TIMEOUT)\b",
        NO_NETWORK,
    ),
    (r"No matching distribution found", NO_WHEEL),
    (r"has requirement|is not installed", LOCK_IS_OLD),
)
PROXIES = ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")


class SetupError(Exception):
    """What is wrong and what to do about it, in plain words."""


def main(parts: "Sequence[str]") -> None:
    """Set up these parts, in this order, or end with a sentence that says why that cannot be."""
    try:
        for part in parts:
            PARTS[part](ROOT)
    except SetupError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("Stopped; the next time does what is left.")


def set_up_python(root: Path) -> None:
    """Make .venv hold what the lock says.

    Raises:
        SetupError: It cannot; the next time begins again with what was left half-made.
    """
    stamp = root / ".venv" / ".packages"
    if stamp.is_file() and not works(stamp.parent):
        stamp.unlink()
    once(stamp, ["requirements.lock"], root, install_packages)


def set_up_project(root: Path) -> None:
    """Put the project itself into .venv.

    Raises:
        SetupError: It cannot, or it asks for what the lock does not hold.
    """
    once(root / ".venv" / ".project", ["pyproject.toml"], root, install_project)


def set_up_node(root: Path) -> None:
    """Make node_modules hold what its lock says.

    Raises:
        SetupError: It cannot; the next time begins again.
    """
    once(
        root / "node_modules" / ".packages",
        ["package.json", "package-lock.json", ".npmrc"],
        root,
        install_node_packages,
    )


PARTS = {"python": set_up_python, "project": set_up_project, "node": set_up_node}


def works(venv: Path) -> bool:
    """Tell whether the Python of an environment starts and finds its packages, which an upgrade of Python can end."""
    command = [str(venv / "bin" / "python"), "-c", "import pip"]
    try:
        return subprocess.run(command, check=False, stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def once(stamp: Path, names: "Sequence[str]", root: Path, install: "Callable[[Path], None]") -> None:
    """Install, unless the stamp says that it was done in this folder, from files with this content.

    When they were written says nothing: a checkout touches them too, and perhaps there is no network any more.

    Raises:
        SetupError: The folder is another's, or it cannot be filled.
    """
    content = hashlib.sha256(os.fsencode(str(root)))
    for name in names:
        content.update((root / name).read_bytes())
    if not stamp.is_file() or stamp.read_text() != content.hexdigest():
        check_own(stamp.parent)
        install(root)
        stamp.write_text(content.hexdigest())


def check_own(folder: Path) -> None:
    """Ask for a folder of this project's own: to make it anew is to throw away what is in it.

    Raises:
        SetupError: It is a link to another folder.
    """
    if folder.is_symlink():
        raise SetupError(
            f"{folder.name} is a link to another folder, and what is in that would be thrown away."
            f" Remove the link (rm {folder.name}) and try again."
        )


def install_packages(root: Path) -> None:
    """Make .venv anew, with the packages of the lock.

    Raises:
        SetupError: This Python cannot make it, or pip cannot fill it.
    """
    check_version(sys.version_info[:2])
    check_modules()
    print("Installing the Python packages of requirements.lock into .venv", flush=True)
    run([python_outside(root / ".venv"), "-m", "venv", "--clear", ".venv"], root)
    run([*PIP, *INSTALL_LOCK], root)


def python_outside(venv: Path) -> str:
    """The Python that runs this, or the one behind it when it is part of what is about to be removed."""
    inside = Path(sys.executable).parent.parent.resolve() == venv.resolve()
    return os.path.realpath(sys.executable) if inside else sys.executable


def install_project(root: Path) -> None:
    """Install the project itself, as a link to this folder, and check that all packages fit together.

    Raises:
        SetupError: It cannot, or they do not.
    """
    run([*PIP, *INSTALL_PROJECT], root)
    run([*PIP, "check"], root)


def install_node_packages(root: Path) -> None:
    """Install exactly what the npm lock says, and check its hashes.

    Raises:
        SetupError: npm cannot.
    """
    print("Installing the npm packages of package-lock.json into node_modules", flush=True)
    run([".venv/bin/npm", "ci", "--no-progress"], root)


def check_version(version: "tuple[int, ...]") -> None:
    """Ask for a Python that the project knows.

    Raises:
        SetupError: It is too old.
    """
    if version < OLDEST:
        have, need = (".".join(map(str, numbers)) for numbers in (version, OLDEST))
        raise SetupError(
            f"This is Python {have}, and {need} or later is needed."
            f" Install one and name it: make setup PYTHON=python{need}"
        )


def check_modules() -> None:
    """Ask for what Debian and Ubuntu leave out of Python.

    Raises:
        SetupError: It is not there.
    """
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        package = "python{}.{}-venv".format(*sys.version_info)
        raise SetupError(
            f"This Python cannot make virtual environments: its module ensurepip is missing."
            f" Install it, on Debian and Ubuntu with apt-get install {package}, and try again."
        )


def run(command: "Sequence[str]", folder: Path) -> None:
    """Run a program, and show what it says only if it fails in a way that is not known here.

    Raises:
        SetupError: It fails.
    """
    name = " ".join(command)
    try:
        done = subprocess.run(
            command,
            cwd=str(folder),
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        raise SetupError(f"{name} cannot be run: {error}") from error
    if done.returncode:
        raise SetupError(reason(done.stdout, os.environ) or f"{done.stdout}\n{name} failed; what it says is above.")


def reason(output: str, environment: "Mapping[str, str]") -> "str | None":
    """Tell what is wrong and what to do, going by what a program wrote; nothing when that is not known."""
    found = next((text for pattern, text in REASONS if re.search(pattern, output)), None)
    proxy = next((name for name in PROXIES if environment.get(name)), None)
    return DEAD_PROXY.format(proxy) if found is NO_NETWORK and proxy else found


if __name__ == "__main__":
    main(sys.argv[1:])
