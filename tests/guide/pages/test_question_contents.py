"""Pages with questions list them on top, for windows without a list of contents beside the page."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from tests.guide.pages.dom import of_class, words


def test_every_page_with_questions_lists_them_all_before_the_first(trees: Mapping[str, Element]) -> None:
    for page in ("index", "registreren", "geld-en-tijd", "na-de-audit"):
        root = trees[f"vragen/{page}"]
        (contents,) = of_class(root, "kmop-jump")
        listed = [(words(link), link.get("href")) for link in contents.iter("a")]
        asked = [(words(each), f"#{each.get('id')}") for each in root.iter("h2")]

        assert listed == asked, page
        assert [*root].index(contents) < [each.tag for each in root].index("h2"), page


def test_no_other_page_has_such_a_list(trees: Mapping[str, Element]) -> None:
    assert {page.partition("/")[0] for page, root in trees.items() if [*of_class(root, "kmop-jump")]} == {"vragen"}
