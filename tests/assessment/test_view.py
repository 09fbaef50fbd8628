from collections.abc import Iterator, Mapping
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import Wording, present
from tests.assessment.cases import FULL, Judge, Record, answers, dates, every_score
from tests.norms import each_norm

SECTIONS = [
    "outcome",
    "actions",
    "warnings",
    "eligibility",
    "scope",
    "requirements",
    "readiness",
    "documents",
    "cost",
    "timeline",
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
def test_every_report_can_be_put_into_words(
    judge: Judge, norm: Record, messages: Mapping[str, str], data: st.DataObject
) -> None:
    view = present(judge.report(data.draw(answers(norm)), data.draw(dates)), norm, messages, {})
    assert [entry["id"] for entry in view["sections"]] == SECTIONS
    for line in lines(view):
        assert line["title"].strip()
        assert line["text"].strip()
        assert "{" not in line["title"] + line["text"]


@each_norm
@settings(max_examples=20)
@given(data=st.data())
def test_no_estimate_hides_its_standing(
    judge: Judge, norm: Record, messages: Mapping[str, str], data: st.DataObject
) -> None:
    report = judge.report(data.draw(answers(norm)))
    view = present(report, norm, messages, {})
    quoted = report["cost"]["rate"] if report["cost"]["quoted"]["hourly_rate"] else {"id": None}
    for name in ("requirements", "outcome", "readiness", "cost", "documents", "eligibility"):
        for line in section(view, name)["lines"]:
            if line["id"] == quoted["id"]:
                continue  # the candidate's own
            assert line["standing_label"], (name, line["id"])
            assert line["sources"] or line["standing"] == "estimate"


def test_the_headline_gives_the_likely_verdict_what_differs_and_why(
    judge: Judge, norm: Record, messages: Mapping[str, str]
) -> None:
    weak = {name: {"conformity": "T", "demonstrability": "G"} for name in ("OFR-1", "OFR-2", "TRU-1", "TRU-2")}
    view = present(judge(FULL, checks=every_score(norm, "TT") | weak), norm, messages, {})
    assert view["headline"] == (
        "Bij een audit op 22 november 2026: waarschijnlijk negatief, omdat u niet slaagt voor Aanbod en "
        "Betrouwbaarheid. Soepel gelezen positief."
    )
    one = {"TRU-1": weak["TRU-1"]}
    assert present(judge(FULL, checks=every_score(norm, "TT") | one), norm, messages, {})["headline"] == (
        "Bij een audit op 22 november 2026: waarschijnlijk positief. Streng gelezen voorwaardelijk, omdat u dan niet "
        "slaagt voor Betrouwbaarheid."
    )
    assert present(judge(FULL, checks="BB"), norm, messages, {})["headline"].startswith(
        "Bij een audit op 22 november 2026: negatief, hoe u de norm ook leest, want u slaagt niet voor Aanbod, "
    )


def test_the_headline_of_a_public_provider_says_that_no_audit_is_needed(
    judge: Judge, norm: Record, messages: Mapping[str, str]
) -> None:
    assert present(judge({"provider_kind": "public"}), norm, messages, {})["headline"] == "U hebt geen audit nodig."


@each_norm
def test_a_requirement_that_nobody_judges_says_so_once(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    view = present(judge({"provider_kind": "public"}), norm, messages, {})

    shown = [(line["state_label"], line["text"], line["details"]) for line in section(view, "requirements")["lines"]]
    assert shown == [("geen audit nodig", "Niemand kijkt deze vereiste na.", [])] * len(norm["requirements"])


def test_a_remark_names_a_condition_that_is_not_met(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    view = present(judge({**FULL, "is_audit_bureau": True}, checks="TT"), norm, messages, {})
    title = norm["conditions"]["no-bureau"]["title"]["nl"]
    assert title in view["remarks"][0]


def test_readings_that_agree_are_told_once(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    view = present(judge(FULL), norm, messages, {})
    assert view["headline"] == (
        "Bij een audit op 22 november 2026: tussen negatief en positief, hoe u de norm ook leest."
    )
    total = judge(FULL)["readiness"]["coverage"]["of"]
    assert view["remarks"] == [f"U beantwoordde 0 van de {total} controlepunten."]


def test_a_line_links_to_the_place_in_the_guide_that_is_given(
    judge: Judge, norm: Record, messages: Mapping[str, str]
) -> None:
    view = present(judge(FULL), norm, messages, {"offering": "norm/activiteit/"})
    assert section(view, "requirements")["lines"][0]["href"] == "norm/activiteit/"


def test_dates_and_amounts_are_written_the_flemish_way(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    view = present(judge({**FULL, "hours": "16.5"}, on=date(2026, 2, 1)), norm, messages, {})
    assert view["date"] == "1 februari 2026"
    assert (
        section(view, "cost")["intro"]
        == "Volgens uw offerte: 16 uur 30 min, of 2.475 euro (tussen 2.310 euro en 2.970 euro)."
    )


def test_what_to_ask_next_points_at_the_questions(judge: Judge, norm: Record, messages: Mapping[str, str]) -> None:
    view = present(judge({}), norm, messages, {})
    assert view["next"][0] == {
        "field": "profile.services",
        "href": "#profile.services",
        "text": norm["profile"]["fields"]["services"]["question"]["nl"],
    }


@each_norm
def test_a_caveat_of_the_norm_is_shown_beside_what_it_qualifies(
    judge: Judge, norm: Record, messages: Mapping[str, str]
) -> None:
    view = present(judge(FULL), norm, messages, {})
    wording = Wording(norm, messages)
    noted = {name: wording.text(each["note"]) for name, each in norm["documents"].items() if "note" in each}
    shown = {line["id"]: [detail["text"] for detail in line["details"]] for line in section(view, "documents")["lines"]}
    assert noted.keys() & shown.keys()
    assert all(noted[name] in shown[name] for name in noted.keys() & shown.keys())
