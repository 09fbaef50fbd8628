import re
from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assessment import Wording, present
from tests.assessment.cases import FULL, Judge, Record, Show, answers, checks_of, dates, every_score
from tests.norms import each_norm

MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
DAY = rf"\d{{1,2}} (?:{MONTHS})"
# What a template makes when what it fills in has marks or a number of its own.
MALFORMED = re.compile(
    r"[.!?] ?\.| [,.;]|  |‘‘|’’|\b(?P<twice>de|het|een|van|in|op|met) (?P=twice)\b"
    r"|\b1 (?:dagen|weken|maanden|punten|vragen|vereisten|scores|stappen|documenten|aandachtspunten)\b"
)
LOW = {"conformity": "B", "demonstrability": "B"}
STANDING = ("requirements", "outcome", "readiness", "cost", "documents", "eligibility")
# Elsewhere two lines may well have the same figures, or hang on the same question.
ONCE = ("documents", "eligibility", "requirements", "warnings")
AUDITED = ("outcome", "requirements", "scope", "readiness", "worth")
SECTIONS = [
    "actions",
    "documents",
    "timeline",
    "cost",
    "warnings",
    "outcome",
    "eligibility",
    "requirements",
    "scope",
    "readiness",
    "worth",
]


def lines(view: Record) -> Iterator[Record]:
    """Every line of a view, however deep."""
    waiting = [line for section in view["sections"] for line in section["lines"]]
    while waiting:
        line = waiting.pop()
        waiting.extend(line["lines"])
        yield line


def section(view: Record, name: str) -> Record:
    return next(entry for entry in view["sections"] if entry["id"] == name)


@each_norm
@settings(max_examples=60)
@given(data=st.data())
def test_every_report_can_be_put_into_words(judge: Judge, norm: Record, show: Show, data: st.DataObject) -> None:
    report = judge.report(data.draw(answers(norm)), data.draw(dates))
    view = show(report)
    is_audited = report["scope"]["audit_required"] is not False
    ids = [entry["id"] for entry in view["sections"]]
    shown = [] if report["readiness"]["is_empty"] else SECTIONS
    assert ids == [name for name in shown if is_audited or name not in AUDITED]
    for line in lines(view):
        assert line["title"].strip()
        assert line["text"] == line["text"].strip()
        assert "{" not in line["title"] + line["text"]
        assert not MALFORMED.search(line["title"] + "\n" + line["text"]), line


@each_norm
@settings(max_examples=40)
@given(data=st.data())
def test_no_line_says_what_another_in_its_section_says(
    judge: Judge, norm: Record, show: Show, data: st.DataObject
) -> None:
    view = show(judge.report(data.draw(answers(norm)), data.draw(dates)))
    for part in (part for part in view["sections"] if part["id"] in ONCE):
        told = [line["text"] for line in part["lines"] if line["text"]]
        assert sorted(set(told)) == sorted(told), part["id"]


@each_norm
@settings(max_examples=20)
@given(data=st.data())
def test_no_estimate_hides_its_standing(judge: Judge, norm: Record, show: Show, data: st.DataObject) -> None:
    report = judge.report(data.draw(answers(norm)))
    view = show(report)
    quoted = report["cost"]["rate"] if report["cost"]["quoted"]["hourly_rate"] else {"id": None}
    for part in view["sections"]:
        for line in part["lines"] if part["id"] in STANDING else []:
            if line["id"] == quoted["id"]:
                continue  # the candidate's own
            assert bool(line["standing_label"]) == (line["standing"] != "official"), line["id"]
            assert line["sources"] or line["standing"] in {"estimate", "not_found"}


def test_the_headline_counts_what_is_left_to_do(judge: Judge, norm: Record, show: Show) -> None:
    weak = {name: {"conformity": "T", "demonstrability": "G"} for name in ("OFR-1", "TRU-1")}
    view = show(judge(FULL, checks=every_score(norm, "TT") | weak))
    assert view["headline"] == "Nog 2 punten te doen."
    points = len(checks_of(norm)) - len(weak)
    assert f"{points} aandachtspunten zijn al in orde." in view["remarks"]


def test_the_headline_counts_conditions_that_are_not_met(judge: Judge, show: Show) -> None:
    view = show(judge({**FULL, "is_audit_bureau": True}, checks="TT"))
    assert view["headline"] == "Nog 1 voorwaarde te doen."


def test_the_headline_counts_what_is_not_filled_in(judge: Judge, show: Show) -> None:
    report = judge(FULL)
    open_ = report["readiness"]["open"]
    assert show(report)["headline"] == (
        f"Vul nog {len(open_['profile'])} vragen over uw situatie en {len(open_['checks'])} aandachtspunten in."
    )


@each_norm
def test_where_there_is_no_audit_nothing_is_said_of_its_outcome(judge: Judge, show: Show) -> None:
    view = show(judge({"provider_kind": "public"}))
    assert view["headline"].startswith("U hebt geen audit nodig, want ")
    assert not set(AUDITED) & {part["id"] for part in view["sections"]}
    assert section(view, "cost")["lines"] == []


def test_the_estimate_of_our_own_stands_behind_its_heading(judge: Judge, show: Show) -> None:
    shown = section(show(judge(FULL, checks="BB")), "outcome")
    assert shown["title"] == "Onze inschatting"
    assert shown["intro"] == (
        "Ons model geeft in de drie scenario's hetzelfde: negatief. Dat is geen bewijs. De echte drempels vonden we "
        "niet, en een auditor kan anders oordelen."
    )
    assert [line["title"] for line in shown["lines"]][::2] == ["Scenario streng", "Scenario soepel"]


@each_norm
@settings(max_examples=40)
@given(data=st.data())
def test_no_headline_and_no_remark_tells_a_verdict(judge: Judge, norm: Record, show: Show, data: st.DataObject) -> None:
    view = show(judge.report(data.draw(answers(norm)), data.draw(dates)))
    said = " ".join([view["headline"], *view["remarks"]])
    assert not re.search(r"positief|negatief|voorwaardelijk|robuust|waarschijnlijk|lezing|slaagt", said)


@each_norm
@settings(max_examples=40)
@given(data=st.data())
def test_the_headline_counts_as_to_do_what_no_scenario_but_the_lenient_ones_lets_pass(
    judge: Judge, norm: Record, data: st.DataObject
) -> None:
    report = judge.report(data.draw(answers(norm)))
    for requirement in report["requirements"]:
        fails = requirement["readings"]["strict"]["best"] == "failed"
        # What passes only because nobody may look at it, is still to do if somebody does.
        is_audited = requirement["scope"] == "audited"
        assert not is_audited or fails == (requirement["progress"]["state"] == "to_do")


def test_a_starter_is_positive_or_not_yet(judge: Judge, real_norm: Record, messages: Mapping[str, str]) -> None:
    starter, first = {**FULL, "starter": True}, next(iter(checks_of(real_norm)))
    report = Judge(real_norm, judge.on)(starter, checks=every_score(real_norm, "TT") | {first: LOW})
    shown = section(present(report, real_norm, messages, {}), "outcome")
    assert [line["state_label"] for line in shown["lines"]] == ["nog niet", "nog niet", "nog niet"]
    assert report["outcome"]["lenient"]["best"] == "negative"


@each_norm
def test_a_remark_names_a_condition_that_is_not_met(
    judge: Judge, show: Show, norm: Record, messages: Mapping[str, str]
) -> None:
    view = show(judge({**FULL, "is_audit_bureau": True}, checks="TT"))
    bureau = next(each["id"] for each in norm["conditions"].values() if "is_audit_bureau" in str(each.get("met_when")))
    assert Wording(norm, messages).in_sentence(bureau) in view["remarks"][0]


def test_a_point_that_decides_nothing_is_shown_as_a_tip(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    view = present(Judge(real_norm, judge.on)(FULL, checks="BB"), real_norm, messages, {})
    shown = {line["id"]: line for line in lines(view)}
    points = {name: each for part in real_norm["requirements"].values() for name, each in part["checks"].items()}
    tip = next(name for name, each in points.items() if "tip_because" in each)
    assert shown[tip]["state_label"] == "tip"
    assert points[tip]["tip_because"]["nl"] in [detail["text"] for detail in shown[tip]["details"]]


@each_norm
@settings(max_examples=30)
@given(data=st.data())
def test_no_day_is_named_that_we_added_up_ourselves(
    judge: Judge, norm: Record, show: Show, messages: Mapping[str, str], data: st.DataObject
) -> None:
    report = judge.report(data.draw(answers(norm)))
    assume(not report["readiness"]["is_empty"])
    shown = {line["id"]: line for line in section(show(report), "timeline")["lines"]}
    timeline = report["timeline"]
    # Of who needs no audit no day is worked out: of a step is only said that it is to be done.
    undated = messages["rules.step.to_do"]
    estimated = [
        entry["id"]
        for entry in timeline["steps"]
        if entry["state"] == "to_do" and shown[entry["id"]]["text"] != undated
    ]
    estimated += [entry["id"] for entry in timeline["deadlines"] if entry["basis"] == "expected"]
    for name in estimated:
        told = " ".join([shown[name]["text"], *(each["text"] for each in shown[name]["details"])])
        assert not re.search(DAY, told)
        assert shown[name]["standing"] == "estimate"


def test_a_line_links_to_the_place_in_the_guide_that_is_given(
    judge: Judge, norm: Record, messages: Mapping[str, str]
) -> None:
    view = present(judge(FULL), norm, messages, {"offering": "norm/activiteit/"})
    assert section(view, "requirements")["lines"][0]["href"] == "norm/activiteit/"


def test_dates_and_amounts_are_written_the_flemish_way(judge: Judge, show: Show) -> None:
    view = show(judge({**FULL, "hours": "16.5"}, on=date(2026, 2, 1)))
    assert view["date"] == "1 februari 2026"
    assert section(view, "cost")["intro"] == "Volgens uw offerte: 16 uur 30 min, of 2.475 euro (2.310 tot 2.970)."


def test_what_to_ask_next_points_at_the_questions(judge: Judge, norm: Record, show: Show) -> None:
    view = show(judge({}))
    assert view["next"][0] == {
        "field": "profile.services",
        "href": "#profile.services",
        "text": norm["profile"]["fields"]["services"]["question"]["nl"],
    }


@each_norm
def test_a_caveat_of_the_norm_is_shown_beside_what_it_qualifies(
    judge: Judge, show: Show, norm: Record, messages: Mapping[str, str]
) -> None:
    view = show(judge(FULL))
    wording = Wording(norm, messages)
    noted = {name: wording.text(each["note"]) for name, each in norm["documents"].items() if "note" in each}
    shown = {line["id"]: [detail["text"] for detail in line["details"]] for line in section(view, "documents")["lines"]}
    assert noted.keys() & shown.keys()
    assert all(noted[name] in shown[name] for name in noted.keys() & shown.keys())


@pytest.mark.parametrize(("day", "is_old"), [("2026-11-22", False), ("2026-12-31", False), ("2027-01-01", True)])
def test_a_result_long_after_the_data_says_of_when_these_are(judge: Judge, show: Show, day: str, is_old: bool) -> None:
    notice = show(judge(FULL, on=date.fromisoformat(day)))["notice"]
    assert ("De gegevens van deze gids zijn van 1 januari 2026." in notice) is is_old
