"""The letters that the tasks of a situation lead to, and what answers fill in of them."""

from collections.abc import Iterable, Iterator
from typing import Any

from assessment.wording import Wording
from guide.pages.letters import fill_in, place_words
from guide.pages.model import Element, Norm
from guide.pages.situations.answers import flat_profile, states_of
from guide.pages.situations.decision_table import DecisionTable

__all__ = ["known_words", "letter_data", "letters_of"]


def letters_of(norm: Norm, tasks: Iterable[Element]) -> list[Element]:
    """Return the letters that tasks lead to, each once."""
    links = (link for task in tasks for link in _links(task))
    names = dict.fromkeys(name for kind, _, name in (link.partition(":") for link in links) if kind == "letter")
    return [{**norm["letters"]["letters"][name], "id": name} for name in names]


def known_words(wording: Wording, situation: Element) -> dict[str, str]:
    """Return what everybody in a situation writes in places that no answer tells, by the name of the place."""
    return {name: wording.text(text) for name, text in situation.get("in_letters", {}).items()}


def letter_data(norm: Norm, wording: Wording, table: DecisionTable, letter: Element) -> dict[str, Any]:
    """Return what the page's script fills a letter in with.

    Places that a question of the page is about stand as numbers between braces, with their words for each answer.
    """
    fields = [question["field"] for question in table.questions]
    known = known_words(wording, table.situation)
    open_places = {name: place for name, place in letter.get("places", {}).items() if name not in known}
    asked = {name: place for name, place in open_places.items() if place["field"] in fields}
    kept = {name: f"{{{{{number}}}}}" for number, name in enumerate(asked)}
    places = [
        (number, [place_words(place, wording, state) for state in states_of(norm, table.questions[number])])
        for place in asked.values()
        for number in [fields.index(place["field"])]
    ]
    text = fill_in(letter, wording, flat_profile(table.situation), known | kept)
    return {"id": letter["id"], "text": text, "places": places}


def _links(task: Element) -> Iterator[str]:
    yield task["to"]
    yield from (link["to"] for link in task.get("links", []))
