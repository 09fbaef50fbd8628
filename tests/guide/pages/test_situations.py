"""The pages on the situations that providers are in: composed by the rules, and never saying what cannot be done."""

import base64
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl
from xml.etree.ElementTree import Element

import pytest

from assessment import Wording, assess, parse_answers
from assessment.rounding import rounded_duration, rounded_money
from guide.pages import PagesError, render_pages
from guide.pages.situations.answers import answers_document
from guide.pages.situations.decision_table import DecisionTable
from guide.pages.situations.figures import Figures
from guide.paths import ROOT
from tests.guide.pages.dom import ids, of_class, tree, words
from tests.guide.pages.typed_figures import figures_in

Norm = dict[str, Any]
SHARED = "zelftoets/#antwoorden=1."
MAX_WORDS = 700
MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
FOLLOW_UPS = {"situation-conditional", "situation-negative"}


def pages_of(norm: Norm) -> dict[str, str]:
    return {key: f"situatie/{each['page']['nl']}" for key, each in norm["situations"]["situations"].items()}


def report_of(norm: Norm, key: str, *, dated: bool = True) -> dict[str, Any]:
    answers = answers_document(norm, norm["situations"]["situations"][key], {}, dated=dated)
    return assess(norm, answers, date.fromisoformat(norm["checked_on"]))


def carried(root: Element) -> list[dict[str, Any]]:
    """The answers that links on a page carry to the self-assessment."""
    addresses = [link.get("href", "").partition(SHARED)[2] for link in root.iter("a")]
    return [json.loads(zlib.decompress(unpadded(each), -zlib.MAX_WBITS)) for each in addresses if each]


def unpadded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def shown(root: Element) -> str:
    """What a reader reads of a page: without the questions that narrow it and its machinery."""
    unread = {"script", "nav"}
    parts = [each for each in root if each.tag not in unread]
    machinery = ("kmop-about", "kmop-narrow", "kmop-ending")
    return " ".join(words(each) for each in parts if not each.get("class", "").startswith(machinery))


def composed_length(root: Element) -> int:
    """How many words are left when every question is answered: nothing holds for some only any more.

    A letter to copy is not read.
    """
    left_out = [*of_class(root, "kmop-only"), *(area for area in root.iter("textarea") if area.text)]
    return len(shown(root).split()) - len(" ".join(words(each) for each in left_out).split())


def leads(root: Element) -> set[str]:
    return {link.get("href", "").rpartition("#")[2] for link in root.iter("a")}


# ---------------------------------------------------------------- what a page says


def test_every_situation_leads_to_the_steps_and_conditions_that_the_rules_have_for_it(
    real_norm: Norm, trees: Mapping[str, Element]
) -> None:
    for key, page in pages_of(real_norm).items():
        blocks = real_norm["situations"]["situations"][key].get("blocks", [])
        report = report_of(real_norm, key)
        steps = {each["id"] for each in report["timeline"]["steps"]}
        conditions = {each["id"] for each in report["eligibility"]["conditions"] if each["state"] != "not_applicable"}
        assert "steps" not in blocks or steps <= leads(trees[page]), key
        # What no question of the page settles stands on none; the self-assessment asks for it.
        asked = real_norm["situations"]["situations"][key].get("asks", [])
        unasked = {"foreign-enterprise-number", "foreign-bis-number"} if "seat" not in asked else set()
        assert "conditions" not in blocks or conditions - unasked <= leads(trees[page]), key


def test_a_page_shows_the_price_and_the_time_that_the_rules_work_out(
    real_norm: Norm, messages: Mapping[str, str], trees: Mapping[str, Element]
) -> None:
    said = Wording(real_norm, messages)
    for key, page in pages_of(real_norm).items():
        report = report_of(real_norm, key)
        if "cost" in real_norm["situations"]["situations"][key].get("blocks", ["cost"]):
            if key not in FOLLOW_UPS:
                assert said.estimate(rounded_money(report["cost"]["cents"])) in words(trees[page]), key
            undated = report_of(real_norm, key, dated=False)
            assert said.about(rounded_duration(days_of(undated))) in words(trees[page]), key


def days_of(report: dict[str, Any]) -> dict[str, int]:
    start, last = date.fromisoformat(report["timeline"]["start"]), report["timeline"]["steps"][-1]["end"]
    ends = {"low": "earliest", "likely": "likely", "high": "latest"}
    return {end: (date.fromisoformat(last[day]) - start).days for end, day in ends.items()}


def test_after_an_audit_that_went_wrong_the_price_is_told_per_requirement(trees: Mapping[str, Element]) -> None:
    for page in ("situatie/voorwaardelijk", "situatie/negatief"):
        assert "euro, naargelang hoeveel vereisten openstaan. Eén vereiste: ongeveer 900 euro." in words(trees[page])
        assert "Elke vereiste meer: ongeveer 300 euro." in words(trees[page])


def test_a_later_audit_lists_no_documents_that_no_source_asks_for(
    real_norm: Norm, trees: Mapping[str, Element]
) -> None:
    """Only what was not in order comes back, and the bureau knows which documents that takes."""
    for page in ("situatie/voorwaardelijk", "situatie/negatief", "situatie/deel-2"):
        assert leads(trees[page]) & set(real_norm["documents"]) == set(), page
        assert "zegt geen bron. Vraag het aan uw auditbureau" in words(trees[page]), page


def test_every_question_of_a_page_changes_something_there(real_norm: Norm, trees: Mapping[str, Element]) -> None:
    """Nobody answers for nothing."""
    for page in pages_of(real_norm).values():
        for data in (json.loads(each.text or "") for each in trees[page].iter() if each.get("id") == "kmop-situation"):
            changing = [on for on, _ in data["truths"]] + [(data["figures"] or {"on": []})["on"]]
            filled = {number for letter in data["letters"] for number, _ in letter["places"]}
            assert filled.union(*changing) == set(range(len(data["questions"]))), page


def test_the_decisive_sentence_comes_first(real_norm: Norm, trees: Mapping[str, Element]) -> None:
    first = {page: words(next(of_class(trees[page], "kmop-decisive"))) for page in pages_of(real_norm).values()}

    assert first["situatie/school"] == "U hebt geen audit nodig."
    assert first["situatie/ander-advies"].startswith("Uw klanten krijgen geen subsidie")
    assert first["situatie/afgelopen"] == "Verlengen kan niet meer; vraag een nieuwe registratie aan."
    assert first["situatie/opleiding"].startswith("Reken op ongeveer drie maanden en ongeveer 2.400 euro")


@pytest.mark.parametrize(
    ("page", "never"),
    [
        ("situatie/school", r"euro|dagen|weken|maanden|auditrapport|offerte"),
        ("situatie/ander-advies", r"euro|weken|maanden|offerte|verklaring op eer"),
        ("situatie/afgelopen", r"vóór deze datum|aanvraag tot verlenging|Begin aan de verlenging|laat .* verlengen"),
        ("situatie/opleiding", r"Registratienummer|kmo-portefeuilledossiers"),
        ("situatie/voorwaardelijk", r"verklaring op eer|loket voor dienstverleners"),
        ("situatie/negatief", r"loket voor dienstverleners"),
    ],
)
def test_no_page_tells_what_does_not_hold_there(trees: Mapping[str, Element], page: str, never: str) -> None:
    assert re.findall(never, shown(trees[page]), re.IGNORECASE) == []


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("situatie/negatief", "korter dan een gewoon bezoek"),
        ("situatie/voorwaardelijk", "korter dan een gewoon bezoek"),
        ("situatie/deel-2", "korter dan een gewoon bezoek"),
        ("situatie/opleiding-en-advies", "Voor een vestiging in het buitenland mag het bureau reiskosten bijrekenen."),
        ("situatie/opleiding", "Lid van ITAA"),
        ("situatie/opleiding", "Uw wettelijke woonplaats (alleen als u op eigen naam werkt)"),
        ("situatie/verlengen", "Laatste resultatenrekeningen (alleen als u op eigen naam werkt)"),
        ("situatie/verlengen", "Laatste jaarrekeningen (alleen als u een vennootschap of vereniging hebt)"),
        ("situatie/starter", "nog geen rekeningen of projectdossiers? Wat u dan voorlegt, vonden we niet"),
        ("situatie/verlengen", "Hebt u minder tijd? Vraag dan vandaag nog een datum"),
        *(
            (f"situatie/{page}", "Niet geslaagd? Dan kan er een bijkomende audit volgen, uiterlijk 6 maanden")
            for page in ("opleiding", "starter", "advies-cybersecurity", "opleiding-en-advies", "afgelopen")
        ),
    ],
)
def test_a_page_says_what_its_reader_would_miss(trees: Mapping[str, Element], page: str, said: str) -> None:
    assert said in " ".join(words(trees[page]).split())


@pytest.mark.parametrize(
    ("page", "written"),
    [
        ("situatie/opleiding", "- Registratie: eerste aanvraag"),
        ("situatie/verlengen", "- Registratie: verlenging, geldig tot [datum]"),
        ("situatie/afgelopen", "- Registratie: afgelopen op [datum], nieuwe aanvraag"),
        ("situatie/starter", "wat leg ik voor zolang ik nog geen rekeningen of projectdossiers heb?"),
        ("situatie/voorwaardelijk", "een datum vast voor een opvolgingsaudit na een voorwaardelijk resultaat."),
        ("situatie/negatief", "een datum vast voor een bijkomende audit na een negatief resultaat."),
        ("situatie/deel-2", "een datum vast voor deel 2 van mijn audit als starter."),
    ],
)
def test_the_mail_of_a_page_is_written_for_its_reader(trees: Mapping[str, Element], page: str, written: str) -> None:
    (area,) = trees[page].iter("textarea")
    assert written in (area.text or "")


def test_no_page_names_a_calendar_day_that_we_worked_out(real_norm: Norm, trees: Mapping[str, Element]) -> None:
    for key, page in pages_of(real_norm).items():
        days = re.findall(rf"\d{{1,2}} (?:{MONTHS}) \d{{4}}", shown(trees[page]))
        assert set(days) <= {"1 februari 2026"}, key


def test_a_page_is_read_in_a_few_minutes(real_norm: Norm, trees: Mapping[str, Element]) -> None:
    lengths = {page: composed_length(trees[page]) for page in pages_of(real_norm).values()}
    assert {page: length for page, length in lengths.items() if length > MAX_WORDS} == {}


@pytest.mark.parametrize("is_cybersecurity", [True, False])
def test_three_to_six_things_are_to_be_done_this_week(real_norm: Norm, is_cybersecurity: bool) -> None:
    """Of the two ways to apply for both services, who has answered has one."""
    tasks, situations = (real_norm["situations"][kind] for kind in ("tasks", "situations"))
    answered = {"advice_is_cybersecurity": is_cybersecurity}
    counts = {}
    for key, each in situations.items():
        table = DecisionTable(real_norm, each)
        truths = [table.truth(tasks[name].get("applies_when"), answered) for name in each["this_week"]]
        counts[key] = sum(truth is not False for truth in truths)
    assert {key: count for key, count in counts.items() if not 3 <= count <= 6} == {}


@pytest.mark.parametrize(("is_cybersecurity", "applied_for"), [(True, "both"), (False, "training-only")])
def test_who_gives_other_advice_applies_for_training_alone(
    real_norm: Norm, is_cybersecurity: bool, applied_for: str
) -> None:
    tasks, situations = (real_norm["situations"][kind] for kind in ("tasks", "situations"))
    both = situations["situation-both-services"]
    table, answered = DecisionTable(real_norm, both), {"advice_is_cybersecurity": is_cybersecurity}
    told = [name for name in both["this_week"] if table.truth(tasks[name].get("applies_when"), answered)]
    assert [name for name in told if name.startswith("task-apply")] == [f"task-apply-{applied_for}"]


def test_what_holds_for_some_only_says_for_whom(real_norm: Norm, trees: Mapping[str, Element]) -> None:
    for key, page in pages_of(real_norm).items():
        said = {words(each) for each in of_class(trees[page], "kmop-only")}
        vague = {each for each in said if "hangt af van" in each}
        assert vague == set(), key
    assert "(alleen als u een vennootschap of vereniging hebt)" in words(trees["situatie/opleiding"])
    assert "(niet als u alleen werkt)" in words(trees["situatie/opleiding"])
    assert "(alleen met Qfor of ISO 9001, of voor leden van IAB, BIBF, IBR of ITAA)" in words(
        trees["situatie/opleiding"]
    )


def test_what_hangs_on_an_answer_does_not_ask_for_it_again(real_norm: Norm) -> None:
    """It stands there for whoever gave the answer too."""
    situations = real_norm["situations"]["situations"].values()
    said = [sentence for each in situations for sentence in (*each["lead"], *each.get("why", []), *each["warnings"])]
    hanging = [sentence["text"]["nl"] for sentence in said if "applies_when" in sentence]
    assert hanging
    assert [text for text in hanging if re.match(r"(Bent|Begint|Gaat|Geeft|Hebt|Werkt) uw?\b", text)] == []


def test_something_is_to_be_known_whatever_is_answered(real_norm: Norm) -> None:
    situations = real_norm["situations"]["situations"].values()
    assert all("applies_when" not in each["warnings"][0] for each in situations)


def test_who_may_give_advice_reads_which_advice_is_still_subsidised(real_norm: Norm) -> None:
    for key, each in real_norm["situations"]["situations"].items():
        if "services" in each.get("asks", []):
            assert "advice-cybersecurity-only" in {warning["about"] for warning in each["warnings"]}, key


def test_what_is_known_by_an_answer_is_not_warned_of(trees: Mapping[str, Element]) -> None:
    (known,) = trees["situatie/verlengen"].iterfind(".//div[@class='kmop-know']")
    assert [paragraph.get("data-holds") is None for paragraph in known] == [True, False]


def test_what_is_needed_after_the_registration_stands_apart(
    norm_copy: Norm, messages: Mapping[str, str], prose_dir: Path
) -> None:
    for_later = {"moment": "after_registration", "needed_when": {"any": []}, "later_when": {"all": []}}
    norm_copy["documents"]["attendance-list"] |= for_later

    text = words(tree(render_pages(norm_copy, messages, prose_dir).pages["situatie/opleiding"]))

    now, _, later = text.partition(messages["situations.papers.after_registration"])
    title = norm_copy["documents"]["attendance-list"]["title"]["nl"]
    assert title in later.partition(messages["situations.block.warning"])[0]
    assert title not in now.partition(messages["situations.papers.now"])[2]


def test_who_is_registered_needs_the_papers_of_each_file_now(trees: Mapping[str, Element]) -> None:
    for page in ("situatie/verlengen", "situatie/afgelopen"):
        labels = [words(each) for each in of_class(trees[page], "kmop-label")]
        assert "In elk dossier met kmo-portefeuille" in labels, page
        assert not [label for label in labels if "a uw registratie" in label], page


def test_only_a_renewal_is_said_to_take_a_declaration_as_we_think(trees: Mapping[str, Element]) -> None:
    assumed = "Verklaring op eer voor opleiding (denken wij: vraag het na)"
    assert assumed in words(trees["situatie/verlengen"])
    assert not [page for page in ("situatie/afgelopen", "situatie/opleiding") if assumed in words(trees[page])]


def test_a_seat_abroad_adds_a_time_that_we_do_not_know(trees: Mapping[str, Element]) -> None:
    said = words(trees["situatie/opleiding"])
    assert "Tel er de tijd voor uw Belgische nummers bij. Die kennen we niet." in said
    assert "of mail, zeker uit het buitenland" in said


def test_both_services_tell_for_how_long_one_is_registered(trees: Mapping[str, Element]) -> None:
    for page in ("situatie/advies-cybersecurity", "situatie/opleiding-en-advies"):
        assert "Voldoet u aan de kmop-norm, dan bent u 5 jaar geregistreerd." in words(trees[page]), page


def test_the_price_of_both_services_is_that_of_the_page_for_a_starter_too(
    real_norm: Norm, messages: Mapping[str, str], trees: Mapping[str, Element]
) -> None:
    situation = real_norm["situations"]["situations"]["situation-both-services"]
    figures = Figures(DecisionTable(real_norm, situation), Wording(real_norm, messages))
    rows = [words(row) for row in trees["audit/kostprijs"].iter("tr")]
    for starter in (False, True):
        cost = figures.cost({"starter": starter})
        told = [row for row in rows if cost["price"] in row and cost["price_ends"] in row]
        assert [row for row in told if "Opleiding en advies samen" in row and ("starter" in row) is starter], starter


def test_a_page_changes_with_the_norm_alone(norm_copy: Norm, messages: Mapping[str, str], prose_dir: Path) -> None:
    norm_copy["cost"]["rates"][-1]["eurocents_per_hour"] = {"low": 20000, "likely": 20000, "high": 20000}

    text = words(tree(render_pages(norm_copy, messages, prose_dir).pages["situatie/opleiding"]))

    assert "ongeveer 3.200 euro (2.400 tot 6.800)" in text


def test_a_page_opens_in_the_self_assessment_with_what_it_knows(real_norm: Norm, trees: Mapping[str, Element]) -> None:
    for key, page in pages_of(real_norm).items():
        (answers,) = carried(trees[page])
        assert parse_answers(answers, real_norm)[1] == []
        assert answers["profile"] == real_norm["situations"]["situations"][key]["profile"]
        assert answers["norm"] == {"id": real_norm["id"], "version": real_norm["version"]}


# ---------------------------------------------------------------- the way there


def ends(fork: Element) -> Iterator[str]:
    return (link.get("href", "") for link in fork.iter("a") if "kmop-fork-end" in link.get("class", ""))


@pytest.mark.parametrize("page", ["index", "situatie/index"])
def test_the_chooser_leads_to_every_situation_by_links_alone(
    real_norm: Norm, trees: Mapping[str, Element], page: str
) -> None:
    (chooser,) = of_class(trees[page], "kmop-chooser")

    reached = {address.partition("#")[0].strip("./").removeprefix("situatie/") for address in ends(chooser)}

    assert reached == {each["page"]["nl"] for each in real_norm["situations"]["situations"].values()}
    assert not [each for each in chooser.iter() if each.tag in {"script", "button", "input"}]


def test_who_is_registered_conditionally_finds_that_among_the_registered_and_by_the_result(
    trees: Mapping[str, Element],
) -> None:
    (chooser,) = of_class(trees["index"], "kmop-chooser")
    forks = [list(ends(fork)) for fork in of_class(chooser, "kmop-fork")]

    leading = [fork for fork in forks if any(address.endswith("voorwaardelijk/") for address in fork)]
    assert [any(address.endswith("verlengen/") for address in fork) for fork in leading[1:]] == [True, False]


def test_what_the_chooser_knows_stands_in_the_address(trees: Mapping[str, Element]) -> None:
    (chooser,) = of_class(trees["index"], "kmop-chooser")
    states = {address.partition("#")[2] for address in ends(chooser)}

    assert [parse_qsl(state) for state in sorted(states)] == [[], [("starter", "ja")], [("starter", "nee")]]


def test_every_fold_of_the_chooser_has_a_question_and_shuts_its_neighbours(trees: Mapping[str, Element]) -> None:
    (chooser,) = of_class(trees["index"], "kmop-chooser")
    found = ids(chooser)
    for fork in of_class(chooser, "kmop-fork"):
        assert fork.get("aria-labelledby") in found
        folds = {each.get("name") for item in fork for each in item if each.tag == "details"}
        assert len(folds) <= 1


# ---------------------------------------------------------------- what other pages may ask


def written(norm: Norm, messages: Mapping[str, str], prose: Path, text: str) -> str:
    (prose / "audit" / "kostprijs.md").write_text(text, encoding="utf-8")
    return words(tree(render_pages(norm, messages, prose).pages["audit/kostprijs"]))


def test_prose_asks_for_the_price_and_the_time_of_a_situation(
    real_norm: Norm, messages: Mapping[str, str], prose_copy: Path
) -> None:
    asked = '{{ price("situation-training") }}, {{ price_range("situation-training", {"sites.belgium": 2}) }}, '
    asked += '{{ duration("opleiding") }}, {{ duration_range("opleiding") }}'

    text = written(real_norm, messages, prose_copy, asked)

    assert "ongeveer 2.400 euro, 1.950 tot 5.100 euro, ongeveer drie maanden, twee tot vijf maanden" in text


def test_prose_asks_for_both_lists_of_documents(real_norm: Norm, messages: Mapping[str, str], prose_copy: Path) -> None:
    text = written(real_norm, messages, prose_copy, '{{ papers("asked") }}\n\n{{ papers("useful") }}')

    asked, _, useful = text.partition(messages["situations.useful.bureau"])
    for document in real_norm["documents"].values():
        title = document["title"]["nl"]
        assert title not in (useful if document["standing"] == "official" else asked), title


def test_a_situation_that_is_not_there_is_a_fault(
    real_norm: Norm, messages: Mapping[str, str], prose_copy: Path
) -> None:
    with pytest.raises(PagesError, match="situation-nobody"):
        written(real_norm, messages, prose_copy, '{{ price("situation-nobody") }}')


# ---------------------------------------------------------------- words


@pytest.mark.parametrize("area", ["situations", "examples", "misunderstandings"])
def test_every_message_is_used_and_every_used_one_is_there(messages: Mapping[str, str], area: str) -> None:
    paths = [*(ROOT / "guide" / "templates").glob("*.j2"), *(ROOT / "guide" / "pages").rglob("*.py")]
    code = "\n".join(path.read_text("utf-8") for path in paths)
    own = {id_ for id_ in messages if id_.startswith(f"{area}.")}
    named = set(re.findall(rf'"({area}\.[\w.]+\w)"', code))
    families = re.compile(r"situations\.(block|figure|papers|useful)\.\w+")
    assert {each for each in named if not each.endswith((".md", ".html"))} <= own
    assert [id_ for id_ in own - named if not families.fullmatch(id_)] == []


@pytest.mark.parametrize("area", ["situations", "examples", "misunderstandings"])
def test_the_words_never_type_a_figure(messages: Mapping[str, str], area: str) -> None:
    own = {id_: re.sub(r"\{[^{}]*\}", "", text) for id_, text in messages.items() if id_.startswith(f"{area}.")}
    assert {id_: figures_in(text) for id_, text in own.items() if figures_in(text)} == {}
