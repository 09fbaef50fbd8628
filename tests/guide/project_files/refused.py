"""Files that are refused: broken, protected, empty, and those that claim to be more than they are."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date

from tests.guide.project_files.making import first, part_changed, workbook

__all__ = ["REFUSED"]

SHEET = "xl/worksheets/sheet1.xml"


def plain() -> bytes:
    """A plain list."""
    return workbook([["Klant", "Startdatum"], ["Smit", date(2026, 3, 5)]])


def empty() -> bytes:
    """A workbook with nothing in it."""
    return workbook([])


def broken() -> bytes:
    """Half a workbook."""
    return plain()[:1500]


def protected() -> bytes:
    """How a workbook with a password begins."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 3000


def bomb() -> bytes:
    """A few kilobytes that become a hundred megabytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(100):
                part.write(b" " * 1_000_000)
    return out.getvalue()


def far_away() -> bytes:
    """One cell at the far end of a sheet."""
    return part_changed(plain(), SHEET, 'r="A2"', 'r="XFD1048576"')


def merged_everything() -> bytes:
    """Every cell of a sheet merged with all others."""
    raw = workbook([["Klant", "Startdatum"], ["Smit", date(2026, 3, 5)]], lambda book: first(book).merge_cells("C1:D1"))
    return part_changed(raw, SHEET, "C1:D1", "C1:XFD1048576")


def other_zip() -> bytes:
    """A zip of something else."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    return out.getvalue()


def entities() -> bytes:
    """A few lines that grow into gigabytes when their entities are put in."""
    names = [f'<!ENTITY e{at} "{f"&e{at - 1};" * 10 if at else "lol"}">' for at in range(12)]
    return part_changed(plain(), SHEET, "<worksheet ", f"<!DOCTYPE worksheet [{''.join(names)}]><worksheet x='&e11;' ")


def entity_from_elsewhere() -> bytes:
    """A text that is to be fetched from another file."""
    doctype = '<!DOCTYPE worksheet [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet '
    raw = part_changed(workbook([["Klant", "Startdatum"], ["Smit", 1]]), SHEET, "<worksheet ", doctype)
    return part_changed(raw, SHEET, "<v>1</v>", "<v>&e;</v>")


REFUSED: Mapping[str, Callable[[], bytes]] = {
    "empty.xlsx": empty,
    "broken.xlsx": broken,
    "protected.xlsx": protected,
    "bomb.xlsx": bomb,
    "far-away.xlsx": far_away,
    "merged-everything.xlsx": merged_everything,
    "entities.xlsx": entities,
    "entity-from-elsewhere.xlsx": entity_from_elsewhere,
    "other-zip.xlsx": other_zip,
    "picture.csv": lambda: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
}
"""Every file by its name."""
