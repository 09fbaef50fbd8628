"""The folder for the auditor: what is in it, and that nothing of how candidates judge themselves ever is."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import Wording
from assessment.audit_folder import make_folder
from tests.assessment.cases import Judge, Record, answers, checks_of
from tests.assessment.papers import nodes, rows, texts
from tests.norms import each_norm

DAY = date(2026, 11, 22)
FORMAT = "kmop-answers/1"
OF_THE_AUDITOR = ("format", "title", "profile", "requirements")
"""The parts of the answers that an auditor may see whole; of the documents also where they lie."""
FOR_THE_AUDITOR = ("state", "place", "owner")


@pytest.fixture(scope="session")
def wording(norm: Record, messages: Mapping[str, str]) -> Wording:
    return Wording(norm, messages)


def paper(judge: Judge, wording: Wording, **given_answers: Any) -> Record:
    document = {"format": FORMAT, **given_answers}
    made: Record = make_folder(judge.report(document, DAY), judge.norm, document, wording)["papers"]["auditor"]
    return made


def index(made: Record) -> list[list[str]]:
    return rows(made["sections"][:1])


def stripped(document: Record) -> Record:
    """The answers without all that candidates wrote for themselves, or think of themselves."""
    documents = {
        name: {part: answer[part] for part in FOR_THE_AUDITOR if part in answer}
        for name, answer in document.get("documents", {}).items()
    }
    return {part: document[part] for part in OF_THE_AUDITOR if part in document} | {"documents": documents}


@each_norm
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_score_note_or_scenario_leaves_a_trace_in_it(
    judge: Judge, norm: Record, wording: Wording, data: st.DataObject
) -> None:
    document = data.draw(answers(norm))
    assert paper(judge, wording, **document)["sections"] == paper(judge, wording, **stripped(document))["sections"]


@each_norm
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_result_estimate_point_or_weakness_stands_in_it(
    judge: Judge, norm: Record, wording: Wording, messages: Mapping[str, str], data: st.DataObject
) -> None:
    document = data.draw(answers(norm))
    document = {**document, "requirements": {}, "documents": _without_own_words(document)}
    said = "\n".join(texts(paper(judge, wording, **document)["sections"])).lower()

    ours = re.compile(r"^view\.(verdict|result|standing|documents\.state|progress\.state|summary\.cell)\.")
    words = {text for name, text in messages.items() if ours.match(name)}
    words |= {wording.text(step["title"]) for step in norm["scoring"]["scale"]}
    words |= {wording.text(check["title"]) for check in checks_of(norm).values()} | set(checks_of(norm))
    found = [word for word in words if re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", said)]
    assert found == []


def _without_own_words(document: Record) -> Record:
    """The documents as they stand, without what the candidate typed: that may be any word."""
    return {
        name: {"state": answer["state"]} for name, answer in document.get("documents", {}).items() if "state" in answer
    }


@each_norm
def test_each_requirement_that_was_written_about_stands_in_it(judge: Judge, norm: Record, wording: Wording) -> None:
    written = {name: {"works": "Zo."} for name in norm["requirements"]}
    made = paper(judge, wording, profile={"application": "first", "provider_kind": "private"}, requirements=written)
    assert [entry["id"] for entry in made["sections"]] == ["index", *norm["requirements"]]


def test_no_requirement_begins_a_page_that_stays_nearly_empty(judge: Judge, wording: Wording) -> None:
    made = paper(judge, wording, requirements={"offering": {"works": "Zo."}, "trust": {"shows": "Hier."}})
    assert [entry["id"] for entry in made["sections"] if entry["new_page"]] == ["index"]


def test_the_text_for_the_auditor_stands_under_how_they_work_and_how_they_show_it(
    judge: Judge, wording: Wording
) -> None:
    written = {"offering": {"works": "Wij spreken af.\nOp papier.", "shows": "In het dossier."}}
    made = paper(judge, wording, requirements=written)
    shown = {entry["id"]: (entry["title"], entry["text"]) for entry in nodes(made["sections"])}
    assert shown["offering-works"] == ("Zo werken wij", "Wij spreken af.\nOp papier.")
    assert shown["offering-shows"] == ("Zo tonen wij het", "In het dossier.")


def test_what_is_not_written_is_left_out(judge: Judge, wording: Wording) -> None:
    made = paper(
        judge, wording, requirements={"trust": {"works": " ", "shows": "In de map."}, "offering": {"works": ""}}
    )
    assert [entry["id"] for entry in made["sections"]] == ["index", "trust"]
    assert [entry["title"] for entry in made["sections"][1]["nodes"]] == ["Zo tonen wij het"]


def test_a_folder_with_nothing_but_its_index_lists_no_contents_and_takes_one_page(
    judge: Judge, wording: Wording
) -> None:
    made = paper(judge, wording, profile={"application": "first"})
    assert made["contents"] is None
    assert [entry["new_page"] for entry in made["sections"]] == [False]


def test_a_requirement_that_the_auditor_does_not_look_at_has_no_page(judge: Judge, wording: Wording) -> None:
    made = paper(judge, wording, profile={"provider_kind": "public"})
    assert [entry["id"] for entry in made["sections"]] == ["index"]


def test_what_was_written_about_such_a_requirement_is_not_lost(judge: Judge, wording: Wording) -> None:
    made = paper(
        judge, wording, profile={"provider_kind": "public"}, requirements={"trust": {"works": "Wij zijn eerlijk."}}
    )
    assert [entry["id"] for entry in made["sections"]] == ["index", "trust"]


def test_the_index_tells_where_a_document_lies_and_who_sees_to_it(judge: Judge, wording: Wording) -> None:
    kept = {"state": "ready", "place": "Lade 2", "owner": "Mia", "note": "Nog tekenen"}
    made = paper(judge, wording, profile={"services": ["training"]}, documents={"project-list": kept})
    assert ["2. Projectlijst", "Lade 2", "Mia"] in index(made)


def test_a_document_that_lies_ready_is_ticked_and_others_are_not(judge: Judge, wording: Wording) -> None:
    made = paper(judge, wording, profile={"services": ["training"]}, documents={"project-list": {"state": "ready"}})
    ticks = {
        row[0]: tick
        for entry in nodes(made["sections"])
        if entry["table"]
        for row, tick in zip(entry["table"]["rows"], entry["table"]["ticked"], strict=True)
    }
    assert ticks == {"1. Beschrijving van de activiteit": False, "2. Projectlijst": True}


@pytest.mark.parametrize(("answer", "listed"), [({"state": "missing"}, False), ({"state": "ready"}, True)])
def test_a_document_that_only_we_advise_is_listed_once_it_is_there(
    judge: Judge, wording: Wording, answer: Record, listed: bool
) -> None:
    made = paper(judge, wording, profile={"application": "first"}, documents={"own-rules": answer})
    assert any("Uw regels" in row[0] for row in index(made)) == listed


@each_norm
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_documents_are_numbered_through_and_each_stands_in_the_index_once(
    judge: Judge, norm: Record, wording: Wording, data: st.DataObject
) -> None:
    made = paper(judge, wording, **data.draw(answers(norm)))
    numbers = [int(row[0].partition(".")[0]) for row in index(made)]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))


def test_each_page_names_the_documents_that_belong_to_it_by_their_number(judge: Judge, wording: Wording) -> None:
    made = paper(
        judge,
        wording,
        profile={"services": ["training"]},
        documents={"project-list": {"state": "ready"}},
        requirements={"references": {"works": "Zo."}},
    )
    (references,) = [entry for entry in made["sections"] if entry["id"] == "references"]
    assert references["lists"] == [{"label": "Documenten die hierbij horen", "points": ["2. Projectlijst"]}]


def test_the_cover_names_who_it_is_of_the_service_the_number_the_contact_and_the_day(
    judge: Judge, wording: Wording
) -> None:
    number = {"has_enterprise_number": True, "enterprise_number": "0403.170.701", "contact": "An, an@voorbeeld.be"}
    made = paper(judge, wording, title="Bakkerij Jansen", profile={"services": ["training"], **number})
    assert (made["candidate"], made["date"]) == ("Bakkerij Jansen", "22 november 2026")
    assert made["about"] == [
        {"label": "Dienst", "text": "Opleiding"},
        {"label": "Ondernemingsnummer", "text": "0403.170.701"},
        {"label": "Contact", "text": "An, an@voorbeeld.be"},
    ]


def test_the_cover_says_that_nobody_but_the_provider_made_it(judge: Judge, wording: Wording) -> None:
    assert paper(judge, wording)["origin"] == "Samengesteld door de dienstverlener zelf."


def test_it_has_a_list_of_contents(judge: Judge, wording: Wording) -> None:
    assert paper(judge, wording, requirements={"trust": {"works": "Zo."}})["contents"] == "Inhoud"
