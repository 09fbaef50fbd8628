"""The ways that providers go, the worked examples and the misunderstandings: all of it out of norm and rules."""

import base64
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from assessment import Wording, assess, parse_answers, present
from guide.pages import Pages, render_pages
from guide.paths import ROOT
from tests.guide.pages.dom import ids, of_class, tree, words
from tests.guide.pages.typed_figures import figures_in

Norm = dict[str, Any]
SHARED = "zelftoets/#antwoorden=1."


def path_pages(norm: Norm) -> dict[str, str]:
    return {key: f"wegen/{path['page']['nl']}" for key, path in norm["paths"]["paths"].items()}


def example_pages(norm: Norm) -> dict[str, str]:
    return {key: f"voorbeelden/{example['page']['nl']}" for key, example in norm["examples"].items()}


def report_of(norm: Norm, key: str, **more: Any) -> dict[str, Any]:
    profile = {**norm["paths"]["paths"][key]["profile"], **more}
    return assess(norm, {"format": "kmop-answers/1", "profile": profile}, date.fromisoformat(norm["checked_on"]))


def carried(root: Element) -> list[dict[str, Any]]:
    """The answers that links on a page carry to the self-assessment."""
    addresses = [link.get("href", "").partition(SHARED)[2] for link in root.iter("a")]
    return [json.loads(zlib.decompress(unpadded(each), -zlib.MAX_WBITS)) for each in addresses if each]


def unpadded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def titles(root: Element) -> list[str]:
    return [words(next(title.iter("a"))) for title in of_class(root, "kmop-tick-title")]


# ---------------------------------------------------------------- the ways


def test_every_way_has_a_page_with_its_own_steps_and_documents(real_norm: Norm, trees: Mapping[str, Element]) -> None:
    for key, page in path_pages(real_norm).items():
        report, shown = report_of(real_norm, key), titles(trees[page])
        steps = [real_norm["procedure"]["steps"][each["id"]]["title"]["nl"] for each in report["timeline"]["steps"]]
        documents = {real_norm["documents"][each["id"]]["title"]["nl"] for each in report["documents"]}
        conditions = {
            real_norm["conditions"][each["id"]]["title"]["nl"] for each in report["eligibility"]["conditions"]
        }
        assert [title for title in shown if title in steps] == steps, key
        assert documents | conditions <= set(shown), key


def test_a_way_shows_the_price_that_the_rules_work_out(
    real_norm: Norm, messages: Mapping[str, str], trees: Mapping[str, Element]
) -> None:
    said = Wording(real_norm, messages)
    for key, page in path_pages(real_norm).items():
        cents = report_of(real_norm, key)["cost"]["cents"]
        if cents["high"]:
            assert all(said.money(cents[end]) in words(trees[page]) for end in ("low", "likely", "high")), key
        else:
            assert messages["view.cost.no_audit"] in words(trees[page])


def test_a_way_warns_of_all_that_the_rules_warn_of(real_norm: Norm, trees: Mapping[str, Element]) -> None:
    for key, page in path_pages(real_norm).items():
        for warning in report_of(real_norm, key)["warnings"]:
            assert real_norm["warnings"][warning["id"]]["title"]["nl"] in words(trees[page]), (key, warning["id"])


def test_a_way_quotes_each_pitfall_that_the_norm_names(real_norm: Norm, trees: Mapping[str, Element]) -> None:
    for key, page in path_pages(real_norm).items():
        leads = [link.get("href", "").rpartition("#")[2] for link in trees[page].iter("a")]
        assert set(real_norm["paths"]["paths"][key]["pitfalls"]) <= set(leads), key


def test_days_are_only_an_example_and_follow_the_day_of_the_norm(trees: Mapping[str, Element]) -> None:
    text = words(trees["wegen/negatief"])

    assert "Wanneer was uw eerste audit? Bijvoorbeeld op 22 september 2026." in text
    assert "Met de dag van het voorbeeld: 22 maart 2027." in text
    (answers,) = carried(trees["wegen/negatief"])
    assert "dates" not in answers["profile"]


def test_a_way_changes_with_the_norm_alone(norm_copy: Norm, messages: Mapping[str, str], prose_dir: Path) -> None:
    norm_copy["cost"]["rates"][-1]["eurocents_per_hour"] = {"low": 20000, "likely": 20000, "high": 20000}
    norm_copy["checked_on"] = "2027-03-01"
    key, page = next(pair for pair in path_pages(norm_copy).items() if report_of(norm_copy, pair[0])["cost"]["lines"])
    report = report_of(norm_copy, key)
    norm_copy["procedure"]["steps"][report["timeline"]["steps"][0]["id"]]["title"]["nl"] = "Vraag prijzen"

    text = words(tree(render_pages(norm_copy, messages, prose_dir).pages[page]))

    assert Wording(norm_copy, messages).money(report["cost"]["cents"]["likely"]) in text
    assert "Uitgerekend voor 1 maart 2027" in text
    assert "Vraag prijzen" in text


def test_the_situation_of_a_way_opens_in_the_self_assessment(real_norm: Norm, trees: Mapping[str, Element]) -> None:
    for key, page in path_pages(real_norm).items():
        (answers,) = carried(trees[page])
        assert parse_answers(answers, real_norm)[1] == []
        assert answers["profile"] == real_norm["paths"]["paths"][key]["profile"]
        assert answers["norm"] == {"id": real_norm["id"], "version": real_norm["version"]}


def ends(fork: Element) -> Iterator[str]:
    return (link.get("href", "") for link in fork.iter("a") if "kmop-fork-end" in link.get("class", ""))


@pytest.mark.parametrize("page", ["index", "wegen/index"])
def test_the_chooser_leads_to_every_way_by_links_alone(
    real_norm: Norm, trees: Mapping[str, Element], page: str
) -> None:
    (chooser,) = of_class(trees[page], "kmop-chooser")

    reached = {address.strip("./").removeprefix("wegen/") for address in ends(chooser)}

    assert reached == {path["page"]["nl"] for path in real_norm["paths"]["paths"].values()}
    assert not [each for each in chooser.iter() if each.tag in {"script", "button", "input"}]


def test_every_fold_of_the_chooser_has_a_question_and_shuts_its_neighbours(trees: Mapping[str, Element]) -> None:
    (chooser,) = of_class(trees["index"], "kmop-chooser")
    found = ids(chooser)
    for fork in of_class(chooser, "kmop-fork"):
        assert fork.get("aria-labelledby") in found
        folds = {each.get("name") for item in fork for each in item if each.tag == "details"}
        assert len(folds) <= 1


# ---------------------------------------------------------------- the examples


def test_an_example_tells_its_story_and_says_that_it_is_made_up(
    real_norm: Norm, messages: Mapping[str, str], trees: Mapping[str, Element]
) -> None:
    for key, page in example_pages(real_norm).items():
        text = words(trees[page])
        assert all(" ".join(part["nl"].split()) in text for part in real_norm["examples"][key]["tale"])
        assert messages["ways.example.fiction"] in text


def test_an_example_shows_the_whole_result_of_the_rules(
    real_norm: Norm, messages: Mapping[str, str], trees: Mapping[str, Element]
) -> None:
    for key, page in example_pages(real_norm).items():
        example = real_norm["examples"][key]
        report = assess(real_norm, example["answers"], date.fromisoformat(example["date"]))
        view, text = present(report, real_norm, messages, {}), words(trees[page])
        assert view["headline"] in text
        headings = [words(each).rstrip("¶ ") for each in trees[page].iter("h3")]
        assert headings == [section["title"] for section in view["sections"]]
        for section in view["sections"]:
            assert section["title"] in text
            assert all(line["title"] in text and line["text"] in text for line in section["lines"]), section["id"]


def test_the_overview_says_what_came_of_each_example(
    real_norm: Norm, messages: Mapping[str, str], trees: Mapping[str, Element]
) -> None:
    for example in real_norm["examples"].values():
        report = assess(real_norm, example["answers"], date.fromisoformat(example["date"]))
        assert present(report, real_norm, messages, {})["headline"] in words(trees["voorbeelden/index"])


def test_the_link_of_an_example_carries_exactly_its_answers(real_norm: Norm, trees: Mapping[str, Element]) -> None:
    named = {"norm": {"id": real_norm["id"], "version": real_norm["version"]}}
    for key, page in example_pages(real_norm).items():
        assert carried(trees[page]) == [{**real_norm["examples"][key]["answers"], **named}]


def test_what_was_answered_stands_on_the_page_of_an_example(trees: Mapping[str, Element]) -> None:
    text = words(trees["voorbeelden/drie-vestigingen"])

    assert "Vragen over lokaal en materiaal ontbreken." in text
    assert "Hoeveel vestigingen hebt u in België? 3" in text


# ---------------------------------------------------------------- the misunderstandings


def test_every_misunderstanding_has_an_anchor_its_rebuttal_and_its_grounds(
    real_norm: Norm, messages: Mapping[str, str], pages: Pages, trees: Mapping[str, Element]
) -> None:
    root, said = trees["misverstanden"], Wording(real_norm, messages)
    boxes = dict(zip([each for each in ids(root) if each.startswith("misunderstanding-")], boxes_of(root), strict=True))
    for key, element in real_norm["misunderstandings"]["misunderstandings"].items():
        box = boxes[key]
        assert said.text(element["text"]) in words(box)
        assert messages[f"view.standing.{element['standing']}"] in words(box)
        assert pages.links[key] == f"misverstanden/#{key}"
        leads = [link.get("href", "").rpartition("#")[2] for link in box.iter("a")]
        assert {*element.get("sources", []), *element["about"]} <= set(leads), key


def boxes_of(root: Element) -> list[Element]:
    return list(of_class(root, "kmop-misunderstanding"))


@pytest.mark.parametrize(
    "trap",
    [
        "starter-is-conditional",
        "certificate-replaces-audit",
        "retention",
        "all-advice",
        "travel-always",
        "vat-subsidised",
        "audit-vat",
    ],
)
def test_the_traps_that_the_dossiers_found_are_among_them(real_norm: Norm, trap: str) -> None:
    assert f"misunderstanding-{trap}" in real_norm["misunderstandings"]["misunderstandings"]


def test_nobody_s_name_stands_in_for_the_private_planning_note(real_norm: Norm) -> None:
    """The candidate behind it is called a candidate, and nothing else."""
    assert "url" not in real_norm["sources"]["planningsnota"]


# ---------------------------------------------------------------- words


def test_every_message_of_the_ways_is_used_and_every_used_one_is_there(messages: Mapping[str, str]) -> None:
    paths = [*(ROOT / "guide" / "templates").glob("*.j2"), *(ROOT / "guide" / "pages").glob("*.py")]
    code = "\n".join(path.read_text("utf-8") for path in paths)
    own = {id_ for id_ in messages if id_.startswith("ways.")}
    named = set(re.findall(r'"(ways\.[\w.]+\w)"', code))
    families = re.compile(r"ways\.(path\.deadline\.\w+|path\.figure\.\w+\.\w+|\w+\.description)")
    assert named <= own
    assert [id_ for id_ in own - named if not families.fullmatch(id_)] == []


def test_the_words_of_the_ways_never_type_a_figure(messages: Mapping[str, str]) -> None:
    own = {id_: re.sub(r"\{[^{}]*\}", "", text) for id_, text in messages.items() if id_.startswith("ways.")}
    assert {id_: figures_in(text) for id_, text in own.items() if figures_in(text)} == {}
