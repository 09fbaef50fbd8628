"""The zip: whoever has Python has the whole guide, on this machine alone."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from runpy import run_path
from zipfile import ZipFile

import pytest

from guide.catalogue import load_messages
from guide.packaging.zip import STARTER, write_zip
from guide.site.site_mark import MARK

MESSAGES = load_messages("nl")
# Nothing of this project, its packages or its environment: as on a machine with nothing but Python.
ALONE = [sys.executable, "-I", "-S"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    for name, content in {"index.html": "<h1>Gids</h1>", "a.wasm": "x", "a.js": "x", "a.js.br": "x", MARK: "x"}.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


@pytest.fixture
def unpacked(site: Path, tmp_path: Path) -> Path:
    write_zip(site, tmp_path / "made.zip", MESSAGES)
    with ZipFile(tmp_path / "made.zip") as made:
        made.extractall(tmp_path / "unpacked")
    (folder,) = (tmp_path / "unpacked").iterdir()
    return folder


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(folder: Path, *words: object) -> Iterator["subprocess.Popen[str]"]:
    command = [*ALONE, str(folder / "serve.py"), *map(str, words), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        yield server
        server.terminate()


def fetched(port: int, path: str) -> tuple[int, Mapping[str, str], bytes]:
    for _ in range(200):
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", path)
            break
        except ConnectionRefusedError:
            time.sleep(0.05)
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read()


def test_it_starts_with_nothing_but_python_and_says_where(unpacked: Path) -> None:
    port = free_port()
    with started(unpacked, port) as server:
        assert server.stdout is not None
        told = server.stdout.readline()
        status, _, body = fetched(port, "/")

    assert told == f"{MESSAGES['package.ready']} http://127.0.0.1:{port}/\n"
    assert (status, body) == (200, b"<h1>Gids</h1>")


@pytest.mark.parametrize(("name", "kind"), [("a.wasm", "application/wasm"), ("a.js", "text/javascript; charset=utf-8")])
def test_files_have_the_types_that_browsers_insist_on(unpacked: Path, name: str, kind: str) -> None:
    port = free_port()
    with started(unpacked, port):
        _, headers, _ = fetched(port, f"/{name}")

    assert headers["Content-type"] == kind


def test_only_this_machine_is_answered(unpacked: Path) -> None:
    port = free_port()
    with started(unpacked, port):
        fetched(port, "/")
        listening = Path("/proc/net/tcp")
        if not listening.exists():
            pytest.skip("no /proc/net/tcp on this machine to see what is listened to")
        rows = [line.split() for line in listening.read_text("utf-8").splitlines()[1:]]
        found = {row[1].split(":")[0] for row in rows if row[3] == "0A" and row[1].endswith(f":{port:04X}")}

    assert found == {"0100007F"}


def test_a_port_that_is_taken_is_told_in_a_sentence(unpacked: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with started(unpacked, other.getsockname()[1]) as server:
            _, told = server.communicate(timeout=30)

    assert told.strip() == MESSAGES["package.taken"]
    assert server.returncode == 1


@pytest.mark.parametrize("words", [["0"], ["65536"], ["9" * 5000], ["²"], ["-1"], ["acht"], ["8123", "8124"]])
def test_what_is_no_port_is_told_in_a_sentence(unpacked: Path, words: list[str]) -> None:
    with started(unpacked, *words) as server:
        _, told = server.communicate(timeout=30)

    assert told.strip() == MESSAGES["package.no_port"]
    assert server.returncode == 1


@pytest.mark.parametrize(("platform", "shares"), [("win32", False), ("linux", True)])
def test_no_port_is_shared_with_another_program(
    platform: str, *, shares: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Elsewhere than on Windows, to use a port again only means not to wait for what is left of an earlier start."""
    monkeypatch.setattr(sys, "platform", platform)

    assert bool(run_path(str(STARTER))["Server"].allow_reuse_address) is shares


def test_without_its_folder_the_starter_says_what_to_do(unpacked: Path) -> None:
    shutil.rmtree(unpacked / "site")

    with started(unpacked, free_port()) as server:
        _, told = server.communicate(timeout=30)

    assert told.strip() == MESSAGES["package.no_site"]


def test_the_same_site_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    write_zip(site, tmp_path / "one.zip", MESSAGES)
    os.utime(site / "index.html", (0, 0))
    write_zip(site, tmp_path / "two.zip", MESSAGES)

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_files_are_dated_when_the_norm_was_checked_and_otherwise_when_they_are_others(
    site: Path, tmp_path: Path
) -> None:
    """Browsers keep a file longer the older its date is, and servers tell files apart by it."""
    runtime = site / "assets" / "runtime" / "key"
    runtime.mkdir(parents=True)
    runtime.joinpath("norm.json").write_text('{"checked_on": "2026-11-22"}', encoding="utf-8")
    dates = []
    for page in ("<h1>Gids</h1>", "<h1>gids</h1>"):
        (site / "index.html").write_text(page, encoding="utf-8")
        write_zip(site, tmp_path / "made.zip", MESSAGES)
        with ZipFile(tmp_path / "made.zip") as made:
            dates.append({entry.filename.partition("/site/")[2]: entry.date_time for entry in made.infolist()})

    assert {moment[:3] for found in dates for moment in found.values()} == {(2026, 11, 22)}
    assert dates[0]["index.html"] != dates[1]["index.html"]
    assert dates[0]["a.wasm"] == dates[1]["a.wasm"]


def test_what_is_compressed_for_servers_stays_at_home(unpacked: Path) -> None:
    assert sorted(path.name for path in (unpacked / "site").iterdir()) == ["a.js", "a.wasm", "index.html"]
