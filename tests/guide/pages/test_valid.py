"""Every page of the built site is HTML as the standard has it, by the Nu checker."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from guide.paths import ROOT
from guide.site.single_file import SINGLE

SITE = ROOT / "site"
CHECKER = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
NO_JAVA = "the Nu checker needs Java; install one (Debian: apt-get install default-jre-headless)"


def judged(*files: Path) -> list[str]:
    """What the Nu checker has to say, one line for each thing."""
    java = shutil.which("java")
    if java is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(NO_JAVA)
    command = [java, "-jar", str(CHECKER), "--format", "json", *map(str, files)]
    said = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stderr)
    return [f"{Path(each['url']).parent.name}:{each.get('lastLine')}: {each['message']}" for each in said["messages"]]


def test_every_page_is_valid() -> None:
    # The one file to take along holds others' scripts whole, with characters in them that no HTML may hold.
    pages = [page for page in SITE.rglob("*.html") if page.name != SINGLE]

    assert pages, "the site is not built; run: make build"
    assert judged(*pages) == []


def test_the_checker_would_notice(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="nl"><title>Proef</title><p><li>los', encoding="utf-8")

    assert len(judged(page)) == 1
