"""Software bill of materials: what the wheel asks for and what the site holds of others, in CycloneDX."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from guide import paths
from guide.site.licences import npm_packages

__all__ = ["npm_sbom", "python_sbom", "runtime_lock"]

_NAME = "kmop-gids"
_ENTRY = re.compile(r"^(?=[a-z0-9])", re.MULTILINE)
# For whom an entry of the lock is there: "# via one", or one on each line.
_VIA = re.compile(r"^    #(?: via|  ) (\S.*)$", re.MULTILINE)
# How the lock names what the project asks for itself, and not for its development.
_PROJECT = "kmop-gids (pyproject.toml)"


def python_sbom(target: Path) -> None:
    """Write what the wheel asks for, in the locked versions."""
    with TemporaryDirectory() as folder:
        lock = Path(folder, "requirements.txt")
        lock.write_text(runtime_lock(), encoding="utf-8")
        project = ["--pyproject", str(paths.ROOT / "pyproject.toml"), "--output-reproducible", "--no-validate"]
        _run([sys.executable, "-m", "cyclonedx_py", "requirements", *project, "--output-file", str(target), str(lock)])


def npm_sbom(target: Path) -> None:
    """Write what of npm's packages is bundled into the site."""
    npm = Path(sys.executable).with_name("npm")
    told = json.loads(_run([str(npm), "sbom", "--sbom-format", "cyclonedx", "--omit", "dev", "--package-lock-only"]))
    target.write_text(json.dumps(_shipped(told), indent=2) + "\n", encoding="utf-8", newline="\n")


def _shipped(told: dict[str, Any]) -> dict[str, Any]:
    """Return what npm tells without packages that no reader gets, and without what is another each time."""
    names = npm_packages(paths.NODE_MODULES)
    components = [each for each in told["components"] if each["name"] in names]
    project = {**told["metadata"]["component"], "name": _NAME, "type": "application"}
    known = {each["bom-ref"] for each in (*components, project)}
    behind = [
        {**each, "dependsOn": [ref for ref in each.get("dependsOn", ()) if ref in known]}
        for each in told["dependencies"]
        if each["ref"] in known
    ]
    about = {"tools": told["metadata"]["tools"], "component": project}
    rest = {key: told[key] for key in ("$schema", "bomFormat", "specVersion", "version")}
    return {**rest, "metadata": about, "components": components, "dependencies": behind}


def runtime_lock(lock: str | None = None) -> str:
    """Return the part of the lock that is about what is installed with the wheel, on any system.

    Args:
        lock: The lock, in which each entry says whom it is there for; that of the project when not given.
    """
    text = lock or (paths.ROOT / "requirements.lock").read_text("utf-8")
    entries = {entry.partition("==")[0]: entry for entry in _ENTRY.split(text) if entry}
    wanted = {_PROJECT}
    while more := {name for name, entry in entries.items() if name not in wanted and wanted & set(_VIA.findall(entry))}:
        wanted |= more
    return "".join(entry for name, entry in entries.items() if name in wanted)


def _run(command: list[str]) -> bytes:
    """Run a program on the project; what it says goes to whoever asked when it fails."""
    return subprocess.run(command, cwd=paths.ROOT, check=True, stdout=subprocess.PIPE).stdout  # noqa: S603 - ours
