"""What the norm says is what its sources say, of the time that they say it of, and no firmer."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assessment.element_index import elements_of
from tests.assessment.cases import Record
from tests.norm.said import words

NOTE = "één openbare nota van een kandidaat"
OTHER_NAMES = re.compile(
    r"planningsnota|dezelfde kandidaat|volgens (?:een|één) kandidaat|(?<!nota van )[Ee]en kandidaat \w+t\b"
    r"|anonieme nota|\b[Ee]en nota\b"
)
ROOT = Path(__file__).parents[2]
# Verbs of rules that may have changed since somebody saw them: as they were, and as if they still were.
PAST = re.compile(
    r"\b(?:was|waren|werd|telden?|stonden|moest|mocht|kon|konden|had|liet|vertrok|stelde|kostte|betaalde|stortte|keurde"
    r"|steunde|koos|noemde|sprak|volgde|maakte|duurde|gold|hoorde|schreef|bewaakte|kwamen)\b"
)
TODAY = re.compile(r"\b(?:telt|tellen|moet|mag|kunt|laat|vertrekt|stelt|kost|betaalt|stort|keurt|steunt|duurt)\b")
# Only where sources contradict each other on what a reader does.
CONTRADICTIONS = {
    frozenset({"whole-duration", "whole-duration-secondary", "agency-duration", "after-audit-duration-secondary"}),
    frozenset({"hourly-rate", "hourly-rate-free-since-2024", "time-grid-imposed", "price-same-at-every-bureau"}),
    frozenset({"starter-part-2-within", "starter-part-2-after", "starter-part-2-publication-secondary"}),
    frozenset({"retention-training-files", "retention-secondary"}),
}


def parts(value: Any) -> Iterator[Record]:
    """Every map in the norm, however deep."""
    if isinstance(value, dict):
        yield value
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        yield from parts(child)


def told(norm: Record) -> Iterator[Record]:
    """Every part of the norm about the procedure, the price, the documents and the scheme: all but what is scored."""
    kinds = (
        "documents",
        "procedure",
        "scheme",
        "cost",
        "warnings",
        "bureaus",
        "glossary",
        "misunderstandings",
        "changes",
    )
    topics = ("audit", "complaints", "conditional", "exceptions", "preparing", "registration", "renewal", "result")
    more = ("starters", "visit", "bureaus", "cost", "documents")
    facts = [norm["facts"][name] for topic in (*topics, *more) for name in norm["topics"][topic]["facts"]]
    for value in (*(norm[kind] for kind in kinds), facts):
        yield from parts(value)


# What was not found


def test_what_was_only_not_found_is_no_estimate(real_norm: Record) -> None:
    asked = re.compile(r"(?:Of|Hoe|Hoeveel|Wat|Welke|Wanneer|Waarop|Waarvoor|Binnen hoeveel)\b.*\bvonden we niet\b")
    facts = real_norm["facts"]

    assert [
        key for key, fact in facts.items() if asked.match(words(fact, "text")) and fact["standing"] == "estimate"
    ] == []


def test_the_gaps_of_the_facts_say_that_they_are_gaps(real_norm: Record) -> None:
    gaps = {key for key, fact in real_norm["facts"].items() if fact["standing"] == "not_found"}

    assert {"bureaus-contact-unknown", "time-grid-unknown", "vat-not-stated", "visit-sample-unknown"} <= gaps
    assert len(gaps) >= 20


def test_no_reason_is_given_for_not_having_found(real_norm: Record) -> None:
    assert [words(part, "rationale") for part in told(real_norm) if "Eigen vaststelling" in words(part)] == []


@pytest.mark.parametrize("term", ["cybersecurity", "bis-nummer", "iso-9001", "qfor", "iban", "kbo"])
def test_what_we_explain_in_our_own_words_is_not_official(real_norm: Record, term: str) -> None:
    assert real_norm["glossary"][f"term-{term}"]["wording"] == "own"


# Dating


def test_the_newest_official_source_is_of_january_2026(real_norm: Record) -> None:
    official = [each for each in real_norm["sources"].values() if each["standing"] == "official"]
    newest = max((each for each in official if "published" in each), key=lambda each: str(each["published"]))

    assert (newest["published"], newest["precision"]) == ("2026-01-01", "month")


def test_the_norm_says_that_archived_copies_were_read(real_norm: Record) -> None:
    assert "bewaarde kopieën" in real_norm["reading"]["nl"]


def test_each_page_of_the_authority_can_be_found(real_norm: Record) -> None:
    pages = real_norm["authority"]["pages"]

    assert {"authority-login", "authority-user-management", "authority-bureaus"} <= {each["id"] for each in pages}
    assert all(each.keys() & {"source", "url", "search_for"} for each in pages)


@pytest.mark.parametrize(
    "fact", ["hourly-rate", "hourly-rate-market", "time-grid-imposed", "price-same-at-every-bureau", "average-audit"]
)
def test_an_old_rule_on_the_price_says_when_it_was_last_seen(real_norm: Record, fact: str) -> None:
    assert "last_seen" in real_norm["facts"][fact]


@pytest.mark.parametrize("fact", ["hourly-rate", "time-grid-imposed", "price-same-at-every-bureau"])
def test_an_old_rule_on_the_price_stands_in_the_past(real_norm: Record, fact: str) -> None:
    said = words(real_norm["facts"][fact], "text")

    assert re.search(r"\b(?:noemde|volgde|maakte)\b", said)
    assert not re.search(r"\b(?:noemt|legt|gebruikt|maakt)\b", said)


def test_no_change_speaks_of_this_year(real_norm: Record) -> None:
    assert [key for key, change in real_norm["changes"].items() if "dit jaar" in words(change)] == []


def test_statistics_are_no_rules_with_an_era(real_norm: Record) -> None:
    figures = [
        real_norm["facts"][key] for key in ("usage-2017", "usage-2021", "usage-2025", "registered-providers-2018")
    ]

    assert [each for each in figures if each.keys() & {"valid_from", "valid_until"}] == []


def test_the_price_of_an_average_audit_is_made_of_its_own_figures(real_norm: Record) -> None:
    facts = real_norm["facts"]
    days, rate = (facts[key]["value"]["amount"] for key in ("average-audit", "hourly-rate"))

    assert facts["average-audit-cost"]["value"]["amount"] == days * 8 * rate


def test_each_rate_is_the_figure_of_its_fact(real_norm: Record) -> None:
    amount = real_norm["facts"]["hourly-rate"]["value"]["amount"]

    assert [set(rate["eurocents_per_hour"].values()) for rate in real_norm["cost"]["rates"]] == [{amount}, {amount}]


def test_what_was_last_seen_long_ago_stands_in_the_past(real_norm: Record) -> None:
    """That it holds today, nobody can say."""
    old = [part for part in parts(real_norm) if "last_seen" in part and "text" in part]
    said = [words(part, "text") for part in old]

    assert len(said) > 30
    assert [text for text in said if TODAY.search(text) or not PAST.search(text)] == []


def test_what_frees_from_a_part_of_the_audit_is_an_old_rule(real_norm: Record) -> None:
    """The page of the authority that says so is of 2023 at the latest, as its price is."""
    resting = [each for each in parts(real_norm["exemptions"]) if each.get("sources", [""])[0] == "vlaio-kostprijs"]

    assert (
        real_norm["facts"]["certificates-exempt-parts"]["last_seen"] == real_norm["facts"]["hourly-rate"]["last_seen"]
    )
    assert [words(each, "text") for each in resting if re.search(r"\bbent u vrijgesteld\b", words(each, "text"))] == []


def test_that_a_registration_judges_no_trainings_is_said_by_the_brochure(real_norm: Record) -> None:
    """Another official text speaks of services that are good themselves."""
    judged = re.compile(r"(?:geen oordeel|beoordeelt|oordeelt)\b.*\b(?:opleiding|dienst)", re.IGNORECASE)
    told = [words(part, "text", "note") for part in parts(real_norm) if judged.search(words(part, "text", "note"))]
    answers = re.split(r"\{% endcall %\}", (ROOT / "docs" / "nl" / "vragen" / "index.md").read_text("utf-8"))
    told += [answer for answer in answers if judged.search(answer)]

    assert len(told) > 2
    assert [text for text in told if "brochure" not in text] == []


# One note, one name


def test_the_one_note_has_one_name(real_norm: Record) -> None:
    said = " ".join(words(part) for part in parts(real_norm))

    assert not OTHER_NAMES.search(said)


def test_what_rests_on_the_one_note_alone_says_so(real_norm: Record) -> None:
    alone = [part for part in told(real_norm) if part.get("sources") == ["planningsnota"] and "id" in part]

    assert len(alone) > 15
    assert [words(part) for part in alone if "text" in part and NOTE not in words(part, "text", "note").lower()] == []


def test_a_duration_that_rests_on_the_one_note_says_so(real_norm: Record) -> None:
    durations = [step["duration"] for step in real_norm["procedure"]["steps"].values()]
    resting = [each for each in durations if each.get("sources") == ["planningsnota"]]

    assert len(resting) == 2
    assert all(NOTE in words(each, "rationale").lower() for each in resting)


def test_no_document_is_asked_on_the_strength_of_the_one_note(real_norm: Record) -> None:
    assert [each["id"] for each in real_norm["documents"].values() if each.get("sources") == ["planningsnota"]] == []


# Contradictions and misunderstandings


def test_contradictions_are_those_that_change_what_a_reader_does(real_norm: Record) -> None:
    elements = elements_of(real_norm)
    named = {key for key, each in elements.items() if "disagrees_with" in each}
    known = {each for group in CONTRADICTIONS for each in group}

    assert known <= named
    assert {
        key for key in named - known if not key.startswith(("decision-", "show-quality", "registration-says"))
    } == set()


def test_misunderstandings_are_few_and_stand_between_quotation_marks(real_norm: Record) -> None:
    titles = [each["title"]["nl"] for each in real_norm["misunderstandings"]["misunderstandings"].values()]

    assert len(titles) in range(10, 16)
    assert [each for each in titles if not (each.startswith("‘") and each.endswith("’"))] == []


def test_no_misunderstanding_is_our_own_estimate(real_norm: Record) -> None:
    standings = {each["standing"] for each in real_norm["misunderstandings"]["misunderstandings"].values()}

    assert standings.isdisjoint({"estimate", "not_found"})


def test_an_anecdote_says_that_it_is_no_rule(real_norm: Record) -> None:
    assert "Dat is geen regel" in words(real_norm["facts"]["prepare-worth-it"], "text")


def test_no_text_is_about_what_the_site_does(real_norm: Record) -> None:
    said = " ".join(words(part) for part in told(real_norm))

    assert not re.search(r"[Ww]ij tonen|tonen wij|[Bb]lokkeert hij|deze site|Onze raad|zegt geen bron\.", said)
