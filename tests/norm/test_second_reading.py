"""What a second reading added: lists that are whole, roles in the place of names, and what it corrected."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

from assessment.element_index import elements_of
from tests.assessment.cases import Record
from tests.norm.said import words

ROOT = Path(__file__).parents[2]
READ = [
    "brochure-2016-docplayer",
    "vlaanderen-vooraf-betaald",
    "vlaanderen-aanvraag",
    "kortenberg-subsidie",
    "parliament-1391535",
    "minister-2020",
    "minister-2021",
    "nieuwsblad-2021",
    "accofisc",
    "apache-2020",
    "parlementslid-2023",
    "esf-kwaliteit",
    "qfor-faq",
    "vlaio-cybersecurity-trajecten",
    "mb-2013-02-14-aanhef",
    "certup-coaching",
    "werkplekarchitecten",
    "refibo",
    "moneytalk",
    "tijd-2019",
    "wse-aantonen",
]
ABOUT_THEMSELVES = [
    "school-psychotherapie",
    "netwerk-psychologen",
    "volwassenenonderwijs",
    "taalschool",
    "school-afstandsonderwijs",
    "school-sportcoaches",
    "opleidingsbedrijf",
    "opleiders-verandering",
    "uitgesloten-dienstverlener",
    "marketingadviseur-2020",
    "opleider-wellness",
    "opleider-klachten",
    "opleider-alleen",
    "ai-coach-2026",
    "starter-cybersecurity-2026",
    "marketingbureau",
    "it-opleider",
    "it-adviesbureau",
    "softwarebedrijf",
    "planningsnota",
]
# Their names and parts of their addresses, of which not even a test may tell more than this; the last is made up.
NAMES = frozenset(
    [
        "0d8a065d9104676b",
        "0dcc83c63165fd77",
        "0e629f68efb5c5cd",
        "112010b051fa37a4",
        "12b2dd7ba0808322",
        "23cdfd17a1b298ec",
        "2ace0a4917361aff",
        "430a6828cf00248e",
        "460401af7bfd1416",
        "48b95bd3d82a8cb7",
        "64f74033b2e4d2aa",
        "76f11cbf47a6c040",
        "90ea3623313dd47a",
        "9c753360f6240518",
        "9e98917e3f4fe3d8",
        "a8c3ded329de5b28",
        "a9e7a8af89a3e21f",
        "bd6e80d3db4b75fc",
        "bfcd253ef2596c55",
        "c3d9d3ea41649765",
        "cddfc9f05ad16382",
        "d5963a0af6ff9f20",
        "d6719695712985f7",
        "dd0eba42e5215464",
        "de42f21226b906eb",
        "ea84c45ccddad342",
        "19e10b64ac2b29fb",
    ]
)
WITH_WORDS = ("norm/**/*.yaml", "docs/nl/**/*.md", "guide/messages/**/*.yaml", "CHANGELOG.md", "README.md")


def rule(norm: Record, name: str) -> Record:
    """The newest state of a rule."""
    states: list[Record] = norm["scheme"]["rules"][name]["states"]
    return states[-1]


def hashed(word: str) -> str:
    return sha256(word.encode()).hexdigest()[:16]


def words_of(text: str) -> set[str]:
    """Every word and every part of a name or an address."""
    whole = set(re.findall(r"[a-z0-9-]+", text.lower()))
    return whole | {part for word in whole for part in word.split("-")}


# Sources


@pytest.mark.parametrize("name", READ)
def test_a_public_source_has_its_address(real_norm: Record, name: str) -> None:
    assert real_norm["sources"][name]["url"].startswith("http")


@pytest.mark.parametrize("name", ABOUT_THEMSELVES)
def test_who_tells_about_himself_has_a_role_and_no_address(real_norm: Record, name: str) -> None:
    source = real_norm["sources"][name]

    assert "url" not in source
    assert re.match(r"een |Opleiders ", source["publisher"])
    assert source["standing"] == "secondary"


def test_a_name_in_a_text_is_found_by_its_hash() -> None:
    assert hashed("voorbeeldnaam") in NAMES
    assert words_of("https://www.voorbeeld-naam.be/kmo") >= {"voorbeeld-naam", "naam", "be", "kmo"}


def test_no_text_names_who_tells_about_himself() -> None:
    files = [path for pattern in WITH_WORDS for path in ROOT.glob(pattern)]
    named = {path.name: {word for word in words_of(path.read_text()) if hashed(word) in NAMES} for path in files}

    assert len(files) > 80
    assert {name: found for name, found in named.items() if found} == {}


# Services that are excluded


def test_a_list_is_as_long_as_its_figure(real_norm: Record) -> None:
    listed = [state for each in real_norm["scheme"]["rules"].values() for state in each["states"] if "entries" in state]

    assert listed
    assert [len(each["entries"]) for each in listed] == [each["value"]["amount"] for each in listed]


def test_the_first_list_of_excluded_services_is_whole(real_norm: Record) -> None:
    entries = [each["nl"] for each in rule(real_norm, "rule-excluded-first-list")["entries"]]

    assert len(set(entries)) == rule(real_norm, "rule-excluded-services")["value"]["amount"] == 16
    assert {"mindfulness", "hypnose", "teambuildings", "studiereizen"} <= set(entries)


def test_of_the_longer_list_we_say_that_we_did_not_see_it_whole(real_norm: Record) -> None:
    longer = rule(real_norm, "rule-excluded-longer-list")

    assert longer["value"]["amount"] == 26
    assert "De volledige lijst zagen we niet" in words(longer, "note")


def test_before_the_list_there_was_only_recovery_afterwards(real_norm: Record) -> None:
    before, _ = real_norm["scheme"]["rules"]["rule-excluded-services"]["states"]

    assert before["valid_until"] == "2020-06-30"
    assert "achteraf" in words(before)


# What one bureau said long ago


@pytest.mark.parametrize("name", ["training", "advice", "sessions", "never"])
def test_coaching_rests_on_one_bureau_and_on_its_day(real_norm: Record, name: str) -> None:
    coaching = rule(real_norm, f"rule-coaching-{name}")

    assert coaching["standing"] == "bureau"
    assert coaching["last_seen"]["nl"] == "20 december 2018"
    assert not re.search(r"\b(?:telt|tellen|hoort|is)\b", words(coaching, "text"))


def test_coaching_as_advice_names_the_limit_of_today(real_norm: Record) -> None:
    assert "alleen nog subsidie voor advies over cybersecurity" in words(rule(real_norm, "rule-coaching-advice"))


# What was corrected


def test_an_old_rule_on_paying_first_stands_in_the_past(real_norm: Record) -> None:
    said = words(rule(real_norm, "rule-no-prepayment"), "text")

    assert "mocht niet eisen" in said
    assert not re.search(r"\b(?:mag|kan|betaalt)\b", said)


def test_where_the_claim_about_labels_comes_from_is_our_estimate(real_norm: Record) -> None:
    facts = real_norm["facts"]

    assert facts["label-claim-origin"]["standing"] == "estimate"
    assert "2013" not in words(facts["registration-by-certificate-claim"])


def test_the_proofs_of_another_scheme_have_ended(real_norm: Record) -> None:
    assert real_norm["facts"]["esf-accepted-proofs"]["valid_until"] == "2019-09-01"


def test_no_module_of_qfor_is_tied_to_a_requirement(real_norm: Record) -> None:
    qfor = real_norm["exemptions"]["exemption-qfor"]

    assert qfor["effect"] == {"kind": "ask_bureau"}
    assert {"ProcessScan", "ClientScan"} <= set(re.findall(r"\w+", qfor["question"]["nl"]))


def test_the_news_of_2026_has_no_transitional_rule(real_norm: Record) -> None:
    assert "lazen we helemaal" in words(rule(real_norm, "rule-advice-subjects"))
    assert "registraties, audits, auditbureaus of prijzen" in words(real_norm["facts"]["advice-registration-unclear"])


def test_that_the_quality_chamber_decides_on_the_list_is_said_by_one_who_asked_it(real_norm: Record) -> None:
    asked = rule(real_norm, "rule-skills-list-request")

    assert (asked["standing"], asked["sources"]) == ("secondary", ["netwerk-psychologen"])
    assert "kwaliteitskamer" in words(asked)


def test_that_a_number_has_six_digits_is_no_rule(real_norm: Record) -> None:
    six = real_norm["facts"]["registration-number-six-digits"]

    assert (six["value"]["amount"], six["standing"]) == (6, "secondary")
    assert "Een regel daarover vonden we niet" in words(six)


def test_the_controls_of_2018_do_not_hide_what_the_agency_says(real_norm: Record) -> None:
    assert "VLAIO zelf schrijft" in words(rule(real_norm, "rule-controls-2018"))


@pytest.mark.parametrize("name", ["kbo", "activity", "regulations", "purpose"])
def test_a_condition_of_the_customer_is_official(real_norm: Record, name: str) -> None:
    assert elements_of(real_norm)[f"rule-user-{name}"]["group"] == "scheme-users"
    assert rule(real_norm, f"rule-user-{name}")["standing"] == "official"
