"""`kmop impact`: its exit codes, its forms, the list of accepted verdicts, and faults with their place."""

import json
import shutil
from pathlib import Path

import pytest

from guide import cli
from tests.norms import SMALL_NORM


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Run `kmop impact`; its exit code, output and errors."""
    with pytest.raises(SystemExit) as left:
        cli.main(["impact", *map(str, words)])
    out, err = capsys.readouterr()
    return int(str(left.value.code)), out, err


@pytest.fixture
def stricter(tmp_path: Path) -> Path:
    """The small norm with a condition that one of its examples does not meet."""
    folder = Path(shutil.copytree(SMALL_NORM, tmp_path / "stricter"))
    file = folder / "conditions.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("is_audit_bureau, value: false", "is_audit_bureau, value: true"), encoding="utf-8")
    return folder


def test_a_verdict_leaves_with_1_until_it_is_accepted(
    capsys: pytest.CaptureFixture[str], stricter: Path, tmp_path: Path
) -> None:
    accepted = tmp_path / "accepted.yaml"
    given = (SMALL_NORM, stricter, "--accepted", accepted)

    before = run(capsys, *given)
    written = run(capsys, *given, "--write-accepted")
    after = run(capsys, *given)

    assert [code for code, _, _ in (before, written, after)] == [1, 0, 0]
    assert "\nEen ander besluit\n" in before[1]
    assert "voorwaarde ‘Zelf geen bureau’ [no-bureau]" in before[1]
    assert written[1].startswith(f"{accepted} zegt nu welke besluiten aanvaard zijn.")
    assert "\nEen ander besluit, aanvaard\n" in after[1]


def test_saved_answers_are_told_and_neither_noted_nor_to_be_accepted(
    capsys: pytest.CaptureFixture[str], stricter: Path, tmp_path: Path
) -> None:
    """They are of somebody, and the file of accepted verdicts goes into git."""
    accepted, folder = tmp_path / "accepted.yaml", tmp_path / "answers"
    folder.mkdir()
    folder.joinpath("jan-janssens.yaml").write_text(
        "format: kmop-answers/1\nprofile: {is_audit_bureau: false}\n", encoding="utf-8"
    )
    given = (SMALL_NORM, stricter, "--accepted", accepted, "--answers", folder)

    written = run(capsys, *given, "--write-accepted")
    after = run(capsys, *given)

    assert (written[0], after[0]) == (0, 0)
    assert "jan-janssens" not in accepted.read_text(encoding="utf-8")
    assert "\n\nEen ander besluit bij bewaarde antwoorden\n" in after[1]
    assert "jan-janssens [jan-janssens.yaml]" in after[1]


def test_without_a_difference_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, SMALL_NORM, SMALL_NORM)
    _, as_json, _ = run(capsys, SMALL_NORM, SMALL_NORM, "--format", "json")

    assert (code, err) == (0, "")
    assert out.endswith("\nBeoordeeld volgens beide normen: 3.\nNiemand krijgt een ander resultaat.\n")
    assert json.loads(as_json)["subjects"] == []


def test_a_file_of_saved_answers_at_fault_is_told_with_its_place(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "answers" / "a.yaml"
    file.parent.mkdir()
    file.write_text("format: kmop-answers/1\nprofile: {seat: belgie}\n", encoding="utf-8")

    code, _, err = run(capsys, SMALL_NORM, SMALL_NORM, "--answers", file.parent)

    assert code == 1
    assert err.startswith(f"{file}:2:17: profile.seat: dit antwoord bestaat niet")


def test_a_list_of_verdicts_at_fault_is_told_with_its_place(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "accepted.yaml"
    file.write_text("format: kmop-accepted/1\nverdicts: {a: {morgen: {}}}\n", encoding="utf-8")

    code, out, err = run(capsys, SMALL_NORM, SMALL_NORM, "--accepted", file)

    assert (code, out) == (1, "")
    assert err.startswith(f"{file}:2:")


def test_a_folder_of_answers_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = run(capsys, SMALL_NORM, SMALL_NORM, "--answers", tmp_path / "nergens")

    assert (code, "--answers" in err) == (2, True)


def test_a_norm_of_before_that_the_rules_cannot_read_is_told(
    capsys: pytest.CaptureFixture[str], stricter: Path
) -> None:
    file = stricter / "scoring.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("readings:", "reads:"), encoding="utf-8")

    code, out, err = run(capsys, stricter, SMALL_NORM)

    assert (code, out) == (1, "")
    assert err.startswith(f"{stricter} is te oud")
