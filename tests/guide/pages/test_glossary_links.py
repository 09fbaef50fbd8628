"""GlossaryLinks are explained where a page first uses them."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from markdown import Markdown

from assessment.wording import Wording
from guide.pages import GlossaryLinks, Pages
from guide.pages.glossary_links import CLOSED, CLOSED_BLOCKS
from tests.guide.pages.dom import EXTENSIONS, ids, of_class, read, words

WITHOUT = ("naslag/begrippen",)


@pytest.fixture(scope="module")
def terms(real_norm: dict[str, Any], messages: Mapping[str, str]) -> GlossaryLinks:
    """The terms of the real norm."""
    return GlossaryLinks(real_norm, Wording(real_norm, messages, "nl"))


@pytest.fixture(scope="module")
def html(pages: Pages) -> dict[str, str]:
    """The pages as a builder makes them of their Markdown, by id."""
    return {each: Markdown(extensions=list(EXTENSIONS)).convert(page.markdown) for each, page in pages.pages.items()}


@pytest.fixture(scope="module")
def marked(terms: GlossaryLinks, html: Mapping[str, str]) -> dict[str, Element]:
    """The pages with their terms explained, as trees."""
    return {each: read(terms.mark(each, text)) for each, text in html.items()}


def test_each_term_is_explained_once_on_a_page(marked: Mapping[str, Element]) -> None:
    """Only where it first occurs: a page full of links is hard to read."""
    for page, root in marked.items():
        for_some = {id(link) for part in root.iterfind(".//*[@data-asked-when]") for link in part.iter()}
        links = [link for link in of_class(root, "kmop-term") if id(link) not in for_some]
        leads = Counter(link.attrib["href"] for link in links)
        assert set(leads.values()) <= {1}, page
        assert bool(leads) is (page not in WITHOUT) or not page.startswith("naslag/"), page


def test_no_earlier_text_holds_a_term_that_is_explained_later(
    terms: GlossaryLinks, marked: Mapping[str, Element]
) -> None:
    """What is explained is the first occurrence that is neither a heading, nor a link, nor code."""
    for page, root in marked.items():
        if page in WITHOUT:
            continue
        unexplained: set[str] = set()
        for text, link in _texts(root, closed=False):
            if link is not None:
                assert link.attrib["href"].rpartition("#")[2] not in unexplained, (page, words(link))
            else:
                unexplained |= {found.rpartition("#")[2] for found in _found(terms, text)}
        assert unexplained <= {link.attrib["href"].rpartition("#")[2] for link in of_class(root, "kmop-term")}, page


def _texts(element: Element, *, closed: bool) -> Any:
    """Yield the open texts of a tree in the order of reading, and each explained term as itself."""
    if "kmop-term" in element.get("class", "").split():
        yield "", element
    else:
        apart = CLOSED_BLOCKS & set(element.get("class", "").split())
        closed = closed or element.tag in CLOSED or "data-no-terms" in element.attrib or bool(apart)
        if not closed and "kmop-meanings" not in element.get("class", ""):
            yield element.text or "", None
        for child in element:
            if child.get("class") != "kmop-meanings":
                yield from _texts(child, closed=closed)
            if not closed:
                yield child.tail or "", None


def _found(terms: GlossaryLinks, text: str) -> list[str]:
    return re.findall(r'href="([^"]+)"', terms.mark("naslag/kostprijs", text))


def test_marking_adds_links_and_nothing_else(html: Mapping[str, str], marked: Mapping[str, Element]) -> None:
    """Whoever reads the page reads the same words."""
    for page, root in marked.items():
        meanings = [words(each) for each in of_class(root, "kmop-meanings")]
        assert words(root).removesuffix(" ".join(meanings)).strip() == words(read(html[page])), page


def test_a_term_brings_its_meaning_along(real_norm: dict[str, Any], marked: Mapping[str, Element]) -> None:
    """A screen reader tells it after the term, without a script."""
    for page, root in marked.items():
        known = {each.get("id"): words(each) for block in of_class(root, "kmop-meanings") for each in block}
        assert len(set(ids(root))) == len(ids(root)), page
        for link in of_class(root, "kmop-term"):
            term = real_norm["glossary"][link.attrib["href"].rpartition("#")[2]]
            assert known[link.attrib["aria-describedby"]].startswith(term["text"]["nl"].split("{")[0].strip())


def test_a_term_leads_to_its_place_in_the_glossary(marked: Mapping[str, Element]) -> None:
    """Also from a page in a folder of its own."""
    (glossary,) = [set(ids(root)) for page, root in marked.items() if page == "naslag/begrippen"]
    for page, up in (("index", "naslag/"), ("naslag/klachten", "../"), ("naslag/norm/activiteit", "../../")):
        for link in of_class(marked[page], "kmop-term"):
            path, _, anchor = link.attrib["href"].partition("#")
            assert (path, anchor in glossary) == (f"{up}begrippen/", True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De auditbureaus en het auditbureau.", ["auditbureaus"]),
        ("Een voorwaardelijke registratie en een registratie.", ["voorwaardelijke registratie", "registratie"]),
        ("Dienstverleners beginnen een zin.", ["Dienstverleners"]),
        ("De audit-achtige auditkost.", []),
        ("vlaio en Vlaio zijn VLAIO.", ["VLAIO"]),
        ("<h2>audit</h2><code>audit</code><a href='x'>audit <b>audit</b></a>", []),
        ("<details><summary>audit</summary>audit</details>", ["audit"]),
        ("a &amp; b &#233; <!-- audit --> <br> <br/> audit", ["audit"]),
        ("<div data-asked-when='x'>audit</div> audit en audit", ["audit", "audit"]),
        ("<span class='kmop-flag'>audit</span> audit", ["audit"]),
        ("<p data-no-terms>audit</p><ul class='x kmop-cards'><li>audit</li></ul>", []),
    ],
)
def test_terms_are_found_by_their_forms_and_nowhere_else(terms: GlossaryLinks, text: str, found: list[str]) -> None:
    """Plurals count, parts of other words do not, and what names or leads is left alone."""
    assert re.findall(r"data-term>([^<]*)<", terms.mark("naslag/kostprijs", text)) == found
    assert re.sub(
        r"</?a class=\"kmop-term\"[^>]*>|\n<div class=\"kmop-meanings.*", "", terms.mark("naslag/kostprijs", text)
    )


def test_a_term_without_forms_goes_by_its_names(norm: dict[str, Any], messages: Mapping[str, str]) -> None:
    """An empty list of forms keeps a word that is too common out of it."""
    glossary = {
        "term-a": {"id": "term-a", "term": {"nl": "aap"}, "also": [{"nl": "baviaan"}], "text": {"nl": "Een dier."}},
        "term-b": {"id": "term-b", "term": {"nl": "boom"}, "forms": {"nl": []}, "text": {"nl": "Een plant."}},
    }
    terms = GlossaryLinks({**norm, "glossary": glossary}, Wording(norm, messages, "nl"))
    said = terms.mark("naslag/kostprijs", "Een boom, een baviaan, een aap.")

    assert re.findall(r"data-term>([^<]*)<", said) == ["baviaan"]


def test_without_terms_a_page_stays_as_it_is(norm: dict[str, Any], messages: Mapping[str, str]) -> None:
    """A norm whose glossary has no words to find changes nothing."""
    plant = {"id": "term-b", "term": {"nl": "boom"}, "forms": {"nl": []}, "text": {"nl": "Een plant."}}
    terms = GlossaryLinks({**norm, "glossary": {"term-b": plant}}, Wording(norm, messages, "nl"))

    assert terms.mark("naslag/kostprijs", "<p>Een boom.</p>") == "<p>Een boom.</p>"
