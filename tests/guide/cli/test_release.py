"""`kmop release`: what candidates can answer in a version is noted once, and none of it goes without a word after."""

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
