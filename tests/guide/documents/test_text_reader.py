"""Reading a file as text: what keeps it from being read is a fault."""

import os
from pathlib import Path

import pytest

from guide.documents.text_reader import decode, read_text


def test_the_first_bad_byte_is_named_with_its_place() -> None:
    """The column counts characters, not bytes."""
    text, faults = decode(b"a\n\xc3\xa9\xc3\xa9\xff\n", "f")

    assert text is None
    assert [(f.message, f.line, f.column, f.values) for f in faults] == [("check.encoding", 2, 3, (("byte", "0xFF"),))]


def test_a_bad_byte_behind_a_byte_order_mark_has_the_right_column() -> None:
    """The mark itself is no character."""
    _, faults = decode(b"\xef\xbb\xbfab\xff", "f")

    assert (faults[0].line, faults[0].column) == (1, 3)


@pytest.mark.parametrize(("encoding", "column"), [("utf-16", 1), ("utf-16-le", 2), ("utf-16-be", 1)])
def test_utf_16_is_said_to_be_no_utf_8(encoding: str, column: int) -> None:
    """A file in the other encoding that editors offer fails at its first byte, also without its mark."""
    _, faults = decode("a: b".encode(encoding), "f")

    assert [(fault.message, fault.line, fault.column) for fault in faults] == [("check.encoding", 1, column)]


@pytest.mark.parametrize("raw", [b"%PDF-1.7\n%\xe2", b"PK\x03\x04\x14"], ids=["PDF", "zip"])
def test_what_is_no_text_is_said_to_be_none(raw: bytes) -> None:
    _, faults = decode(raw, "f")

    assert [fault.message for fault in faults] == ["check.file_no_text"]


@pytest.mark.parametrize(("name", "message"), [("nowhere", "check.file_missing"), (".", "check.file_is_folder")])
def test_what_is_no_file_is_a_fault(tmp_path: Path, name: str, message: str) -> None:
    """A missing file and a folder each have their own sentence."""
    text, faults = read_text(tmp_path / name, name)

    assert text is None
    assert [fault.message for fault in faults] == [message]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_forbidden_file_is_a_fault(tmp_path: Path) -> None:
    """A file without rights to read it is said to be so."""
    path = tmp_path / "f"
    path.touch(mode=0o000)

    assert [fault.message for fault in read_text(path, "f")[1]] == ["check.file_forbidden"]


def test_a_refusing_system_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever else the system says, nobody sees a traceback."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "open", refuse)

    assert [fault.message for fault in read_text(tmp_path / "f", "f")[1]] == ["check.file_unreadable"]


def test_rights_are_told_apart_from_other_refusals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's `permission denied` has its own sentence, also where the tests run as root."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)

    assert [fault.message for fault in read_text(tmp_path / "f", "f")[1]] == ["check.file_forbidden"]


def test_an_enormous_file_is_not_read(tmp_path: Path) -> None:
    """Somebody who names a film by mistake is told so at once."""
    path = tmp_path / "film.yaml"
    with path.open("wb") as file:
        file.truncate(30_000_000)

    assert [fault.message for fault in read_text(path, "f")[1]] == ["check.file_too_large"]
