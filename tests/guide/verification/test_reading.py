"""What is no export, or is not whole, says why it cannot be verified; nothing that somebody made ends otherwise."""

import json
from pathlib import Path
from typing import Any

import pytest

from assessment.receipt import receipt_of
from guide.faults import Fault
from guide.validation.schemas import schema
from guide.validation.validator import validator
from guide.verification.exports import UnverifiableError, read_export
from guide.verification.verifying import cannot_tell
from tests.guide.verification.exporting import saved

Record = dict[str, Any]


def receipt(norm: Record, other: Record) -> str:
    report = {"norm": {name: norm[name] for name in ("id", "version", "sha256")}, "date": "2026-11-22"}
    made = receipt_of(report, "report", form="md", answers_sha256="0" * 64)
    return f"Iets\n\n<!-- kmop-receipt {json.dumps(made | other)} -->\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Gewoon een tekst.\n", "no_receipt"),
        ("<html><head><meta name='viewport' content='x'></head></html>", "no_receipt"),
        ('{"a": 1}', "no_receipt"),
        ('{"format": "kmop-receipt/1"}', "no_receipt"),
        ('{"format": "kmop-report/2"}', "broken_receipt"),
        ('{"format": "kmop-report/1"}', "other_report"),
        ('{"format": "kmop-answers/1"}', "answers"),
        ("<!-- kmop-receipt {} -->", "broken_receipt"),
        ("<!-- kmop-receipt {'a} -->", "broken_receipt"),
        ({"date": "2026-02-31"}, "broken_receipt"),
        ({"date": "1026-02-01"}, "broken_receipt"),
        ({"kind": "auditor"}, "broken_receipt"),
        ({"form": "exe"}, "broken_receipt"),
        ({"norm": None}, "broken_receipt"),
    ],
)
def test_what_is_no_export_says_why(norm: Record, tmp_path: Path, text: str | Record, reason: str) -> None:
    path = saved(tmp_path, text if isinstance(text, str) else receipt(norm, text))

    with pytest.raises(UnverifiableError, match=reason):
        read_export(path)
    assert list(validator(schema("verify")).iter_errors(cannot_tell(reason) | {"file": "x"})) == []


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"PK\x03\x04broken", "check.text_broken"),
        (b"\xff\xfe\x00", "check.encoding"),
        (b"x\n" * 20_001 + b'<!-- kmop-receipt {"format":"kmop-receipt/1"} -->', None),
    ],
)
def test_what_cannot_be_read_is_a_fault(tmp_path: Path, raw: bytes, message: str | None) -> None:
    path = tmp_path / "a"
    path.write_bytes(raw)

    if message is None:
        with pytest.raises(UnverifiableError):
            read_export(path)
    else:
        found = read_export(path)
        assert isinstance(found, Fault)
        assert found.message == message


def test_a_text_that_is_longer_than_any_report_is_refused(norm: Record, tmp_path: Path) -> None:
    found = read_export(saved(tmp_path, "x\n" * 20_001 + receipt(norm, {})))

    assert isinstance(found, Fault)
    assert found.message == "check.text_too_large"
