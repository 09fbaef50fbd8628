"""What the pages show of the norm."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from guide.pages import Pages, render_pages
from guide.pages.marks import mark_of
from tests.guide.pages.dom import ids, of_class, tree, words

PAGES = [
    "index",
    "situatie/index",
    "registreren/index",
    "registreren/voorwaarden",
    "registreren/starters",
    "registreren/certificaat",
    "registreren/loont-het",
    "audit/index",
    "audit/documenten",
    "audit/sjablonen",
    "audit/bureau",
    "audit/bezoek",
    "audit/kostprijs",
    "daarna/resultaat",
    "daarna/verlengen",
    "daarna/eerste-dossier",
    "daarna/klachten",
    "vragen/index",
    "vragen/registreren",
    "vragen/geld-en-tijd",
    "vragen/na-de-audit",
    "zelftoets",
    "teksten",
    "dossiers",
    "naslag/index",
    "naslag/norm/index",
    "naslag/voorbeelden",
    "naslag/voorwaarden",
    "naslag/procedure",
    "naslag/uitzonderingen",
    "naslag/starters",
    "naslag/auditbureaus",
    "naslag/voorbereiden",
    "naslag/auditbezoek",
    "naslag/kostprijs",
    "naslag/resultaat",
    "naslag/voorwaardelijke-registratie",
    "naslag/verlenging",
    "naslag/klachten",
    "naslag/kmo-portefeuille",
    "naslag/oefentest",
    "naslag/begrippen",
    "naslag/wijzigingen",
    "naslag/bronnen",
    "naslag/over",
    "naslag/misverstanden",
]


def test_every_page_of_the_guide_is_made(pages: Pages, real_norm: dict[str, Any]) -> None:
    """Every page has its own address, title and description."""
    requirements = [f"naslag/norm/{each['page']['nl']}" for each in real_norm["requirements"].values()]
    ways = [f"situatie/{each['page']['nl']}" for each in real_norm["situations"]["situations"].values()]
    assert sorted([*PAGES, *requirements, *ways]) == sorted(pages.pages)
    assert all(page.title and page.description for page in pages.pages.values())
    assert len({page.title for page in pages.pages.values()}) == len(pages.pages)


def test_a_title_is_read_as_it_is_written(
    norm_copy: dict[str, Any], messages: Mapping[str, str], prose_dir: Path
) -> None:
    """Whatever Markdown or HTML would take its signs for."""
    title = {"nl": "Zon & zee, 1 < 2, *een* [twee](x) `drie` #4 a_b_c &amp; <b>"}
    requirement = next(iter(norm_copy["requirements"].values()))
    listed = (norm_copy["quiz"][0], norm_copy["misunderstandings"]["groups"][0])
    for element in (next(iter(norm_copy["bureaus"].values())), requirement, *listed):
        element["title"] = title

    made = render_pages(norm_copy, messages, prose_dir).pages

    of_requirement = requirement["page"]["nl"]
    places = {
        "naslag/auditbureaus": "h3",
        f"naslag/norm/{of_requirement}": "h1",
        "naslag/oefentest": "h2",
        "naslag/misverstanden": "h2",
    }
    for page, tag in places.items():
        assert title["nl"] in [words(each) for each in tree(made[page]).iter(tag)], page


def test_navigation_leads_to_every_page_once(pages: Pages) -> None:
    """No page is left out of the navigation, and none stands in it twice."""
    assert list(pages.pages) == [page for _, section in pages.navigation for page in section]


def test_every_recorded_anchor_stands_on_its_page_once(pages: Pages, trees: dict[str, Element]) -> None:
    """An anchor is an `id` in the page's HTML, and no page has an `id` twice."""
    found = {page: ids(root) for page, root in trees.items()}
    assert [page for page, its in found.items() if len(its) != len(set(its))] == []
    missing = [(id_, page) for id_, on in pages.anchors.items() for page in on if id_ not in found[page]]
    assert missing == []


def test_every_check_point_has_an_anchor_on_its_requirements_page(
    real_norm: dict[str, Any], trees: dict[str, Element]
) -> None:
    """A colleague can be sent to one check point."""
    for element in real_norm["requirements"].values():
        page = f"naslag/norm/{element['page']['nl']}"
        assert set(element["checks"]) <= set(ids(trees[page]))


def test_every_element_of_the_norm_is_shown(real_norm: dict[str, Any], pages: Pages) -> None:
    """Nothing that the rules rest on is kept from the reader."""
    shown = set(pages.anchors)
    for kind in ("sources", "conditions", "exemptions", "documents", "outcomes", "bureaus", "changes", "glossary"):
        assert set(real_norm[kind]) <= shown
    assert set(real_norm["facts"]) <= shown
    assert set(real_norm["procedure"]["steps"]) | set(real_norm["procedure"]["deadlines"]) <= shown
    assert {line["id"] for line in real_norm["cost"]["model"]["lines"]} <= shown


def test_every_fact_has_its_place_in_naslag(real_norm: dict[str, Any], pages: Pages, trees: dict[str, Element]) -> None:
    """Nothing that was found is lost where the guide is short."""
    for fact in real_norm["facts"]:
        assert pages.links[fact].startswith("naslag/"), fact
    rendered = {each for page, root in trees.items() if page.startswith("naslag/") for each in ids(root)}
    assert set(real_norm["facts"]) <= rendered


def test_every_fact_shows_how_firm_it_is_where_it_is_not_official(
    real_norm: dict[str, Any], trees: dict[str, Element]
) -> None:
    """A fact has a mark that leads to its explanation, and the reason for it where it is our own."""
    seen = 0
    for root in trees.values():
        for block in of_class(root, "kmop-fact"):
            fact = real_norm["facts"].get(block.get("data-fact", ""))
            if fact is not None:
                seen += 1
                kind = mark_of(fact, real_norm["sources"])
                assert _marks_shown(block) == ([] if kind == "official" else [kind])
                assert ("rationale" in fact) == bool(list(of_class(block, "kmop-rationale")))
    assert seen >= len(real_norm["facts"])


def test_every_fact_is_told_with_its_sources_at_the_end_of_its_section(
    real_norm: dict[str, Any], trees: dict[str, Element]
) -> None:
    """A fold lists each statement that has sources, with links to all of them."""
    told = {}
    for page, root in trees.items():
        for fold in of_class(root, "kmop-section-sources"):
            for line in fold.iter("li"):
                named = [link.attrib["href"].rpartition("#")[2] for link in line.iter("a")]
                told[page, line.get("data-for", "")] = named
    for page, root in trees.items():
        for block in of_class(root, "kmop-fact"):
            fact = real_norm["facts"].get(block.get("data-fact", ""), {})
            if page.startswith("naslag/") and fact.get("sources"):
                assert set(fact["sources"]) <= set(told[page, fact["id"]]), (page, fact["id"])


def test_no_marker_of_sources_is_left(pages: Pages) -> None:
    """They are for the fold alone."""
    assert [page.path for page in pages.pages.values() if "<!--rests" in page.markdown] == []


def test_an_estimate_never_looks_like_a_rule(trees: dict[str, Element]) -> None:
    """Facts and blocks of our own carry a class of their own."""
    for root in trees.values():
        for block in of_class(root, "kmop-fact"):
            if "estimate" in _marks_shown(block):
                assert "--estimate" in block.get("class", ""), words(block)[:80]


def test_facts_that_disagree_stand_side_by_side_or_lead_to_each_other(
    real_norm: dict[str, Any], trees: dict[str, Element]
) -> None:
    """Who contradicts whom is seen in one place, under a heading that says so; from another page, a link away."""
    blocks = {block.get("data-fact"): block for root in trees.values() for block in of_class(root, "kmop-fact")}
    groups = [
        {block.get("data-fact") for block in of_class(group, "kmop-fact")}
        for root in trees.values()
        for group in of_class(root, "kmop-disagreement")
    ]
    pairs = [(id_, other) for id_, fact in real_norm["facts"].items() for other in fact.get("disagrees_with", [])]
    assert pairs
    assert groups
    for id_, other in pairs:
        linked = [
            link.attrib["href"].rpartition("#")[2]
            for note in of_class(blocks[id_], "kmop-contradicted")
            for link in note.iter("a")
        ]
        assert any({id_, other} <= group for group in groups) or other in linked, (id_, other)


def test_a_fact_stands_in_full_on_one_page_of_naslag(trees: dict[str, Element], real_norm: dict[str, Any]) -> None:
    """Elsewhere a link leads there."""
    pages: dict[str, set[str]] = {}
    for page, root in trees.items():
        for block in of_class(root, "kmop-fact"):
            if block.get("data-fact") in real_norm["facts"]:
                pages.setdefault(block.attrib["data-fact"], set()).add(page)
    assert {fact: on for fact, on in pages.items() if len(on) > 1} == {}


def test_todays_rule_comes_first_and_history_is_folded(real_norm: dict[str, Any], trees: dict[str, Element]) -> None:
    """Outside of the folded history, the scheme's page shows only what holds on the day of checking."""
    today = real_norm["checked_on"]
    past = [
        state["text"]["nl"].split("{")[0]
        for rule in real_norm["scheme"]["rules"].values()
        for state in rule["states"]
        if state.get("valid_until", today) < today
    ]
    root = trees["naslag/kmo-portefeuille"]
    folded = " ".join(words(each) for each in of_class(root, "kmop-history"))
    assert past
    assert all(" ".join(text.split()) in folded for text in past)


def test_a_value_in_prose_leads_to_its_fact(pages: Pages, trees: dict[str, Element]) -> None:
    """A reader can ask of each figure in a text where it comes from."""
    figures = list(of_class(trees["registreren/index"], "kmop-value"))
    assert figures
    for figure in figures:
        path, _, anchor = figure.attrib["href"].partition("#")
        assert pages.links[anchor] == f"{path.removeprefix('../')}#{anchor}"


def test_every_link_leads_to_a_page_and_an_anchor(pages: Pages, trees: dict[str, Element]) -> None:
    """The addresses that the rules and the browser get are those of real places."""
    urls = {_url(page): page for page in trees}
    for name, link in pages.links.items():
        path, _, anchor = link.partition("#")
        assert anchor == name
        assert anchor in ids(trees[urls[path]])


def test_sources_say_what_rests_on_them(real_norm: dict[str, Any], trees: dict[str, Element]) -> None:
    """Each source lists what rests on it, and a fact is listed with all of its sources."""
    listed: dict[str, set[str]] = {}
    source = ""
    for block in trees["naslag/bronnen"].iter():
        source = block.get("id", source) if block.tag == "h3" else source
        if "kmop-source" in block.get("class", "").split():
            listed[source] = {link.attrib["href"].rpartition("#")[2] for link in block.iter("a")}
    assert set(listed) == set(real_norm["sources"])
    for id_, fact in real_norm["facts"].items():
        assert all(id_ in listed[each] for each in fact.get("sources", []))


def test_no_source_unfolds_to_nothing(trees: dict[str, Element]) -> None:
    """Some stand for a story from practice alone."""
    folds = [fold for block in of_class(trees["naslag/bronnen"], "kmop-source") for fold in block.iter("details")]
    assert folds
    assert [words(fold) for fold in folds if fold.find(".//a") is None] == []


def test_every_statement_is_listed_with_a_link_to_its_place(
    real_norm: dict[str, Any], trees: dict[str, Element]
) -> None:
    """The proof that nothing of the founding texts was lost can be read on the page of sources."""
    listed = {
        words(link): link.attrib["href"]
        for group in of_class(trees["naslag/bronnen"], "kmop-statements")
        for link in group.iter("a")
    }
    for statement in real_norm["statements"]:
        path = _url(statement["page"])
        assert listed[" ".join(statement["says"]["nl"].split())].endswith(f"{path}#{statement['element']}")


def test_the_same_norm_gives_the_same_pages(
    norm_copy: dict[str, Any], messages: Mapping[str, str], prose_dir: Path, pages: Pages
) -> None:
    """Nothing depends on the clock, on chance or on an earlier run."""
    assert render_pages(norm_copy, messages, prose_dir) == pages


def test_no_placeholder_is_left(trees: dict[str, Element]) -> None:
    """Every figure is filled in and every reference has become an address."""
    for page, root in trees.items():
        assert not re.search(r"\{[a-z_:-]+\}", words(root)), page
        hrefs = [link.get("href", "") for link in root.iter("a")]
        assert not [href for href in hrefs if href.startswith(("element:", "page:", "field:"))]


def _url(page: str) -> str:
    return "" if page == "index" else page.removesuffix("index") if page.endswith("/index") else f"{page}/"


def _marks_shown(block: Element) -> list[str]:
    """Return the kinds of the marks in a block."""
    return [each.attrib["href"].rpartition("#standing-")[2] for each in of_class(block, "kmop-mark")]
