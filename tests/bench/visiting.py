"""Visits of a real browser, each to a page with our worker and the stock one."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Playwright

from guide.paths import NODE_MODULES
from guide.site.precompress import KINDS, compress
from tests.bench.serving import Line
from tests.browser.chromium import CHROMIUM_FLAGS

__all__ = ["STOCK", "Visits", "lay_out"]

HERE = Path(__file__).parent / "browser"
STOCK = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
_LOCK = "pyodide-lock.json"


def lay_out(site: Path, folder: Path) -> None:
    """Lay out what is served: the built site, the stock files and the page; compressed beside the originals.

    Args:
        site: A built site.
        folder: An empty folder.
    """
    shutil.copytree(site, folder / "site")
    # The page of the benchmarks asks for the worker under a name that stays.
    (worker,) = (site / "assets" / "kmop").glob("worker.*.min.js")
    shutil.copyfile(worker, folder / "site" / "assets" / "kmop" / "worker.js")
    (folder / "stock").mkdir()
    for name in (*STOCK, _LOCK):
        shutil.copyfile(NODE_MODULES / "pyodide" / name, folder / "stock" / name)
    shutil.copyfile(HERE / "stock.mjs", folder / "stock.mjs")
    (folder / "index.html").write_text(
        '<!doctype html><title>bench</title><script type="module" src="/bench.js"></script>'
    )
    esbuild = [str(NODE_MODULES / ".bin" / "esbuild"), str(HERE / "bench.ts"), "--bundle", "--format=esm"]
    subprocess.run([*esbuild, f"--outfile={folder / 'bench.js'}", "--log-level=error"], check=True)
    # The stock interpreter has modules of this kind; our site has none.
    compress(folder, KINDS | {".mjs"})


@dataclass
class Visits:
    """Visits to one served folder with one browser over one line.

    Attributes:
        playwright: What drives the browser.
        chromium: The browser's path.
        url: The address of the folder.
        line: The line that it is served over.
        runtime: The address of our runtime's folder.
    """

    playwright: Playwright
    chromium: str
    url: str
    line: Line
    runtime: str

    @contextmanager
    def visit(self, profile: Path) -> Iterator[Page]:
        """Start the browser with a profile, open the page, and stop the browser again."""
        chromium = self.playwright.chromium
        options: dict[str, Any] = {"executable_path": self.chromium, "headless": True, "args": CHROMIUM_FLAGS}
        context = chromium.launch_persistent_context(str(profile), **options)
        try:
            page = context.pages[0]
            page.goto(self.url)
            page.wait_for_function("globalThis.bench !== undefined")
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": self.line.slowdown})
            yield page
        finally:
            context.close()

    def run(self, page: Page, name: str, *given: Any) -> Any:
        """Call what the page offers."""
        return page.evaluate(f"async (given) => bench.{name}(...given)", list(given))

    def start_ours(self, page: Page, answers: Any, on: str) -> float:
        """Start our worker and have one report; milliseconds."""
        return float(self.run(page, "startOurs", self.runtime, json.dumps(answers), on))
