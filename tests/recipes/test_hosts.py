"""The settings for hosts that CONTRIBUTING gives do what they are given for, on the host itself."""

from collections.abc import Callable, Iterator
from gzip import compress, decompress
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import pytest

from guide.paths import ROOT
from tests.browser.real_hosts import HOSTS, hosting
from tests.recipes.recipe import recipes_in

(RECIPE,) = (each for each in recipes_in(ROOT / "CONTRIBUTING.md") if each.title == "Put the site on a host")
SETTINGS = {block.kind: block.body for block in RECIPE.blocks}
NGINX = """
daemon off; master_process off; pid {run}/nginx.pid; error_log {run}/nginx.log;
events {{}}
http {{
  include /etc/nginx/mime.types; access_log off;
  client_body_temp_path {run}/1; proxy_temp_path {run}/2; fastcgi_temp_path {run}/3; uwsgi_temp_path {run}/4;
  scgi_temp_path {run}/5;
  server {{ listen 127.0.0.1:{port}; root {site}; {settings} }}
}}
"""
CADDY = """{{
  admin off
  auto_https off
}}
http://127.0.0.1:{port} {{
root * {site}
{settings}}}
"""
FILES = {"index.html": "Start", "404.html": "Niets gevonden", "assets/runtime/rules.js": "1"}
Answer = Callable[[str], HTTPResponse]


def _nginx(site: Path, run: Path, port: int) -> list[str]:
    file = run / "nginx.conf"
    file.write_text(NGINX.format(run=run, site=site, port=port, settings=SETTINGS["nginx"]), encoding="utf-8")
    return ["nginx", "-e", str(run / "nginx.log"), "-c", str(file)]


def _caddy(site: Path, run: Path, port: int) -> list[str]:
    file = run / "Caddyfile"
    file.write_text(CADDY.format(site=site, port=port, settings=SETTINGS["caddy"]), encoding="utf-8")
    return ["caddy", "run", "--config", str(file), "--adapter", "caddyfile"]


@pytest.fixture(scope="module")
def site() -> Iterator[Path]:
    """A small site where everybody may read it, as a server that gives up its rights must."""
    with TemporaryDirectory(prefix="kmop-hosted-") as folder:
        Path(folder).chmod(0o755)
        for name, text in FILES.items():
            file = Path(folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            file.with_name(f"{file.name}.gz").write_bytes(compress(text.encode()))
        yield Path(folder)


@pytest.fixture(params=[("nginx", _nginx), ("caddy", _caddy)], ids=lambda param: param[0])
def ask(
    request: pytest.FixtureRequest, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Answer]:
    """Ask a host with these settings for an address."""
    name, command = request.param
    monkeypatch.setitem(HOSTS, name, command)
    with hosting(name, site, tmp_path) as url:
        yield lambda path: _answer(url, path)


def _answer(url: str, path: str) -> HTTPResponse:
    connection = HTTPConnection(urlsplit(url).netloc, timeout=10)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip", "Connection": "close"})
    return connection.getresponse()


def _text(answer: HTTPResponse) -> str:
    body = answer.read()
    return (decompress(body) if answer.headers["Content-Encoding"] == "gzip" else body).decode()


def test_a_host_told_so_keeps_only_what_never_changes_and_shows_our_page_for_the_rest(ask: Answer) -> None:
    start, rules, nothing = ask("/"), ask("/assets/runtime/rules.js"), ask("/niets/")
    seen = [start.headers[name] for name in ("Cache-Control", "Content-Encoding")]
    assert (start.status, seen) == (200, ["no-cache", "gzip"])
    assert (rules.status, rules.headers["Cache-Control"]) == (200, "public, max-age=31536000, immutable")
    assert nothing.status == 404
    assert FILES["404.html"] in _text(nothing)
