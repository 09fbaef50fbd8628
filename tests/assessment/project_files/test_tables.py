"""Tables in a sheet: headings are found by their names, what is in doubt is asked, and no row is lost."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.project_files import IGNORED, Layout, Merge, Sheet, choices_of, read_list
from assessment.project_files.folding import is_blank
from assessment.project_files.tables import Tables
from tests.norms import SMALL_NORM, checked_norm

Record = dict[str, Any]
HEADING = ["Klant", "Start", "Prijs"]
ROW = ["Smit", "5/03/2026", "500"]


def tables(norm: Record, *rows: Any, choices: Any = None, **sheet: Any) -> Tables:
    return read_list([Sheet("", rows, **sheet)], norm, choices or {}).tables


def fields(norm: Record, *rows: Any, **sheet: Any) -> list[dict[str, int]]:
    """The number of each known column, table by table."""
    found = tables(norm, *rows, **sheet).tables
    return [{name: column.number for name, column in table.fields.items()} for table in found]


def doubts(norm: Record, heading: list[str], choices: Any = None) -> list[tuple[list[int], tuple[str, ...]]]:
    found = read_list([Sheet("", [heading, ["a", "b", "c", "d"]])], norm, choices or {}).doubts
    return [([column.number for column in doubt.columns], doubt.fields) for doubt in found]


def test_columns_are_found_by_their_names_whatever_their_order(norm: Record) -> None:
    assert fields(norm, ["PRIJS", "Bedrijf", " start "], ROW) == [{"price": 1, "client": 2, "start": 3}]


def test_accents_marks_and_brackets_do_not_count(norm: Record) -> None:
    assert fields(norm, ["Kbo nummer", "Prijs (in euro)", "Klant:"], ROW) == [
        {"client_number": 1, "price": 2, "client": 3}
    ]


def test_rows_above_the_heading_are_remarks(norm: Record) -> None:
    found = tables(norm, ["Lijst 2026"], [], HEADING, ROW)
    assert found.tables[0].rows == (4,)
    assert found.skipped == ((1, "remark"),)


def test_a_heading_further_down_begins_another_table(norm: Record) -> None:
    assert fields(norm, HEADING, ROW, [], ["Start", "Klant"], ["5/03/2026", "Smit"]) == [
        {"client": 1, "start": 2, "price": 3},
        {"start": 1, "client": 2},
    ]


def test_the_same_names_behind_an_empty_column_are_a_table_beside_it(norm: Record) -> None:
    found = fields(norm, ["Klant", "Start", "", "Klant", "Start"], [*ROW[:2], "", *ROW[:2]])
    assert found == [{"client": 1, "start": 2}, {"client": 4, "start": 5}]


def test_names_over_merged_cells_go_before_those_below(norm: Record) -> None:
    heading = [["Klant", "Offerte", None, "Factuur"], [None, "Datum", "Prijs", "Prijs"]]
    merged = (Merge(1, 1, 2, 1), Merge(1, 2, 1, 3))
    assert fields(norm, *heading, ["Smit", "5/03/2026", 500, 500], merged=merged) == [
        {"client": 1, "offer_amount": 3, "invoice_amount": 4}
    ]


def test_names_over_others_go_as_far_as_the_next_one(norm: Record) -> None:
    heading = [["Klant", "Offerte", "", "Factuur"], ["", "x", "Prijs", "Prijs"]]
    assert fields(norm, *heading, ["Smit", "", 500, 500]) == [{"client": 1, "offer_amount": 3, "invoice_amount": 4}]


def test_a_row_that_adds_up_others_is_no_file(norm: Record) -> None:
    assert tables(norm, HEADING, ROW, ["Totaal 2026:", "", "500"]).skipped == ((3, "total"),)


def test_a_row_with_nothing_but_figures_is_no_file(norm: Record) -> None:
    found = tables(norm, ["Klant", "Prijs", "Uren"], ["Smit", 500, 7], [None, "500", 7], [None, None, 7])
    assert (found.tables[0].rows, found.skipped) == ((2,), ((3, "total"), (4, "remark")))


def test_a_client_whose_name_begins_like_a_total_is_a_file(norm: Record) -> None:
    rows = [["Klant", "Cursus", "Start"], ["Totaal Bouw", "Excel", 500], ["Totaal Bouw", None, "5/03/2026"]]
    assert tables(norm, *rows).tables[0].rows == (2, 3)


def test_a_name_that_may_be_two_columns_is_asked(norm: Record) -> None:
    assert doubts(norm, ["Klant", "Datum", "Prijs"]) == [([2], ("application", "start"))]


def test_a_name_that_may_be_one_column_more_than_is_there_is_still_asked(norm: Record) -> None:
    assert doubts(norm, ["Klant", "Datum", "Start"]) == [([2], ("application",))]


def test_two_columns_that_seem_the_same_are_asked(norm: Record) -> None:
    assert doubts(norm, ["Klant", "Bedrijf", "Start"]) == [([1, 2], ("client",))]


@pytest.mark.parametrize("choices", [{2: "start"}, {2: IGNORED}])
def test_what_somebody_said_is_not_asked(norm: Record, choices: Any) -> None:
    assert doubts(norm, ["Klant", "Datum", "Prijs"], choices) == []


def test_the_column_that_somebody_chose_is_the_one(norm: Record) -> None:
    assert fields(norm, ["Klant", "Bedrijf", "Start"], ROW, choices={2: "client"}) == [{"client": 2, "start": 3}]


def test_a_list_without_heading_is_read_when_somebody_says_its_columns(norm: Record) -> None:
    found = tables(norm, ROW, ROW, choices={1: "client", 2: "start"})
    assert found.tables[0].rows == (1, 2)


def test_a_list_without_heading_is_no_table(norm: Record) -> None:
    assert tables(norm, ROW, ROW).tables == ()


def test_a_column_is_called_by_its_id_or_any_name_of_it(norm: Record) -> None:
    assert choices_of({1: "bedrijf", 2: "start", 3: "geen", 4: "iets"}, Layout(norm)) == (
        {1: "client", 2: "start", 3: IGNORED},
        ["iets"],
    )


def test_the_first_sheet_with_a_table_is_read_and_one_that_is_shown_goes_first(norm: Record) -> None:
    sheets = [Sheet("a", [["x"]]), Sheet("b", [HEADING, ROW], hidden=True), Sheet("c", [HEADING, ROW])]
    listed = read_list(sheets, norm, {})
    assert (listed.sheet.name, listed.others) == ("c", ("b",))


CELLS = st.one_of(
    st.none(), st.just(""), st.text(max_size=6), st.integers(-9, 99_999), st.booleans(), st.floats(0, 9),
    st.sampled_from(["Klant", "Start", "Prijs", "Datum", "Naam", "Totaal", "5/03/2026", "500", "Smit"]),
)  # fmt: skip


@given(st.lists(st.lists(CELLS, max_size=6), max_size=12))
def test_every_row_with_something_in_it_is_a_heading_a_file_or_told_to_be_none(rows: list[list[Any]]) -> None:
    found = tables(checked_norm(SMALL_NORM), *rows)
    headings = {row for table in found.tables for row in range(table.heading.first_row, table.heading.last_row + 1)}
    files = [row for table in found.tables for row in table.rows]
    filled = {number for number, row in enumerate(rows, start=1) if not all(is_blank(cell) for cell in row)}
    assert filled == headings | set(files) | {skipped.row for skipped in found.skipped}
    assert [list(table.rows) for table in found.tables] == [sorted(table.rows) for table in found.tables]
