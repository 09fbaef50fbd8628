"""`kmop` itself: exit codes, Dutch words, and no traceback whatever happens."""

import subprocess
import sys
from pathlib import Path

import pytest

from guide import cli, loader, paths
from tests.guide.cli.running import run_kmop as run
from tests.guide.cli.running import written
from tests.guide.fail_if_called import fail_if_called
from tests.norms import SMALL_NORM


def test_a_norm_in_order_is_said_to_be(capsys: pytest.CaptureFixture[str]) -> None:
    """A norm without faults gives 0 and one line."""
    code, out, err = run(capsys, "check", "--norm", str(SMALL_NORM))

    assert (code, err) == (0, "")
    assert out == f"De gegevens in {SMALL_NORM} zijn in orde.\n"


@pytest.mark.usefixtures("cache_folder")
def test_a_norm_in_order_is_read_once(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Checking what was checked before takes no reading."""
    before = run(capsys, "check", "--norm", str(SMALL_NORM))
    monkeypatch.setattr(loader, "read_files", fail_if_called)

    assert run(capsys, "check", "--norm", str(SMALL_NORM)) == before


def test_the_norm_of_the_folder_comes_first(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`./norm` is checked when it is there."""
    tmp_path.joinpath("norm").mkdir()
    monkeypatch.chdir(tmp_path)

    code, _, err = run(capsys, "check")

    assert code == 1
    assert err.startswith("norm:1:1: het bestand: in deze map staat geen norm;")


def test_elsewhere_the_programs_own_norm_is_checked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder without a norm the command still works."""
    monkeypatch.chdir(tmp_path)

    code, out, _ = run(capsys, "check")

    assert code == 0
    assert out.endswith("norm zijn in orde.\n")


def test_the_settings_of_the_host_are_checked_with_our_own_norm(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "HOST", written(tmp_path, "publisher: a\n>>>>>>> theirs\n", "host.yaml"))

    code, _, err = run(capsys, "check")

    assert code == 1
    assert err.startswith("host.yaml:2:1: het bestand: hier staan twee versies van git")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["chek"], "De opdracht chek bestaat niet; bedoelt u check?"),
        (["xyzzy"], "De opdracht xyzzy bestaat niet."),
        (["check", "--nrm", "x"], "De optie --nrm bestaat niet; bedoelt u --norm?"),
        (["check", "--xyzzy"], "De optie --xyzzy bestaat niet."),
        (["check", "--norm"], "De optie --norm is niet goed gebruikt."),
        (["check", "te veel"], "Er staat een woord te veel in deze opdracht."),
        (["assess"], "ANTWOORDEN ontbreekt."),
        (["assess", "x", "--date", "0022-06-15"], "De waarde van --date klopt niet; geef een dag als jaar-maand-dag"),
        (["assess", "x", "--date", "morgen"], "De waarde van --date klopt niet; geef een dag als jaar-maand-dag"),
        (["assess", "x", "--format", "pdf"], "De waarde van --format klopt niet; geef een van: text, json, md, html."),
        (["serve", "--port", "0"], "De waarde van --port klopt niet; geef een getal van 1 tot 65535."),
        (["serve", "--port", "x"], "De waarde van --port klopt niet; geef een getal van 1 tot 65535."),
    ],
)
def test_wrong_usage_is_said_in_dutch(capsys: pytest.CaptureFixture[str], words: list[str], sentence: str) -> None:
    """Wrong usage gives 2, one Dutch line that says what is wrong, and where to read more."""
    code, out, err = run(capsys, *words)

    assert (code, out) == (2, "")
    assert err.startswith(sentence)
    assert err.count("\n") == 1
    assert "--help' ziet u hoe het wel moet." in err


ENGLISH = ("Usage", "Options", "Commands", "Show this message", "rguments", "required", "default", "env var")


@pytest.mark.parametrize("words", [[], *([name] for name in sorted(cli.kmop.commands))])
def test_help_is_dutch(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    """Help pages have Dutch headings, and nothing of the library's English."""
    code, out, _ = run(capsys, *words, "--help")

    assert code == 0
    assert out.startswith("Gebruik: kmop ")
    assert "Toon deze uitleg." in out
    assert not [word for word in ENGLISH if word in out]


@pytest.mark.parametrize("name", sorted(cli.kmop.commands))
def test_help_lists_options_alone_under_options(capsys: pytest.CaptureFixture[str], name: str) -> None:
    """An argument stands in the line on usage, and not under Opties."""
    _, out, _ = run(capsys, name, "--help")
    _, options = out.split("Opties:\n")

    assert {line[:4] for line in options.splitlines()} <= {"  --", "    "}


@pytest.mark.parametrize("name", ["batch", "summary"])
def test_help_says_which_option_is_required(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert "[verplicht]" in run(capsys, name, "--help")[1]


@pytest.mark.parametrize("name", ["diff", "impact"])
def test_help_shows_what_may_be_left_out_between_brackets(capsys: pytest.CaptureFixture[str], name: str) -> None:
    """The second norm is the one of now where none is given, and the page says so."""
    _, out, _ = run(capsys, name, "--help")

    assert out.startswith(f"Gebruik: kmop {name} [OPTIES] OUD [NIEUW]\n")
    assert "zonder NIEUW de norm van nu." in " ".join(out.split())


def test_no_words_at_all_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """`kmop` alone shows the help page and leaves with 2."""
    code, out, err = run(capsys)

    assert (code, out) == (2, "")
    assert err.startswith("Gebruik: kmop OPDRACHT")


def broken_loader(*_: object, **__: object) -> None:
    """A part of the program that fails as nobody foresaw."""
    raise ZeroDivisionError


def test_the_unexpected_is_one_sentence(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the program itself gives 1 and one Dutch line."""
    monkeypatch.setattr(loader, "load_norm", broken_loader)
    monkeypatch.delenv("KMOP_DEBUG", raising=False)

    code, out, err = run(capsys, "check")

    assert (code, out) == (1, "")
    assert err.startswith("Er liep iets onverwacht mis (ZeroDivisionError).")
    assert err.count("\n") == 1


@pytest.mark.parametrize("way", ["option", "variable"])
def test_debugging_shows_everything(monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """With --debug or KMOP_DEBUG=1 the error itself comes through."""
    monkeypatch.setattr(loader, "load_norm", broken_loader)
    if way == "variable":
        monkeypatch.setenv("KMOP_DEBUG", "1")

    with pytest.raises(ZeroDivisionError):
        cli.main(["check", *(["--debug"] if way == "option" else [])])


def test_an_interrupt_ends_in_silence(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C gives the code that shells expect and no words."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(loader, "load_norm", interrupt)

    assert run(capsys, "check") == (130, "", "")


INTERRUPTED_WHILE_LOADING = """
import runpy, sys
class Interrupt:
    @staticmethod
    def find_spec(name, *_):
        if name == "guide.cli":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupt)
runpy.run_module("guide", run_name="__main__")
"""


def test_an_interrupt_while_the_program_loads_ends_in_silence_too() -> None:
    """The first second goes to imports."""
    ended = subprocess.run([sys.executable, "-c", INTERRUPTED_WHILE_LOADING], capture_output=True, check=False)

    assert (ended.returncode, ended.stdout, ended.stderr) == (130, b"", b"")


def test_a_reader_that_goes_away_is_no_error() -> None:
    """`kmop assess … | head -1` says nothing on standard error."""
    command = [
        sys.executable,
        "-m",
        "guide",
        "assess",
        str(SMALL_NORM / "examples/trainer.yaml"),
        "--norm",
        str(SMALL_NORM),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()

    assert said == b""
    assert process.returncode == 141
