"""The page of the scheme's rules: what holds today in short, then each rule with its history."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from guide.pages import render_pages
from tests.guide.pages.dom import ids, of_class, right_options, tree, words


def table(root: Element, place: int) -> dict[str, str]:
    """Return a table of figures as one text per row, by the words of its heading."""
    rows = list(of_class(root, "kmop-today"))[place].iter("tr")
    return {words(row[0]): " | ".join(words(cell) for cell in row[1:]) for row in rows}


def test_the_shares_of_today_stand_in_a_table_by_size(trees: dict[str, Element]) -> None:
    """Ordinary and raised share and the ceiling, small beside medium."""
    shares = table(trees["naslag/kmo-portefeuille"], 0)

    assert shares[""] == "Klein | Middelgroot"
    assert [row for head, row in shares.items() if head.startswith("Gewone subsidie")] == ["30 % | 20 %"]
    assert [row for head, row in shares.items() if head.startswith("Verhoogde subsidie")] == ["45 % | 35 %"]
    assert [row for head, row in shares.items() if head.startswith("Plafond")] == ["7.500 euro | 7.500 euro"]


def test_every_figure_in_the_tables_leads_to_its_rule(trees: dict[str, Element]) -> None:
    """A reader can ask of each where it comes from, and sees how firm its row is."""
    root = trees["naslag/kmo-portefeuille"]
    for part in of_class(root, "kmop-today"):
        for row in part.iter("tr"):
            links = [link.attrib["href"] for cell in row.iter("td") for link in cell.iter("a")]
            assert all(link.removeprefix("#") in ids(root) or "voorbereiden" in link for link in links)


def test_every_row_of_figures_says_when_it_was_last_seen(trees: dict[str, Element]) -> None:
    """From the data: what they say of it, or else the newest source that is as firm; an undated source says so."""
    root = trees["naslag/kmo-portefeuille"]
    heads = [head for place in (0, 1) for head in table(root, place) if head]
    seen = {head: head.partition(" laatst gezien: ")[2] or head.partition(" bron: ")[2] for head in heads}

    assert all(seen.values())
    assert [when[:12] for head, when in seen.items() if head.startswith("Minimumprijs van een advies")] == [
        "2021 of 2022"
    ]
    assert [when for head, when in seen.items() if head.startswith("Verhoogde subsidie")] == ["januari 2026"]
    assert [when for head, when in seen.items() if head.startswith("Subsidie aanvragen")] == ["niet gedateerd"]


def test_what_was_last_seen_long_ago_says_when_beside_it(real_norm: dict[str, Any], trees: dict[str, Element]) -> None:
    """Wherever Naslag shows it."""
    facts = {key: each["last_seen"]["nl"] for key, each in real_norm["facts"].items() if "last_seen" in each}
    shown = {part.get("id"): words(part) for tree in trees.values() for part in of_class(tree, "kmop-fact")}

    assert [key for key, when in facts.items() if f"laatst gezien: {when}" not in shown[key]] == []
    assert facts


def test_a_changed_percentage_changes_table_and_test(
    norm_copy: dict[str, Any], messages: Mapping[str, str], prose_dir: Path
) -> None:
    """The figure stands once in the norm; nothing else has to be edited."""
    norm_copy["scheme"]["rules"]["rule-share-small"]["states"][-1]["value"]["amount"] = 33
    pages = render_pages(norm_copy, messages, prose_dir)

    assert "33 % | 20 %" in table(tree(pages.pages["naslag/kmo-portefeuille"]), 0).values()
    (question,) = [
        each for each in tree(pages.pages["naslag/oefentest"]).iter("li") if each.get("id") == "q-share-small"
    ]
    (right,) = right_options(question)
    assert words(right) == "33 %"
    (total,) = [each for each in tree(pages.pages["naslag/oefentest"]).iter("li") if each.get("id") == "q-sum-small"]
    assert "Juist antwoord: 330 euro" in words(total)
