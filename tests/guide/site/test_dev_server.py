"""The development server: the last good site stays while a norm has faults."""

import errno
import socket
from collections.abc import Iterator
from html import unescape
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from urllib.request import urlopen

import pytest

from guide import cli
from guide.faults import Fault
from guide.site import dev_server
from guide.site.build import BuildError
from guide.site.dev_server import Report, Wrong
from guide.site.headers import write_headers
from guide.site.incremental import Incremental
from guide.site.live_reload import Server
from tests.guide.checks.broken_norms import lay_out
from tests.guide.fail_if_called import fail_if_called
from tests.guide.site.slow_clients import trickle
from tests.norms import SMALL_NORM

SENTENCE = "norm/cost.yaml:12:5: rates: <hier> ontbreekt iets; vul het in"


class Builder:
    """Stands in for the builder: writes one page, or reports what it was told to."""

    def __init__(self) -> None:
        self.wrong: list[Fault] = []
        self.page = "first"

    def __call__(self, _: Path, site: Path, *, command: str, incremental: Incremental, on: str) -> list[Fault]:
        assert (command, on, incremental.known("step", "page", "key")) == ("serve", "", False)
        if not self.wrong:
            site.mkdir()
            site.joinpath("index.html").write_text(f"<body>{self.page}</body>", encoding="utf-8")
        return self.wrong


def noted(told: list[Wrong]) -> Report:
    """Note what is told, and tell it in a sentence."""

    def report(wrong: Wrong) -> list[str]:
        told.append(wrong)
        return [SENTENCE]

    return report


@pytest.fixture
def builder(monkeypatch: pytest.MonkeyPatch) -> Builder:
    stand_in = Builder()
    monkeypatch.setattr(dev_server, "build", stand_in)
    return stand_in


def test_the_last_good_site_stays(builder: Builder, tmp_path: Path) -> None:
    """While a norm has faults, the site from before them is what is served."""
    told: list[Wrong] = []
    served = dev_server.Preview(SMALL_NORM, tmp_path, noted(told))
    assert served.rebuild()
    before = served.site

    builder.wrong = [Fault("norm/cost.yaml", 1, 1, "", "check.file_missing")]
    assert not served.rebuild()

    assert told == [builder.wrong]
    assert served.site == before
    assert before.joinpath("index.html").exists()


def test_a_mended_norm_gives_a_new_site(builder: Builder, tmp_path: Path) -> None:
    """The next good build takes the place of the last one, which is thrown away."""
    served = dev_server.Preview(SMALL_NORM, tmp_path, noted([]))
    served.rebuild()
    before = served.site
    builder.page = "second"

    assert served.rebuild()

    assert "second" in served.site.joinpath("index.html").read_text(encoding="utf-8")
    assert not before.exists()


def test_the_server_shows_the_site(builder: Builder, tmp_path: Path) -> None:
    """A page is what the last good build made of it."""
    served = dev_server.Preview(SMALL_NORM, tmp_path, noted([]))
    served.rebuild()
    server = served.server(0)
    server.server_bind()
    server.server_activate()
    server.serve_thread.start()
    builder.page = "second"
    served.rebuild()
    try:
        with urlopen(f"http://127.0.0.1:{server.server_port}/", timeout=10) as page:
            shown = page.read()
    finally:
        server.shutdown(wait=False)

    assert b"second" in shown


@pytest.fixture
def served(builder: Builder, tmp_path: Path) -> Iterator[Server]:
    """The server with its first site, whose headers are those of any site."""
    preview = dev_server.Preview(SMALL_NORM, tmp_path, noted([]))
    assert preview.rebuild()
    assert builder.page
    preview.site.joinpath("404.html").write_text("<h1>Niet gevonden</h1>", encoding="utf-8")
    preview.site.joinpath("app.EQNTEELM.js").write_text("", encoding="utf-8")
    write_headers(preview.site)
    server = preview.server(0)
    server.server_bind()
    server.server_activate()
    server.serve_thread.start()
    yield server
    server.shutdown(wait=False)


def asked(server: Server, path: str, method: str = "GET", **headers: str) -> tuple[int, HTTPMessage, bytes]:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read()


@pytest.fixture
def faulty(tmp_path: Path, builder: Builder) -> Iterator[tuple[dev_server.Preview, Server]]:
    """A server whose norm came to have a fault."""
    preview = dev_server.Preview(SMALL_NORM, tmp_path, noted([]))
    assert preview.rebuild()
    server = preview.server(0)
    server.server_bind()
    server.server_activate()
    server.serve_thread.start()
    builder.wrong = [Fault("norm/cost.yaml", 12, 5, "", "check.file_missing")]
    assert not preview.rebuild()
    yield preview, server
    server.shutdown(wait=False)


def test_a_page_tells_a_fault_with_its_file_and_line(faulty: tuple[dev_server.Preview, Server]) -> None:
    _, _, body = asked(faulty[1], "/")

    assert b"first" in body
    assert b"<code>norm/cost.yaml:12:5</code> rates: &lt;hier&gt; ontbreekt iets" in body
    assert b'role="alert"' in body


def test_a_mended_fault_is_on_no_page_any_more(faulty: tuple[dev_server.Preview, Server], builder: Builder) -> None:
    builder.wrong, builder.page = [], "second"
    assert faulty[0].rebuild()

    _, _, body = asked(faulty[1], "/")

    assert b"second" in body
    assert b"norm/cost.yaml" not in body


def test_pages_have_the_headers_that_hosts_are_asked_to_send(served: Server) -> None:
    status, headers, _ = asked(served, "/")

    assert status == 200
    assert headers["Cache-Control"] == "no-cache"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "object-src 'none'" in headers["Content-Security-Policy"]


def test_the_script_that_loads_a_page_again_is_allowed(served: Server) -> None:
    _, headers, body = asked(served, "/")

    assert b"livereload" in body
    assert "script-src 'unsafe-inline' 'self'" in headers["Content-Security-Policy"]
    assert "sha256-" not in headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/%00", "/bestaat-niet", "/..%2f..%2fetc/passwd"])
def test_what_is_not_there_brings_the_sites_own_page(served: Server, path: str) -> None:
    status, headers, body = asked(served, path)

    assert (status, body) == (404, b"<h1>Niet gevonden</h1>")
    assert headers["Cache-Control"] == "no-cache"


def test_no_link_leads_out_of_the_site(served: Server, tmp_path: Path) -> None:
    tmp_path.joinpath("secret.txt").write_text("secret", encoding="utf-8")
    Path(served.root, "link.txt").symlink_to(tmp_path / "secret.txt")

    assert asked(served, "/link.txt")[0] == 404


def test_nothing_can_be_changed(served: Server) -> None:
    status, headers, _ = asked(served, "/", "POST")

    assert (status, headers["Allow"]) == (405, "GET, HEAD")


def test_only_names_of_this_computer_are_answered(served: Server) -> None:
    assert asked(served, "/", Host="kwaad.example")[0] == 421
    assert asked(served, "/", Host=f"localhost:{served.server_port}")[0] == 200


def test_who_says_nothing_is_hung_up_on(
    served: Server, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(served.RequestHandlerClass, "timeout", 0.1)
    with socket.create_connection(("127.0.0.1", served.server_port), timeout=10) as slow:
        slow.sendall(b"GET / HT")

        assert slow.recv(100) == b""
    assert capfd.readouterr().err == ""


def test_who_says_one_sign_at_a_time_is_hung_up_on(
    served: Server, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(served.RequestHandlerClass, "timeout", 0.5)
    with socket.create_connection(("127.0.0.1", served.server_port), timeout=10) as slow:
        assert trickle(slow) < 5
    assert capfd.readouterr().err == ""


def test_the_address_is_told_once_it_is_answered(builder: Builder) -> None:
    """Whoever serves learns the address when the first site is there and a browser gets through."""
    told: list[str] = []

    def ready(address: str) -> None:
        socket.create_connection(("127.0.0.1", 18765), timeout=10).close()
        told.append(address)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        dev_server.serve(SMALL_NORM, 18765, noted([]), ready)

    assert told == ["http://127.0.0.1:18765/"]
    assert not builder.wrong


def test_a_port_that_is_taken_is_told_before_anything_is_built(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev_server, "build", fail_if_called)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(SystemExit) as left:
            cli.main(["serve", "--norm", str(SMALL_NORM), "--port", str(port)])

    assert left.value.code == 1
    assert capsys.readouterr().err == (
        f"Poort {port} is niet te gebruiken (die is al in gebruik); kies een andere met --port.\n"
    )


def test_a_disk_that_is_full_at_a_rebuild_is_told_and_the_last_site_stays(
    builder: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Wrong] = []
    preview = dev_server.Preview(SMALL_NORM, tmp_path, noted(told))
    assert preview.rebuild()
    full = OSError(errno.ENOSPC, "No space left on device")

    def fill(*_: object, **_more: object) -> list[Fault]:
        raise full

    monkeypatch.setattr(dev_server, "build", fill)

    assert not preview.rebuild()
    assert told == [full]
    assert preview.site.joinpath("index.html").read_text("utf-8") == f"<body>{builder.page}</body>"


def test_a_full_disk_is_not_taken_for_a_port(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fill(*_: object, **_more: object) -> list[Fault]:
        raise OSError(errno.ENOSPC, "No space left on device", "/tmp/site")  # noqa: S108 - a name in an error

    monkeypatch.setattr(dev_server, "build", fill)

    with pytest.raises(SystemExit):
        cli.main(["serve", "--norm", str(SMALL_NORM), "--port", "18767"])

    told = "Er is geen nieuwe site: /tmp/site kan niet worden geschreven (de schijf is vol).\n"
    assert capsys.readouterr().err == told


def test_a_norm_with_faults_is_not_served(builder: Builder) -> None:
    """Without any good site there is nothing to serve."""
    told: list[Wrong] = []
    builder.wrong = [Fault("norm/cost.yaml", 1, 1, "", "check.file_missing")]

    assert not dev_server.serve(SMALL_NORM, 18766, noted(told), print)
    assert told == [builder.wrong]


@pytest.mark.parametrize("is_built", [True, False])
def test_faults_of_pages_are_told_as_check_tells_them(
    builder: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_built: bool
) -> None:
    """Whether a site came of it or not; what the builder alone knows is told too."""
    norm = lay_out(tmp_path / "no-difference", tmp_path)
    page = norm / "pages" / "nl" / "page.md"
    page.parent.mkdir(parents=True)
    page.write_text('# A\n\n{{ fact("lookbak") }}', encoding="utf-8")

    def give_up(*_: object, **_more: object) -> None:
        raise BuildError(f"{page.as_posix()}:3: no such element\na page is missing")

    if not is_built:
        monkeypatch.setattr(dev_server, "build", give_up)
    told: list[Wrong] = []
    preview = dev_server.Preview(norm, tmp_path / "sites", noted(told))
    (tmp_path / "sites").mkdir()
    server = preview.server(0)

    assert preview.rebuild() == is_built
    server.server_close()

    faults, *lines = told
    assert isinstance(faults, list)
    assert [(each.line, each.message) for each in faults if isinstance(each, Fault)] == [(3, "check.dangling_meant")]
    assert lines == ([] if is_built else [["a page is missing"]])
    title = b"In de pagina's" if is_built else b"Uw laatste wijziging staat nog niet op de site."
    assert title in unescape(server.banner.decode()).encode()
    assert not builder.wrong
