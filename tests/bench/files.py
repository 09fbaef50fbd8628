"""The file check alone, in CPython on one core: a list of ten thousand files, and whether it grows with its rows."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from assessment.project_files import Layout
from guide.catalogue import load_messages
from guide.paths import ROOT
from tests.bench.figures import Bar, Row, Series

__all__ = ["listed_files", "measure_files"]

# In a process of its own, as a page has it: rows in, report out.
_PROGRAM = """
import json, sys, time
from datetime import date
from assessment.project_files import Asked, check_files, read_list, sheet_of
norm, messages, rows = json.load(sys.stdin)
taken = []
for number in (100, 1_000, 10_000):
    sheet = sheet_of({"rows": rows[: number + 1]})
    before = time.perf_counter()
    report = check_files(read_list([sheet], norm, {}), norm, Asked(date(2026, 11, 28)), messages)
    taken.append(time.perf_counter() - before)
    assert report["summary"]["files"] == number
print(json.dumps(taken))
"""
_FILES = 10_000
_FIRST = date(2024, 12, 1)
_SPREAD = 720
# One in so many files has something to find, of several kinds at once.
_WRONG = 10
_COLUMNS = (
    "file_number", "client", "client_number", "title", "service", "theme", "person", "agreed", "application", "start",
    "end", "hours", "price", "offer_amount", "invoice_amount", "subsidised", "has_attendance", "has_certificate",
)  # fmt: skip


def listed_files(norm: dict[str, Any], number: int) -> list[list[str]]:
    """Return the rows of a list: the names of its columns, and so many files of which no two are alike."""
    titles = Layout(norm).fields
    return [[titles[name].title["nl"] for name in _COLUMNS], *(_row(at) for at in range(number))]


def _row(at: int) -> list[str]:
    start, wrong = _FIRST + timedelta(days=at * 7 % _SPREAD), at % _WRONG == 0
    agreed, application, end = (start + timedelta(days=days) for days in (-9, 20 if wrong else -3, 1))
    price = f"{1000 + at % 700},50"
    days = [f"{day:%d/%m/%Y}" for day in (agreed, application, start, end)]
    return [
        f"D{at}", f"Klant {at} bv", "0403.170.701", f"Excel {at % 50}", "advies" if wrong else "opleiding",
        "Digitalisering", "An Peeters", *days, "7,5", price, price, "12" if wrong else price, "met",
        "nee" if wrong else "ja", "ja",
    ]  # fmt: skip


def measure_files(norm: dict[str, Any], runs: int) -> Iterator[Row]:
    """Check a list of ten thousand files, and one of a thousand.

    Args:
        norm: The checked norm.
        runs: How many times, each in a process of its own.
    """
    told = [json.loads(_said(norm)) for _ in range(runs)]
    _, thousand, all_of_them = (Series(tuple(each)) for each in zip(*told, strict=True))
    note = f"{len(_COLUMNS)} columns, all cells texts; one file in {_WRONG} has something to find."
    yield Row("files", "file check, 10,000 rows in CPython on one core", "s", all_of_them, bar=Bar(2), note=note)
    yield Row(
        "files-growth", "the same, for ten times the rows", "s", all_of_them, "1,000 rows", thousand, Bar(12),
        "Ten is linear.",
    )  # fmt: skip


def _said(norm: dict[str, Any]) -> str:
    given = json.dumps([norm, dict(load_messages("nl")), listed_files(norm, _FILES)])
    run = subprocess.run(
        [sys.executable, "-c", _PROGRAM], input=given, cwd=ROOT, capture_output=True, text=True, check=True
    )
    return run.stdout
