"""Every word on a page: texts of the norm with their figures filled in, and the message catalogue."""

from collections.abc import Mapping

from jinja2 import Undefined

from assessment.wording import Wording
from guide.pages.model import Element, Norm

__all__ = ["Speech"]


class Speech:
    """Speaks one language about one norm, in the way that templates ask for it.

    Attributes:
        messages: the catalogue of the language, by message id.
        language: which of a text's languages to take.
    """

    def __init__(self, norm: Norm, messages: Mapping[str, str], language: str) -> None:
        self.messages = messages
        self.language = language
        self._wording = Wording(norm, messages, language)

    def say(self, message: str, **values: object) -> str:
        """Return a message of the catalogue with its values filled in."""
        return self._wording.message(message, values)

    def text(self, text: Mapping[str, str], value: Element | Undefined | None = None) -> str:
        """Return a text of the norm; `value` is the figure that stands for `{value}` in it."""
        given = None if isinstance(value, Undefined) else value
        return self._wording.text(text, given)

    def value(self, value: Element) -> str:
        """Return a figure in words, such as `4 tot 6 weken`."""
        return self._wording.value(value)

    def day(self, iso: str) -> str:
        """Return a date in words, such as `1 februari 2026`."""
        return self._wording.date(iso)

    def month(self, number: int) -> str:
        """Return the name of a month, from 1."""
        return self.messages[f"words.month.{number}"]
