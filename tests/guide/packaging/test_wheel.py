"""The wheel: installed anywhere, it brings the norm along and judges by it; a site needs the sources."""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from venv import EnvBuilder

import pytest

from assessment.version import RULES_VERSION
from guide.paths import ROOT
from tests.norms import REAL_NORM, checked_norm

Run = subprocess.CompletedProcess[str]


def done(*command: str | Path, **options: object) -> Run:
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as `pip wheel .` makes it."""
    folder = tmp_path_factory.mktemp("wheel")
    made = done(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    assert made.returncode == 0, made.stderr
    return folder / f"kmop_gids-{RULES_VERSION}-py3-none-any.whl"


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the wheel in it, and the libraries that are installed here."""
    folder = tmp_path_factory.mktemp("elsewhere")
    EnvBuilder().create(folder)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-index", "--no-deps"]
    installed = done(*pip, wheel)
    assert installed.returncode == 0, installed.stderr
    purelib = done(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").stdout.strip()
    # Its own packages come first; an editable install of the project is no part of what stands in that folder.
    Path(purelib, "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def kmop(elsewhere: Path, cache: Path, tmp_path: Path) -> "Kmop":
    return Kmop(elsewhere, cache, tmp_path)


class Kmop:
    """The command of an environment, run in a folder that has nothing to do with the project."""

    def __init__(self, environment: Path, cache: Path, folder: Path) -> None:
        self.cache, self.folder = cache, folder
        self._programs = environment / "bin"

    def __call__(self, *words: str) -> Run:
        return self._run(self._programs / "kmop", *words)

    def python(self, source: str) -> Run:
        """Run some lines of Python there."""
        return self._run(self._programs / "python", "-c", source)

    def _run(self, *command: str | Path) -> Run:
        return done(*command, cwd=self.folder, env={**os.environ, "XDG_CACHE_HOME": str(self.cache)})


def test_it_checks_the_norm_that_it_brings(kmop: Kmop) -> None:
    checked = kmop("check")

    assert checked.stderr == ""
    assert checked.returncode == 0
    assert any((kmop.cache / "kmop-gids" / "kept" / "norm").iterdir())


def test_it_judges_as_a_checkout_does(kmop: Kmop) -> None:
    example = next(iter(checked_norm(REAL_NORM)["examples"].values()))
    kmop.folder.joinpath("answers.json").write_text(json.dumps(example["answers"]), encoding="utf-8")

    judged = kmop("assess", "answers.json", "--format", "json", "--date", "2026-11-28")

    assert judged.returncode == 0, judged.stderr
    assert json.loads(judged.stdout)["norm"]["sha256"] == checked_norm(REAL_NORM)["sha256"]


def test_it_shows_an_element_without_the_pages_that_are_not_there(kmop: Kmop) -> None:
    fact = next(iter(checked_norm(REAL_NORM)["facts"]))

    shown = kmop("show", fact)

    assert (shown.returncode, shown.stderr) == (0, "")
    assert fact in shown.stdout
    assert "pagina" not in shown.stdout


def test_it_looks_at_texts(kmop: Kmop) -> None:
    kmop.folder.joinpath("offer.txt").write_text("U krijgt 50 % van de factuur terug.", encoding="utf-8")

    looked = kmop("text", "offer.txt")

    assert (looked.returncode, looked.stderr) == (1, "")
    assert "Lijkt fout" in looked.stdout


def test_no_command_changes_the_norm_that_it_brings(kmop: Kmop) -> None:
    refused = kmop("release")

    assert refused.returncode == 2
    assert "de map van uw eigen norm" in refused.stderr


def test_it_is_a_library_too(kmop: Kmop) -> None:
    told = kmop.python("import kmop; print(kmop.load_norm()['sha256'], kmop.__file__)")

    assert told.stdout.split()[0] == checked_norm(REAL_NORM)["sha256"], told.stderr
    assert str(ROOT) not in told.stdout


def test_it_says_what_a_site_needs_besides(kmop: Kmop) -> None:
    built = kmop("build")

    assert built.returncode == 1
    assert built.stderr.startswith("Om de site te bouwen is ook de broncode van kmop-gids nodig; hier ontbreekt: docs,")
