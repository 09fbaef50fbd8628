"""Scratch folders: nothing stays behind, not even of a program that was killed, and nothing of anybody else goes."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from guide.paths import ROOT
from guide.scratch import scratch_folder

HOLDS = """
import sys, time
from pathlib import Path
from guide.scratch import scratch_folder
with scratch_folder(".site-", Path(sys.argv[1])) as folder:
    (folder / "half.html").write_text("half")
    print(folder, flush=True)
    time.sleep(60)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no telling whether another program runs")


def another_program(where: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", HOLDS, str(where)], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def names(where: Path) -> list[str]:
    return sorted(path.name for path in where.iterdir())


def test_it_goes_with_all_that_is_in_it(tmp_path: Path) -> None:
    with scratch_folder("kmop-", tmp_path) as folder:
        (folder / "deep").mkdir()
        (folder / "deep" / "one.txt").write_text("one", encoding="utf-8")

    assert names(tmp_path) == []


def test_what_a_killed_program_left_goes_at_the_next(tmp_path: Path) -> None:
    with another_program(tmp_path) as program:
        assert program.stdout
        left = Path(program.stdout.readline().strip())
        program.send_signal(signal.SIGKILL)
    assert left.joinpath("half.html").is_file()

    with scratch_folder(".site-", tmp_path):
        assert not left.exists()
    assert names(tmp_path) == []


def test_what_another_program_works_in_stays(tmp_path: Path) -> None:
    with another_program(tmp_path) as program:
        assert program.stdout
        used = Path(program.stdout.readline().strip())
        with scratch_folder(".site-", tmp_path):
            pass
        found = used.joinpath("half.html").is_file()
        program.kill()

    assert found


def test_what_is_only_named_alike_stays(tmp_path: Path) -> None:
    for name in (".site-old", ".site-notes"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "thesis.txt").write_text("years of work", encoding="utf-8")
    (tmp_path / ".site-notes.lock").write_text("of another program", encoding="utf-8")

    with scratch_folder(".site-", tmp_path):
        pass

    assert names(tmp_path) == [".site-notes", ".site-notes.lock", ".site-old"]
