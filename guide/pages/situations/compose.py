"""Composes the page of a situation: what the norm says of it, each part with the answers that it hangs on."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup, escape

from assessment.askers import asker_of
from assessment.fields import options_of
from guide.pages.generated.share_link import fragment_of
from guide.pages.letters import fill_in, mail_address
from guide.pages.model import Element
from guide.pages.non_breaking_spaces import unbroken
from guide.pages.page_context import PageContext
from guide.pages.site_map import situation_page
from guide.pages.situations.answers import answers_document, flat_profile
from guide.pages.situations.decision_table import DecisionTable
from guide.pages.situations.figure_table import figure_table
from guide.pages.situations.figures import Figures
from guide.pages.situations.letters import known_words, letter_data, letters_of
from guide.pages.situations.phrases import phrase_of
from guide.pages.situations.script_data import script_data

__all__ = ["AUDIT_BLOCKS", "Composition", "Part"]

AUDIT_BLOCKS = ("cost", "duration", "documents", "useful", "deadlines")
"""The parts of a page below the answer, where an audit is ahead; steps and conditions have pages of their own."""

_WHOLE_AUDITS = ("first", "renewal")
"""The audits for which our estimate of somebody's own work is made."""
_RECKONED = re.compile(r"\x02(\w+)\x03")


@dataclass(frozen=True)
class Part:
    """A part of the page.

    Attributes:
        element: The element that it shows, or the sentence.
        number: Where the page's script looks up whether it holds; none when it always does.
        phrase: Said of it as long as that is not settled.
    """

    element: Element
    number: int | None
    phrase: str

    @property
    def holds(self) -> Markup:
        """The attribute by which the page's script finds it."""
        return Markup() if self.number is None else Markup(f' data-holds="{self.number}"')  # noqa: S704 - a number


class Composition:
    """What one page says of its situation."""

    def __init__(self, context: PageContext, situation: Element) -> None:
        self.situation = situation
        self._context = context
        self._norm = context.norm
        self._table = DecisionTable(context.norm, situation)
        self._figures = Figures(self._table, context.wording)

    def values(self) -> dict[str, Any]:
        """Return what the template needs."""
        blocks = self.situation.get("blocks", AUDIT_BLOCKS)
        made = {name: part() for name, part in self._makers.items() if name in blocks}
        tasks = list(self._parts(self._task(each) for each in self.situation["this_week"]))
        letters = letters_of(self._norm, [part.element for part in tasks])
        return {
            "situation": self.situation,
            "lead": list(self._parts(self.situation["lead"])),
            "why": list(self._parts(self.situation.get("why", []))),
            "tasks": _settled_first(tasks),
            "letters": [self._letter(each) for each in letters],
            "blocks": made,
            "papers": list(self._parts(self.situation.get("papers", []))),
            "warnings": list(self._parts(self.situation["warnings"])),
            "figures": self.figures,
            "words": self.words,
            "questions": [self._question(each) for each in self._table.questions],
            "data": self._script_data(letters),
            "link": fragment_of(self._answers()),
            "target": self.target,
        }

    @cached_property
    def figures(self) -> dict[str, str]:
        """The figures in words, as long as nothing narrows them."""
        return {**self._figures.cost({}), **self._figures.duration()} if self._reckons else {}

    def words(self, text: Mapping[str, str]) -> Markup:
        """Return a text of the norm, with the figures that answers narrow marked for the page's script."""
        marked = {key: re.sub(r"\{(price|duration)\}", "\x02\\1\x03", each) for key, each in text.items()}
        return Markup(_RECKONED.sub(self._reckoned, str(escape(unbroken(self._context.wording.text(marked))))))  # noqa: S704

    def papers(self, who: str) -> list[tuple[str, str, list[Part]]]:
        """Return documents by who wants them and when: those the authority asks for, or those that are useful.

        Args:
            who: `asked` or `useful`.
        """
        parts = [part for part in self._documents() if (asker_of(part.element) == "official") == (who == "asked")]
        groups: dict[tuple[str, str], list[Part]] = {}
        for moment in ("now", "in_files", "after_registration"):
            for part in parts:
                if self._moment(part) == moment:
                    groups.setdefault((moment, asker_of(part.element)), []).append(part)
        return [(moment, whom, listed) for (moment, whom), listed in groups.items()]

    def _moment(self, part: Part) -> str:
        """Tell when a document is wanted; who is registered has to have now what others have later."""
        moment = str(part.element.get("moment", "now"))
        is_now = self._table.ever_holds(part.element["needed_when"])
        return "in_files" if moment == "after_registration" and is_now else moment

    def target(self, link: str) -> str:
        """Return where a link of the norm leads, as pages are written with it."""
        kind, _, name = link.partition(":")
        wording = self._context.wording
        match kind:
            case "situation":
                return f"page:{situation_page(self._norm['situations']['situations'][name], wording)}"
            case "letter":
                return f"#{name}"
        return link

    @property
    def _reckons(self) -> Figures | None:
        """The figures, where the page shows any."""
        return self._figures if "cost" in self.situation.get("blocks", AUDIT_BLOCKS) else None

    def _reckoned(self, found: re.Match[str]) -> str:
        return f'<span data-figure="{found[1]}">{escape(self.figures[found[1]])}</span>'

    @property
    def _makers(self) -> dict[str, Callable[[], Any]]:
        return {
            "cost": self._cost,
            "duration": lambda: {"phases": list(self._figures.phases()), "notes": self._notes("duration")},
            "documents": lambda: {"groups": self.papers("asked"), "notes": self._notes("documents")},
            "useful": lambda: self.papers("useful"),
            "steps": lambda: list(self._elements(self._norm["procedure"]["steps"])),
            "deadlines": lambda: list(self._known_deadlines()),
            "conditions": lambda: list(self._elements(self._norm["conditions"])),
        }

    def _cost(self) -> dict[str, Any]:
        is_whole = self.situation["profile"].get("application") in _WHOLE_AUDITS
        hours = self._norm["worth"]["fields"].get("preparation_hours", {}).get("assumed")
        return {"notes": self._notes("cost"), "own_hours": is_whole and hours, "later": self._later()}

    def _later(self) -> tuple[Part, str] | None:
        """Return the audit that follows later, for starters, and its price."""
        if "later" not in self.situation:
            return None
        later = self._norm["situations"]["situations"][self.situation["later"]]
        price = Figures(DecisionTable(self._norm, later), self._context.wording).cost({})["price"]
        (part,) = self._parts([{**later, "applies_when": {"equals": {"field": "starter", "value": True}}}])
        return part, price

    def _notes(self, block: str) -> list[Part]:
        return list(self._parts(self._norm["situations"]["notes"][block]))

    def _elements(self, elements: Mapping[str, Element]) -> Iterator[Part]:
        """Yield what the rules have of one kind for this situation."""
        named = ({**each, "id": name} for name, each in elements.items())
        return self._parts(each for each in named if self._context.is_current(each))

    def _known_deadlines(self) -> Iterator[Part]:
        """Yield the deadlines that count from what has been: without a day, one that we expect says nothing."""
        every = self._norm["procedure"]["deadlines"]
        return self._elements({name: each for name, each in every.items() if each.get("registration") != "expected"})

    def _documents(self) -> Iterator[Part]:
        """Yield the documents; of those that come after the registration also what is not needed yet."""
        documents = self._norm["documents"].items()
        wanted = (
            {**each, "id": name, "wanted": each.get("later_when", each["needed_when"])} for name, each in documents
        )
        titled = (title for each in wanted if self._context.is_current(each) for title in self._titled(each))
        return self._parts(titled, "wanted")

    def _titled(self, document: Element) -> Iterator[Element]:
        """Yield a document under its own title for whom it has no other, and under each other for whom it has that."""
        on_pages = [each for each in self._norm["situations"].get("titles", []) if each["document"] == document["id"]]
        others = [*document.get("titles", []), *on_pages]
        predicates = [each["applies_when"] for each in others]
        yield document if not others else {**document, "wanted": _but(document["wanted"], {"any": predicates})}
        for each in others:
            wanted = {"all": [document["wanted"], each["applies_when"]]}
            yield {**document, "title": each["title"], "wanted": wanted}

    def _parts(self, elements: Iterable[Element], key: str = "applies_when") -> Iterator[Part]:
        """Yield what holds of anybody on this page, with what it hangs on."""
        for element in elements:
            predicate = element.get(key)
            if self._table.ever_holds(predicate):
                yield Part(element, self._table.number(predicate), self._phrase(predicate))

    def _phrase(self, predicate: Mapping[str, Any] | None) -> str:
        if predicate is None or self._table.truth(predicate, {}) is not None:
            return ""
        phrase = phrase_of(self._table, predicate)
        return self._context.wording.text(phrase) if phrase else self._context.message("situations.maybe")

    def _task(self, name: str) -> Element:
        task: Element = self._norm["situations"]["tasks"][name]
        return task

    def _question(self, question: Element) -> Element:
        field = self._norm["profile"]["fields"][question["field"]]
        titles = self._titles(field)
        choices = [{**each, "title": each.get("title") or titles[each["value"]]} for each in question["choices"]]
        asked = {"is_list": self._table.is_list(question), "choices": choices}
        return {**question, **asked, "question": question.get("question", field["question"])}

    def _titles(self, field: Element) -> dict[Any, Element]:
        if field["kind"] == "yes_no":
            language = self._context.wording.language
            says = {True: "situations.narrow.yes", False: "situations.narrow.no"}
            return {value: {language: self._context.message(message)} for value, message in says.items()}
        return {option["id"]: option["title"] for option in options_of(field, self._norm)}

    def _letter(self, letter: Element) -> dict[str, Any]:
        """Return a letter with what everybody in the situation would write."""
        for element in letter["about"]:
            self._context.cite(element)
        known = known_words(self._context.wording, self.situation)
        body = fill_in(letter, self._context.wording, flat_profile(self.situation), known)
        return {"letter": letter, "body": body, "address": mail_address(letter, self._context.wording, body)}

    def _script_data(self, letters: list[Element]) -> dict[str, Any]:
        wording, table = self._context.wording, self._table
        filled = [letter_data(self._norm, wording, table, each) for each in letters if "places" in each]
        return script_data(wording, table, self._figure_table(), self._answers(), filled)

    def _figure_table(self) -> Element | None:
        if not self._reckons:
            return None
        context = self._context
        return figure_table(context.index.without_words, context.wording, self.situation["id"], context.cache)

    def _answers(self) -> Element:
        title = self._context.wording.text(self.situation["title"])
        return {**answers_document(self._norm, self.situation, {}, dated=False), "title": title}


def _but(wanted: Element, others: Element) -> Element:
    return {"all": [wanted, {"not": others}]}


def _settled_first(parts: list[Part]) -> list[tuple[int, Part]]:
    """Return parts with their places; as long as it is open whether one holds, it comes after those that do.

    `frontend/situation/situation.ts` puts it back in its place once an answer has settled it.
    """
    return sorted(enumerate(parts), key=lambda each: bool(each[1].phrase))
