"""`kmop diff`: two folders or revisions, in every form, and what is not there told in a sentence."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from guide import cli
from guide.validation.schemas import schema
from guide.validation.validator import validator
from tests.norms import SMALL_NORM


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Run `kmop diff`; its exit code, output and errors."""
    with pytest.raises(SystemExit) as left:
        cli.main(["diff", *map(str, words)])
    out, err = capsys.readouterr()
    return int(str(left.value.code)), out, err


@pytest.fixture
def dearer(tmp_path: Path) -> Path:
    """The small norm with another price."""
    folder = Path(shutil.copytree(SMALL_NORM, tmp_path / "dearer"))
    cost = folder / "cost.yaml"
    cost.write_text(cost.read_text(encoding="utf-8").replace("amount: 15000", "amount: 17500"), encoding="utf-8")
    return folder


def test_a_change_is_told_with_its_place_and_its_figures(capsys: pytest.CaptureFixture[str], dearer: Path) -> None:
    assert run(capsys, SMALL_NORM, dearer) == (
        0,
        f"""Verschillen van {SMALL_NORM} (versie 2026.1.1) naar {dearer} (versie 2026.1.1)

Anders van inhoud: 1.

Andere inhoud (1)
─────────────────
gegeven ‘Een uur kost ….’ [hourly-cost]
  cost.yaml:2
  value.amount: 15000 → 17500
""",
        "",
    )


def test_two_norms_that_are_the_same_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, SMALL_NORM, SMALL_NORM, "--format", "md")

    assert (code, out.splitlines()[-1]) == (0, "Er is geen verschil.")


def test_markdown_says_the_same_as_the_terminal(capsys: pytest.CaptureFixture[str], dearer: Path) -> None:
    _, out, _ = run(capsys, SMALL_NORM, dearer, "--format", "md")

    assert out.splitlines()[-3:] == [
        "- **gegeven ‘Een uur kost ….’ \\[hourly-cost\\]**",
        "  - cost.yaml:2",
        "  - value.amount: 15000 → 17500",
    ]


def test_json_holds_to_its_schema(capsys: pytest.CaptureFixture[str], dearer: Path) -> None:
    (dearer / "letters.yaml").unlink()
    _, out, _ = run(capsys, SMALL_NORM, dearer, "--format", "json")
    found = json.loads(out)

    assert list(validator(schema("diff")).iter_errors(found)) == []
    assert [each["id"] for each in found["changes"] if each["change"] == "meaning"] == ["hourly-cost"]
    assert found["new"]["faults"] == [
        "letters.yaml:1:1: het bestand: dit bestand ontbreekt; maak het aan of verbeter de naam"
    ]


def test_our_own_norm_names_the_pages_that_show_a_change(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from guide.changes import pages  # noqa: PLC0415 - the one test of pages

    monkeypatch.setattr(pages, "pages_by_element", lambda *_: {"hourly-cost": ["Wat kost een audit?", "Vragen"]})
    folder = Path(shutil.copytree(SMALL_NORM, tmp_path / "norm"))
    cost = folder / "cost.yaml"
    cost.write_text(cost.read_text(encoding="utf-8").replace("amount: 15000", "amount: 17500"), encoding="utf-8")

    assert "  Pagina's: Wat kost een audit? en Vragen\n" in run(capsys, SMALL_NORM, folder)[1]


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_a_revision_is_what_git_keeps_of_the_folder(
    capsys: pytest.CaptureFixture[str], dearer: Path, tmp_path: Path
) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", "-C", tmp_path, *words], check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "-m", "x")
    cost = dearer / "cost.yaml"
    cost.write_text(cost.read_text(encoding="utf-8").replace("amount: 17500", "amount: 20000"), encoding="utf-8")

    code, out, _ = run(capsys, "HEAD", "--norm", dearer)
    elsewhere = dearer / "new"
    elsewhere.mkdir()

    assert (code, "value.amount: 17500 → 20000" in out) == (0, True)
    assert "In de revisie HEAD bestaat de map" in run(capsys, "HEAD", "--norm", elsewhere)[2]


@pytest.mark.parametrize("word", ["--output=x", "HEAD:norm"])
def test_what_is_not_there_is_wrong_usage(capsys: pytest.CaptureFixture[str], word: str, tmp_path: Path) -> None:
    code, out, err = run(capsys, "--norm", SMALL_NORM, "--", word, tmp_path)

    assert (code, out) == (2, "")
    assert err.startswith((f"{word} is geen map en ", f"{word} is geen map, en "))


def test_a_folder_without_a_norm_is_wrong_usage(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = run(capsys, SMALL_NORM, tmp_path)

    assert (code, err.partition(";")[0]) == (2, f"In {tmp_path} staat geen norm")
