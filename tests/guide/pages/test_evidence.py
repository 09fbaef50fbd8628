"""What each page says of its own facts, and how to object."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

from guide.pages import Pages, render_pages
from guide.pages.element_index import Index
from guide.pages.evidence import counts, newest_official
from guide.pages.marks import KINDS
from guide.pages.source_usage import disagreeing_groups, sources_of
from tests.guide.pages.dom import of_class, tree, words


def test_every_page_says_once_when_its_data_were_updated(trees: dict[str, Element], real_norm: dict[str, Any]) -> None:
    """One line at its end; how long ago that is, is counted where it is read."""
    for page, root in trees.items():
        (line,) = of_class(root, "kmop-checked")
        assert real_norm["checked_on"][:4] in words(line), page
        (age,) = [each for each in line.iter("span") if "data-updated" in each.attrib]
        assert age.attrib["data-updated"] == real_norm["checked_on"]


def test_the_newest_official_source_of_a_page_is_named() -> None:
    """What a bureau or somebody else wrote is not official, however new."""
    sources = [
        {"standing": "bureau", "published": "2026-06-01"},
        {"standing": "official", "published": "2026-01-01", "precision": "month"},
        {"standing": "official", "published": "2019-12-01", "precision": "day"},
        {"standing": "official"},
    ]
    assert newest_official(sources) == ("2026-01-01", "month")
    assert newest_official(sources[:1]) == ("", "day")


def test_an_official_source_without_a_date_makes_no_page_look_older_than_it_is() -> None:
    """Whoever reads that the newest source is of 2013 leaves, though a page of later years says the same."""
    dated = {"standing": "official", "published": "2013-02-14", "precision": "day"}
    undated = {"standing": "official", "not_before": "2018-01-01"}
    assert newest_official([dated, undated]) == ("", "")
    assert newest_official([{**dated, "published": "2018-06-05"}, undated]) == ("2018-06-05", "day")
    assert newest_official([dated, {**undated, "standing": "bureau"}]) == ("2013-02-14", "day")


def test_no_page_says_that_its_data_were_checked(messages: Mapping[str, str]) -> None:
    """Archived copies were read, which is no check of what holds today."""
    said = {id_: text for id_, text in messages.items() if id_.startswith(("pages.ending.", "facts.ending."))}
    assert not [id_ for id_, text in said.items() if "nagekeken" in text]
    assert any("bewaarde kopieën" in text for text in said.values())


def resting(index: Index, pages: Pages, page: str) -> list[str]:
    """What a page rests on: the elements that have an anchor there, and those of other pages that it quotes."""
    shown = [each for each, on in pages.anchors.items() if page in on]
    every = dict.fromkeys([*shown, *pages.quoted.get(page, [])])
    return [each for each in every if index.kinds[each] != "source"]


def test_counts_keep_every_element_and_every_state_of_a_rule(real_norm: dict[str, Any]) -> None:
    """Nothing is left out, and the firmest comes first."""
    index = Index(real_norm)
    shown = [each for each in index.shown() if "standing" in index.get(each) or "states" in index.get(each)]
    every = sum(len(index.get(each).get("states", [each])) for each in shown)

    assert sum(counts(index, shown).values()) == every
    assert list(counts(index, shown)) == [kind for kind in KINDS if kind in counts(index, shown)]


def test_a_page_of_the_guide_lists_the_sources_that_its_elements_name(
    real_norm: dict[str, Any], pages: Pages, trees: dict[str, Element]
) -> None:
    """Each source once, and no other; a page of Naslag tells them by section."""
    index = Index(real_norm)
    for page, root in trees.items():
        named = {source for each in resting(index, pages, page) for source in sources_of(index.get(each))}
        listed = [
            link.attrib["href"].rpartition("#")[2]
            for block in of_class(root, "kmop-page-sources")
            for link in block.iter("a")
        ]
        assert sorted(listed) == ([] if page.startswith("naslag/") else sorted(named)), page


def test_who_published_a_source_is_named_within_a_line(trees: dict[str, Element]) -> None:
    """What is no name has no capital after a comma; where a line begins with it, it has."""
    lists = [words(block) for root in trees.values() for block in of_class(root, "kmop-page-sources")]

    assert any(", een opleider," in said for said in lists)
    assert [said for said in lists if ", Een " in said] == []
    assert "Een opleider." in words(trees["naslag/bronnen"])


def test_what_a_page_of_the_guide_links_to_counts_among_its_grounds(pages: Pages) -> None:
    """A link to an element is a quotation of it."""
    assert "no-standard-price" in pages.quoted["audit/kostprijs"]


def test_without_anybody_who_takes_reports_no_page_asks_for_one(trees: dict[str, Element]) -> None:
    """Nothing is offered that leads nowhere."""
    assert [page for page, root in trees.items() if list(of_class(root, "kmop-objection"))] == []


def test_a_host_with_an_address_gets_reports_that_name_page_and_version(
    real_norm: dict[str, Any], messages: Mapping[str, str], prose_dir: Path
) -> None:
    """The mail is begun already; the norm is not called so, since these data are ours."""
    made = render_pages(real_norm, messages, prose_dir, host={"contact": "gids@example.org"}).pages
    for page in ("naslag/klachten", "audit/index"):
        (report,) = of_class(tree(made[page]), "kmop-objection")
        (text,), (link,) = report.iter("textarea"), report.iter("a")
        asked = parse_qs(urlsplit(link.attrib["href"]).query)
        assert made[page].title in (text.text or "")
        assert f"Gegevens van deze gids, versie {real_norm['version']}" in (text.text or "")
        assert "readonly" in text.attrib
        assert link.attrib["href"].startswith("mailto:gids@example.org?")
        assert asked["body"][0].replace("\r\n", "\n") == text.text


def test_a_norm_with_an_address_for_reports_links_to_it(
    norm_copy: dict[str, Any], messages: Mapping[str, str], prose_dir: Path
) -> None:
    """The link opens a report that is begun already."""
    norm_copy["issues_url"] = "https://example.org/new?labels=norm"
    root = tree(render_pages(norm_copy, messages, prose_dir).pages["naslag/klachten"])
    (report,) = of_class(root, "kmop-objection")
    (link,) = report.iter("a")
    asked = parse_qs(urlsplit(link.attrib["href"]).query)

    assert asked["labels"] == ["norm"]
    assert "Klachten" in asked["title"][0]
    assert norm_copy["version"] in asked["body"][0]


def test_sources_that_contradict_each_other_are_listed_matter_by_matter(
    real_norm: dict[str, Any], trees: dict[str, Element]
) -> None:
    """Every fact that names another as contradicting it stands there, once."""
    index = Index(real_norm)
    blocks = list(of_class(trees["naslag/bronnen"], "kmop-contradiction"))
    listed = [
        link.attrib["href"].rpartition("#")[2]
        for block in blocks
        for link in block.iter("a")
        if "kmop-mark" not in link.get("class", "")
    ]

    assert sorted(listed) == sorted(id_ for id_, fact in real_norm["facts"].items() if fact.get("disagrees_with"))
    assert len(blocks) == len(disagreeing_groups(index))


def test_a_source_says_when_it_was_last_read_where_that_was_kept(
    norm_copy: dict[str, Any], messages: Mapping[str, str], prose_dir: Path
) -> None:
    """No day is made up: only a source that has one shows one."""
    next(iter(norm_copy["sources"].values()))["seen_on"] = "2026-10-05"
    root = tree(render_pages(norm_copy, messages, prose_dir).pages["naslag/bronnen"])
    said = [words(block) for block in of_class(root, "kmop-source")]

    assert sum("Geraadpleegd op 5 oktober 2026." in each for each in said) == 1


def test_each_source_says_whose_it_is_of_when_and_how_firm(
    real_norm: dict[str, Any], trees: dict[str, Element]
) -> None:
    """In two lines, with what it is used for; the contradictions stand together, above."""
    entries = [words(block) for block in of_class(trees["naslag/bronnen"], "kmop-source")]

    assert len(entries) == len(real_norm["sources"])
    for source, said in zip(sorted_by_kind(real_norm), entries, strict=True):
        publisher = source["publisher"][0].upper() + source["publisher"][1:]
        assert said.startswith(f"{publisher}. Periode: {source['era']['nl']}."), source["title"]
        assert source["used_for"]["nl"] in said
        assert (source.get("url") or source["url_withheld"]["nl"]) in said


def sorted_by_kind(norm: dict[str, Any]) -> list[dict[str, Any]]:
    """The sources in the order of the page: the kinds as they come, and each kind together."""
    kinds = list(dict.fromkeys(each["kind"] for each in norm["sources"].values()))
    return sorted(norm["sources"].values(), key=lambda each: kinds.index(each["kind"]))


def test_what_rests_on_a_source_goes_by_its_name(trees: dict[str, Element]) -> None:
    links = [words(link) for source in of_class(trees["naslag/bronnen"], "kmop-source") for link in source.iter("a")]

    assert [each for each in links if each.isdigit()] == []


def test_the_licence_stands_on_the_page_about_the_guide(trees: dict[str, Element]) -> None:
    """Word for word, with its lines."""
    (text,) = [each for block in of_class(trees["naslag/over"], "kmop-licence") for each in block.iter("pre")]
    assert text.get("lang") == "en"
    assert (text.text or "").startswith("MIT License\n\n")


def test_the_list_of_estimates_is_as_long_as_their_count(trees: dict[str, Element], real_norm: dict[str, Any]) -> None:
    """Every estimate is told with its reason, also that of a single state of a rule."""
    index = Index(real_norm)
    listed = [each for block in of_class(trees["naslag/over"], "kmop-estimates") for each in block.iter("li")]
    assert len(listed) == counts(index, index.shown())["estimate"]


def test_what_goes_by_a_long_fact_is_named_by_its_whole_first_sentence(
    norm_copy: dict[str, Any], messages: Mapping[str, str], prose_dir: Path
) -> None:
    """A rate has no text of its own."""
    long = "VLAIO noemde " + "heel " * 30 + "lang een standaarduurprijs"
    fact = norm_copy["facts"]["hourly-rate"]
    fact.pop("name", None)
    fact["text"] = {"nl": f"{long}."}

    page = tree(render_pages(norm_copy, messages, prose_dir).pages["naslag/bronnen"])

    assert long in words(page)
