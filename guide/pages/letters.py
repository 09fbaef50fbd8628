"""Ready letters: filled in with what is known of the sender, and as addresses that a mail program opens."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from assessment.wording import Wording
from guide.pages.model import Element

__all__ = ["fill_in", "mail_address", "place_words"]

TO_AUTHORITY = "authority"
_PLACE = re.compile(r"\{(\w+)\}")


def fill_in(
    letter: Element, wording: Wording, answers: Mapping[str, Any], kept: Mapping[str, str] | None = None
) -> str:
    """Return the text of a letter; a place without an answer keeps its square brackets.

    Args:
        letter: The letter.
        wording: The language.
        answers: What is known of the sender, by field.
        kept: What stands in places that are filled in elsewhere, by the name of the place.
    """
    places: Element = letter.get("places", {})
    said = {name: place_words(place, wording, answers.get(place["field"])) for name, place in places.items()}
    said |= kept or {}
    texts = {key: _PLACE.sub(lambda found: said.get(found[1], found[0]), text) for key, text in letter["text"].items()}
    return wording.text(texts)


def place_words(place: Element, wording: Wording, answer: Any) -> str:
    """Return what stands in a place for an answer; for several answers, or none of a list, together."""
    says = {each["value"]: wording.text(each["text"]) for each in place["says"]}
    answers = answer if isinstance(answer, list) else [answer]
    if not answers and "none" in place:
        return wording.text(place["none"])
    if not answers or not says.keys() >= {*answers}:
        return wording.text(place["open"])
    return wording.several([says[each] for each in answers])


def mail_address(letter: Element, wording: Wording, body: str) -> str:
    """Return the address that opens a letter in a mail program; whom it goes to is known of the authority alone."""
    asked = {"subject": wording.text(letter["subject"]), "body": body.replace("\n", "\r\n")}
    to = wording.norm["authority"].get("email", "") if letter["to"] == TO_AUTHORITY else ""
    return f"mailto:{to}?{urlencode(asked, quote_via=quote)}"
