"""Saved answers go along to a new version of the norm, and none of them is lost."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import Wording, canonical_json, fingerprint, migrate, migration_messages, parse_answers
from tests.assessment.cases import Record, answers

OLD = "2026.1.1"


@pytest.fixture(scope="module")
def newer(norm: Record) -> Record:
    """The norm a version later: renamed, changed, new and removed elements of each kind that answers name."""
    later: Record = json.loads(json.dumps(norm))
    requirements = {name: entry["checks"] for name, entry in later["requirements"].items()}
    requirements["trust"]["TRU-11"] = requirements["trust"].pop("TRU-1") | {"id": "TRU-11"}
    requirements["offering"]["OFR-10"] = requirements["offering"]["OFR-1"] | {"id": "OFR-10"}
    del requirements["references"]["REF-2"]
    documents = later["documents"]
    documents["list-of-projects"] = documents.pop("project-list") | {"id": "list-of-projects"}
    themes = later["scheme"]["themes"]
    themes["green"] = themes.pop("management") | {"id": "green"}
    del themes["digital_skills"]
    later["version"] = "2027.2.1"
    later["history"] = [
        {"version": "2026.1.1", "changed": ["OFR-1"]},
        {"version": "2027.1.1", "renamed": {"TRU-1": "TRU-12"}, "changed": ["OFR-2", "own-rules"]},
        {
            "version": "2027.2.1",
            "renamed": {"TRU-12": "TRU-11", "project-list": "list-of-projects", "management": "green"},
            "removed": {"REF-2": {"nl": "Ervaren mensen"}, "digital_skills": {"nl": "Digitaal"}},
        },
    ]
    return later


def document(norm: Mapping[str, Any], **parts: Any) -> Record:
    return {"format": "kmop-answers/1", "norm": {"id": norm["id"], "version": OLD}, **parts}


SCORE = {"conformity": "T", "demonstrability": "G", "note": "van toen"}


def test_an_unchanged_point_keeps_its_answer(norm: Record, newer: Record) -> None:
    migrated = migrate(document(norm, checks={"OFR-1": SCORE}), newer)
    assert migrated.answers["checks"] == {"OFR-1": SCORE}


def test_a_renamed_point_is_found_under_its_new_name_over_several_versions(norm: Record, newer: Record) -> None:
    migrated = migrate(document(norm, checks={"TRU-1": SCORE}), newer)
    assert migrated.answers["checks"] == {"TRU-11": SCORE}


def test_a_point_that_changed_in_meaning_keeps_its_answer_and_is_to_be_reviewed(norm: Record, newer: Record) -> None:
    migrated = migrate(document(norm, checks={"OFR-2": SCORE}, documents={"own-rules": {"state": "ready"}}), newer)
    assert migrated.answers["checks"] == {"OFR-2": SCORE | {"review": True}}
    assert migrated.answers["documents"] == {"own-rules": {"state": "ready", "review": True}}


def test_a_point_that_is_gone_is_kept_in_the_appendix(norm: Record, newer: Record) -> None:
    migrated = migrate(document(norm, checks={"REF-2": SCORE}), newer)
    assert migrated.answers["checks"] == {}
    assert migrated.answers["appendix"] == [{"id": "REF-2", "version": OLD, "answer": SCORE}]


def test_values_of_the_profile_go_along_too(norm: Record, newer: Record) -> None:
    migrated = migrate(document(norm, profile={"themes": ["management", "digital_skills"], "starter": True}), newer)
    assert migrated.answers["profile"] == {"themes": ["green"], "starter": True}
    assert migrated.answers["appendix"] == [{"id": "digital_skills", "version": OLD, "answer": "themes"}]


def test_an_answer_whose_new_name_is_taken_is_put_aside(norm: Record, newer: Record) -> None:
    migrated = migrate(document(norm, documents={"project-list": {}, "list-of-projects": {"note": "x"}}), newer)
    assert migrated.answers["documents"] == {"list-of-projects": {"note": "x"}}
    assert [entry["id"] for entry in migrated.answers["appendix"]] == ["project-list"]


def test_scenarios_go_along_and_what_they_suppose_of_what_is_gone_is_put_aside(norm: Record, newer: Record) -> None:
    scenario = {
        "title": "Morgen",
        "profile": {"starter": False},
        "checks": {"OFR-2": {"conformity": "V"}, "TRU-1": {"conformity": "T"}, "REF-2": {"conformity": "G"}},
    }
    before = document(norm, scenarios=[scenario, {}])
    untouched = fingerprint(before)
    migrated = migrate(before, newer)
    assert migrated.answers["scenarios"] == [
        {
            "title": "Morgen",
            "profile": {"starter": False},
            "checks": {"OFR-2": {"conformity": "V"}, "TRU-11": {"conformity": "T"}},
        },
        {},
    ]
    assert migrated.answers["appendix"] == [{"id": "REF-2", "version": OLD, "answer": {"conformity": "G"}}]
    assert migrated.summary is not None
    assert (migrated.summary["renamed"], migrated.summary["review"]) == ([{"from": "TRU-1", "to": "TRU-11"}], [])
    assert fingerprint(before) == untouched


def test_a_question_that_a_scenario_may_no_longer_change_is_put_aside(norm: Record, newer: Record) -> None:
    later = json.loads(json.dumps(newer))
    del later["profile"]["fields"]["starter"]["what_if"]
    migrated = migrate(document(norm, scenarios=[{"profile": {"starter": True, "services": ["advice"]}}]), later)
    assert migrated.answers["scenarios"] == [{"profile": {"services": ["advice"]}}]
    assert migrated.answers["appendix"] == [{"id": "starter", "version": OLD, "answer": True}]


@pytest.mark.parametrize("wrong", [1, "x", [1], [{"checks": 1}], [{"profile": []}]])
def test_scenarios_that_are_none_are_left_to_the_parser(norm: Record, newer: Record, wrong: Any) -> None:
    migrated = migrate(document(norm, scenarios=wrong), newer)
    assert migrated.answers["scenarios"] == wrong
    assert parse_answers(migrated.answers, newer)[1] != []


def test_an_earlier_appendix_is_kept(norm: Record, newer: Record) -> None:
    earlier = {"id": "OFR-99", "version": "2025.1.1", "answer": {}}
    migrated = migrate(document(norm, appendix=[earlier], checks={"REF-2": SCORE}), newer)
    assert migrated.answers["appendix"][0] == earlier
    assert len(migrated.answers["appendix"]) == 2


def test_what_happened_is_summed_up_and_told(norm: Record, newer: Record, messages: Mapping[str, str]) -> None:
    checks = dict.fromkeys(("OFR-1", "OFR-2", "TRU-1", "REF-2"), SCORE)
    migrated = migrate(document(norm, checks=checks), newer)
    assert migrated.summary is not None
    title = Wording(newer, messages).title
    assert migration_messages(Wording(newer, messages), migrated.summary) == [
        "Deze gids is bijgewerkt, van versie 2026.1.1 naar 2027.2.1. Uw 3 antwoorden zijn overgenomen.",
        f"Heet nu anders: ‘{title('TRU-11')}’.",
        f"Bekijk opnieuw, want de betekenis veranderde: ‘{title('OFR-2')}’.",
        "Dit staat niet meer in deze gids, en uw antwoord vindt u in de bijlage: ‘Ervaren mensen’.",
    ]


def test_what_is_gone_goes_by_its_title_of_then_or_of_today(newer: Record, messages: Mapping[str, str]) -> None:
    wording = Wording(newer, messages)
    lists = wording.title("list-of-projects")
    assert wording.former_name("REF-2") == "Ervaren mensen"
    assert wording.former_name("digital_skills") == "Digitaal"
    assert wording.former_name("project-list") == lists
    assert wording.former_name("TRU-1") == wording.title("TRU-11"), "renamed twice"
    assert (wording.former_name("OFR-99"), wording.former_name("unheard-of")) == ("OFR-99", "unheard-of")


def test_merged_points_have_the_lowest_of_their_answers_and_are_to_be_reviewed(norm: Record, newer: Record) -> None:
    history = [{"version": "2027.1.1", "merged": {"OFR-1": ["OFR-1", "OFR-99"], "offering": ["offering", "gone"]}}]
    low = {"conformity": "V", "demonstrability": "B"}
    given_then = document(norm, checks={"OFR-1": SCORE, "OFR-99": low}, scan={"offering": "V", "gone": "G"})
    migrated = migrate(given_then, newer | {"history": history})
    assert migrated.answers["checks"] == {
        "OFR-1": {"conformity": "T", "demonstrability": "B", "note": "van toen", "review": True}
    }
    assert migrated.answers["scan"] == {"offering": {"conformity": "G", "demonstrability": "G"}}
    assert [(entry["id"], entry["answer"]) for entry in migrated.answers["appendix"]] == [
        ("OFR-1", SCORE),
        ("OFR-99", low),
        ("offering", {"conformity": "V", "demonstrability": "V"}),
    ]
    assert migrated.summary is not None
    assert migrated.summary["review"] == ["OFR-1", "offering"]


def test_what_scenarios_suppose_is_merged_too(norm: Record, newer: Record) -> None:
    history = [{"version": "2027.1.1", "merged": {"OFR-1": ["OFR-98", "OFR-99"]}}]
    scenario = {"checks": {"OFR-98": {"conformity": "V"}, "OFR-99": {"conformity": "T"}}}
    migrated = migrate(document(norm, scenarios=[scenario]), newer | {"history": history})
    assert migrated.answers["scenarios"] == [{"checks": {"OFR-1": {"conformity": "T"}}}]


def test_only_who_passed_all_of_what_is_merged_has_passed_it(norm: Record, newer: Record) -> None:
    history = [{"version": "2027.1.1", "merged": {"offering": ["offering", "gone"], "green": ["green", "blue"]}}]
    later = newer | {"history": history}

    def profile(**lists: Any) -> Any:
        return migrate(document(norm, profile=lists), later).answers["profile"]

    assert profile(passed_requirements=["gone", "offering"]) == {"passed_requirements": ["offering"]}
    assert profile(passed_requirements=["offering", "trust"]) == {"passed_requirements": ["trust"]}
    assert profile(themes=["blue"]) == {"themes": ["green"]}


def test_a_merger_is_told(norm: Record, newer: Record, messages: Mapping[str, str]) -> None:
    history = [{"version": "2027.1.1", "merged": {"OFR-1": ["OFR-1", "OFR-99"]}}]
    later = newer | {"history": history}
    migrated = migrate(document(norm, checks={"OFR-1": SCORE, "OFR-99": SCORE}), later)
    assert migrated.summary is not None
    told = migration_messages(Wording(later, messages), migrated.summary)
    title = Wording(later, messages).title("OFR-1")
    assert f"Samengevoegd, en uw laagste antwoord telt: ‘{title}’." in told


MERGED = {"OFR-1": ["OFR-1", "OFR-99"]}
TWICE = {"conformity": "V", "demonstrability": "V"}


@pytest.mark.parametrize(
    ("checks", "told"),
    [
        ({"OFR-1": TWICE, "OFR-99": TWICE}, ["merged", "review"]),
        ({"OFR-1": TWICE, "OFR-99": TWICE | {"conformity": "B"}}, ["merged", "review", "aside"]),
        ({"OFR-1": TWICE}, ["opened", "aside"]),
        ({"OFR-99": TWICE}, ["opened", "aside"]),
        ({"OFR-99": TWICE | {"note": "van toen"}}, ["opened", "aside"]),
        ({"OFR-99": {"not_applicable": "nooit"}}, ["opened", "aside"]),
        ({"OFR-99": {"conformity": "B", "demonstrability": "B"}}, ["merged", "review"]),
    ],
)
def test_a_merger_of_which_one_is_answered_is_told_as_it_is(
    norm: Record, newer: Record, messages: Mapping[str, str], checks: Record, told: list[str]
) -> None:
    later = newer | {"history": [{"version": "2027.1.1", "merged": MERGED}]}
    migrated = migrate(document(norm, checks=checks), later)
    summary = migrated.summary or {}
    assert [name for name in ("merged", "opened", "review", "aside", "removed") if summary[name]] == told
    assert len(migration_messages(Wording(later, messages), summary)) == 1 + len(told)
    kept = [entry["answer"] for entry in migrated.answers.get("appendix", [])]
    now = {name: answer for name, answer in migrated.answers["checks"].get("OFR-1", {}).items() if name != "review"}
    assert all(answer == now or answer in kept for answer in checks.values())


def test_what_a_merger_leaves_open_is_open_and_kept_aside(norm: Record, newer: Record) -> None:
    history = [{"version": "2027.1.1", "merged": {"OFR-1": ["OFR-1", "OFR-99"]}}]
    migrated = migrate(document(norm, checks={"OFR-1": SCORE}), newer | {"history": history})
    assert migrated.answers["checks"] == {"OFR-1": {"note": "van toen", "review": True}}
    assert [entry["answer"] for entry in migrated.answers["appendix"]] == [SCORE]


@pytest.mark.parametrize("version", ["2026.1.1", "oud", "9" * 5000])
def test_an_id_that_went_without_history_keeps_nobody_out(norm: Record, version: str) -> None:
    named = {"norm": {"id": norm["id"], "version": norm["version"] if version == OLD else version}}
    migrated = migrate(document(norm, checks={"OFR-1": SCORE, "OFR-99": SCORE}) | named, norm)
    assert migrated.answers["checks"] == {"OFR-1": SCORE}
    assert migrated.answers["norm"] == named["norm"]
    assert [(entry["id"], entry["answer"]) for entry in migrated.answers["appendix"]] == [("OFR-99", SCORE)]


def test_answers_of_this_version_that_are_put_aside_are_told_without_talk_of_a_new_norm(
    norm: Record, messages: Mapping[str, str]
) -> None:
    same = document(norm, checks={"OFR-99": SCORE}) | {"norm": {"id": norm["id"], "version": norm["version"]}}
    summary = migrate(same, norm).summary
    assert summary is not None
    assert migration_messages(Wording(norm, messages), summary) == [
        "Dit staat niet meer in deze gids, en uw antwoord vindt u in de bijlage: ‘OFR-99’."
    ]


def test_questions_and_options_that_are_gone_are_put_aside(norm: Record, newer: Record) -> None:
    sites = {"belgium": 1, "moon": 2}
    profile = {"seat": "mars", "certificates": ["iso_9001", "gone"], "no_question": 3, "sites": sites, "starter": True}
    migrated = migrate(document(norm, profile=profile, worth={"price": 5, "no_figure": 7}), newer)
    assert migrated.answers["profile"] == {"certificates": ["iso_9001"], "sites": {"belgium": 1}, "starter": True}
    assert migrated.answers["worth"] == {"price": 5}
    assert [entry["id"] for entry in migrated.answers["appendix"]] == [
        "no_question",
        "moon",
        "mars",
        "gone",
        "no_figure",
    ]
    assert {entry["id"]: entry["answer"] for entry in migrated.answers["appendix"]} == {
        "no_question": 3,
        "moon": 2,
        "mars": "seat",
        "gone": "certificates",
        "no_figure": 7,
    }


@pytest.mark.parametrize("key", ["", "Ofr 1", "x" * 300, "-OFR", "\n"])
def test_what_never_was_an_id_is_left_to_the_parser(norm: Record, newer: Record, key: str) -> None:
    migrated = migrate(document(norm, checks={key: SCORE}), newer)
    assert migrated.answers["checks"] == {key: SCORE}
    assert parse_answers(migrated.answers, newer)[1][0].path == ("checks", key)


def test_of_many_names_the_first_are_told(norm: Record, newer: Record, messages: Mapping[str, str]) -> None:
    checks = {f"OFR-{number}": SCORE for number in range(100, 1100)}
    summary = migrate(document(norm, checks=checks), newer).summary
    assert summary is not None
    assert migration_messages(Wording(newer, messages), summary)[-1].endswith("‘OFR-128’ en nog 971 andere.")


def test_answers_of_this_version_or_of_no_version_stay_as_they_are(norm: Record) -> None:
    for same in (document(norm, checks={"OFR-1": SCORE}), {"format": "kmop-answers/1"}):
        assert migrate(same, norm) == (same, None, [])


def test_answers_of_a_newer_version_are_refused(norm: Record, newer: Record) -> None:
    given_later = document(norm) | {"norm": {"id": norm["id"], "version": newer["version"]}}
    assert [fault.message for fault in migrate(given_later, norm).faults] == ["answers.newer_norm"]


def test_answers_of_another_norm_are_left_to_the_parser(norm: Record) -> None:
    other = document(norm) | {"norm": {"id": "another-norm", "version": OLD}}
    assert migrate(other, norm) == (other, None, [])
    assert [fault.message for fault in parse_answers(other, norm)[1]] == ["answers.other_norm"]


@pytest.mark.parametrize("version", [None, 1, {}])
def test_a_version_that_is_none_keeps_nobody_out_either(norm: Record, version: Any) -> None:
    named = {"norm": {"id": norm["id"]} | ({} if version is None else {"version": version})}
    migrated = migrate(document(norm, checks={"OFR-99": SCORE}) | named, norm)
    assert migrated.answers["appendix"] == [{"id": "OFR-99", "version": norm["version"], "answer": SCORE}]


@pytest.mark.parametrize("wrong", [None, [], "x", {"norm": 1}, {"norm": {"id": "small-norm", "version": "oud"}}])
def test_what_is_no_answers_document_is_left_to_the_parser(norm: Record, wrong: Any) -> None:
    assert migrate(wrong, norm) == (wrong, None, [])


@settings(max_examples=60)
@given(data=st.data())
def test_answers_without_faults_have_none_after_the_journey(norm: Record, newer: Record, data: st.DataObject) -> None:
    migrated = migrate(data.draw(answers(norm)) | {"norm": {"id": norm["id"], "version": OLD}}, newer)
    assert parse_answers(migrated.answers, newer)[1] == []


@settings(max_examples=60)
@given(data=st.data())
def test_no_answer_is_lost_on_the_way(norm: Record, newer: Record, data: st.DataObject) -> None:
    before = data.draw(answers(norm)) | {"norm": {"id": norm["id"], "version": OLD}}
    untouched = fingerprint(before)
    after = migrate(before, newer).answers
    for table in ("checks", "documents"):
        there = [_bare(answer) for answer in after.get(table, {}).values()]
        aside = [entry["answer"] for entry in after.get("appendix", [])]
        for answer in before.get(table, {}).values():
            assert _bare(answer) in there + [_bare(entry) for entry in aside if isinstance(entry, dict)]
    assert fingerprint(before) == untouched


def _bare(answer: Record) -> str:
    return canonical_json({name: value for name, value in answer.items() if name != "review"})


def test_what_changed_and_got_another_name_later_is_told_by_the_new_name(norm: Record, newer: Record) -> None:
    history = [
        {"version": "2027.1.1", "changed": ["TRU-1"]},
        {"version": "2027.2.1", "renamed": {"TRU-1": "TRU-11"}},
    ]
    migrated = migrate(document(norm, checks={"TRU-1": SCORE}), newer | {"history": history})
    assert migrated.answers["checks"] == {"TRU-11": SCORE | {"review": True}}
    assert migrated.summary is not None
    assert migrated.summary["review"] == ["TRU-11"]


def test_an_answer_without_a_place_for_a_mark_is_told_when_it_changed(norm: Record, newer: Record) -> None:
    theme = next(iter(newer["scheme"]["themes"]))
    history = [{"version": "2027.1.1", "changed": ["offering", theme, "OFR-9"]}]
    migrated = migrate(
        document(norm, scan={"offering": {"conformity": "T"}}, profile={"themes": [theme]}),
        newer | {"history": history},
    )
    assert migrated.answers["scan"] == {"offering": {"conformity": "T"}}
    assert migrated.summary is not None
    assert migrated.summary["review"] == ["offering", theme]


def test_the_text_for_the_auditor_goes_along_with_its_requirement(norm: Record, newer: Record) -> None:
    history = [{"version": "2027.1.1", "renamed": {"before": "trust"}, "changed": ["trust"]}]
    texts = {"works": "zo", "shows": "in het dossier"}
    migrated = migrate(document(norm, requirements={"before": texts}), newer | {"history": history})
    assert migrated.answers["requirements"] == {"trust": texts}
    assert parse_answers(migrated.answers, newer)[1] == []


def test_the_text_for_the_auditor_of_what_was_merged_is_kept(norm: Record, newer: Record) -> None:
    history = [{"version": "2027.1.1", "merged": {"trust": ["trust", "before"]}}]
    texts = {"trust": {"works": "zo"}, "before": {"works": "anders", "shows": "in het dossier"}}
    answers = migrate(document(norm, requirements=texts), newer | {"history": history}).answers
    assert answers["requirements"] == {"trust": {"works": "zo", "shows": "in het dossier"}}
    assert {"id": "before", "version": OLD, "answer": texts["before"]} in answers["appendix"]


def test_answers_about_the_situation_are_counted_too(norm: Record, newer: Record) -> None:
    profile = {"starter": True, "sites": {"belgium": 1, "abroad": 0}}
    migrated = migrate(document(norm, profile=profile, worth={"price": 1}, checks={"OFR-1": SCORE}), newer)
    assert migrated.summary is not None
    assert migrated.summary["kept"] == 5


def test_documents_and_themes_are_told_by_their_titles(
    norm: Record, newer: Record, messages: Mapping[str, str]
) -> None:
    documents = {"own-rules": {"state": "ready"}, "project-list": {"state": "ready"}}
    summary = migrate(document(norm, documents=documents), newer).summary
    assert summary is not None
    sentences = " ".join(migration_messages(Wording(newer, messages), summary))
    assert newer["documents"]["own-rules"]["title"]["nl"] in sentences
    assert "own-rules" not in sentences


def test_a_wrong_appendix_is_left_for_the_parser_to_refuse(norm: Record, newer: Record) -> None:
    migrated = migrate(document(norm, appendix="weg", checks={"REF-2": SCORE}), newer)
    assert [fault.message for fault in parse_answers(migrated.answers, newer)[1]] == ["answers.not_an_appendix"]
