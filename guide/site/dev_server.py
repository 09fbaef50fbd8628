"""Dev server with live reload: serves the site on this machine while the norm is being edited."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import rmtree

from guide import paths
from guide.faults import Fault
from guide.scratch import scratch_folder
from guide.site.build import BuildError, build, faults_of_pages
from guide.site.fault_banner import fault_banner
from guide.site.incremental import Incremental
from guide.site.live_reload import Server

__all__ = ["PortError", "Preview", "serve"]

Wrong = list[str] | list[Fault] | OSError
Report = Callable[[Wrong], Sequence[str]]
"""Tells what is wrong, and returns the sentences that tell it."""


class PortError(Exception):
    """The port cannot be had.

    Attributes:
        reason: Why.
    """

    def __init__(self, reason: OSError) -> None:
        super().__init__()
        self.reason = reason


def serve(norm_dir: Path, port: int, report: Report, ready: Callable[[str], None], on: str = "") -> bool:
    """Serve the site on this machine and build it again whenever one of its sources changes.

    When a change brings a fault, the fault is reported, also on each page, and the last good site stays.

    Args:
        norm_dir: The folder of the norm.
        port: The port on 127.0.0.1.
        report: Called with what is wrong, each time that something is: faults, lines of the builder, or what the
            system refused.
        ready: Called once with the address, when the first site is there and browsers are answered.
        on: The day that the pages speak of; the one that the norm was last gone through when not given.

    Returns:
        Whether there was anything to serve.

    Raises:
        PortError: The port cannot be had.
    """
    # What the server notes of each request is in English, and of no use to somebody who edits the norm.
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())
    with scratch_folder() as folder:
        preview = Preview(norm_dir, folder, report, on)
        server = preview.server(port)
        try:
            # Before the first build: whoever has to choose another port need not wait for it.
            _bind(server)
            server.begin_watching()
            if not preview.rebuild():
                return False
            server.on_answering = lambda: ready(server.url)
            server.run()
        finally:
            server.shutdown()
    return True


def _bind(server: Server) -> None:
    try:
        server.server_bind()
    except OSError as error:
        raise PortError(error) from error


class Preview:
    """The site as it is being edited: each build has its own folder, and only good ones are shown."""

    def __init__(self, norm_dir: Path, folder: Path, report: Report, on: str = "") -> None:
        self._norm_dir = norm_dir
        self._folder = folder
        self._report = report
        self._on = on
        self._builds = 0
        self._incremental = Incremental()
        self._server: Server | None = None
        self.site = folder

    def rebuild(self) -> bool:
        """Build the site and show it; tell what is wrong if none comes of it, or with its pages."""
        self._builds += 1
        site = self._folder / str(self._builds)
        wrong = self._build(site)
        is_built = not any(wrong)
        if is_built:
            # Whoever writes a page wants to see it, also before it is in order.
            wrong = [faults_of_pages(self._norm_dir, self._on)]
        told = [line for each in wrong if each for line in self._report(each)]
        if self._server:
            self._server.banner = fault_banner(told, is_shown=is_built)
        if is_built:
            self._show(site)
        return is_built

    def _build(self, site: Path) -> list[Wrong]:
        """Build, and return what came in the way."""
        try:
            return [build(self._norm_dir, site, command="serve", incremental=self._incremental, on=self._on)]
        except BuildError as error:
            pages = faults_of_pages(self._norm_dir, self._on)
            return [pages, error.lines_besides(pages)]
        except OSError as error:
            return [error]

    def _show(self, site: Path) -> None:
        before, self.site = self.site, site
        if self._server:
            self._server.root = str(site)
        if before != self._folder:
            rmtree(before, ignore_errors=True)

    def server(self, port: int) -> Server:
        """A server that shows the last good site and watches what it is made from."""

        def rebuild() -> None:
            self.rebuild()

        server = Server(rebuild, port, str(self.site))
        server.error_handler = self._error_page
        for source in (self._norm_dir, paths.MKDOCS_YML, paths.DOCS, paths.MESSAGES, paths.TEMPLATES):
            if source.exists():
                server.watch(str(source))
        self._server = server
        return server

    def _error_page(self, code: int) -> bytes | None:
        page = self.site / f"{code}.html"
        return page.read_bytes() if page.is_file() else None
