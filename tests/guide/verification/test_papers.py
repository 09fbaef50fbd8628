"""Papers for Word, as the page saves them, are verified line by line."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from assessment import Wording, assess
from assessment.audit_folder import make_folder
from guide.faults import Fault
from guide.reports.answers_file import Answers
from guide.verification.exports import UnverifiableError, read_export
from guide.verification.paper_lines import lines_of_paper, margins_of_paper
from guide.verification.verifying import verify
from tests.frontend.node_tests import bundle_tests, run_script
from tests.guide.verification.exporting import DAY, export

Record = dict[str, Any]

KINDS = ("auditor", "plan", "grounds")


@pytest.fixture(scope="module")
def papers(norm: Record, answers: Answers, messages: Mapping[str, str]) -> dict[str, Record]:
    report = assess(norm, answers.answers or {}, DAY)
    made = {
        with_grounds: make_folder(
            report, norm, answers.answers or {}, Wording(norm, messages), with_grounds=with_grounds
        )["papers"]
        for with_grounds in (False, True)
    }
    return {"auditor": made[False]["auditor"], "plan": made[False]["plan"], "grounds": made[True]["plan"]}


@pytest.fixture(scope="module")
def documents(papers: Mapping[str, Record], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers as the page saves them for Word."""
    folder = tmp_path_factory.mktemp("papers")
    given = folder / "papers.json"
    given.write_text(json.dumps(papers), encoding="utf-8")
    (script,) = bundle_tests(Path(__file__).parent, ["write_papers.ts"], folder)
    run_script(script, str(given), str(folder))
    return folder


def changed(path: Path, target: Path, part: str, old: str, new: str | None) -> Path:
    """A document in which a part is another, or is not there."""
    with ZipFile(path) as given, ZipFile(target, "w") as made:
        for name in given.namelist():
            content = given.read(name)
            if name == part:
                assert old.encode() in content
                content = content.replace(old.encode(), (new or "").encode())
            if name != part or new is not None:
                made.writestr(name, content)
    return target


@pytest.mark.parametrize("name", KINDS)
def test_a_document_of_word_has_the_lines_that_the_rules_made(
    documents: Path, papers: Mapping[str, Record], name: str
) -> None:
    """Boxes, tables, new lines and what no document can hold included."""
    lines = [line.text for line in export(documents / f"{name}.docx").lines]

    assert lines == [*lines_of_paper(papers[name]), *margins_of_paper(papers[name])]
    assert len(lines) > 10


@pytest.mark.parametrize("name", KINDS)
def test_a_document_that_nobody_changed_is_the_same(
    documents: Path, norm: Record, answers: Answers, messages: Mapping[str, str], name: str
) -> None:
    found = verify(export(documents / f"{name}.docx"), answers, norm, messages)

    assert (found["result"], found["made_with"], found["differences"]) == ("same", [], [])


def test_a_text_that_was_changed_in_word_is_told(
    documents: Path, norm: Record, answers: Answers, messages: Mapping[str, str], tmp_path: Path
) -> None:
    path = changed(documents / "auditor.docx", tmp_path / "a.docx", "word/document.xml", "Kast 2", "Kast 3")

    found = verify(export(path), answers, norm, messages)

    assert (found["result"], found["differences"]) == (
        "differs",
        [{"where": None, "found": "Kast 3", "expected": "Kast 2"}],
    )


def test_a_text_in_the_margin_that_was_changed_is_told(
    documents: Path, norm: Record, answers: Answers, messages: Mapping[str, str], tmp_path: Path
) -> None:
    path = changed(documents / "auditor.docx", tmp_path / "a.docx", "word/footer1.xml", "2026", "2027")

    found = verify(export(path), answers, norm, messages)

    assert [each["found"].count("2027") for each in found["differences"] if each["found"]] == [1]


def test_a_number_that_word_works_out_is_no_difference(
    documents: Path, norm: Record, answers: Answers, messages: Mapping[str, str], tmp_path: Path
) -> None:
    """Once Word saved it, the numbers of the pages stand in the fields."""
    separate = '<w:fldChar w:fldCharType="separate"/>'
    path = changed(
        documents / "auditor.docx", tmp_path / "a.docx", "word/footer1.xml", separate, f"{separate}<w:t>1</w:t>"
    )

    assert verify(export(path), answers, norm, messages)["result"] == "same"


def test_a_document_with_a_part_that_is_broken_is_refused(documents: Path, tmp_path: Path) -> None:
    found = read_export(changed(documents / "plan.docx", tmp_path / "a.docx", "docProps/custom.xml", "<", "<<"))

    assert isinstance(found, Fault)
    assert found.message == "check.text_broken"


def test_a_box_that_was_ticked_in_word_is_told(
    documents: Path, norm: Record, answers: Answers, messages: Mapping[str, str], tmp_path: Path
) -> None:
    box = '<w14:checked w14:val="{}"/>'
    part = "word/document.xml"
    path = changed(documents / "auditor.docx", tmp_path / "a.docx", part, box.format(1), box.format(0))

    (difference,) = verify(export(path), answers, norm, messages)["differences"]

    assert (difference["found"][0], difference["expected"][0]) == ("☐", "☑")


def test_what_the_auditor_gets_says_nothing_of_answers_that_are_not_in_it(papers: Mapping[str, Record]) -> None:
    assert set(papers["auditor"]["receipt"]) == {"format", "kind", "norm", "rules", "date"}
    assert "answers_sha256" in papers["plan"]["receipt"]


def test_a_document_without_its_receipt_or_with_that_of_a_report_says_so(documents: Path, tmp_path: Path) -> None:
    plan, part = documents / "plan.docx", "docProps/custom.xml"

    with pytest.raises(UnverifiableError, match="no_receipt"):
        read_export(changed(plan, tmp_path / "a.docx", part, "kmop-receipt", "another"))
    with pytest.raises(UnverifiableError, match="broken_receipt"):
        read_export(changed(plan, tmp_path / "b.docx", part, "kind", "sort"))
