"""The reference for developers: built apart from the guide, of what is public."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import kmop
from guide.paths import DOCS, ROOT


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reference")
    config = str(DOCS / "developers" / "mkdocs.yml")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", config, "--site-dir", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    return folder


def test_every_public_function_and_class_of_the_library_is_described(reference: Path) -> None:
    page = reference.joinpath("library", "index.html").read_text("utf-8")

    described = set(re.findall(r'id="(?:kmop|assessment\.memo|assessment\.faults|assessment\.migration)\.(\w+)"', page))
    assert described >= set(kmop.__all__) - {"Answers", "Norm", "Report"}


def test_the_example_is_the_one_that_runs(reference: Path) -> None:
    page = re.sub(r"<[^>]+>", "", reference.joinpath("index.html").read_text("utf-8"))

    assert "norm = kmop.load_norm()" in page


def test_each_room_is_on_the_map() -> None:
    page = DOCS.joinpath("developers", "pages", "architecture.md").read_text("utf-8")

    rooms = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith((".", "_"))}
    ours = rooms - {"node_modules", "site", "build", "dist", "docs", "htmlcov"}
    assert sorted(ours) == sorted(re.findall(r"^\| `(\w+)/` \|", page, re.MULTILINE))
