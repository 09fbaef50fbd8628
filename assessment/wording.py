"""Message formatting: sentences of the message catalogue and texts of the norm, filled in for one language.

A template fills in `{name}` or `{name:kind}`, where the kind says how the value is put: `money`, `date`, `hours` and
the others of `_KINDS`. In a text of the norm `{value}` is the element's own figure and `{fact:ID}` another fact's.
"""

from collections.abc import Callable, Mapping
from functools import cached_property
from string import Formatter
from typing import Any

from assessment.bound_wording import BOUND_KINDS, title_in
from assessment.element_index import elements_of
from assessment.figure_wording import ROUNDED, FigureWording
from assessment.names import named_messages
from assessment.outcomes import UNJUDGED, verdicts_of

__all__ = ["Wording"]

_Parts = list[tuple[str, str | None, str]]


class Wording(FigureWording):
    """The words of one norm in one language.

    Args:
        norm: The checked norm.
        messages: The message catalogue of the language: template by message id.
        language: The key under which the norm's texts hold this language; the catalogue itself says it too.
    """

    def __init__(self, norm: Mapping[str, Any], messages: Mapping[str, str], language: str | None = None) -> None:
        self.norm = norm
        self.language = language or messages.get("words.language", "")
        self.messages = named_messages(messages, norm, self.language)
        self._elements = elements_of(norm)
        self._parsed: dict[str, _Parts] = {}

    def message(self, name: str, values: Mapping[str, Any] | None = None) -> str:
        """Return the sentence of the catalogue that has this id, filled in.

        Raises:
            KeyError: The catalogue has no such message, or the message asks for a value that is not given.
        """
        return self._fill(self.messages[name], values or {})

    def reason(self, reason: Mapping[str, Any]) -> str:
        """Return the sentence that a report names by its message and values."""
        return self.message(reason["message"], reason["values"])

    def text(self, text: Mapping[str, str], value: Mapping[str, Any] | None = None) -> str:
        """Return a text of the norm in this language, with its figures filled in.

        Args:
            text: The text by language.
            value: The figure of the element that the text belongs to, for `{value}`.
        """
        return self._fill(text[self.language], {"value": self.value(value) if value else "", "fact": self})

    def fact(self, name: str) -> str:
        """Return the figure of a fact in words."""
        return self.value(self.norm["facts"][name]["value"])

    def value(self, value: Mapping[str, Any]) -> str:
        """Return a figure of the norm in words, such as `4 tot 6 weken` or `150 euro`."""
        unit = value["unit"]
        if "amount" in value:
            return self._measure(value["amount"], unit)
        low, high = self._number_in(value["low"], unit), self._measure(value["high"], unit)
        return self.message("words.range", {"low": low, "high": high})

    def title(self, name: str) -> str:
        """Return the title of the element that has this id, behind what the norm itself calls a check point."""
        element = self._elements[name]
        if "official_label" in element:
            return self.message(
                "words.labelled", {"label": element["official_label"], "title": self.text(element["title"])}
            )
        title: Any = next(element[key] for key in ("title", "term", "text", "fact") if key in element)
        if not isinstance(title, str):
            return self.text(title, element.get("value"))
        return self.title(title) if "fact" in element else title

    def element(self, name: str) -> Mapping[str, Any]:
        """Return the element of the norm that has this id."""
        return self._elements[name]

    def display_name(self, name: str) -> str:
        """Return what an element is called in a sentence when its title is quoted."""
        title = self.title(name) if name in self._elements else self.former_name(name)
        return self.message("words.quoted", {"text": title})

    def in_sentence(self, name: str) -> str:
        """Return what an element is called in the middle of a sentence: its running form, or else its title quoted."""
        element = self._elements[name]
        return self.text(element["in_sentence"]) if "in_sentence" in element else self.display_name(name)

    def former_name(self, name: str) -> str:
        """Return what an element was called that the norm has no longer; what no history knows stays its id."""
        return self._former_titles.get(name, name)

    def scenario(self, reading: str) -> str:
        """Return the name of a reading in the middle of a sentence, such as `streng`."""
        return _lower(self, self.text(self.norm["scoring"]["readings"][reading]["title"]), "")

    def bar(self, bar: Mapping[str, str]) -> str:
        """Return the two scores from which a point is sufficient, such as `‘toereikend’ voor beide scores`."""
        scores = {name: self.step(score) for name, score in bar.items()}
        if bar["better"] == bar["lesser"]:
            return self.message("words.bar_both", {"score": scores["better"]})
        return self.message("words.bar_each", scores)

    def scores(self, scores: Mapping[str, str]) -> str:
        """Return the two scores of a point in the middle of a sentence."""
        conformity, demonstrability = (self.step(scores[name]) for name in ("conformity", "demonstrability"))
        if conformity == demonstrability:
            return self.message("words.bar_both", {"score": conformity})
        return self.message("words.scores_each", {"conformity": conformity, "demonstrability": demonstrability})

    def step(self, score: str) -> str:
        """Return a step of the scale in the middle of a sentence, quoted."""
        return self.message("words.quoted", {"text": title_in("scale")(self, score, "")})

    def scanned(self, dimension: str, score: str) -> str:
        """Return a question of the quick scan with its answer, quoted."""
        return self.message("words.scanned", self.scan_texts(dimension, score))

    def scan_texts(self, dimension: str, score: str) -> dict[str, str]:
        """Return what the quick scan asks about a dimension (`question`), and the `answer` that means a score."""
        asked = self.norm["scoring"]["scan"]["questions"][dimension]
        return {"question": self.text(asked["question"]), "answer": self.text(asked["answers"][score])}

    def between(self, interval: Mapping[str, Any], in_words: Callable[[str], str], *, either: bool = False) -> str:
        """Return what can still come out, from the worst to the best, each put into words by `in_words`.

        Args:
            interval: What can still come out: `worst` and `best`.
            in_words: Puts an end into words.
            either: Whether there is nothing between the two ends.
        """
        worst, best = in_words(interval["worst"]), in_words(interval["best"])
        message = "view.either" if either else "view.interval"
        return worst if worst == best else self.message(message, {"worst": worst, "best": best})

    def verdicts(self, interval: Mapping[str, Any]) -> str:
        """Return an interval of verdicts in words; after the limited audit of a starter the lower one is "not yet"."""
        is_limited = interval.get("limited", False)
        order = verdicts_of(self.norm)
        lowest = self.message("view.not_yet") if is_limited else self._verdict(order[0])
        return self.between(
            interval,
            lambda name: lowest if name == order[0] else self._verdict(name),
            either=is_limited or order.index(interval["best"]) - order.index(interval["worst"]) == 1,
        )

    def _verdict(self, name: str) -> str:
        return title_in("verdicts")(self, name, "")

    def results(self, interval: Mapping[str, str]) -> str:
        """Return an interval of results of a requirement in words."""
        return self.between(interval, self._result)

    def _result(self, name: str) -> str:
        """Return a result as the norm calls it, or else why nobody judged the requirement."""
        if name in UNJUDGED:
            return self.message(f"view.result.{name}")
        return title_in("requirement_results")(self, name, "")

    @cached_property
    def _former_titles(self) -> dict[str, str]:
        """The titles of what is gone; what got another name or was merged goes by its title of today."""
        titles: dict[str, str] = {}
        for entry in reversed(self.norm.get("history", [])):
            titles |= {name: self.text(title) for name, title in entry.get("removed", {}).items()}
            merged = ((old, new) for new, olds in entry.get("merged", {}).items() for old in olds)
            for old, new in (*merged, *entry.get("renamed", {}).items()):
                titles[old] = self.title(new) if new in self._elements else titles.get(new, old)
        return titles

    def _fill(self, template: str, values: Mapping[str, Any]) -> str:
        # Most texts have nothing to fill in, and looking costs far less than parsing.
        if "{" not in template:
            return template
        parts = self._parsed.get(template)
        if parts is None:
            parts = self._parsed[template] = _parts_of(template)
        return "".join(
            [text if name is None else text + self._format(values[name], kind) for text, name, kind in parts]
        )

    def _format(self, value: object, kind: str) -> str:
        """Format a value as its kind asks; `{fact:ID}` gives the words themselves, which know the fact."""
        if value is self:
            return self.fact(kind)
        name, _, terms = kind.partition(" ")
        formatted: str = _KINDS[name](self, value, terms)
        return formatted


def _parts_of(template: str) -> _Parts:
    """Take a template apart: texts, each with the name and the kind of the value behind it, if there is one."""
    return [(text, name, kind or "") for text, name, kind, _ in Formatter().parse(template)]


def _plain(wording: Wording, value: Any, _terms: str) -> str:
    if isinstance(value, int):
        return wording.grouped(value)
    return wording.several(value) if isinstance(value, list) else str(value)


def _plural(wording: Wording, number: int, terms: str) -> str:
    one, many = terms.split("/")
    return f"{_plain(wording, number, '')} {one if number == 1 else many}"


def _form(_wording: Wording, counted: int | list[str], terms: str) -> str:
    """Put the word alone that goes with a number, or with as many as a list holds."""
    one, many = terms.split("/")
    return one if (counted if isinstance(counted, int) else len(counted)) == 1 else many


def _contradiction(wording: Wording, name: str, _terms: str) -> str:
    known = wording.norm["profile"]["contradictions"]
    return wording.text(next(entry["text"] for entry in known if entry["id"] == name))


def _field(wording: Wording, name: str, _terms: str) -> str:
    return wording.text(wording.norm["profile"]["fields"][name]["question"])


def _display_names(wording: Wording, names: str | list[str], _terms: str) -> str:
    return wording.several([wording.display_name(name) for name in ([names] if isinstance(names, str) else names)])


def _running(wording: Wording, names: str | list[str], _terms: str) -> str:
    return wording.several([wording.in_sentence(name) for name in ([names] if isinstance(names, str) else names)])


def _lower(_wording: Wording, text: str, _terms: str) -> str:
    """Put a title in the middle of a sentence."""
    return text[:1].lower() + text[1:]


def _state_message(wording: Wording, state: str, terms: str) -> str:
    """Put a state by the message that stands under these terms."""
    return wording.messages[f"{terms}.{state}"]


_KINDS: Mapping[str, Callable[[Wording, Any, str], str]] = {
    "": _plain,
    "year": lambda _wording, year, _: str(year),
    "listed": lambda wording, items, _: wording.several(items) or wording.messages["words.none"],
    "money": lambda wording, cents, _: wording.money(cents),
    "date": lambda wording, iso, _: wording.date(iso),
    "hours": lambda wording, minutes, _: wording.hours(minutes),
    "plural": _plural,
    "form": _form,
    "lower": _lower,
    "title": lambda wording, name, _: wording.title(name),
    "called": _display_names,
    "called_or_none": lambda wording, names, _: _display_names(wording, names, "") or wording.messages["words.none"],
    "running": _running,
    "if_not_met": lambda wording, name, _: wording.text(wording.element(name)["if_not_met"]),
    "around": lambda wording, iso, _: wording.around(iso),
    "bar": lambda wording, bar, _: wording.bar(bar),
    "scores": lambda wording, scores, _: wording.scores(scores),
    "scanned": lambda wording, answer, _: wording.scanned(**answer),
    "step": lambda wording, score, _: wording.step(score),
    "field": _field,
    "contradiction": _contradiction,
    "result": title_in("requirement_results"),
    "verdict": title_in("verdicts"),
    **BOUND_KINDS,
    "steps": lambda wording, interval, _: wording.between(interval, wording.step),
    "results": lambda wording, interval, _: wording.results(interval),
    "percents": lambda wording, interval, _: wording.between(interval, "{} %".format),
    "verdicts": lambda wording, interval, _: wording.verdicts(interval),
    "span": lambda wording, amounts, kind: wording.span(amounts, kind),
    "about": lambda wording, amounts, kind: wording.about(ROUNDED[kind](amounts)),
    "about_least": lambda wording, amounts, kind: wording.about_least(ROUNDED[kind](amounts)),
    "about_most": lambda wording, amounts, kind: wording.about_most(ROUNDED[kind](amounts)),
    "ends": lambda wording, amounts, kind: wording.ends(ROUNDED[kind](amounts)),
    "estimate": lambda wording, amounts, kind: wording.estimated(amounts, kind),
    "period": lambda wording, period, _: wording.period(period),
    "reading": lambda wording, name, _: wording.scenario(name),
    "figure": lambda wording, name, _: wording.text(wording.norm["worth"]["fields"][name]["question"]),
    "told": _state_message,
    "fields": lambda wording, names, _: " ".join(_field(wording, name, "") for name in names),
    "count": lambda wording, items, _: _plain(wording, len(items), ""),
}
"""How a value is put; a new kind is a line here."""
