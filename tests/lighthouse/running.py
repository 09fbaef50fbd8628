"""Runs Lighthouse on a page of the built site, served as a host serves it: compressed, and kept by browsers."""

import functools
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from guide.paths import ROOT
from guide.site.precompress import KINDS, compressed
from guide.site.single_file import SINGLE
from tests.browser.chromium import CHROMIUM_FLAGS
from tests.browser.harness import HOST, QuietHandler, QuietServer
from tests.browser.paths import SITE

__all__ = ["CATEGORIES", "PROFILES", "failed", "hosted", "measured", "pack_beforehand", "scores"]

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PROFILES = ("desktop", "mobile")
# What comes as a stream while it is compiled or unpacked is sent as it is.
TEXTS = KINDS - {".wasm", ".zip"}


class Host(QuietHandler):
    """Sends what is text packed by Brotli, and lets a browser keep what it fetched."""

    def do_GET(self) -> None:  # noqa: N802 - the name that the base class calls
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in TEXTS or not path.is_file():
            super().do_GET()
            return
        content, coding = _packed(path, self.headers.get("Accept-Encoding", ""))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", coding)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "public, max-age=31536000")
        super().end_headers()


@functools.cache
def _packed(path: Path, accepted: str) -> tuple[bytes, str]:
    content = path.read_bytes()
    # Browsers ask for Brotli over a safe connection only, which this machine's own address is not always taken for.
    return (compressed(content, ".br"), "br") if "br" in accepted else (compressed(content, ".gz"), "gzip")


def pack_beforehand() -> None:
    """Pack all that a page or the service worker may ask for: a host has done so before somebody comes."""
    for path in SITE.rglob("*"):
        if path.suffix in TEXTS and path.name != SINGLE:
            _packed(path, "gzip")
            _packed(path, "br")


@contextmanager
def hosted() -> Iterator[str]:
    """Serve the built site and give its address, ending in a slash."""
    with QuietServer((HOST, 0), functools.partial(Host, directory=str(SITE))) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://{HOST}:{server.server_port}/"
        server.shutdown()


def measured(url: str, profile: str, chromium: str, categories: tuple[str, ...] = CATEGORIES) -> dict[str, Any]:
    """Return Lighthouse's report on a page.

    Args:
        url: the address of the page.
        profile: `desktop` or `mobile`, as Lighthouse knows them.
        chromium: the path of the browser.
        categories: what to look at.
    """
    flags = " ".join(["--headless", *CHROMIUM_FLAGS[:-1]])
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    with TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        command = [str(ROOT / "node_modules" / ".bin" / "lighthouse"), url, "--quiet", "--output=json"]
        command += [f"--output-path={report}", f"--chrome-flags={flags}", f"--only-categories={','.join(categories)}"]
        command += ["--preset=desktop"] if profile == "desktop" else []
        env = {**os.environ, "PATH": programs, "CHROME_PATH": chromium}
        subprocess.run(command, env=env, check=True, capture_output=True, text=True, timeout=300)
        found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found


def scores(report: dict[str, Any]) -> dict[str, int]:
    """Return a report's scores, each of a hundred."""
    return {name: round(100 * category["score"]) for name, category in report["categories"].items()}


def failed(report: dict[str, Any]) -> list[str]:
    """Return what cost points, with what Lighthouse says of it."""
    audits = report["audits"]
    counted = [ref["id"] for each in report["categories"].values() for ref in each["auditRefs"] if ref["weight"]]
    lost = [each for each in counted if audits[each]["score"] is not None and audits[each]["score"] < 1]
    return [f"{each}: {audits[each]['title']} {audits[each].get('displayValue', '')}".strip() for each in lost]
