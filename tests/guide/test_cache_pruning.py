"""What goes from a disk cache: what was not used for long, what is half, what no version reads; nothing else."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide import cache_pruning, paths
from guide.cache_pruning import prune

ENTRY = "0" * 64
HALF = f".{ENTRY}.abcd1234"


@pytest.fixture(autouse=True)
def each_time() -> Iterator[None]:
    prune.cache_clear()
    yield
    prune.cache_clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "CACHE", tmp_path)
    folder = tmp_path / "compressed" / "br"
    folder.mkdir(parents=True)
    return folder


def written(path: Path, *, long_ago: bool = False) -> Path:
    path.write_text("kept", encoding="utf-8")
    if long_ago:
        os.utime(path, (1, 1))
    return path


def test_what_has_another_name_than_entries_is_somebody_elses(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_pruning, "MAX_ENTRIES", 1)
    thesis = written(folder / "thesis.txt", long_ago=True)
    entries = [written(folder / name, long_ago=True) for name in (ENTRY, ENTRY.replace("0", "1"))]

    prune(folder)

    assert [thesis.exists(), sum(entry.exists() for entry in entries)] == [True, 1]


@pytest.mark.parametrize("long_ago", [True, False])
def test_what_a_killed_program_was_writing_goes_later(folder: Path, *, long_ago: bool) -> None:
    half = written(folder / HALF, long_ago=long_ago)

    prune(folder)

    assert half.exists() is not long_ago


def test_what_earlier_versions_kept_elsewhere_goes(folder: Path) -> None:
    olds = [written(folder.parent / f"{ENTRY}{ending}") for ending in (".br", ".22.zst")]
    (folder.parent / ENTRY).mkdir()
    written(folder.parent / ENTRY / "python_stdlib.zip")

    prune(folder)

    assert not any(old.exists() for old in [*olds, folder.parent / ENTRY])


def test_in_a_folder_that_somebody_named_only_entries_go(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "CACHE", tmp_path / "elsewhere")
    theirs = written(folder.parent / ENTRY)

    prune(folder)

    assert theirs.exists()
