"""Building the site, beside MkDocs with the same theme over the same Markdown and nothing of ours."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import yaml

from guide.pages import render_pages
from guide.paths import ROOT
from guide.site.live_reload import Server
from tests.bench.figures import Bar, Row, Series
from tests.previewed import previewed

__all__ = ["build_seconds", "measure_building", "plain_seconds", "write_plain"]

# Builds as `kmop build` does, with nothing kept from an earlier build.
_COLD = """
import sys
from pathlib import Path
from guide import paths
paths.KEPT = paths.CACHE = Path(sys.argv.pop(1))
from guide.cli import main
main()
"""
_EDITED, _EDITED_PAGE = "glossary.yaml", "naslag/begrippen"


def measure_building(norm: dict[str, Any], messages: dict[str, str], folder: Path, runs: int) -> Iterator[Row]:
    """Build in turn: ours, the plain one, under `kmop serve` after an edit, ours after it, and without what is kept.

    Args:
        norm: The checked norm of this project.
        messages: The message catalogue.
        folder: An empty folder to work in.
        runs: How many times.
    """
    config = write_plain(norm, messages, folder / "plain")
    edited = Path(shutil.copytree(ROOT / "norm", folder / "norm"))
    (folder / "served").mkdir()
    build_seconds(ROOT / "norm", folder / "ours")  # what is kept is there before the first that counts
    took: dict[str, list[float]] = {"ours": [], "plain": [], "edited": [], "served": [], "cold": []}
    with previewed(edited, folder / "served") as server:
        _seconds_to_page(edited, server)  # what is kept between two edits is there before the first that counts
        for run in range(runs):
            took["ours"].append(build_seconds(ROOT / "norm", folder / "ours"))
            took["plain"].append(plain_seconds(config))
            took["served"].append(_seconds_to_page(edited, server))
            took["edited"].append(build_seconds(edited, folder / "edited"))
            kept = str(folder / f"kept-{run}")
            took["cold"].append(_seconds("-c", _COLD, kept, "build", "--site", str(folder / "cold")))
    yield from _rows({name: Series(tuple(each)) for name, each in took.items()})


def _rows(took: dict[str, Series]) -> Iterator[Row]:
    told, plain = "mkdocs-material over the same Markdown", took["plain"]
    note = "Built once before: norm, pages, templates, scripts and the trimmed library were kept; the site was not."
    yield Row("build", "site build", "s", took["ours"], told, plain, Bar(1.25), note)
    yield Row("build-edited", "site build after one edit of the norm", "s", took["edited"], told, plain)
    wait = (
        "From saving the file until its page is answered. At this bar it takes 2 s where the plain build takes 1.3 s."
    )
    yield Row(
        "build-served", "edited line to page under `kmop serve`", "s", took["served"], told, plain, Bar(1.5), wait
    )
    yield Row("build-cold", "site build with nothing kept", "s", took["cold"], told, plain)


def _seconds_to_page(norm: Path, server: Server) -> float:
    """Edit the norm, and wait as a browser does until the page is there."""
    epoch = int(_asked(f"{server.url}livereload/0/1"))
    wanted = _edit(norm).encode()
    before = time.perf_counter()
    while int(_asked(f"{server.url}livereload/{epoch}/1")) <= epoch:
        pass
    assert wanted in _asked(f"{server.url}{_EDITED_PAGE}/")
    return time.perf_counter() - before


def _asked(url: str) -> bytes:
    with urlopen(url) as answer:  # noqa: S310 - our own server
        content: bytes = answer.read()
    return content


def _edit(norm: Path) -> str:
    """Make a text of the norm another one, which no earlier build has seen; return what stands in it now."""
    path, stamp = norm / _EDITED, str(time.time_ns())
    document = yaml.safe_load(path.read_text("utf-8"))
    text = document["terms"][0]["text"]
    text["nl"] = f"{text['nl'].partition(' [')[0]} [{stamp}]"
    path.write_text(yaml.safe_dump(document, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return stamp


def build_seconds(norm: Path, site: Path, kept: Path | None = None) -> float:
    """Build a site as a user does, and say how long it took; what is kept may be elsewhere than always."""
    elsewhere = {"KMOP_KEPT": str(kept)} if kept else {}
    return _seconds("-m", "guide", "build", "--norm", str(norm), "--site", str(site), **elsewhere)


def plain_seconds(config: Path) -> float:
    """Build the plain site, and say how long it took."""
    return _seconds("-m", "mkdocs", "build", "--quiet", "--config-file", str(config))


def write_plain(norm: dict[str, Any], messages: dict[str, str], folder: Path) -> Path:
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


def _seconds(*command: str, **environment: str) -> float:
    before = time.perf_counter()
    # The theme says of itself, on each run, that it will not be developed for ever.
    told = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    # Python keeps what it compiled, as it does for everybody who did not ask for anything else.
    told.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([sys.executable, *command], cwd=ROOT, stdout=subprocess.DEVNULL, check=True, env=told)
    return time.perf_counter() - before
