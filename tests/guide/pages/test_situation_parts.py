"""The parts of a situation's page: in the order of a reader's questions, and leading on to what fits."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from tests.guide.pages.dom import of_class, words


def test_a_situation_leads_on_to_what_it_asks_for(trees: Mapping[str, Element]) -> None:
    """Whoever is registered already does not read how to be registered."""
    first = {
        page: next(of_class(trees[page], "kmop-card-link")).get("href", "") for page in trees if "situatie/" in page
    }

    assert first["situatie/opleiding"].endswith("registreren/")
    assert first["situatie/verlengen"].endswith("daarna/verlengen/")
    assert first["situatie/negatief"].endswith("daarna/resultaat/")


def test_what_is_useful_later_is_not_mixed_with_what_is_useful_now(trees: Mapping[str, Element]) -> None:
    labels = [words(each) for each in of_class(trees["situatie/advies-cybersecurity"], "kmop-label")]

    assert "Onze tip, of die van een adviseur, na uw registratie" in labels
    assert len(labels) == len(set(labels))


def test_what_is_said_of_the_list_stands_with_the_list(trees: Mapping[str, Element]) -> None:
    """Not below the documents that come after the registration."""
    said = words(trees["situatie/opleiding"])

    assert said.index("De officiële lijst konden we niet helemaal lezen") < said.index(
        "Na uw registratie, in elk dossier"
    )


def test_without_a_day_no_deadline_is_shown_that_we_only_expect(trees: Mapping[str, Element]) -> None:
    """How long a registration lasts stands there once, and is no estimate."""
    for page in ("situatie/opleiding", "situatie/verlengen"):
        assert "deadline-expected-end" not in _leads(trees[page]), page


def test_what_holds_for_some_only_comes_after_what_holds_for_all(trees: Mapping[str, Element]) -> None:
    """Each task has its place, for when an answer has settled that it holds: what is done first comes first then."""
    (week,) = of_class(trees["situatie/opleiding"], "kmop-week")
    places = [int(task.get("data-place", "")) for task in week]
    open_ones = [bool([*of_class(task, "kmop-only")]) for task in week]

    assert open_ones == sorted(open_ones)
    assert words(week[places.index(0)]).startswith("Regel eerst")


def test_why_stands_below_what_to_do(trees: Mapping[str, Element]) -> None:
    for page, why in (("opleiding", "Een auditbureau kijkt na"), ("voorwaardelijk", "vanzelf volwaardig")):
        said = words(trees[f"situatie/{page}"])
        assert said.index("Dit doet u deze week") < said.index(why) < said.index("Dit kost het"), page


def test_who_is_told_a_price_finds_what_may_have_changed(trees: Mapping[str, Element]) -> None:
    """The box stands on one page, and those that rest on it lead there."""
    (box,) = of_class(trees["audit/kostprijs"], "kmop-ask-again")
    for page in ("situatie/opleiding", "situatie/negatief", "audit/bureau", "audit/documenten", "index"):
        assert box.get("id") in _leads(trees[page]), page


def _leads(root: Element) -> set[str]:
    return {link.get("href", "").rpartition("#")[2] for link in root.iter("a")}
