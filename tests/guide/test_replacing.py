"""A folder that takes the place of another: whoever looks, and whenever, finds one of the two."""

import sys
from pathlib import Path

import pytest

from guide import replacing
from guide.replacing import replace_folder

RENAME = Path.rename


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for name in ("site", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, encoding="utf-8")
    return tmp_path / "site"


def what_is_there(place: Path) -> str:
    page = place / "index.html"
    return page.read_text("utf-8") if page.exists() else "nothing"


def test_it_takes_the_place_and_the_old_one_goes_aside(place: Path, tmp_path: Path) -> None:
    replace_folder(place, tmp_path / "new", tmp_path / "old")

    assert [what_is_there(place), what_is_there(tmp_path / "old")] == ["new", "site"]
    assert not (tmp_path / "new").exists()


def test_it_takes_a_place_where_nothing_was(place: Path, tmp_path: Path) -> None:
    replace_folder(tmp_path / "elsewhere", tmp_path / "new", tmp_path / "old")

    assert [what_is_there(tmp_path / "elsewhere"), what_is_there(place)] == ["new", "site"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two folders in one step")
def test_it_is_there_after_each_step(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program may be killed after any of them."""
    seen: list[str] = []

    def rename(path: Path, target: Path) -> Path:
        moved = RENAME(path, target)
        seen.append(what_is_there(place))
        return moved

    monkeypatch.setattr(Path, "rename", rename)
    replace_folder(place, tmp_path / "new", tmp_path / "old")

    assert seen == ["new"]


@pytest.fixture
def in_two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot exchange two folders."""
    monkeypatch.setattr(replacing, "_exchange", lambda *_: False)


@pytest.mark.usefixtures("in_two_steps")
def test_in_two_steps_it_comes_there_too(place: Path, tmp_path: Path) -> None:
    replace_folder(place, tmp_path / "new", tmp_path / "old")

    assert [what_is_there(place), what_is_there(tmp_path / "old")] == ["new", "site"]


@pytest.mark.usefixtures("in_two_steps")
def test_what_was_there_comes_back_when_the_second_step_is_refused(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rename(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise PermissionError
        return RENAME(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(PermissionError):
        replace_folder(place, tmp_path / "new", tmp_path / "old")

    assert what_is_there(place) == "site"
