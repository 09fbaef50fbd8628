"""What helps a reader of the guide to act: marks, ready texts, whom to reach, pages of the authority, what to ask."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

import pytest

from guide.pages import PagesError, render_pages
from guide.pages.links import bare_text, element_links
from guide.pages.marks import mark_of
from tests.guide.pages.dom import of_class, tree, words

Norm = dict[str, Any]
PAGE = "registreren/voorwaarden"


def shown(norm: Norm, messages: Mapping[str, str], prose: Path, text: str) -> Element:
    """A page of the guide that holds this text."""
    (prose / f"{PAGE}.md").write_text(text, encoding="utf-8")
    return tree(render_pages(norm, messages, prose).pages[PAGE])


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ({"standing": "official", "sources": ["law"]}, "official"),
        ({"standing": "secondary", "sources": ["note"]}, "anonymous"),
        ({"standing": "secondary", "sources": ["press"]}, "secondary"),
        ({"standing": "secondary", "sources": ["note", "press"]}, "secondary"),
        ({"standing": "not_found"}, "not_found"),
        ({}, ""),
    ],
)
def test_a_part_has_the_mark_of_its_standing_or_of_its_one_unnamed_source(part: Norm, kind: str) -> None:
    sources = {"law": {"url": "https://example.org"}, "press": {"url": "https://example.org"}, "note": {}}

    assert mark_of(part, sources) == kind


def test_a_mark_stands_once_and_only_where_something_is_not_official(
    real_norm: Norm, messages: Mapping[str, str], prose_copy: Path
) -> None:
    firm = next(key for key, fact in real_norm["facts"].items() if fact["standing"] == "official")
    told = next(key for key, fact in real_norm["facts"].items() if fact["standing"] == "bureau")
    text = f'Dit {{{{ mark("{firm}") }}}} en dat {{{{ mark("{told}") }}}} en nog eens {{{{ mark("{told}") }}}}.'

    marks = list(of_class(shown(real_norm, messages, prose_copy, text), "kmop-mark"))

    assert [words(each) for each in marks] == ["(volgens één auditbureau)"]


def test_what_a_page_marks_counts_among_its_grounds(
    real_norm: Norm, messages: Mapping[str, str], prose_copy: Path
) -> None:
    (prose_copy / f"{PAGE}.md").write_text('Dit {{ mark("audit-needed") }}.', encoding="utf-8")

    assert "audit-needed" in render_pages(real_norm, messages, prose_copy).quoted[PAGE]


def test_every_letter_opens_a_mail_with_its_whole_text(
    real_norm: Norm, messages: Mapping[str, str], prose_copy: Path
) -> None:
    letters = real_norm["letters"]["letters"]
    text = "\n\n".join(f'{{{{ letter("{each}") }}}}' for each in letters)
    root = shown(real_norm, messages, prose_copy, text)

    assert letters
    for block, letter in zip(of_class(root, "kmop-mail"), letters.values(), strict=True):
        (link,) = block.iter("a")
        address = urlsplit(link.attrib["href"])
        asked = parse_qs(address.query)
        (area,) = block.iter("textarea")
        assert asked["body"][0].replace("\r\n", "\n") == area.text
        assert "Met vriendelijke groeten" in str(area.text)
        assert asked["subject"] == [letter["subject"]["nl"]]
        assert (address.path == real_norm["authority"]["email"]) is (letter["to"] == "authority")


def test_a_letter_that_is_not_there_is_a_fault(real_norm: Norm, messages: Mapping[str, str], prose_copy: Path) -> None:
    with pytest.raises(PagesError) as caught:
        shown(real_norm, messages, prose_copy, '{{ letter("letter-love") }}')

    assert "‘letter-love’ kennen we niet" in caught.value.faults[0]


def test_the_authority_is_called_or_mailed(real_norm: Norm, messages: Mapping[str, str], prose_copy: Path) -> None:
    (span,) = of_class(shown(real_norm, messages, prose_copy, "{{ contact() }}"), "kmop-contact")

    assert [link.get("href") for link in span.iter("a")] == [
        f"tel:{real_norm['authority']['phone']}",
        f"mailto:{real_norm['authority']['email']}",
    ]


def test_a_page_of_the_authority_says_of_when_it_is(
    norm_copy: Norm, messages: Mapping[str, str], prose_copy: Path
) -> None:
    norm_copy["sources"]["vlaio-kostprijs"] |= {"published": "2023-03-01", "precision": "month"}
    root = shown(norm_copy, messages, prose_copy, '{{ authority_page("vlaio-kostprijs", "de prijs") }}')

    (link,) = [each for each in root.iter("a") if words(each) == "de prijs"]
    assert link.get("href") == norm_copy["sources"]["vlaio-kostprijs"]["url"]
    assert "(adres gezien: maart 2023)" in words(root)


def test_a_page_of_the_authority_without_an_address_says_what_to_search_for(
    norm_copy: Norm, messages: Mapping[str, str], prose_copy: Path
) -> None:
    norm_copy["authority"]["pages"] = [{"id": "the-desk", "search_for": {"nl": "het loket"}, "seen": {"nl": "2019"}}]
    root = shown(norm_copy, messages, prose_copy, '{{ authority_page("the-desk", "het loket") }}')

    assert "(zoek naar ‘het loket’: het adres vonden we niet)" in words(root)


def test_what_most_likely_changed_is_asked_again_with_whom_to_ask(
    real_norm: Norm, messages: Mapping[str, str], prose_copy: Path
) -> None:
    (box,) = of_class(shown(real_norm, messages, prose_copy, "{{ ask_again() }}"), "kmop-ask-again")

    linked = [link.attrib["href"].rpartition("#")[2] for item in box.iter("li") for link in item.iter("a")]
    assert [each for each in linked if not each.startswith("standing-")] == real_norm["ask_again"]
    assert real_norm["authority"]["email"] in words(box)


@pytest.mark.parametrize("page", ["audit/bureau", "audit/documenten", "registreren/certificaat"])
def test_a_page_that_says_what_most_likely_changed_leads_to_the_box(page: str, trees: dict[str, Element]) -> None:
    (box,) = of_class(trees["audit/kostprijs"], "kmop-ask-again")
    leads = [link.get("href", "") for link in trees[page].iter("a")]

    assert [each for each in leads if "kostprijs" in each and each.endswith(f"#{box.get('id')}")]


def test_text_of_an_answer_is_read_without_links_and_marks() -> None:
    assert bare_text("Ja, **altijd**: [lees](page:x) <a href='y'>5 jaar</a> &amp; meer.") == (
        "Ja, altijd: lees 5 jaar & meer."
    )


def test_links_to_elements_are_found_in_markdown_and_in_html() -> None:
    text = '[a](element:one) <a href="element:two">b</a> [c](page:three) [d](element:one)'

    assert sorted(element_links(text)) == ["one", "two"]


def test_the_bureaus_of_the_norm_are_named_in_a_sentence(
    real_norm: Norm, messages: Mapping[str, str], prose_copy: Path
) -> None:
    last = list(real_norm["bureaus"])[-1]
    fewer = {**real_norm["bureaus"], last: {**real_norm["bureaus"][last], "title": {"nl": "Een ander bureau"}}}

    said = words(shown({**real_norm, "bureaus": fewer}, messages, prose_copy, "Dat zijn {{ bureau_names() }}."))

    assert "Dat zijn BQA, Brand Compliance" in said
    assert said.count(" en Een ander bureau.") == 1


def test_the_telephone_number_is_a_link_wherever_a_page_of_the_guide_names_it(trees: dict[str, Element]) -> None:
    """Beside it stands the mail address, for whoever calls from abroad."""
    guide = {page: root for page, root in trees.items() if not page.startswith(("naslag/", "zelftoets"))}
    named = {page: sum(words(each).count("1700") for each in root.iter("p")) for page, root in guide.items()}
    linked = {
        page: sum(a.get("href") == "tel:1700" for p in root.iter("p") for a in p.iter("a"))
        for page, root in guide.items()
    }

    assert {page: count for page, count in named.items() if count > linked[page]} == {}
    assert sum(linked.values()) >= 10
