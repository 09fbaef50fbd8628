"""Real web servers as they come: with their own tables of types, and nothing set but a folder and a port."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.browser.harness import HOST, free_port

__all__ = ["HOSTS", "hosting"]

NGINX = """
daemon off; master_process off; pid {run}/nginx.pid; error_log {run}/nginx.log;
events {{}}
http {{
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
  client_body_temp_path {run}/1; proxy_temp_path {run}/2; fastcgi_temp_path {run}/3; uwsgi_temp_path {run}/4;
  scgi_temp_path {run}/5;
  server {{ listen {host}:{port}; root {site}; error_page 404 /404.html; }}
}}
"""
APACHE = """
ServerName {host}
ServerRoot {run}
DefaultRuntimeDir {run}
PidFile apache.pid
ErrorLog apache.log
Listen {host}:{port}
{modules}
TypesConfig /etc/mime.types
DocumentRoot {site}
<Directory {site}>
  Require all granted
</Directory>
"""
APACHE_MODULES = Path("/usr/lib/apache2/modules")
# As Debian's own settings load them, as far as files are served with them.
APACHE_LOADED = ("mpm_event", "authz_core", "dir", "mime")
# Whoever runs it as root has to say who else answers.
APACHE_ROOT = "User www-data\nGroup www-data\n"

Command = Callable[[Path, Path, int], list[str]]


def _nginx(site: Path, run: Path, port: int) -> list[str]:
    settings = run / "nginx.conf"
    settings.write_text(NGINX.format(run=run, site=site, host=HOST, port=port), encoding="utf-8")
    return ["nginx", "-e", str(run / "nginx.log"), "-c", str(settings)]


def _apache(site: Path, run: Path, port: int) -> list[str]:
    settings = run / "apache.conf"
    modules = "\n".join(f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so" for name in APACHE_LOADED)
    text = APACHE.format(run=run, site=site, host=HOST, port=port, modules=modules)
    settings.write_text(text + (APACHE_ROOT if os.geteuid() == 0 else ""), encoding="utf-8")
    return ["apache2", "-X", "-f", str(settings)]


def _caddy(site: Path, _run: Path, port: int) -> list[str]:
    return ["caddy", "file-server", "--root", str(site), "--listen", f"{HOST}:{port}"]


def _python(site: Path, _run: Path, port: int) -> list[str]:
    return [sys.executable, "-m", "http.server", str(port), "--bind", HOST, "--directory", str(site)]


HOSTS: dict[str, Command] = {"nginx": _nginx, "apache2": _apache, "caddy": _caddy, "python": _python}


@contextmanager
def hosting(name: str, site: Path, run: Path) -> Iterator[str]:
    """Let a real server serve a folder, and give its address, ending in a slash.

    Args:
        name: One of `HOSTS`; where it is not installed, the test is skipped.
        site: The folder, which everybody may read.
        run: A folder for what the server writes.
    """
    path = os.pathsep.join([os.environ["PATH"], "/usr/sbin"])
    if name != "python" and shutil.which(name, path=path) is None:
        pytest.skip(f"no {name} found; .ci/run installs it on Debian")
    port = free_port()
    environment = {**os.environ, "PATH": path, "HOME": str(run), "XDG_DATA_HOME": str(run), "XDG_CONFIG_HOME": str(run)}
    with (
        (run / "told.log").open("w", encoding="utf-8") as told,
        subprocess.Popen(HOSTS[name](site, run, port), env=environment, stdout=told, stderr=told) as server,
    ):
        try:
            _wait_for(port, server, run / "told.log")
            yield f"http://{HOST}:{port}/"
        finally:
            server.terminate()


def _wait_for(port: int, server: "subprocess.Popen[bytes]", told: Path) -> None:
    for _ in range(200):
        try:
            socket.create_connection((HOST, port)).close()
        except ConnectionRefusedError:
            if server.poll() is not None:
                break
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"the server does not answer: {told.read_text('utf-8')}")
