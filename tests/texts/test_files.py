"""Readers of Word documents and PDFs: the expected text out of each, on the command line and in the page."""

import json
from pathlib import Path
from typing import Any

import pytest

from guide.text_check.docx_text import read_docx
from guide.text_check.pdf_text import read_pdf
from guide.text_check.refusal import RefusedError
from tests.frontend.node_tests import bundle_tests, run_script
from tests.texts.made_files import (
    DOCUMENTS,
    PDFS,
    document_of,
    document_of_size,
    pdf_of,
    protected_pdf,
    spreadsheet,
    with_part,
    word_file,
)

REFUSED_PDFS = {
    "protected": protected_pdf("geheim"),
    "scanned": pdf_of([], []),
    "broken": b"%PDF-1.7\x00\x01\x02",
    "too_large": pdf_of(*[["x"]] * 501),
}
REFUSED_DOCUMENTS = {
    "other_kind": spreadsheet(),
    "broken": document_of("Tekst")[:900],
    "empty": word_file(""),
}
# What a document comes to: its text, or why it is not read.
JUDGED = {
    "as large as may be.docx": "x",
    "too large.docx": "too_large",
    "large pictures.docx": "x",
    "a document type.docx": "broken",
}


@pytest.fixture(scope="module")
def judged() -> dict[str, bytes]:
    """A document as large as may be, one of a byte more, one with pictures that are larger, one of a document type."""
    largest = 50_000_000
    made = [
        document_of_size(largest),
        document_of_size(largest + 1),
        with_part(document_of("x"), "word/media/image1.bmp", bytes(largest + 1)),
        with_part(document_of("x"), "word/header1.xml", b"<!DOCTYPE x><x/>"),
    ]
    return dict(zip(JUDGED, made, strict=True))


@pytest.fixture(scope="module")
def page_reads(tmp_path_factory: pytest.TempPathFactory, judged: dict[str, bytes]) -> dict[str, Any]:
    """What the page's readers make of each PDF, and of some documents."""
    folder = tmp_path_factory.mktemp("files")
    for name, raw in {**{name: raw for name, (raw, _) in PDFS.items()}, **REFUSED_PDFS, **judged}.items():
        (folder / name).write_bytes(raw)
    target = tmp_path_factory.mktemp("told") / "told.json"
    (script,) = bundle_tests(Path(__file__).parent, ["read_files.ts"], target.parent)
    run_script(script, str(folder), str(target))
    told: dict[str, Any] = json.loads(target.read_text("utf-8"))
    return told


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_command_line_reads_word_documents(name: str) -> None:
    raw, expected = DOCUMENTS[name]
    assert read_docx(raw) == expected


@pytest.mark.parametrize("reason", REFUSED_DOCUMENTS)
def test_the_command_line_refuses_documents_with_the_reason(reason: str) -> None:
    with pytest.raises(RefusedError, match=reason):
        read_docx(REFUSED_DOCUMENTS[reason])


def test_the_command_line_refuses_a_document_of_which_something_is_lost() -> None:
    with pytest.raises(RefusedError, match="broken"):
        read_docx(word_file("<w:p>"))


@pytest.mark.parametrize("name", JUDGED)
def test_both_refuse_the_same_documents(name: str, judged: dict[str, bytes], page_reads: dict[str, Any]) -> None:
    """Of a document those parts count that are read, and no part of it declares a type of its own."""
    try:
        found = read_docx(judged[name])
    except RefusedError as refused:
        found = str(refused)
    told = page_reads[name]

    assert JUDGED[name] == found == (told if isinstance(told, str) else told["text"])


@pytest.mark.parametrize("name", PDFS)
def test_the_command_line_reads_pdfs(name: str) -> None:
    raw, expected = PDFS[name]
    assert read_pdf(raw)[0] == expected


@pytest.mark.parametrize("name", PDFS)
def test_the_page_reads_pdfs_as_the_command_line_does(name: str, page_reads: dict[str, Any]) -> None:
    text, unread = read_pdf(PDFS[name][0])
    assert page_reads[name] == {"text": text, "form": "plain", "unread": unread}


@pytest.mark.parametrize("reason", REFUSED_PDFS)
def test_both_refuse_pdfs_with_the_same_reason(reason: str, page_reads: dict[str, Any]) -> None:
    with pytest.raises(RefusedError, match=reason):
        read_pdf(REFUSED_PDFS[reason])
    assert page_reads[reason] == reason


def test_pages_without_text_are_counted() -> None:
    assert read_pdf(PDFS["one page scanned"][0])[1] == 1
