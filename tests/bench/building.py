"""Building the site, beside MkDocs with the same theme over the same Markdown and nothing of ours."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from guide.pages import render_pages
from tests.bench.figures import Bar, Row, Series

__all__ = ["build_seconds", "measure_building"]

ROOT = Path(__file__).parents[2]
# Builds as `kmop build` does, with nothing kept from an earlier build.
_COLD = """
import sys
from pathlib import Path
from guide.hosting import compressing
from guide.runtime import trimming
trimming.CACHE = compressing.CACHE = Path(sys.argv.pop(1))
from guide.cli import main
main()
"""


def measure_building(norm: dict[str, Any], messages: dict[str, str], folder: Path, runs: int) -> Iterator[Row]:
    """Build in turn: ours, the plain one, and ours without what it keeps between builds.

    Args:
        norm: The checked norm of this project.
        messages: The message catalogue.
        folder: An empty folder to work in.
        runs: How many times.
    """
    config = _plain(norm, messages, folder / "plain")
    took: dict[str, list[float]] = {"ours": [], "plain": [], "cold": []}
    for run in range(runs):
        took["ours"].append(build_seconds(ROOT / "norm", folder / "ours"))
        took["plain"].append(_seconds("-m", "mkdocs", "build", "--quiet", "--config-file", str(config)))
        kept = str(folder / f"kept-{run}")
        took["cold"].append(_seconds("-c", _COLD, kept, "build", "--site", str(folder / "cold")))
    ours, plain, cold = (Series(tuple(each)) for each in took.values())
    told = "mkdocs-material over the same Markdown"
    yield Row(
        "build", "site build", "s", ours, told, plain, Bar(1.25), "The trimmed library was kept from an earlier build."
    )
    yield Row("build-cold", "site build with nothing kept", "s", cold, told, plain)


def build_seconds(norm: Path, site: Path) -> float:
    """Build a site as a user does, and say how long it took."""
    return _seconds("-m", "guide", "build", "--norm", str(norm), "--site", str(site))


def _plain(norm: dict[str, Any], messages: dict[str, str], folder: Path) -> Path:
    """Write what the plugin renders as Markdown files, with a configuration that knows nothing of the plugin."""
    docs = folder / "docs"
    shutil.copytree(ROOT / "docs" / "assets", docs / "assets")
    shutil.copytree(ROOT / "docs" / "stylesheets", docs / "stylesheets")
    for page in render_pages(norm, messages, ROOT / "docs" / "nl").pages.values():
        path = docs / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{yaml.safe_dump({'title': page.title})}---\n{page.markdown}", encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(yaml.safe_dump(_settings(), sort_keys=False), encoding="utf-8")
    return config


def _settings() -> dict[str, Any]:
    return {
        "site_name": "plain",
        "theme": {"name": "material", "language": "nl", "font": False},
        "plugins": [{"search": {"lang": "nl"}}],
        "markdown_extensions": ["attr_list", "tables", {"toc": {"permalink": True, "toc_depth": 3}}],
        "extra_css": [f"stylesheets/{path.name}" for path in sorted((ROOT / "docs" / "stylesheets").glob("*.css"))],
    }


def _seconds(*command: str) -> float:
    before = time.perf_counter()
    subprocess.run([sys.executable, *command], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - before
