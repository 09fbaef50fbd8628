"""`kmop release`: what candidates can answer in a version is noted once, and none of it goes without a word after."""

import errno
import shutil
from pathlib import Path

import pytest

from guide.loader import load_norm
from tests.guide.cli.running import run_kmop
from tests.norms import SMALL_NORM


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL_NORM, tmp_path / "norm"))


def release(capsys: pytest.CaptureFixture[str], folder: Path) -> tuple[int, str]:
    code, out, err = run_kmop(capsys, "release", "--norm", folder)
    return code, out + err


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_release_notes_every_id_that_answers_name(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    code, said = release(capsys, folder)
    noted = (folder / "released" / "2026.1.1.yaml").read_text(encoding="utf-8")

    assert (code, "released/2026.1.1.yaml zegt nu" in said) == (0, True)
    assert {"  - OFR-1", "  - project-list", "  - offering", "  - management"} <= set(noted.splitlines())
    assert load_norm(folder).faults == []
    assert release(capsys, folder)[0] == 0, "once more changes nothing"


def test_a_version_is_released_once(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    release(capsys, folder)
    replace(folder / "released" / "2026.1.1.yaml", "  - OFR-1\n", "")

    code, said = release(capsys, folder)

    assert code == 1
    assert "Versie 2026.1.1 is al vrijgegeven" in said


def test_an_id_that_goes_after_its_release_is_asked_for(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    release(capsys, folder)
    replace(folder / "scheme.yaml", "management", "leading")

    gone = [fault for fault in load_norm(folder).faults if fault.message == "check.released_gone"]

    assert [dict(fault.values) for fault in gone] == [{"id": "management", "version": "2026.1.1"}]
    assert gone[0].file.endswith("released/2026.1.1.yaml")


def test_a_norm_at_fault_is_not_released(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "scheme.yaml").unlink()

    code, said = release(capsys, folder)

    assert code == 1
    assert "dit bestand ontbreekt" in said
    assert not (folder / "released").exists()


def test_our_own_norm_is_noted_as_it_is_released(real_norm: dict[str, object]) -> None:
    from guide import paths  # noqa: PLC0415 - the one test of our own norm

    assert (paths.NORM / "released" / f"{real_norm['version']}.yaml").exists()


@pytest.mark.parametrize(
    ("file", "old", "new", "gone"),
    [
        ("profile.yaml", "{id: natural_person,", "{id: person,", "profile.legal_form.natural_person"),
        ("worth.yaml", "id: small_customers", "id: medium_customers", "worth.small_customers"),
    ],
)
def test_a_question_or_a_choice_that_goes_within_a_version_is_told(
    capsys: pytest.CaptureFixture[str], folder: Path, file: str, old: str, new: str, gone: str
) -> None:
    release(capsys, folder)
    replace(folder / file, old, new)

    told = [dict(fault.values) for fault in load_norm(folder).faults if fault.message == "check.question_gone"]

    assert told == [{"id": gone, "version": "2026.1.1"}]


def test_a_new_version_may_ask_otherwise(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    release(capsys, folder)
    replace(folder / "profile.yaml", "{id: natural_person,", "{id: person,")
    replace(folder / "norm.yaml", "2026.1.1", "2026.2.1")

    assert [fault for fault in load_norm(folder).faults if fault.message == "check.question_gone"] == []


def test_a_version_that_was_released_without_its_questions_stays(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    release(capsys, folder)
    path = folder / "released" / "2026.1.1.yaml"
    path.write_text(path.read_text("utf-8").partition("questions:")[0], encoding="utf-8")

    assert release(capsys, folder)[0] == 0
    assert "questions:" not in path.read_text("utf-8")


def test_a_folder_that_cannot_be_written_is_said(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise PermissionError(errno.EACCES, "", str(folder))

    monkeypatch.setattr("guide.norm.released.note_release", refuse)

    code, said = release(capsys, folder)

    assert (code, said.startswith(f"{folder} kan niet worden geschreven (u hebt er geen rechten). ")) == (1, True)
