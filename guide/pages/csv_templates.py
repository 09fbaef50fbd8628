"""CSV templates: empty tables to download. The columns are the norm's, and those that are our own advice say so."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.wording import Wording
from guide.pages.model import Element, Norm
from guide.pages.predicates.sentences import When

__all__ = ["CSV_FOLDER", "CsvTemplate", "csv_files", "csv_templates"]

CSV_FOLDER = "assets/sjablonen"
"""Where the site serves them, without a slash at either end."""

_CHECKLIST = ("ready", "document", "needed_when", "contents", "where")
# A Belgian Excel takes a file for UTF-8 by its byte order mark, and cells by their semicolons.
_MARK = "\ufeff"


@dataclass(frozen=True)
class CsvTemplate:
    """One template: its title, the name of its file, its columns and the rows that it begins with."""

    title: str
    name: str
    columns: list[str]
    rows: list[list[str]]


def csv_templates(norm: Norm, wording: Wording) -> Iterator[CsvTemplate]:
    """Make the checklist of all documents, then a template of each document that the norm gives columns."""
    title = wording.message("pages.blank.checklist")
    columns = [wording.message(f"pages.blank.column.{column}") for column in _CHECKLIST]
    when = When(norm, wording)
    rows = [_checked(document, wording, when) for document in norm["documents"].values()]
    yield CsvTemplate(title, _file_name(title), columns, rows)
    for document in norm["documents"].values():
        if document.get("columns"):
            title = wording.text(document["title"])
            yield CsvTemplate(title, _file_name(title), [_column(each, wording) for each in document["columns"]], [])


def csv_files(norm: Norm, messages: Mapping[str, str], language: str) -> dict[str, str]:
    """Return each template as CSV by its path on the site."""
    wording = Wording(norm, messages, language)
    return {f"{CSV_FOLDER}/{template.name}": _csv(template) for template in csv_templates(norm, wording)}


def _checked(document: Element, wording: Wording, when: When) -> list[str]:
    contents = " ".join(wording.text(each["text"]) for each in document.get("contents", []))
    return ["", wording.text(document["title"]), _needed(wording, when, document), contents, ""]


def _needed(wording: Wording, when: When, document: Element) -> str:
    if "needed_text" in document:
        return wording.text(document["needed_text"])
    return when.words(document["needed_when"])


def _column(column: Element, wording: Wording) -> str:
    text = wording.text(column["text"])
    return wording.message("pages.blank.ours", {"column": text}) if column["standing"] == "estimate" else text


def _file_name(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", plain)) + ".csv"


def _csv(template: CsvTemplate) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows([template.columns, *template.rows])
    return _MARK + out.getvalue()
