"""Work that is done aside: what it made ends up where it belongs, and nothing stays behind."""

from pathlib import Path

import pytest

from guide.background import BackgroundTask


def test_what_was_made_moves_to_where_it_belongs(tmp_path: Path) -> None:
    folders: list[Path] = []

    def make(folder: Path) -> str:
        folders.append(folder)
        (folder / "one").mkdir()
        (folder / "one" / "two.txt").write_text("three", encoding="utf-8")
        return "made"

    assert BackgroundTask(make).finish(tmp_path) == "made"
    assert (tmp_path / "one" / "two.txt").read_text("utf-8") == "three"
    assert not folders[0].exists()


def test_what_goes_wrong_is_told_where_the_work_is_asked_for(tmp_path: Path) -> None:
    folders: list[Path] = []

    def fail(folder: Path) -> None:
        folders.append(folder)
        raise ValueError("no more")

    task = BackgroundTask(fail)
    with pytest.raises(ValueError, match="no more"):
        task.finish(tmp_path)

    assert not folders[0].exists()
    assert list(tmp_path.iterdir()) == []


def test_what_nobody_asks_for_is_thrown_away() -> None:
    folders: list[Path] = []

    def make(folder: Path) -> None:
        (folder / "one.txt").write_text("two", encoding="utf-8")
        folders.append(folder)

    BackgroundTask(make).cancel()

    assert not folders[0].exists()
