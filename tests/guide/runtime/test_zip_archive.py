from pathlib import Path
from zipfile import ZipFile

from guide.runtime.zip_archive import write_archive

FILES = {"b/two.py": b"two = 2\n" * 50, "a.py": b"one = 1\n"}


def test_the_order_of_the_files_makes_no_difference(tmp_path: Path) -> None:
    write_archive(tmp_path / "one.zip", FILES)
    write_archive(tmp_path / "other.zip", dict(reversed(FILES.items())))

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()


def test_the_zip_holds_the_files_as_they_are(tmp_path: Path) -> None:
    write_archive(tmp_path / "one.zip", FILES)

    with ZipFile(tmp_path / "one.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == FILES


def test_the_zip_knows_nothing_of_the_clock(tmp_path: Path) -> None:
    write_archive(tmp_path / "one.zip", FILES)

    with ZipFile(tmp_path / "one.zip") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
