"""Every deliberately broken norm gives exactly the lines that stand beside it."""

import re
from pathlib import Path

import pytest

from guide.catalogue import load_messages
from guide.cli import main
from guide.faults import fault_lines
from guide.loader import load_norm
from tests.guide.checks.broken_norms import BROKEN, lay_out
from tests.norms import SMALL_NORM

each_broken_norm = pytest.mark.parametrize("broken", BROKEN, ids=lambda path: path.name)


def expected(broken: Path) -> list[str]:
    return broken.joinpath("expected.txt").read_text(encoding="utf-8").splitlines()


def test_the_small_norm_is_in_order() -> None:
    """The norm that the broken ones are made from has no fault itself."""
    loaded = load_norm(SMALL_NORM)

    assert loaded.faults == []
    assert loaded.norm is not None


def test_there_are_broken_norms_enough() -> None:
    """At least twenty broken norms, each with at least one expected line."""
    assert len(BROKEN) >= 20
    assert all(expected(broken) for broken in BROKEN)


@each_broken_norm
def test_loading_tells_exactly_the_expected_faults(
    broken: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Loading a broken norm gives no norm, and the expected lines in their order."""
    lay_out(broken, tmp_path)
    monkeypatch.chdir(tmp_path)

    loaded = load_norm("norm")

    assert loaded.norm is None
    assert fault_lines(loaded.faults, load_messages("nl", "check")) == expected(broken)


@pytest.mark.parametrize("name", ["26-dangling-ids", "59-faults-in-many-files"])
def test_the_command_prints_exactly_the_expected_lines(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`kmop check` prints the expected lines, nothing else, and leaves with 1."""
    broken = next(path for path in BROKEN if path.name == name)
    lay_out(broken, tmp_path)
    monkeypatch.chdir(tmp_path)

    with pytest.raises(SystemExit) as left:
        main(["check"])

    out, err = capsys.readouterr()
    assert left.value.code == 1
    assert out == ""
    assert err.splitlines() == expected(broken)


@each_broken_norm
def test_every_line_has_a_place_a_wrong_and_a_remedy(broken: Path) -> None:
    """Each expected line reads `norm/…:LINE:COLUMN: path: what is wrong; what to do`."""
    form = re.compile(r"norm/[\w./-]+:[1-9]\d*:[1-9]\d*: \S.*: \S.*; \S.*")

    assert [line for line in expected(broken) if not form.fullmatch(line)] == []


def test_a_norm_that_is_nowhere_is_a_fault(tmp_path: Path) -> None:
    """A folder that is not there is said in one line, not in one for each of its files."""
    loaded = load_norm(tmp_path / "nowhere")

    assert [fault.message for fault in loaded.faults] == ["check.folder_missing"]


def test_a_norm_without_requirements_is_a_fault(tmp_path: Path) -> None:
    """An empty requirements folder is a fault of the folder."""
    norm = lay_out(tmp_path / "no-difference", tmp_path)
    for path in norm.joinpath("requirements").iterdir():
        path.unlink()

    assert "check.folder_empty" in {fault.message for fault in load_norm(norm).faults}


def test_hidden_files_are_nobodys_business(tmp_path: Path) -> None:
    """What an editor leaves behind under a hidden name is no fault."""
    norm = lay_out(tmp_path / "no-difference", tmp_path)
    norm.joinpath(".norm.yaml.swp").write_bytes(b"\0")
    norm.joinpath("facts", ".parsed.yaml").write_bytes(b"\0")

    assert load_norm(norm).faults == []


LITTER = ("Thumbs.db", "desktop.ini", "bureaus.yaml~", "facts/preparing.yaml.orig", "~$norm.docx")


def test_what_systems_and_editors_leave_behind_stops_nobody(tmp_path: Path) -> None:
    norm = lay_out(tmp_path / "no-difference", tmp_path)
    for name in LITTER:
        norm.joinpath(name).write_bytes(b"\0")

    assert load_norm(norm).faults == []
