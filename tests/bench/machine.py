"""What the figures were measured on."""

import json
import os
import platform
import subprocess
import sys
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from guide.paths import ROOT

__all__ = ["describe_machine"]

NODE = Path(sys.executable).parent / "node"


def describe_machine(chromium: str) -> dict[str, Any]:
    """Name the date, the processor, its load when we begin, and the version of everything that matters."""
    return {
        "date": datetime.now().astimezone().date().isoformat(),
        "commit": _said("git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"),
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "load at the start": f"{os.getloadavg()[0]:.2f}",
        "system": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
        "Node": _said(str(NODE), "--version").removeprefix("v"),
        "browser": _said(chromium, "--version"),
        "Pyodide": json.loads((ROOT / "node_modules" / "pyodide" / "package.json").read_text())["version"],
        "mkdocs-material": version("mkdocs-material"),
    }


def _said(*command: str) -> str:
    """Return the first line that a program says, or nothing when it is not there."""
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return run.stdout.strip().partition("\n")[0]


def _processor() -> str:
    """Name the processor, as far as the system tells."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
