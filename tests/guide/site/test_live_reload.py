"""Live reload of pages that another server gave."""

import threading
from collections.abc import Iterator
from pathlib import Path
from socketserver import BaseServer
from urllib.request import urlopen

import pytest

from guide.site import live_reload
from guide.site.live_reload import Server


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(live_reload, "_SECONDS", 0)
    tmp_path.joinpath("index.html").write_text("<body></body>", encoding="utf-8")
    server = Server(lambda: None, 0, str(tmp_path))
    server.server_bind()
    server.server_activate()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    BaseServer.shutdown(server)
    server.server_close()
    thread.join()


def poll(server: Server, epoch: int) -> int:
    with urlopen(f"http://127.0.0.1:{server.server_port}/livereload/{epoch}/1") as answer:
        return int(answer.read())


@pytest.mark.parametrize("epoch", [1, 10**15], ids=["before", "before the machine started anew"])
def test_a_page_of_another_server_reloads(server: Server, epoch: int) -> None:
    assert poll(server, epoch) > epoch


def test_a_page_of_this_server_waits_for_a_newer_site(server: Server) -> None:
    server.poll_response_timeout = 0
    epoch = server._wanted_epoch  # noqa: SLF001 - what the server writes into its pages
    assert poll(server, epoch) == epoch
