"""A file that is written is there whole or not at all, and takes the place of nothing but a file."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TextIO

import pytest

from guide.atomic_write import behind_links, write_bytes_atomically, write_text_atomically


def says(text: str) -> Callable[[TextIO], object]:
    return lambda file: file.write(text)


def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = Thread(target=lambda: read.append(pipe.read_text("utf-8")))
    reader.start()

    write_text_atomically(pipe, says("report"))

    reader.join(timeout=10)
    assert read == ["report"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_device_stays(tmp_path: Path) -> None:
    """A link to it, since only root makes devices; a link that is replaced would be a file."""
    nothing = tmp_path / "nothing"
    nothing.symlink_to(os.devnull)

    write_text_atomically(nothing, says("report"))

    assert nothing.is_symlink()
    assert stat.S_ISCHR(nothing.stat().st_mode)


@pytest.mark.parametrize("exists", [True, False])
def test_a_link_stays_and_its_file_is_written(tmp_path: Path, *, exists: bool) -> None:
    (tmp_path / "elsewhere").mkdir()
    file, link = tmp_path / "elsewhere" / "report.txt", tmp_path / "link.txt"
    if exists:
        file.write_text("before", encoding="utf-8")
    link.symlink_to(file)

    write_text_atomically(link, says("after"))

    assert link.is_symlink()
    assert file.read_text("utf-8") == "after"


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.symlink_to(two)
    two.symlink_to(one)

    with pytest.raises(OSError, match="symbolic links"):
        write_text_atomically(one, says("report"))
    assert one.is_symlink()


def test_bytes_are_written_with_the_rights_of_the_file_that_was_there(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    file.touch()
    file.chmod(0o640)
    write_bytes_atomically(file, b"PK")
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"PK", 0o640)
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("before", encoding="utf-8")
    report.chmod(0o600)

    write_text_atomically(report, says("after"))

    assert stat.S_IMODE(report.stat().st_mode) == 0o600


def test_no_file_takes_the_place_of_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(OSError, match="Invalid argument"):
        behind_links(tmp_path / "pipe")
