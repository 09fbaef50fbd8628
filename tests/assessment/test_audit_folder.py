"""What is taken along: the plan with all that stands behind it, tables and calendar."""

import copy
import json
import tomllib
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import Wording, fingerprint
from assessment.audit_folder import make_folder
from assessment.case import Case
from assessment.version import RULES_VERSION
from guide import paths
from tests.assessment.cases import FULL, Judge, Record, answers, checks_of, every_score
from tests.assessment.papers import labelled, nodes, texts
from tests.norms import each_norm

DAY = date(2026, 11, 22)
FORMAT = "kmop-answers/1"


@pytest.fixture(scope="session")
def wording(norm: Record, messages: Mapping[str, str]) -> Wording:
    return Wording(norm, messages)


def fold(judge: Judge, wording: Wording, given_answers: Record, on: date = DAY) -> Record:
    report = judge.report(given_answers, on)
    return make_folder(report, judge.norm, given_answers, wording, with_grounds=True)


def section(folder: Record, name: str) -> Record:
    """Find a section of the plan, or of what stands behind it."""
    *sections, grounds = folder["papers"]["plan"]["sections"]
    return next(entry for entry in [*grounds["nodes"], *sections] if entry["id"] == name)


def about(tree: Record, name: str) -> Record:
    return next(entry for entry in nodes(tree["nodes"]) if entry["id"] == name)


@each_norm
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_everything_that_was_answered_and_counts_is_in_it(
    judge: Judge, norm: Record, wording: Wording, data: st.DataObject
) -> None:
    given_answers = data.draw(answers(norm))
    folder = fold(judge, wording, given_answers)

    fields = norm["profile"]["fields"]
    shown = {text for group in section(folder, "situation")["nodes"] for text in labelled(group)}
    counted = Case.of(norm, given_answers, judge.on).facts
    assert [name for name, field in fields.items() if wording.text(field["question"]) in shown] == [
        name for name in fields if name in counted
    ]
    checks = section(folder, "requirements")
    for name, answer in given_answers.get("checks", {}).items():
        texts = list(labelled(about(checks, name)).values())
        scores = [answer[key] for key in ("conformity", "demonstrability") if key in answer]
        assert all(any(text.endswith(f" ({score})") for text in texts) for score in scores)
        assert not answer.get("note") or answer["note"] in texts
        assert "not_applicable" not in answer or answer["not_applicable"]["reason"] in texts
    for name, answer in given_answers.get("documents", {}).items():
        if answer:
            document = about(section(folder, "documents"), name)
            assert not answer.get("note") or answer["note"] in labelled(document).values()
            assert document["ticked"] == (answer.get("state") == "ready")


@each_norm
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_the_same_input_gives_the_same_bytes_and_no_holes(
    judge: Judge, norm: Record, wording: Wording, data: st.DataObject
) -> None:
    given_answers = data.draw(answers(norm).filter(lambda drawn: "{" not in json.dumps(list(texts(drawn)))))
    before = copy.deepcopy(given_answers)

    once, again = (json.dumps(fold(judge, wording, given_answers)) for _ in range(2))

    assert once == again
    assert given_answers == before
    assert all("{" not in text for text in texts(json.loads(once)))


@each_norm
def test_every_check_point_is_there_once_also_without_answers(judge: Judge, norm: Record, wording: Wording) -> None:
    checks = section(fold(judge, wording, {"format": FORMAT}), "requirements")
    shown = [check["id"] for requirement in checks["nodes"] for check in requirement["nodes"]]
    assert shown == list(checks_of(norm))


def test_no_score_is_invented(judge: Judge, wording: Wording) -> None:
    folder = fold(
        judge,
        wording,
        {"format": FORMAT, "checks": {"OFR-1": {"conformity": "T"}}, "scan": {"offering": {"conformity": "V"}}},
    )
    requirement = about(section(folder, "requirements"), "offering")
    assert labelled(requirement)["Over de hele vereiste: doet u dit?"] == "Steeds"
    scored = labelled(about(requirement, "OFR-1"))
    assert (scored["Overeenstemming"], scored["Aantoonbaarheid"]) == ("Toereikend (T)", "nog niet ingevuld")
    assert labelled(about(requirement, "OFR-2"))["Overeenstemming"] == "nog niet ingevuld"


def test_the_text_for_the_auditor_stands_first_under_its_requirement(judge: Judge, wording: Wording) -> None:
    texts = {"offering": {"works": "Wij spreken af.\nOp papier.", "shows": "In het dossier."}, "trust": {"works": " "}}
    requirements = section(fold(judge, wording, {"format": FORMAT, "requirements": texts}), "requirements")
    facts = about(requirements, "offering")["facts"]
    assert [list(fact.values()) for fact in facts[:2]] == [
        ["Zo werken wij", "Wij spreken af.\nOp papier."],
        ["Zo tonen wij het", "In het dossier."],
    ]
    assert "Zo werken wij" not in labelled(about(requirements, "trust"))


def test_a_point_tells_who_must_be_there_and_that_it_was_flagged(judge: Judge, norm: Record, wording: Wording) -> None:
    point = {"conformity": "T", "demonstrability": "G", "note": "Map 3", "present": "De boekhouder", "flagged": True}
    folder = fold(judge, wording, {"format": FORMAT, "checks": {"OFR-1": point}})
    shown = about(section(folder, "requirements"), "OFR-1")
    assert labelled(shown)["Uw notities"] == "Map 3"
    assert labelled(shown)["Moet erbij zijn"] == "De boekhouder"
    assert "later te bekijken" in shown["labels"]
    evidence = checks_of(norm)["OFR-1"]["evidence"]
    official = [wording.text(each["text"]) for each in evidence if each["standing"] == "official"]
    assert set(official) <= set(shown["lists"][0]["points"]), "what is official has no mark"
    assert len(shown["lists"][0]["points"]) == len(evidence)


def test_a_document_says_where_it_is_kept_and_what_it_holds(judge: Judge, norm: Record, wording: Wording) -> None:
    kept = {"state": "ready", "place": "Lade 2", "owner": "Mia", "note": "Nog tekenen"}
    shown = about(
        section(fold(judge, wording, {"format": FORMAT, "documents": {"own-rules": kept}}), "documents"), "own-rules"
    )
    assert shown["ticked"]
    told = [labelled(shown)[label] for label in ("Waar het ligt", "Wie ervoor zorgt", "Uw notities")]
    assert told == ["Lade 2", "Mia", "Nog tekenen"]
    assert len(shown["lists"][0]["points"]) == len(norm["documents"]["own-rules"]["contents"])


def test_the_own_figures_of_the_calculation_are_in_it(judge: Judge, norm: Record, wording: Wording) -> None:
    given_answers = {"format": FORMAT, "worth": {"price": 1250, "raised": True, "extra_percent": 40}}
    folder = fold(judge, wording, given_answers)
    fields = norm["worth"]["fields"]
    answered = labelled(about(section(folder, "worth"), "worth-own"))
    assert answered == {
        wording.text(fields["price"]["question"]): "1.250 euro",
        wording.text(fields["raised"]["question"]): "ja",
        wording.text(fields["extra_percent"]["question"]): "40 %",
    }
    assert folder["empty"] is None


@each_norm
def test_actions_come_in_the_order_of_their_rank(judge: Judge, norm: Record, wording: Wording) -> None:
    weak = {name: {"conformity": "G", "demonstrability": "B"} for name in checks_of(norm)}
    given_answers = {"format": FORMAT, "checks": weak}
    ranked = judge.report(given_answers)["actions"]["ranked"]
    folder = fold(judge, wording, given_answers)
    shown = section(folder, "actions")["nodes"][: len(ranked)]
    assert [entry["title"].split(". ")[0] for entry in shown] == [str(n) for n in range(1, len(ranked) + 1)]
    assert [row[0] for row in folder["sheets"]["actions"]["rows"]][: len(ranked)] == [
        str(n) for n in range(1, len(ranked) + 1)
    ]


@each_norm
def test_each_number_of_a_source_leads_to_the_list_of_sources(judge: Judge, norm: Record, wording: Wording) -> None:
    folder = fold(judge, wording, next(iter(norm["examples"].values()))["answers"])
    listed = [entry["title"].split(". ")[0] for entry in section(folder, "sources")["nodes"]]
    used = {
        number
        for entry in nodes(folder["papers"]["plan"]["sections"])
        for fact in entry["facts"]
        if fact["label"] == "Bron"
        for number in fact["text"].split(", ")
    }
    assert listed == [str(number) for number in range(1, len(listed) + 1)]
    assert used == set(listed)


def test_the_receipt_names_norm_rules_and_answers(judge: Judge, norm: Record, wording: Wording) -> None:
    given_answers = {"format": FORMAT, "profile": {"starter": True}}
    receipt = section(fold(judge, wording, given_answers), "receipt")
    texts = [fact["text"] for fact in receipt["facts"]]
    expected = [norm["id"], norm["version"], norm["sha256"], RULES_VERSION, fingerprint(given_answers), "2026-11-22"]
    assert texts == expected


def test_the_rules_have_the_version_of_the_project() -> None:
    project = tomllib.loads((paths.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == RULES_VERSION


def test_it_says_that_nobody_verified_it_and_that_nothing_was_answered(judge: Judge, wording: Wording) -> None:
    empty = fold(judge, wording, {"format": FORMAT})
    assert empty["papers"]["plan"]["origin"] == "Zelftoets, niet nagekeken."
    for sentence in (
        empty["empty"],
        *(paper["empty"] for paper in empty["papers"].values()),
        empty["sheets"]["documents"]["rows"][0][0],
        empty["sheets"]["actions"]["rows"][0][0],
    ):
        assert sentence.startswith("U beantwoordde nog niets.")
    assert "U beantwoordde nog niets." in empty["calendar"]["notice"]
    assert fold(judge, wording, {"format": FORMAT, "scan": {"offering": {"conformity": "T"}}})["empty"] is None


def test_a_page_is_numbered_within_its_sentence(judge: Judge, wording: Wording) -> None:
    papers = fold(judge, wording, {"format": FORMAT})["papers"].values()
    numbers = [{"text": "Pagina ", "field": "page"}, {"text": " van ", "field": "pages"}]
    assert [paper["page"] for paper in papers] == [numbers, numbers]


@each_norm
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_no_table_and_no_calendar_is_empty(judge: Judge, norm: Record, wording: Wording, data: st.DataObject) -> None:
    folder = fold(judge, wording, data.draw(answers(norm)))
    for sheet in folder["sheets"].values():
        assert sheet["rows"]
        assert {len(row) for row in sheet["rows"]} == {len(sheet["columns"])}
    events = folder["calendar"]["events"]
    assert events
    assert len({event["uid"] for event in events}) == len(events)


def test_what_was_put_aside_is_in_it_in_words(judge: Judge, wording: Wording) -> None:
    point = {"conformity": "T", "demonstrability": "G", "note": "van toen", "present": "Mia", "review": True}
    aside = {"OFR-99": point, "old-list": {"state": "in_progress"}, "old-part": "V", "old-theme": "themes"}
    strange = {"strange": {"conformity": "Z", "not_applicable": {"why": 1}}, "stranger": [1]}
    entries = [{"id": name, "version": "2020.1.1", "answer": answer} for name, answer in (aside | strange).items()]
    folder = fold(judge, wording, {"format": FORMAT, "appendix": entries})

    appendix = section(folder, "appendix")
    texts = [" | ".join(labelled(entry).values()) for entry in appendix["nodes"]]
    assert texts == [
        "Toereikend (T) | Gedeeltelijk (G) | van toen | Mia",
        "mee bezig",
        "Volkomen (V)",
        "dit koos u",
        *texts[4:],
    ]
    assert texts[4:] == ['Z | {"why":1}', "[1]"]
    assert all(entry["text"] == "Uit versie 2020.1.1 van de gegevens van deze gids." for entry in appendix["nodes"])
    plan = fold(judge, wording, {"format": FORMAT})["papers"]["plan"]
    assert not [entry for entry in plan["sections"] if entry["id"] == "appendix"]


def test_what_was_put_aside_goes_by_its_title(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    gone = {"OFR-99": {"nl": "Een punt van vroeger"}, "old-list": {"nl": "Lijst van vroeger"}}
    later = {**norm, "history": [{"version": norm["version"], "removed": gone}]}
    entries = [{"id": name, "version": "2020.1.1", "answer": "V"} for name in (*gone, "forgotten")]

    given_answers = {"format": FORMAT, "appendix": entries}

    report = judge.report(given_answers, DAY)
    folder = make_folder(report, later, given_answers, Wording(later, messages), with_grounds=True)

    assert [entry["title"] for entry in section(folder, "appendix")["nodes"]] == [
        "Een punt van vroeger",
        "Lijst van vroeger",
        "forgotten",
    ]


def test_what_is_to_be_reviewed_says_so(judge: Judge, wording: Wording) -> None:
    documents = {"project-list": {"state": "ready", "review": True}}
    checks = {"OFR-1": {"conformity": "T", "review": True}}
    folder = fold(judge, wording, {"format": FORMAT, "documents": documents, "checks": checks})

    shown = nodes(folder["papers"]["plan"]["sections"])
    marked = [entry["id"] for entry in shown if any("opnieuw te bekijken" in label for label in entry["labels"])]
    assert marked == ["OFR-1", "project-list"]


def test_no_id_stands_in_a_table_for_a_spreadsheet(judge: Judge, norm: Record, wording: Wording) -> None:
    folder = fold(judge, wording, {"format": "kmop-answers/1", "profile": FULL, "checks": every_score(norm, "GG")})
    cells = {cell for sheet in folder["sheets"].values() for row in sheet["rows"] for cell in row}
    ids = {entry["about"] for entry in judge(FULL, checks="GG")["actions"]["ranked"]}
    assert len(cells) > len(ids)
    assert ids & cells == set()
