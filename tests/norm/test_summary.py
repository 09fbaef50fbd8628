"""The first screen of a result, in the words of our own norm."""

from collections.abc import Mapping

import pytest

from assessment import Wording, present
from assessment.audit_folder import make_folder
from tests.assessment.cases import FULL, Judge, Record, every_score
from tests.norm.weak_points import WEAK


def summary(report: Record, norm: Record, messages: Mapping[str, str]) -> Record:
    found: Record = present(report, norm, messages, {})["summary"]
    return found


def test_a_registration_that_has_ended_stands_on_the_first_screen(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    report = judge({**FULL, "application": "renewal", "dates": {"registration_end": "2026-06-01"}})
    assert summary(report, real_norm, messages)["alerts"] == ["Uw registratie is afgelopen"]


def test_what_is_told_of_a_nearly_ready_candidate(judge: Judge, real_norm: Record, messages: Mapping[str, str]) -> None:
    found = summary(judge(FULL, checks=every_score(real_norm, "TT") | WEAK), real_norm, messages)
    assert (found["left"], found["counts"]) == ("Nog 3 punten te doen", "18 in orde")
    assert found["estimate"]["text"] == "Onze inschatting: voorwaardelijk"
    assert found["estimate"]["because"] == "Volgens het middelste scenario volstaat nog niet: de klantentevredenheid."
    assert [each["id"] for each in found["estimate"]["scale"]] == ["negative", "conditional", "positive"]
    assert found["first"][0]["text"] == "Vat de antwoorden samen, noteer wat u verbetert en wie dat doet."
    assert found["strip"] == "Nog 3 punten te doen · ±\u00a02.400 euro · begin maart 2027"


def test_the_strip_is_short_where_filling_in_is_all_that_is_left(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    found = summary(judge(FULL), real_norm, messages)
    assert found["left"] == "Vul nog 12 vragen over uw situatie en 21 aandachtspunten in"
    assert found["strip"] == "Nog 33 antwoorden open · ±\u00a02.400 euro · begin maart 2027"


def test_a_starter_is_positive_or_not_yet(judge: Judge, real_norm: Record, messages: Mapping[str, str]) -> None:
    found = summary(judge({**FULL, "starter": True}, checks="TT"), real_norm, messages)
    assert [each["title"] for each in found["estimate"]["scale"]] == ["nog niet", "positief"]


def test_the_term_of_a_follow_up_audit_stands_beside_the_end_of_a_registration(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    dates = {"registered": "2022-04-28", "registration_end": "2027-04-28", "result_communicated": "2026-06-15"}
    report = judge({**FULL, "application": "renewal", "follow_up_pending": True, "dates": dates})
    time = summary(report, real_norm, messages)["time"]
    assert "28 april 2027" in time["margin"]
    (term,) = time["terms"]
    assert term.startswith("Opvolgingsaudit na een voorwaardelijk resultaat (volgens één auditbureau). ")
    assert "vanaf 15 december 2026 en moet uiterlijk op 15 juni 2027" in term


def test_a_term_that_leaves_least_time_says_so_once(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    dates = {"registered": "2022-04-28", "registration_end": "2027-04-28", "result_communicated": "2026-05-28"}
    report = judge({**FULL, "application": "conditional_follow_up", "dates": dates})
    time = summary(report, real_norm, messages)["time"]
    (term,) = time["terms"]
    assert time["margin"] is None
    assert term.startswith("Opvolgingsaudit na een voorwaardelijk resultaat (volgens één auditbureau). ")
    told = ("uiterlijk op 28 mei 2027", "Ook in het trage geval", "Uw registratie eindigt eerder: op 28 april 2027.")
    assert [term.count(each) for each in told] == [1, 1, 1]


def test_our_own_advice_is_no_term(judge: Judge, real_norm: Record, messages: Mapping[str, str]) -> None:
    report = judge({**FULL, "application": "renewal", "dates": {"registration_end": "2027-04-28"}})
    assert summary(report, real_norm, messages)["time"]["terms"] == []


def test_the_margin_stands_beside_the_time(judge: Judge, real_norm: Record, messages: Mapping[str, str]) -> None:
    report = judge({**FULL, "application": "renewal", "dates": {"registration_end": "2027-04-28"}})
    assert "Ook in het trage geval" in summary(report, real_norm, messages)["time"]["margin"]


def test_a_term_that_presses_comes_first(judge: Judge, real_norm: Record, messages: Mapping[str, str]) -> None:
    report = judge({**FULL, "application": "renewal", "dates": {"registration_end": "2027-04-28"}})
    first = summary(report, real_norm, messages)["first"][0]
    assert first["title"] == "Vraag deze week een auditdatum"
    assert first["text"].startswith("Einde van uw registratie: 28 april 2027.")


def test_a_term_far_away_does_not_press(judge: Judge, real_norm: Record, messages: Mapping[str, str]) -> None:
    report = judge({**FULL, "application": "renewal", "dates": {"registration_end": "2029-04-28"}})
    assert "auditdatum" not in summary(report, real_norm, messages)["first"][0]["title"]


def test_the_term_of_an_additional_audit_is_told_without_a_day(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    view = present(judge({**FULL, "application": "additional_audit"}), real_norm, messages, {})
    told = [line["text"] for part in view["sections"] if part["id"] == "warnings" for line in part["lines"]]
    assert any("uiterlijk 6 maanden na de eerste audit" in text for text in told)


LATE = {**FULL, "application": "renewal", "dates": {"registered": "2022-02-01", "registration_end": "2027-02-01"}}


def test_what_presses_comes_first_wherever_tasks_are_listed(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    document = {"format": "kmop-answers/1", "profile": LATE}
    report = judge.report(document)
    view = present(report, real_norm, messages, {})
    folder = make_folder(report, real_norm, document, Wording(real_norm, messages))
    tasks = next(part for part in view["sections"] if part["id"] == "actions")["lines"]
    plan = next(part for part in folder["papers"]["plan"]["sections"] if part["id"] == "tasks")
    told = [view["summary"]["first"][0]["title"], tasks[0]["title"], folder["sheets"]["actions"]["rows"][0][1]]
    told.append(plan["nodes"][0]["table"]["rows"][0][0].split("\n")[0])
    assert told == ["Vraag deze week een auditdatum"] * 4
    assert (tasks[0]["group"], tasks[0]["state_label"]) == ("first", "eerst dit")


def test_a_step_that_may_not_apply_has_one_state_in_tasks_and_planning(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    view = present(judge({"services": ["training"], "provider_kind": "public"}), real_norm, messages, {})
    parts = {part["id"]: {line["id"]: line for line in part["lines"]} for part in view["sections"]}
    told = {parts[name]["step-application"]["state_label"] for name in ("actions", "timeline")}
    assert told == {"misschien"}
    assert all(task["text"].startswith("Misschien nodig. ") for task in view["summary"]["first"])


def test_what_is_left_to_fill_in_is_counted_once(judge: Judge, real_norm: Record, messages: Mapping[str, str]) -> None:
    found = summary(judge(FULL, checks={"ACT-1": {"conformity": "T", "demonstrability": "T"}}), real_norm, messages)
    assert found["left"] == "Vul nog 12 vragen over uw situatie en 20 aandachtspunten in"
    assert found["counts"] == "1 in orde"


@pytest.mark.parametrize("application", ["conditional_follow_up", "additional_audit"])
def test_which_requirements_are_positive_is_asked_first(
    judge: Judge, real_norm: Record, messages: Mapping[str, str], application: str
) -> None:
    found = summary(judge({**FULL, "application": application}), real_norm, messages)
    assert next(task["asks"] for task in found["first"]) == "profile.passed_requirements"
    assert found["money"]["range"] == "naargelang hoeveel vereisten openstaan"


def test_known_requirements_or_quoted_hours_have_one_likely_price(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    after = {**FULL, "application": "additional_audit"}
    for more in ({"passed_requirements": ["activity"]}, {"hours": "6"}):
        found = summary(judge({**after, **more}), real_norm, messages)
        assert found["money"]["range"] != "naargelang hoeveel vereisten openstaan", more


def test_the_time_for_numbers_that_nobody_dates_is_told_with_the_rest(
    judge: Judge, real_norm: Record, messages: Mapping[str, str]
) -> None:
    abroad = {**FULL, "application": "first", "seat": "abroad", "has_enterprise_number": False, "has_bis_number": False}
    told = "Tel daar de tijd bij voor het Belgische ondernemingsnummer van uw buitenlandse onderneming"
    assert told in summary(judge(abroad), real_norm, messages)["time"]["terms"][0]
    settled = {**abroad, "has_enterprise_number": True, "has_bis_number": True}
    assert summary(judge(settled), real_norm, messages)["time"]["terms"] == []
