"""Word documents and PDFs made for the tests, each with the text that a person reads of it."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from pypdf import PdfReader, PdfWriter

__all__ = [
    "DOCUMENTS", "PDFS", "document_of", "document_of_size", "pdf_of", "protected_pdf", "spreadsheet", "with_part",
    "word_file",
]  # fmt: skip

# The name of the same words in the two forms of the standard.
_LOOSE = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_W = f'xmlns:w="{_LOOSE.decode()}"'
_WORD = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
# As long as a remark is, more or less: parsers refuse a very long one.
_REMARK = 1_000_000
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def document_of(*paragraphs: str, footer: str = "") -> bytes:
    """A document as a library writes it."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if footer:
        document.sections[0].footer.paragraphs[0].text = footer
    return _bytes_of(document)


def word_file(body: str) -> bytes:
    """A document with this inside its body, as other programs write it."""
    return with_part(document_of("x"), "word/document.xml", _main(body))


def document_of_size(size: int) -> bytes:
    """A document with the text `x` of which the parts that are read have this many bytes, remarks for the most part."""
    room = size - len(_main(_WORD))
    remarks = [*[_REMARK] * (room // _REMARK - 1), _REMARK + room % _REMARK]
    return word_file(_WORD + "".join(f"<!--{'x' * (each - len('<!---->'))}-->" for each in remarks))


def _main(body: str) -> bytes:
    head = f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W} {_MC}><w:body>'
    return f"{head}{body}</w:body></w:document>".encode()


def with_part(raw: bytes, part: str, content: bytes) -> bytes:
    """A packed file with a part more, or another one in its place."""
    with ZipFile(BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()} | {part: content}
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, written in parts.items():
            archive.writestr(name, written)
    return target.getvalue()


def spreadsheet() -> bytes:
    """Something else that is packed."""
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return target.getvalue()


def _bytes_of(document: object) -> bytes:
    target = BytesIO()
    document.save(target)  # type: ignore[attr-defined] # the library names its type by a function
    return target.getvalue()


def _table() -> bytes:
    document = Document()
    document.add_paragraph("Prijzen")
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, [("Opleiding", "€ 7.500"), ("Subsidie", "30 %")], strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return _bytes_of(document)


def _run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


_BOX = f"<w:txbxContent>{_paragraph(_run('In een kader'))}</w:txbxContent>"
DOCUMENTS: dict[str, tuple[bytes, str]] = {
    "paragraphs": (document_of("Eén & twee", "", "Drie"), "Eén & twee\n\nDrie"),
    "footer": (document_of("Tekst", footer="DV.O123456"), "Tekst\n\nDV.O123456"),
    "table": (_table(), "Prijzen\n\nOpleiding\t€ 7.500\n\nSubsidie\t30 %"),
    "pieces of a word": (word_file(_paragraph(_run("U kr"), _run("ijgt "), _run("30 %"))), "U krijgt 30 %"),
    "tabs and lines": (
        word_file(_paragraph(_run("a"), "<w:r><w:tab/></w:r>", _run("b"), "<w:r><w:br/></w:r>", _run("c"))),
        "a\tb\nc",
    ),
    "changes": (
        word_file(
            _paragraph(f"<w:ins>{_run('nieuw')}</w:ins>", "<w:del><w:r><w:delText>oud</w:delText></w:r></w:del>")
        ),
        "nieuw",
    ),
    "hidden": (word_file(_paragraph(_run("open"), _run("geheim", "<w:rPr><w:vanish/></w:rPr>"))), "open"),
    "field": (word_file(_paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>", _run("3"))), "3"),
    "control": (word_file(f"<w:sdt><w:sdtContent>{_paragraph(_run('Ingevuld'))}</w:sdtContent></w:sdt>"), "Ingevuld"),
    "box": (
        word_file(
            _paragraph(
                _run("Naast"),
                f"<w:r><mc:AlternateContent><mc:Choice>{_BOX}</mc:Choice><mc:Fallback>{_BOX}</mc:Fallback>"
                "</mc:AlternateContent></w:r>",
            )
        ),
        "Naast\n\nIn een kader",
    ),
    "strict form": (with_part(document_of("x"), "word/document.xml", _main(_WORD).replace(_LOOSE, _STRICT)), "x"),
    "header that nothing refers to": (
        with_part(document_of("x"), "word/header7.xml", f"<w:hdr {_W}>{_WORD}</w:hdr>".encode()),
        "x\n\nx",
    ),
}
"""By what is special about each."""


def pdf_of(*pages: Sequence[str]) -> bytes:
    """A PDF with lines of text on each page, in the encoding of Windows; no lines make a page as a scan is."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for lines in pages:
        content = b"BT /F1 11 Tf 14 TL 60 760 Td " + b" ".join(map(_shown, lines)) + b" ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        font = b"<< /Font << /F1 3 0 R >> >>"
        place = len(objects)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources %s /Contents %d 0 R >>" % (font, place)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _assembled(objects)


def _shown(line: str) -> bytes:
    raw = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"(%s) Tj T*" % raw


def _assembled(objects: Sequence[bytes]) -> bytes:
    made, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(made))
    return made + head + table + tail


def protected_pdf(password: str) -> bytes:
    """A PDF that opens only with a password."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf_of(["Geheim"]))))
    writer.encrypt(password, algorithm="RC4-128")
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


PDFS: dict[str, tuple[bytes, str]] = {
    "one line": (pdf_of(["U krijgt 30 % subsidie."]), "U krijgt 30 % subsidie."),
    "lines": (pdf_of(["Tot € 7.500 per jaar.", "Eén keer (per jaar)."]), "Tot € 7.500 per jaar.\nEén keer (per jaar)."),
    "pages": (pdf_of(["Eerste"], ["Tweede"]), "Eerste\n\nTweede"),
    "spaces": (pdf_of(["  Met   veel    spaties  ", " ", "Einde"]), "Met veel spaties\nEinde"),
    "one page scanned": (pdf_of(["Tekst"], []), "Tekst"),
}
"""By what is special about each."""
