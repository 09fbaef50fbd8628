"""Spreadsheets made after real ones, as the programs that people use save them; `expected.yaml` says what is read.

    .venv/bin/python -m tests.guide.project_files.spreadsheets FOLDER

writes all of them, for whoever wants to open them or read them with something else.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.guide.project_files.making import first, part_changed, workbook
from tests.guide.project_files.refused import REFUSED

__all__ = ["SPREADSHEETS"]

NO_BREAK, NARROW = "\u00a0", "\u202f"
# A spreadsheet knows no time zones.
MOMENT = datetime(2026, 6, 15, 9, 30)  # noqa: DTZ001


def excel_nl_be() -> bytes:
    """Saved as CSV by a Belgian Excel: semicolons, Windows' own encoding."""
    return (
        "Klant;Opleiding;Startdatum;Einddatum;Prijs excl. btw\r\n"
        "Café Zoë;Excel voor beginners;5/03/2026;6/03/2026; € 1.250,50 \r\n"
        'Smit & Zonen;"Facturen; en wat erbij hoort";16/03/2026;;150,00\r\n'
    ).encode("cp1252")


def libreoffice() -> bytes:
    """Saved as CSV by LibreOffice: commas, and every text between quotes."""
    return (
        '"Klant","Cursus","Start","Einde","Bedrag excl. btw"\n'
        '"Café Zoë","Excel",2026-03-05,2026-03-06,1250.5\n'
        '"Smit","Word\nen Excel",2026-03-16,,"1.250,50"\n'
    ).encode()


def google_sheets() -> bytes:
    """Downloaded from Google Sheets: commas, and quotes where a decimal comma is."""
    return (
        'Naam klant,Opleiding,Startdatum,Einddatum,"Bedrag excl. btw"\r\n'
        'Café Zoë,Excel,5/3/2026,6-3-2026,"€1.250,50"\r\n'
        "Smit,Word,16/3/2026,,€ 150\r\n"
    ).encode()


def unicode_text() -> bytes:
    """Saved by Excel as Unicode text: UTF-16 and tabs."""
    return "Klant\tOpleiding\tStartdatum\r\nCafé Zoë\tExcel\t5/03/2026\r\n".encode("utf-16")


def excel_utf8() -> bytes:
    """Saved by Excel as CSV UTF-8, with the line that says what parts the columns."""
    return b"\xef\xbb\xbf" + "sep=;\r\nKlant;Opleiding;Startdatum\r\nCafé Zoë;Excel;5/03/2026\r\n".encode()


def dates_as_text() -> bytes:
    """Days as people type them; each of the last three cannot be read."""
    days = [
        "15 juni 2026", "ma 15/06/2026", "15.06.2026", "15-06-2026", "2026-06-15T00:00:00", "1 sept. 2026",
        "15/06/2026 09:30", 46188, date(2026, 6, 15), MOMENT, "15-6-26", "31/06/2026", "06/15/2026",
    ]  # fmt: skip
    return workbook([["Klant", "Startdatum"], *([f"Klant {at}", day] for at, day in enumerate(days, start=1))])


def no_break_spaces() -> bytes:
    """Amounts as people type them; the last three cannot be read."""
    amounts = [
        f"1{NO_BREAK}250,50", f"€{NO_BREAK}1{NARROW}250,50", "150,-", "€ 150", "1.250,50 euro", "1,250.50", "-75,00",
        "(75,00)", 1250.5, 1250, "1.250", "1250", "1'250,50", "1,250", "500 of 600", "gratis",
    ]  # fmt: skip
    return workbook(
        [["Klant", "Prijs excl. btw"], *([f"Klant {at}", each] for at, each in enumerate(amounts, start=1))]
    )


def two_tables() -> bytes:
    """A table for each year, below each other, with other columns."""
    return workbook(
        [
            ["Opleidingen 2025"],
            ["Klant", "Opleiding", "Startdatum"],
            ["Smit", "Excel", date(2025, 3, 5)],
            [],
            ["Opleidingen 2026"],
            ["Opleiding", "Startdatum", "Klant", "Uren"],
            ["Word", date(2026, 3, 5), "Peeters", 6],
        ]
    )


def side_by_side() -> bytes:
    """The same columns twice on one row."""
    rows: list[list[Any]] = [
        ["Klant", "Startdatum", None, "Klant", "Startdatum"],
        ["Smit", date(2025, 3, 5), None, "Peeters", date(2026, 3, 5)],
        ["Janssens", date(2025, 4, 5)],
    ]
    return workbook(rows)


def hidden() -> bytes:
    """A row, a column and a sheet that nobody sees."""

    def hide(book: Workbook) -> None:
        first(book).row_dimensions[3].hidden = True
        first(book).column_dimensions["B"].hidden = True
        secret = book.create_sheet("Oud")
        secret.append(["Klant", "Startdatum"])
        secret.append(["Oude klant", date(2020, 1, 1)])
        secret.sheet_state = "hidden"

    smit, peeters = ["Smit", "Excel", date(2026, 3, 5)], ["Peeters", "Word", date(2026, 3, 6)]
    return workbook([["Klant", "Opleiding", "Startdatum"], smit, peeters], hide)


def from_1904() -> bytes:
    """Days counted from 1904, once shown as a day and once as its number."""

    def count(book: Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904
        first(book).append(["Smit", date(2026, 6, 15)])
        first(book).append(["Peeters", 46188 - 1462])

    return workbook([["Klant", "Startdatum"]], count)


def titles_and_totals() -> bytes:
    """What stands above a table, between its rows and below it."""
    return workbook(
        [
            ["Projectlijst"],
            ["Opleidingen Vlaanderen bv", None, "KBO 0403.170.701"],
            [],
            ["Klant", "Opleiding", "Startdatum", "Prijs excl. btw"],
            ["2025"],
            ["Smit", "Excel", date(2025, 3, 5), 500],
            ["Subtotaal", None, None, 500],
            ["2026"],
            ["Totaal Bouw bv", "Word", date(2026, 3, 5), 700],
            ["Totaal:", None, None, 1200],
            [],
            ["Opgemaakt door de boekhouding"],
        ]
    )


def merged_headings() -> bytes:
    """A heading of two rows, of which the first lies over several columns."""

    def merge(book: Workbook) -> None:
        for cells in ("A1:A2", "B1:B2", "C1:D1", "E1:F1"):
            first(book).merge_cells(cells)

    return workbook(
        [
            ["Klant", "Startdatum", "Offerte", None, "Factuur", None],
            [None, None, "Klant", "Bedrag", "Datum", "Bedrag"],
            ["Smit", date(2026, 3, 5), "Smit", 500, date(2026, 4, 1), "500,00"],
        ],
        merge,
    )


def several_sheets() -> bytes:
    """A sheet to read first, and two lists."""

    def add(book: Workbook) -> None:
        first(book).title = "Lees mij"
        for name, client in (("2026", "Smit"), ("2025", "Peeters")):
            sheet = book.create_sheet(name)
            sheet.append(["Klant", "Startdatum"])
            sheet.append([client, date(int(name), 3, 5)])

    return workbook([["Deze map bevat onze opdrachten."]], add)


def formulas() -> bytes:
    """A formula with what it came to, and one without."""
    raw = workbook(
        [
            ["Klant", "Startdatum", "Prijs excl. btw"],
            ["Smit", date(2026, 3, 5), "=2*250"],
            ["Peeters", date(2026, 3, 6), "=1/0"],
        ]
    )
    return part_changed(raw, "xl/worksheets/sheet1.xml", "<f>2*250</f><v></v>", "<f>2*250</f><v>500</v>")


def markup() -> bytes:
    """Texts that a program might take for something else."""
    return (
        b"Klant;Opleiding;Startdatum\n"
        b"<script>alert(1)</script>;=HYPERLINK(A1);5/03/2026\n"
        b"<b>Smit</b>;@SUM(1);6/03/2026\n"
    )


def no_heading() -> bytes:
    """Rows without a heading."""
    return b"Smit;Excel;5/03/2026\nPeeters;Word;6/03/2026\n"


def in_doubt() -> bytes:
    """Names that may be several columns, and one column twice."""
    return b"Klant;Datum;Bedrag;Klant\nSmit;5/03/2026;500;Smit bv\n"


def right() -> bytes:
    """A list in which there is nothing to find, in the columns that we know."""
    heading = [
        "Dossiernummer", "Klant", "Ondernemingsnummer", "Naam van de opleiding of het advies", "Dienst", "Thema",
        "Lesgever of adviseur", "Datum van inschrijving of overeenkomst", "Aanvraagdatum", "Startdatum", "Einddatum",
        "Aantal uren", "Prijs zonder btw", "Bedrag op de offerte", "Bedrag op de factuur", "Subsidie",
        "Aanwezigheidslijst", "Attest", "Inschrijvingsformulier", "Evaluatie",
    ]  # fmt: skip
    months = [
        date(2025, 1, 10),
        date(2025, 5, 10),
        date(2025, 9, 10),
        date(2026, 1, 10),
        date(2026, 5, 10),
        date(2026, 9, 10),
    ]
    rows = [
        [
            f"D{at}", "Bakkerij Smit bv", "BE 0403.170.701", f"Excel deel {at}", "opleiding", "Digitalisering",
            "An Peeters", day, day.replace(day=12), day.replace(day=15), day.replace(day=16),
            12, 1250.5, "1.250,50", f"1{NO_BREAK}250,50", "met", "ja", "ja", "ja", "ja",
        ]
        for at, day in enumerate(months, start=1)
    ]  # fmt: skip
    return workbook([heading, *rows])


SPREADSHEETS: Mapping[str, Callable[[], bytes]] = {
    "excel-nl-be.csv": excel_nl_be,
    "libreoffice.csv": libreoffice,
    "google-sheets.csv": google_sheets,
    "unicode-text.txt": unicode_text,
    "excel-utf8.csv": excel_utf8,
    "dates-as-text.xlsx": dates_as_text,
    "no-break-spaces.xlsx": no_break_spaces,
    "two-tables.xlsx": two_tables,
    "side-by-side.xlsx": side_by_side,
    "hidden.xlsx": hidden,
    "from-1904.xlsx": from_1904,
    "titles-and-totals.xlsx": titles_and_totals,
    "merged-headings.xlsx": merged_headings,
    "several-sheets.xlsx": several_sheets,
    "formulas.xlsx": formulas,
    "markup.csv": markup,
    "no-heading.csv": no_heading,
    "in-doubt.csv": in_doubt,
    "text.xlsx": excel_nl_be,
    "right.xlsx": right,
    **REFUSED,
}
"""Every spreadsheet by its name."""


if __name__ == "__main__":
    for name, make in SPREADSHEETS.items():
        (Path(sys.argv[1]) / name).write_bytes(make())
