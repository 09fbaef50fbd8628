"""Templates in the guide: their page says who asks for them, and their buttons stand beside their documents."""

from typing import Any
from xml.etree.ElementTree import Element

import pytest

from tests.guide.pages.dom import words

ORDER = ("authority", "bureau", "after_registration", "nobody")
HEADS = (
    "Dit vraagt de overheid bij de audit",
    "Dit vraagt een auditbureau",
    "Dit kan de overheid vragen na uw registratie",
    "Handig, door niemand gevraagd",
)


@pytest.fixture(scope="module")
def templates(real_norm: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = real_norm["templates"]["templates"]
    return found


def test_each_stands_below_who_asks_for_it(trees: dict[str, Element], templates: dict[str, Any]) -> None:
    text = words(trees["audit/sjablonen"])
    places = [text.index(head) for head in HEADS] + [len(text)]
    for template in templates.values():
        begin, end = places[ORDER.index(template["asked_by"])], places[ORDER.index(template["asked_by"]) + 1]
        assert template["title"]["nl"] in text[begin:end]


def test_each_leads_to_its_document(trees: dict[str, Element], templates: dict[str, Any]) -> None:
    links = {link.get("href", "") for link in trees["audit/sjablonen"].iter("a")}
    for template in templates.values():
        assert any(link.endswith(f"#{template['documents'][0]}") for link in links)


def test_the_page_leads_to_where_they_are_made(trees: dict[str, Element]) -> None:
    links = {link.get("href", "") for link in trees["audit/sjablonen"].iter("a")}
    assert any(link.endswith("#documenten") for link in links)


def buttons(block: Element) -> list[tuple[str | None, str | None]]:
    return [(each.get("data-template"), each.get("data-form")) for each in block.iter("button")]


def test_a_document_has_a_button_for_each_form_of_its_templates(
    trees: dict[str, Element], real_norm: dict[str, Any], templates: dict[str, Any]
) -> None:
    blocks = {each.get("data-field"): each for each in trees["zelftoets"].iter("div") if each.get("data-field")}
    for name in real_norm["documents"]:
        made = [(key, each) for key, each in templates.items() if name in each["documents"]]
        forms = [(key, form) for key, each in made for form in ("docx", "xlsx") if form == "docx" or "sheet" in each]
        assert buttons(blocks[f"documents.{name}"]) == forms


def test_a_button_says_which_template_it_makes(trees: dict[str, Element], templates: dict[str, Any]) -> None:
    for button in trees["zelftoets"].iter("button"):
        if name := button.get("data-template"):
            assert button.get("aria-label") == f"{words(button)}: {templates[name]['title']['nl']}"
