"""Pages of questions and long pages of Naslag list what is on them, for windows with no list beside the page."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from guide.pages.page_contents import Heading, outline
from tests.guide.pages.dom import ids, of_class, words

LONG = ("begrippen", "bronnen", "kmo-portefeuille", "kostprijs", "misverstanden", "voorbereiden", "wijzigingen")


def listed(root: Element) -> list[tuple[str, str]]:
    (contents,) = of_class(root, "kmop-jump")
    return [(words(link), link.get("href", "")) for link in contents.iter("a")]


def sections(root: Element) -> list[tuple[str, str]]:
    return [(words(each), f"#{each.get('id')}") for each in root.iter("h2")]


def test_every_page_with_questions_lists_them_all_before_the_first(trees: Mapping[str, Element]) -> None:
    for page in ("index", "registreren", "geld-en-tijd", "na-de-audit"):
        root = trees[f"vragen/{page}"]
        (contents,) = of_class(root, "kmop-jump")

        assert listed(root) == sections(root), page
        assert [*root].index(contents) < [each.tag for each in root].index("h2"), page


def test_a_long_page_of_naslag_lists_all_its_sections_and_their_parts(trees: Mapping[str, Element]) -> None:
    for page in LONG:
        root = trees[f"naslag/{page}"]
        found = listed(root)

        assert [each for each in found if each in sections(root)] == sections(root), page
        assert {anchor.removeprefix("#") for _, anchor in found} <= {*ids(root)}, page


def test_who_prepares_an_audit_finds_each_document_in_the_list(trees: Mapping[str, Element]) -> None:
    assert ("Aanwezigheidslijst", "#attendance-list") in listed(trees["naslag/voorbereiden"])


def test_no_other_page_has_such_a_list(trees: Mapping[str, Element]) -> None:
    having = {page for page, root in trees.items() if [*of_class(root, "kmop-jump")]}

    assert {page.partition("/")[0] for page in having} == {"vragen", "naslag"}
    # The list of all pages is a list of contents already, and a short page is seen at a glance.
    assert not having & {"naslag/index", "naslag/klachten"}


def test_a_heading_is_listed_as_it_is_read() -> None:
    markdown = "## De \\#1 &amp; de rest\n\n### Deel { #own }\n\n<h3>In HTML</h3>\n"

    assert outline(markdown) == [Heading("De #1 & de rest", "de-1-de-rest", [Heading("Deel", "own")])]
