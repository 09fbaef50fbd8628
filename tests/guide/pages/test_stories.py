"""The ways that providers go: all of it out of norm and rules."""

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

from assessment import Wording, assess, parse_answers
from guide.pages import render_pages
from guide.paths import ROOT
from tests.guide.pages.dom import ids, of_class, tree, words
from tests.guide.pages.typed_figures import figures_in

Norm = dict[str, Any]
SHARED = "zelftoets/#antwoorden=1."


def path_pages(norm: Norm) -> dict[str, str]:
    return {key: f"situatie/{path['page']['nl']}" for key, path in norm["paths"]["paths"].items()}


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
    text = words(trees["situatie/negatief"])

    assert "Wanneer was uw eerste audit? Bijvoorbeeld op 22 september 2026." in text
    assert "Met de dag van het voorbeeld: 22 maart 2027." in text
    (answers,) = carried(trees["situatie/negatief"])
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


@pytest.mark.parametrize("page", ["index", "situatie/index"])
def test_the_chooser_leads_to_every_way_by_links_alone(
    real_norm: Norm, trees: Mapping[str, Element], page: str
) -> None:
    (chooser,) = of_class(trees[page], "kmop-chooser")

    reached = {address.strip("./").removeprefix("situatie/") for address in ends(chooser)}

    assert reached == {path["page"]["nl"] for path in real_norm["paths"]["paths"].values()}
    assert not [each for each in chooser.iter() if each.tag in {"script", "button", "input"}]


def test_every_fold_of_the_chooser_has_a_question_and_shuts_its_neighbours(trees: Mapping[str, Element]) -> None:
    (chooser,) = of_class(trees["index"], "kmop-chooser")
    found = ids(chooser)
    for fork in of_class(chooser, "kmop-fork"):
        assert fork.get("aria-labelledby") in found
        folds = {each.get("name") for item in fork for each in item if each.tag == "details"}
        assert len(folds) <= 1


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
