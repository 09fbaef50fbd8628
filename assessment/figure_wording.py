"""Figures in words: days, money, hours and estimates, as the catalogue of one language puts them."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from assessment.rounding import Rounded, rounded_duration, rounded_hours, rounded_money

__all__ = ["ROUNDED", "FigureWording"]

_CENTS = 100
_MINUTES = 60
_IN_WORDS = frozenset({"days", "weeks", "months"})
"""The units of which small round numbers are words."""
_THIRD_OF_MONTH = 10
_PARTS_OF_MONTH = ("early", "middle", "late", "late")
ROUNDED = {"money": rounded_money, "hours": rounded_hours, "duration": rounded_duration}
"""How amounts of a kind are rounded when they are estimates."""


class FigureWording(ABC):
    """Puts figures into words; what fills in the messages is left to who has them.

    Attributes:
        messages: The message catalogue of the language.
    """

    messages: Mapping[str, str]

    @abstractmethod
    def message(self, name: str, values: Mapping[str, Any] | None = None) -> str:
        """Return the sentence of the catalogue that has this id, filled in."""

    def date(self, iso: str) -> str:
        """Return a date in words, such as `1 februari 2026`."""
        day = date.fromisoformat(iso)
        month = self.messages[f"words.month.{day.month}"]
        return self.message("words.date", {"day": day.day, "month": month, "year": day.year})

    def around(self, iso: str) -> str:
        """Return the part of the month in which an estimated day lies, such as `begin maart 2027`."""
        day = date.fromisoformat(iso)
        part = _PARTS_OF_MONTH[(day.day - 1) // _THIRD_OF_MONTH]
        month = self.messages[f"words.month.{day.month}"]
        return self.message(f"words.part.{part}", {"month": month, "year": day.year})

    def money(self, cents: int) -> str:
        """Return an amount in euro cents in words, such as `2.400 euro`."""
        return self.message("words.unit.eurocents", {"number": self._euros(cents)})

    def hours(self, minutes: int) -> str:
        """Return a number of minutes in words, such as `16 uur 30 min`."""
        whole, rest = divmod(minutes, _MINUTES)
        hours, over = self._measure(whole, "hours"), self._measure(rest, "minutes")
        if whole and rest:
            return self.message("words.hours_and_minutes", {"hours": hours, "minutes": over})
        return over if rest else hours

    def span(self, amounts: Mapping[str, int], kind: str) -> str:
        """Return a range with its likely figure in words; kind is `money`, `hours`, or something counted."""
        in_words = {"money": self.money, "hours": self.hours}.get(kind, self.grouped)
        shown = {end: in_words(amounts[end]) for end in ("low", "likely", "high")}
        if shown["low"] == shown["high"]:
            return shown["likely"]
        # The unit of money is told once.
        ends = {end: self._euros(amounts[end]) for end in ("low", "high")} if kind == "money" else {}
        return self.message("view.range", shown | ends)

    def about(self, rounded: Rounded) -> str:
        """Return the likely figure of an estimate in words, such as `ongeveer drie maanden` or `enkele dagen`."""
        if rounded.unit == "days" and rounded.low < rounded.high:
            return self.ends(rounded)
        if rounded.unit in _IN_WORDS and not rounded.likely:
            return self.message("words.few_days")
        return self.message("words.about", {"amount": self._round(rounded, rounded.likely)})

    def about_least(self, rounded: Rounded) -> str:
        """Return the lower end of an estimate in words: no more than there is."""
        return self.about(rounded._replace(likely=rounded.low, high=rounded.low))

    def about_most(self, rounded: Rounded) -> str:
        """Return the upper end of an estimate in words: no less than there is."""
        return self.about(rounded._replace(low=rounded.high, likely=rounded.high))

    def ends(self, rounded: Rounded) -> str:
        """Return the width of an estimate in words, such as `twee tot vijf maanden`; one figure where it has none."""
        high = self._round(rounded, rounded.high)
        if rounded.low == rounded.high:
            return high
        if rounded.unit in _IN_WORDS and not rounded.low:
            return self.message("words.at_most", {"high": high})
        return self.message("words.range", {"low": self._round_number(rounded, rounded.low), "high": high})

    def estimate(self, rounded: Rounded) -> str:
        """Return an estimate with its width in words, such as `ongeveer drie maanden (twee tot vijf)`."""
        about = self.about(rounded)
        if rounded.low == rounded.high or rounded.unit == "days":
            return about
        if rounded.unit in _IN_WORDS and not rounded.low:
            return self.message("words.estimate_at_most", {"about": about, "high": self._round(rounded, rounded.high)})
        low, high = (self._round_number(rounded, end) for end in (rounded.low, rounded.high))
        return self.message("words.estimate", {"about": about, "low": low, "high": high})

    def estimated(self, amounts: Mapping[str, int], kind: str) -> str:
        """Return amounts as a rounded estimate; what has no width is known, and told as it is.

        Args:
            amounts: `low`, `likely` and `high`: cents, minutes or days.
            kind: `money`, `hours` or `duration`.
        """
        if amounts["low"] == amounts["high"] and kind != "duration":
            return self.span(amounts, kind)
        return self.estimate(ROUNDED[kind](amounts))

    def period(self, period: Mapping[str, int]) -> str:
        """Return a period in words, such as `1 jaar en 6 maanden`."""
        return self.several([self._measure(number, unit) for unit, number in period.items()])

    def several(self, items: Sequence[str]) -> str:
        """Join words into a phrase, such as `a, b en c`."""
        if len(items) < 2:  # noqa: PLR2004 - nothing to join
            return "".join(items)
        return self.message("words.and", {"first": ", ".join(items[:-1]), "last": items[-1]})

    def _round(self, rounded: Rounded, amount: int) -> str:
        unit = rounded.unit
        key = f"words.unit.{unit}_one" if amount == 1 and f"words.unit.{unit}_one" in self.messages else None
        return self.message(key or f"words.unit.{unit}", {"number": self._round_number(rounded, amount)})

    def _round_number(self, rounded: Rounded, amount: int) -> str:
        """Return a figure of an estimate: a word where all its figures are small numbers of days, weeks or months."""
        words = [self.messages.get(f"words.number.{figure}") for figure in rounded[:3]]
        word = self.messages.get(f"words.number.{amount}") if rounded.unit in _IN_WORDS and all(words) else None
        return word or self._number_in(amount, rounded.unit)

    def _measure(self, amount: int, unit: str) -> str:
        key = f"words.unit.{unit}_one" if amount == 1 and f"words.unit.{unit}_one" in self.messages else None
        return self.message(key or f"words.unit.{unit}", {"number": self._number_in(amount, unit)})

    def _number_in(self, amount: int, unit: str) -> str:
        return self._euros(amount) if unit == "eurocents" else self.grouped(amount)

    def _euros(self, cents: int) -> str:
        euros, rest = divmod(cents, _CENTS)
        return self.grouped(euros) + (f"{self.messages['words.decimal_mark']}{rest:02d}" if rest else "")

    def grouped(self, number: int) -> str:
        """Return a whole number with a mark at its thousands, such as `12.500`."""
        return f"{number:,}".replace(",", self.messages["words.thousands_mark"])
