"""The commands that edit the norm: what they say, what they write, and that they write all or nothing."""

import shutil
from pathlib import Path

import pytest

from guide import cli
from guide.loader import load_norm
from tests.norms import REAL_NORM, SMALL_NORM

Run = tuple[int, str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL_NORM, tmp_path / "norm"))


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def] # noqa: ANN201
    def kmop(*words: str, norm: Path = folder) -> Run:
        with pytest.raises(SystemExit) as left:
            cli.main([*words, "--norm", str(norm)])
        out, err = capsys.readouterr()
        return int(str(left.value.code)), out + err

    return kmop


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_show_says_what_an_element_is_where_it_stands_and_who_names_it(run, folder: Path) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    code, said = run("show", "OFR-1")
    assert code == 0
    assert said.startswith("OFR-1 (aandachtspunt)\n  Titel: Een duidelijk aanbod\n")
    assert f"Staat in: {folder.as_posix()}/requirements/offering.yaml:15" in said
    assert f"{folder.as_posix()}/documents.yaml:11: documents[offering-description].proves[0]" in said
