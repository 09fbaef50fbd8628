"""The empty templates that the guide gives along."""

import csv
import io
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from guide.pages import csv_files
from tests.guide.pages.dom import words

NAMES = ["lijst-van-alle-documenten", "lijst-van-bestuurders-aandeelhouders-en-leiding"]


@pytest.fixture(scope="module")
def files(real_norm: dict[str, Any], messages: Mapping[str, str]) -> dict[str, str]:
    """The templates, by the name of their file without its ending."""
    made = csv_files(real_norm, messages, "nl")
    assert all(path.startswith("assets/sjablonen/") and path.endswith(".csv") for path in made)
    return {path.rpartition("/")[2].removesuffix(".csv"): text for path, text in made.items()}


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_there_is_one_for_each_list_that_an_audit_asks(files: dict[str, str]) -> None:
    assert sorted(files) == NAMES


def test_a_belgian_spreadsheet_opens_them_rightly(files: dict[str, str]) -> None:
    for text in files.values():
        assert text.startswith("\ufeff")
        assert text.endswith("\r\n")
        assert "\n" not in text.replace("\r\n", "")
        assert len({len(row) for row in table(text)}) == 1


def test_the_checklist_names_every_document_with_what_it_holds(
    files: dict[str, str], real_norm: dict[str, Any]
) -> None:
    columns, *rows = table(files["lijst-van-alle-documenten"])
    assert columns[0] == "Klaar (tip)"
    assert [row[1] for row in rows] == [document["title"]["nl"] for document in real_norm["documents"].values()]
    assert all(row[2] for row in rows)
    assert all("{" not in cell for row in rows for cell in row)
    assert {(row[0], row[4]) for row in rows} == {("", "")}


def test_columns_are_those_of_the_norm_and_ours_say_so(files: dict[str, str], real_norm: dict[str, Any]) -> None:
    (columns,) = table(files[NAMES[1]])
    given = real_norm["documents"]["directors-and-shareholders"]["columns"]
    ours = [" (tip)" if each["standing"] == "estimate" else "" for each in given]
    assert columns == [each["text"]["nl"] + mark for each, mark in zip(given, ours, strict=True)]


def test_a_document_with_columns_gets_a_template(norm: dict[str, Any], messages: Mapping[str, str]) -> None:
    made = csv_files(norm, messages, "nl")
    assert made["assets/sjablonen/uw-regels.csv"] == "\ufeffRegel;Voorbeeld (tip)\r\n"


def test_the_page_on_preparing_links_them_with_their_columns(trees: dict[str, Element]) -> None:
    links = {link.get("href", ""): link for link in trees["naslag/voorbereiden"].iter("a") if "download" in link.attrib}
    assert sorted(links) == [f"../../assets/sjablonen/{name}.csv" for name in NAMES]
    text = words(trees["naslag/voorbereiden"])
    assert "Sinds (tip)" in text
