"""The server that goes with the site: what it sends, to whom, and what it refuses without a word in the window."""

import socket
from collections.abc import Callable, Iterator
from functools import partial
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from threading import Thread

import pytest

from guide.site import static_server
from guide.site.headers import write_headers
from guide.site.static_server import Handler, Server, headers_for
from tests.guide.site.headers_file import headers_for as headers_as_a_host_reads_them
from tests.guide.site.slow_clients import trickle

HASHED = "assets/kmop/app.EQNTEELM.min.js"
Answer = tuple[int, HTTPMessage, bytes]
Ask = Callable[..., Answer]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    contents = {"index.html": "<h1>Gids</h1>", "404.html": "<h1>Niet gevonden</h1>", "kostprijs/index.html": "Kost"}
    for name, content in {**contents, HASHED: "app()", "assets/font.woff2": "x", "app.wasm": "x"}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    write_headers(folder)
    return folder


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    with Server((static_server.HOST, 0), partial(Handler, directory=str(site))) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def ask(server: Server) -> Ask:
    def asked(path: str, method: str = "GET", **headers: str) -> Answer:
        connection = HTTPConnection(static_server.HOST, server.server_port, timeout=10)
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()

    return asked


@pytest.mark.parametrize("path", ["/", "/kostprijs/", f"/{HASHED}", "/app.wasm"])
def test_each_file_goes_with_the_headers_that_hosts_are_asked_to_send(ask: Ask, site: Path, path: str) -> None:
    _, headers, _ = ask(path)

    asked = headers_as_a_host_reads_them((site / "_headers").read_text("utf-8"), path)
    assert asked
    assert {name: headers[name] for name in asked} == asked


@pytest.mark.parametrize(("path", "lasts"), [("/", "no-cache"), (f"/{HASHED}", "immutable"), ("/sw.js", "no-cache")])
def test_only_what_changes_its_name_is_kept_unasked(ask: Ask, site: Path, path: str, lasts: str) -> None:
    (site / "sw.js").write_text("", encoding="utf-8")

    assert lasts in ask(path)[1]["Cache-Control"]


def test_without_a_file_of_headers_browsers_ask_each_time(tmp_path: Path) -> None:
    assert headers_for(tmp_path, "/") == {"Cache-Control": "no-cache"}


def test_no_date_lets_a_browser_take_new_for_old(ask: Ask) -> None:
    status, headers, body = ask("/", If_Modified_Since="Tue, 01 Jan 2047 00:00:00 GMT")

    assert (status, body) == (200, b"<h1>Gids</h1>")
    assert "Last-Modified" not in headers


def test_a_file_that_is_not_there_yet_is_not_kept_as_gone(ask: Ask) -> None:
    status, headers, _ = ask("/assets/kmop/later.EQNTEELM.min.js")

    assert (status, headers["Cache-Control"]) == (404, "no-cache")


@pytest.mark.parametrize(
    "path",
    [
        "/%00",
        "/bestaat-niet",
        "/assets/",
        "/..%2f..%2fetc/passwd",
        "/%ED%A0%80",
        "/%ff",
        f"/{'a' * 5000}",
    ],
)
def test_what_is_not_on_the_site_brings_the_sites_own_page(ask: Ask, path: str) -> None:
    status, headers, body = ask(path)

    assert (status, body) == (404, b"<h1>Niet gevonden</h1>")
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("link", ["secret.txt", "secret", "kostprijs/index.html"])
def test_no_link_leads_out_of_the_site(ask: Ask, site: Path, link: str) -> None:
    outside = site.parent / "outside"
    outside.mkdir()
    (outside / "index.html").write_text("secret", encoding="utf-8")
    (site / link).unlink(missing_ok=True)
    (site / link).symlink_to(outside if link == "secret" else outside / "index.html")

    assert ask(f"/{link.removesuffix('index.html')}")[0] == 404
    assert ask(f"/{link}/")[0] == 404


@pytest.mark.parametrize("host", ["kwaad.example", "kwaad.example:8000", "127.0.0.1", "", "127.0.0.1.kwaad.example"])
def test_only_names_of_this_computer_are_answered(ask: Ask, host: str) -> None:
    status, _, body = ask("/", Host=host)

    assert (status, body) == (421, b"")


def test_the_other_name_of_this_computer_is_answered(ask: Ask, server: Server) -> None:
    assert ask("/", Host=f"localhost:{server.server_port}")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "BREW"])
def test_nothing_can_be_changed(ask: Ask, method: str) -> None:
    status, headers, body = ask("/", method)

    assert (status, headers["Allow"], body) == (405, "GET, HEAD", b"")


def test_an_address_without_its_slash_leads_to_the_page(ask: Ask) -> None:
    status, headers, _ = ask("/kostprijs?q=1")

    assert (status, headers["Location"], headers["Cache-Control"]) == (301, "/kostprijs/?q=1", "no-cache")


def test_no_address_leads_to_another_host(ask: Ask) -> None:
    assert not ask("//kwaad.example/..")[1].get("Location", "").startswith("//")
    assert ask("//kostprijs")[1].get("Location", "/kostprijs/") == "/kostprijs/"


@pytest.mark.parametrize("said", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: "], ids=["nothing", "a line", "headers"])
def test_who_says_nothing_is_hung_up_on(
    server: Server, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], said: bytes
) -> None:
    monkeypatch.setattr(Handler, "timeout", 0.1)
    with socket.create_connection((static_server.HOST, server.server_port), timeout=10) as slow:
        slow.sendall(said)

        assert slow.recv(100) == b""
    assert capfd.readouterr() == ("", "")


def test_who_says_one_sign_at_a_time_is_hung_up_on(
    server: Server, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Handler, "timeout", 0.5)
    with socket.create_connection((static_server.HOST, server.server_port), timeout=10) as slow:
        assert trickle(slow) < 5
    assert capfd.readouterr() == ("", "")


def test_a_browser_that_hangs_up_leaves_no_traceback(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    for _ in range(3):
        with socket.create_connection((static_server.HOST, server.server_port)) as gone:
            gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            gone.sendall(b"GET /%00 HTTP/1.1\r\n\r\nGET /")
    with socket.create_connection((static_server.HOST, server.server_port)) as odd:
        odd.sendall(b"\x16\x03\x01 /\r\n\r\n")
        odd.recv(1000)

    assert capfd.readouterr() == ("", "")
