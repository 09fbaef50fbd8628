"""What the file check of our own norm says: held to the terms of the scheme, and no firmer than its sources."""

from datetime import date
from typing import Any

import pytest
import yaml

from assessment import Wording
from assessment.element_index import elements_of
from assessment.findings import placeholders
from assessment.project_files import Asked, Layout, Sheet, check_files, read_list
from assessment.project_files.cells import CellReader, Unread
from assessment.validity import states_of
from tests.assessment.cases import Record
from tests.norms import REAL_NORM

DAY = date(2026, 11, 28)
# What an official source settles; everything else is only to be looked at.
SETTLED = {
    "file-application-late", "file-application-early", "file-end-late", "file-below-minimum-training",
    "file-theme-over", "file-advice-not-cybersecurity", "file-excluded", "file-own-number", "file-related",
    "file-no-attendance", "file-no-certificate", "file-no-enrolment",
}  # fmt: skip


@pytest.fixture(scope="module")
def rule_examples() -> dict[str, Record]:
    """Every rule as it stands in its file, with its examples."""
    files = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted((REAL_NORM / "files").glob("*.yaml"))]
    return {rule["id"]: rule for file in files for rule in file.get("rules", ())}


def found(norm: Record, messages: dict[str, str], row: Record, **asked: Any) -> dict[str, Record]:
    """What is found in a list of one file, by rule; its cells go by the id of the column."""
    layout = Layout(norm)
    cells = {"client": "Smit", "title": "Excel", "start": "05/03/2026"} | row
    rows = [[layout.fields[name].title["nl"] for name in cells], list(cells.values())]
    listed = read_list([Sheet("", rows)], norm, {})
    report = check_files(listed, norm, Asked(**{"on": DAY} | asked), messages)
    return {each["rule"]: each for each in report["findings"]}


def test_every_rule_says_its_sentences_for_each_of_its_examples(
    real_norm: Record, messages: dict[str, str], rule_examples: dict[str, Record]
) -> None:
    silent = []
    for name, rule in rule_examples.items():
        for example in rule["examples"]["found"]:
            rows = example if isinstance(example, list) else [example]
            if not _said(name, rows, rule["examples"], real_norm, messages):
                silent.append((name, example))
    assert silent == []


def _said(name: str, rows: list[Record], examples: Record, norm: Record, messages: dict[str, str]) -> bool:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    # A list has two columns at least, and a row two cells.
    columns = [*columns, *(each for each in ("quantity", "quantity_unit") if each not in columns)]
    titles = [Layout(norm).fields[column].title["nl"] for column in columns]
    cells = [[row.get(column, "1" if column.startswith("quantity") else "") for column in columns] for row in rows]
    registered = examples.get("registered")
    asked = Asked(
        on=date.fromisoformat(examples.get("date", DAY.isoformat())),
        kind=examples.get("list", "projects"),
        own_numbers=frozenset(examples.get("own", ())),
        registered=date.fromisoformat(registered) if registered else None,
    )
    report = check_files(read_list([Sheet("", [titles, *cells])], norm, {}), norm, asked, messages)
    return name in {each["rule"] for each in report["findings"]}


def test_what_is_told_as_wrong_is_what_an_official_source_settles(
    real_norm: Record, rule_examples: dict[str, Record]
) -> None:
    elements = elements_of(real_norm)
    sure = {
        name
        for name, rule in rule_examples.items()
        if not rule.get("tip")
        and rule["standing"] == "official"
        and not any("last_seen" in state for state in _states(rule, elements))
    }
    assert sure == SETTLED


def _states(rule: Record, elements: dict[str, Record]) -> list[Record]:
    held = [elements[name] for name in rule.get("held_to", {}).get("elements", ())]
    return [states_of(element)[-1] for element in held]


def test_what_only_an_adviser_or_we_say_is_never_told_as_wrong(rule_examples: dict[str, Record]) -> None:
    firm = [
        name
        for name, rule in rule_examples.items()
        if rule["standing"] == "secondary" and not rule.get("tip") and name not in _LAST_SEEN
    ]
    assert firm == []


# Their rule of the scheme was last seen long ago, so they are tips without saying so themselves.
_LAST_SEEN = {
    "file-below-minimum-advice", "file-vat-counted", "file-excluded-first-list", "file-no-agreement", "file-no-report",
}  # fmt: skip


@pytest.mark.parametrize(
    ("row", "rule", "certainty"),
    [
        ({"application": "20/03/2026"}, "file-application-late", "seems_wrong"),
        ({"application": "03/03/2026", "agreed": "04/03/2026"}, "file-application-early", "seems_wrong"),
        ({"application": "03/03/2026", "end": "01/01/2028"}, "file-end-late", "seems_wrong"),
        ({"service": "opleiding", "subsidised": "ja", "price": "99"}, "file-below-minimum-training", "seems_wrong"),
        ({"service": "advies", "subsidised": "ja", "price": "499"}, "file-below-minimum-advice", "tip"),
        ({"wallet_amount": "1.210", "price": "1.000"}, "file-vat-counted", "tip"),
        ({"title": "Astrologie", "subsidised": "ja"}, "file-excluded", "seems_wrong"),
        ({"title": "Mindfulness", "subsidised": "ja"}, "file-excluded-first-list", "tip"),
        ({"offer_amount": 1, "invoice_amount": 2}, "file-amounts-differ", "tip"),
        ({"client_number": "0403.170.702"}, "file-number-check", "tip"),
        ({"client": "De Kring vzw", "subsidised": "ja"}, "file-client-form", "tip"),
    ],
)
def test_how_sure_a_finding_is(
    row: Record, rule: str, certainty: str, real_norm: Record, messages: dict[str, str]
) -> None:
    assert found(real_norm, messages, row)[rule]["certainty"] == certainty


def test_the_fourteenth_day_is_in_time(real_norm: Record, messages: dict[str, str]) -> None:
    assert found(real_norm, messages, {"application": "19/03/2026"}) == {}
    assert "file-application-late" in found(real_norm, messages, {"application": "20/03/2026"})


def test_advice_asked_for_before_the_reform_and_begun_after_it_is_a_question(
    real_norm: Record, messages: dict[str, str]
) -> None:
    row = {"title": "Marketingplan", "service": "advies", "cybersecurity": "nee", "application": "25/01/2026"}
    assert found(real_norm, messages, row)["file-advice-subject"]["certainty"] == "tip"
    after = found(real_norm, messages, row | {"application": "02/02/2026"})
    assert after["file-advice-not-cybersecurity"]["certainty"] == "seems_wrong"
    assert "file-advice-subject" not in after


def test_a_project_list_goes_back_two_years_and_the_list_for_a_renewal_five(
    real_norm: Record, messages: dict[str, str]
) -> None:
    row = {"start": "01/11/2024", "end": "27/11/2024", "theme": "Innovatie"}
    assert found(real_norm, messages, row).keys() == {"file-before-window"}
    assert found(real_norm, messages, row, kind="renewal").keys() == set()


def test_the_list_of_our_own_template_is_known_whole(real_norm: Record) -> None:
    columns = real_norm["templates"]["templates"]["template-project-list"]["sheet"]["columns"]
    wording = Wording(real_norm, {"words.language": "nl"})
    headings = [wording.text(column["label"]) for column in columns]
    listed = read_list([Sheet("", [headings, ["x"] * len(headings)])], real_norm, {})
    assert [column.heading for column in listed.tables.tables[0].heading.columns if not column.field] == []
    assert listed.doubts == []


def test_a_sentence_that_names_a_figure_types_none(rule_examples: dict[str, Record]) -> None:
    """Figures of the scheme come from the norm; only days of the past are typed."""
    typed = [
        name
        for name, rule in rule_examples.items()
        for key in ("say", "better")
        for word in rule[key]["nl"].split()
        if any(mark.isdigit() for mark in word) and not placeholders(word) and word.strip(".,") not in _TYPED
    ]
    assert typed == []


_TYPED = {"15/06/2026", "1.250,50", "7,5", "2016", "2020", "2021"}


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("has_certificate", "ja", True),
        ("has_certificate", "attest_smit.pdf", True),
        ("has_certificate", "✓", True),
        ("has_certificate", 1, True),
        ("has_certificate", "Neen", False),
        ("has_certificate", "nog op te vragen", False),
        ("has_certificate", "-", False),
        ("has_certificate", 0, False),
        ("has_certificate", "n.v.t.", Unread("no_answer")),
        ("has_certificate", "?", Unread("unread")),
        ("subsidised", "30 %", True),
        ("subsidised", "zonder", False),
        ("subsidised", "0,00", False),
        ("service", "Opleiding (open)", "training"),
        ("service", "opleiding/advies", Unread("unread")),
        ("theme", "Thema digitalisering: AI", "digitalisation"),
        ("theme", "Innovatie / personeelsmanagement", "innovation"),
        ("theme", "Communicatie", Unread("unread")),
        ("start", "n.v.t.", None),
        ("price", "€ -", None),
        ("client_number", 403170701, "0403170701"),
    ],
)
def test_what_a_cell_says(column: str, cell: Any, value: Any, real_norm: Record) -> None:
    layout = Layout(real_norm)
    assert CellReader(layout, from_1904=False).read(layout.fields[column], cell) == value


def test_a_row_for_each_participant_is_no_repetition(real_norm: Record, messages: dict[str, str]) -> None:
    heading = ["Klant", "Opleiding", "Startdatum", "Deelnemer"]
    rows = [["Smit", "Excel", "05/03/2026", name] for name in ("An", "Jo", "an")]
    report = check_files(read_list([Sheet("", [heading, *rows])], real_norm, {}), real_norm, Asked(DAY), messages)
    assert [(each["rule"], each["row"]) for each in report["findings"]] == [("file-repeated", 4)]
