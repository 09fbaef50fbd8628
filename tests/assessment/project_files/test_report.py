"""The report of the file check: rules are held to the norm on the day of each file, and say how sure they are."""

import cProfile
import json
from datetime import date
from typing import Any

import pytest

from assessment.canonical import canonical_json
from assessment.project_files import Asked, Sheet, check_files, read_list, sheet_of
from guide.validation.schemas import schema
from guide.validation.validator import validator
from tests.norms import each_norm

Record = dict[str, Any]
TODAY = date(2026, 3, 1)
HEADING = ["Klant", "Start", "Einde", "Aanvraag", "Dienst", "Met steun", "Uren", "Via steun"]


@pytest.fixture
def report(norm: Record, messages: dict[str, str]) -> Any:
    """Check rows under a heading."""

    def check(rows: list[list[Any]], heading: list[str] = HEADING, **asked: Any) -> Record:
        listed = read_list([Sheet("", [heading, *rows])], norm, {})
        return check_files(listed, norm, Asked(**{"on": TODAY} | asked), messages)

    return check


def told(found: Record) -> list[tuple[str, int]]:
    return [(each["rule"], each["row"]) for each in found["findings"]]


def test_a_finding_has_its_place_the_reason_and_what_to_do(report: Any) -> None:
    (finding,) = report([["Smit", "1/2/2026", "", "4/2/2026"]])["findings"]
    assert (finding["row"], finding["column"], finding["quote"]) == (2, "D", "4/2/2026")
    assert finding["reason"] == "De aanvraag kwam 3 dagen na 1 februari 2026; het mag 1 dag."
    assert (finding["certainty"], finding["better"]) == ("seems_wrong", "Vraag het na.")


def test_a_file_is_held_to_the_norm_on_its_own_day(report: Any) -> None:
    before = ["Smit", "31/1/2026", "", "", "advies", "ja"]
    after = ["Peeters", "1/2/2026", "", "", "advies", "ja"]
    assert told(report([before, after])) == [("file-advice", 3)]


def test_what_is_ours_is_only_to_be_looked_at(report: Any) -> None:
    found = report([["Smit", "1/2/26"]])["findings"]
    assert [(each["rule"], each["certainty"], each["sources"]) for each in found] == [("file-unread", "tip", [])]


def test_a_rule_for_files_with_a_subsidy_leaves_out_what_does_not_say_so(report: Any) -> None:
    assert told(report([["Smit", "1/2/2026", "", "", "advies", ""]])) == []


@pytest.mark.parametrize(("application", "wallet", "number"), [("", "", 0), ("1/2/2026", "", 1), ("", "500", 1)])
def test_what_is_filled_in_only_with_a_subsidy_says_that_there_is_one(
    report: Any, application: str, wallet: str, number: int
) -> None:
    row = ["Smit", "1/2/2026", "", application, "", "", "", wallet]
    assert report([row])["summary"]["subsidised"] == number


def test_in_a_list_for_a_renewal_every_file_has_a_subsidy(report: Any) -> None:
    rows = [["Smit", "1/2/2026", "", "", "advies", ""]]
    assert told(report(rows, kind="renewal")) == [("file-advice", 2)]


def test_the_service_of_a_whole_list_counts_where_a_file_does_not_say(report: Any) -> None:
    rows = [["Smit", "1/2/2026", "", "", "", "ja"], ["Peeters", "1/2/2026", "", "", "opleiding", "ja"]]
    assert told(report(rows, service="advice")) == [("file-advice", 2)]


def test_how_far_a_list_goes_back_is_a_figure_of_the_norm(report: Any) -> None:
    rows = [["Smit", "28/2/2024", "29/2/2024"], ["Peeters", "28/2/2024", "1/3/2024"]]
    assert ("file-old", 2) in told(report(rows))
    assert ("file-old", 3) not in told(report(rows))
    assert report(rows)["window"] == {"from": "2024-03-01", "until": "2026-03-01"}
    assert report(rows, kind="renewal")["window"]["from"] == "2021-03-01"


def test_a_file_that_is_there_twice_names_the_first(report: Any) -> None:
    found = report([["Smit", "1/2/2026"], ["smit", "2026-02-01"]])["findings"]
    assert [(each["row"], each["reason"]) for each in found] == [(3, "Rij 2 is dezelfde.")]


def test_a_time_without_files_is_told_at_the_one_after_it(report: Any) -> None:
    rows = [["Peeters", "2/2/2026"], ["Smit", "1/2/2025", "5/5/2025"], ["Janssens", "1/4/2025"]]
    (finding,) = report(rows)["findings"]
    assert (finding["row"], finding["reason"]) == (2, "Er is niets tussen 5 mei 2025 en 2 februari 2026.")


def test_findings_stand_in_the_order_of_the_rows_and_then_of_the_rules(report: Any) -> None:
    rows = [["Smit", "1/2/2026", "1/3/26", "9/2/2026"], ["Smit", "1/2/2026"]]
    assert told(report(rows)) == [("file-unread", 2), ("file-late", 2), ("file-twice", 3)]


def test_rules_whose_columns_the_list_lacks_are_named(report: Any) -> None:
    lacks = {each["rule"]: each["lacks"] for each in report([["Smit", "1/2/2026"]], HEADING[:2])["not_checked"]}
    assert lacks["file-late"] == ["application"]
    assert "file-twice" not in lacks


def test_the_summary_counts_and_adds_up(report: Any) -> None:
    rows = [
        ["Smit", "1/2/2026", "", "4/2/2026", "opleiding", "ja", "7,5", "1.250,50"],
        ["Peeters", "1/12/2025", "", "", "advies", "nee", 2, ""],
    ]
    summary = report(rows)["summary"]
    assert (summary["files"], summary["subsidised"], summary["with_findings"]) == (2, 1, 1)
    assert summary["by"] == {"year": {"2025": 1, "2026": 1}, "service": {"advice": 1, "training": 1}, "theme": {}}
    assert summary["sums"] == {"wallet_amount": 125050, "hours": 950}


def test_counts_are_offered_as_evidence_for_check_points(report: Any) -> None:
    found = report([["Smit", "1/2/2026", "", "", "", "", "7,5"], ["Peeters", ""]])["evidence"]
    assert [(each["check"], each["number"], each["text"]) for each in found] == [
        ("REF-1", 1, "Opdrachten: 1."),
        ("REF-2", 750, "Uren: 7,5."),
    ]


def test_hours_have_a_mark_at_their_thousands(report: Any) -> None:
    found = report([["Smit", "1/2/2026", "", "", "", "", "1250,5"]])["evidence"]
    assert found[1]["text"] == "Uren: 1.250,5."


def test_what_is_not_filled_in_anywhere_is_no_evidence(report: Any) -> None:
    assert [each["check"] for each in report([["Smit", "1/2/2026"]])["evidence"]] == ["REF-1"]


@each_norm
def test_the_report_holds_to_its_schema(norm: Record, messages: dict[str, str]) -> None:
    rows: list[list[Any]] = [
        ["Klant", "Startdatum", "Start", "Einddatum"],
        ["Smit", "1/2/26", "1/2/26", "x"],
        ["Totaal", 1],
    ]
    found = check_files(read_list([Sheet("", rows)], norm, {}), norm, Asked(TODAY), messages)
    assert list(validator(schema("files_report")).iter_errors(found)) == []
    assert found["findings"]


def test_rows_out_of_a_json_document_give_the_same_bytes(norm: Record, messages: dict[str, str]) -> None:
    rows: list[list[Any]] = [["Klant", "Start", "Prijs"], ["Smit", 46054, 1250.0, ""], ["Peeters", "1/2/26", None]]
    plain = [rows[0], ["Smit", 46054, 1250], ["Peeters", "1/2/26"]]
    document = {"name": "Blad1", "rows": plain, "hidden_rows": [2], "merged": [[1, 1, 1, 2]], "unvalued": [[3, 3]]}
    sheet = sheet_of(json.loads(json.dumps(document)))
    own = Sheet("Blad1", rows, frozenset({2}), merged=sheet.merged, unvalued=frozenset({(3, 3)}))
    reports = [check_files(read_list([each], norm, {}), norm, Asked(TODAY), messages) for each in (sheet, own)]
    assert canonical_json(reports[0]) == canonical_json(reports[1])
    assert [note["note"] for note in reports[0]["notes"]] == ["hidden_rows", "unvalued"]


def test_ten_times_the_rows_is_ten_times_the_work(norm: Record, messages: dict[str, str]) -> None:
    def calls(number: int) -> int:
        rows = [[f"Klant {at}", "1/2/2026", "", "9/2/2026", "advies", "ja"] for at in range(number)]
        profile = cProfile.Profile()
        profile.enable()
        check_files(read_list([Sheet("", [HEADING, *rows])], norm, {}), norm, Asked(TODAY), messages)
        profile.disable()
        return sum(entry.callcount for entry in profile.getstats())

    assert calls(1000) < 10.5 * calls(100)
