"""Macros, which a hand-written page may call: each name puts a part of the norm on the page."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from markupsafe import Markup, escape

from guide.pages.csv_templates import CSV_FOLDER, csv_templates
from guide.pages.element_index import with_ids
from guide.pages.generated.subjects import Subject, subjects
from guide.pages.links import bare_text
from guide.pages.macros.acting import ActingMacros
from guide.pages.macros.dates import DateMacros
from guide.pages.macros.examples import ExampleMacros
from guide.pages.macros.interactive import InteractiveMacros
from guide.pages.macros.reference import Reference
from guide.pages.macros.scheme import SchemeMacros
from guide.pages.macros.situations import SituationMacros
from guide.pages.model import Element
from guide.pages.non_breaking_spaces import unbroken
from guide.pages.page_context import UnansweredError, UnknownElementError
from guide.pages.reading_bars import rows_of_bars
from guide.pages.site_map import requirement_page
from guide.pages.situations.page import situation_whole

__all__ = ["Macros"]

T = TypeVar("T")
# Not a space that keeps a figure and its sign together.
_LINE_END = re.compile(r"[ \n]+")


class Macros(Reference, SchemeMacros, SituationMacros, ExampleMacros, ActingMacros, DateMacros, InteractiveMacros):
    """The macros of one page. Whatever prose may call is a public method here, or there."""

    def vocabulary(self) -> Mapping[str, Callable[..., Markup]]:
        """Return the names that prose may call."""
        names = (name for name in dir(self) if not name.startswith("_"))
        return {name: getattr(self, name) for name in names if name not in {"vocabulary", "whole"}}

    def whole(self, subject: Subject) -> Markup:
        """Show all of what a generated page is about."""
        if subject.kind == "requirement":
            return self.requirement(subject.element["id"])
        return situation_whole(self._context, subject.element)

    # Facts and figures

    def fact(self, *facts: str) -> Markup:
        """Show facts, each with what contradicts it."""
        return self._facts([self._context.element(each) for each in facts])

    def facts(self, topic: str, *, but: Iterable[str] = ()) -> Markup:
        """Show the facts of a topic that the page does not show yet: today's first, then history."""
        ids = [each for each in self._topic(topic) if each not in but]
        return self._facts([self._context.element(each) for each in ids])

    def value(self, fact: str, *, marked: bool = True) -> Markup:
        """Show a fact's figure in a sentence, as a link to the fact, with its mark where it is not official.

        Args:
            fact: The fact.
            marked: Whether its mark stands right behind it; else the sentence ends in `mark`.
        """
        element = self._today(fact)
        told = unbroken(self._context.wording.value(element["value"]))
        return self._context.render("value.html", fact=element, told=told, marked=marked)

    def figure(self, fact: str) -> Markup:
        """Show a fact's figure as part of a sentence, which says itself how firm it is."""
        self._context.cite(fact)
        told = self._told_in_words(fact) or self._context.wording.value(self._today(fact)["value"])
        return Markup(escape(unbroken(told)))  # noqa: S704 - escaped

    def assumption(self, field: str) -> Markup:
        """Show what we reckon with where nobody fills in a figure of their own."""
        assumed = self._norm["worth"]["fields"][field]
        message = f"pages.assumption.{field}"
        return Markup(escape(self._context.message(message, n=assumed["assumed"])))  # noqa: S704 - escaped

    def mark(self, element: str) -> Markup:
        """Show how firm an element is that the page quotes, where it is not official."""
        return self._context.quoted_mark(self._context.element(element)["id"])

    def question(self, title: str, *rests_on: str, read: str, caller: Callable[[], str] | None = None) -> Markup:
        """Answer a question in the words of the call, which rest on elements, and lead to the page that says more."""
        if caller is None:
            raise UnansweredError(title)
        for element in rests_on:
            self._context.cite(self._context.element(element)["id"])
        answer = Markup(_LINE_END.sub(" ", caller()).strip())  # noqa: S704 - prose, with what its own macros escaped
        self._context.questions.append((title, " ".join(bare_text(answer).split())))
        return self._context.render("question.md", title=title, answer=answer, read=read, read_title=self._title(read))

    # The parts of the norm

    def conditions(self) -> Markup:
        """Show the general conditions."""
        return self._listed("conditions", self._norm["conditions"])

    def requirements(self) -> Markup:
        """Show the basic requirements as cards that lead to their pages."""
        pages = {
            name: requirement_page(each, self._context.wording) for name, each in self._norm["requirements"].items()
        }
        return self._context.render("requirements.html", pages=pages)

    def requirement(self, requirement: str) -> Markup:
        """Show a requirement whole: what is examined, and its check points."""
        element = self._context.element(requirement)
        examined = self.fact(*element["examined"])
        checks = self.checks(requirement)
        return self._context.render("requirement.md", requirement=element, examined=examined, checks=checks)

    def checks(self, requirement: str) -> Markup:
        """Show the check points of a requirement."""
        checks = self._context.element(requirement)["checks"]
        return self._context.render("checks.md", checks=with_ids(checks))

    def exemptions(self) -> Markup:
        """Show who is exempt from what."""
        return self._listed("exemptions", self._norm["exemptions"])

    def exemption(self, *exemptions: str) -> Markup:
        """Show some exemptions."""
        return self._chosen("exemptions", exemptions)

    def documents(self, kind: str | None = None) -> Markup:
        """Show the documents of a kind, or all: contents, when needed, what they prove."""
        documents = self._norm["documents"]
        chosen = {key: each for key, each in documents.items() if kind in {None, each["kind"]}}
        if not chosen:
            raise KeyError(kind)
        return self._listed("documents", chosen)

    def csv_templates(self) -> Markup:
        """Show the empty templates to download."""
        return self._context.render(
            "csv_templates.html", blanks=list(csv_templates(self._norm, self._context.wording)), folder=CSV_FOLDER
        )

    def templates(self, asked_by: str) -> Markup:
        """Show the documents ready to fill in that the same one asks for."""
        known = self._norm["templates"]["templates"].values()
        return self._context.render(
            "templates.html", templates=[each for each in known if each["asked_by"] == asked_by]
        )

    def steps(self) -> Markup:
        """Show the steps of the procedure."""
        return self._listed("steps", self._norm["procedure"]["steps"])

    def deadlines(self, *deadlines: str, but: Iterable[str] = ()) -> Markup:
        """Show some deadlines, or all but some."""
        every = [each for each in self._norm["procedure"]["deadlines"] if each not in but]
        return self._chosen("deadlines", deadlines or every)

    def outcomes(self, *outcomes: str) -> Markup:
        """Show what follows from some outcomes, or all, with their facts."""
        chosen = [self._context.element(each) for each in outcomes or self._norm["outcomes"]]
        return Markup("\n\n").join(self._outcome(each) for each in chosen)

    def bureaus(self) -> Markup:
        """Show the appointed audit bureaus, and once since when, where that is the same for all."""
        bureaus = with_ids(self._norm["bureaus"])
        return self._context.render("bureaus.md", bureaus=bureaus, shared=self._context.shared_era(bureaus))

    def bureau_names(self) -> Markup:
        """Show the names of the appointed audit bureaus as part of a sentence."""
        bureaus = self._norm["bureaus"]
        for bureau in bureaus:
            self._context.cite(bureau)
        names = self._context.wording.several([self._context.name(bureau) for bureau in bureaus])
        return Markup(escape(names))  # noqa: S704 - escaped

    # Scores

    def scale(self) -> Markup:
        """Show the scale, the two sides that are scored on it, or the results they add up to."""
        return self._scoring("scale")

    def dimensions(self) -> Markup:
        """Show the two sides of each check point that are scored."""
        return self._scoring("dimensions")

    def results(self) -> Markup:
        """Show the results that a requirement can have."""
        return self._scoring("requirement_results")

    def verdicts(self) -> Markup:
        """Show the results that an audit can have."""
        return self._scoring("verdicts")

    def readings(self) -> Markup:
        """Show the readings of the norm, each with its thresholds, as a table."""
        readings = self._listed_at("scoring", "readings")
        bars = rows_of_bars(readings, self._context.wording)
        return self._context.render("readings.html", readings=readings, bars=bars)

    # Money

    def rates(self) -> Markup:
        """Show the rates by date, today's first."""
        rates = sorted(self._norm["cost"]["rates"], key=_begin, reverse=True)
        return self._context.render("rates.html", rates=rates)

    def cost_model(self) -> Markup:
        """Show the model of hours, as a table of our own estimate."""
        return self._context.render("cost_model.html", model=self._norm["cost"]["model"])

    def possible_saving(self) -> Markup:
        """Show what a certificate might save."""
        return self._context.render("saving.html", saving=self._norm["cost"]["possible_saving"])

    def extras(self) -> Markup:
        """Show what may be charged besides the hours."""
        return self.fact(*(each["fact"] for each in self._norm["cost"]["extras"]))

    # How it is done

    def _today(self, element_id: str) -> Element:
        """Return an element; of a rule of the scheme, what holds today."""
        element = self._context.element(element_id)
        return {**self._figured(element_id)["state"], "id": element_id} if "states" in element else element

    def _facts(self, facts: list[Element]) -> Markup:
        """Show facts that the page does not show yet; contradicting ones side by side, if they belong together here."""
        asked = {fact["id"] for fact in facts}
        groups: list[list[Element]] = []
        placed: set[str] = set()
        for fact in facts:
            if fact["id"] in placed or self._context.shown(fact["id"]):
                continue
            group = [each for each in self._context.index.disagreeing(fact["id"]) if each in asked]
            placed.update(group)
            groups.append([self._context.index.get(each) for each in group])
        past, current = _parted(groups, lambda group: any(map(self._context.is_current, group)))
        return self._context.render("facts.html", current=current, past=past)

    def _title(self, page: str) -> str:
        """Return the title of a page, hand-written or generated; raises KeyError for none."""
        wording = self._context.wording
        if subject := subjects(self._norm, wording).get(page):
            return subject.words(wording)[0]
        message = f"pages.page.{page.removesuffix('/index')}.title"
        if message not in wording.messages:
            raise KeyError(page)
        return wording.message(message)

    def _topic(self, topic: str) -> list[str]:
        if topic not in self._norm["topics"]:
            raise UnknownElementError(topic)
        return list(self._norm["topics"][topic]["facts"])

    def _listed(self, template: str, elements: Mapping[str, Element]) -> Markup:
        return self._context.render(f"{template}.md", **{template: with_ids(elements)})

    def _chosen(self, template: str, ids: Iterable[str]) -> Markup:
        elements = [self._context.element(each) for each in ids]
        return self._context.render(f"{template}.md", **{template: elements})

    def _scoring(self, key: str) -> Markup:
        return self._context.render("scoring.html", entries=self._listed_at("scoring", key))

    def _listed_at(self, *path: str) -> list[Element]:
        place: Any = self._norm
        for key in path:
            place = place[key]
        return with_ids(place) if isinstance(place, dict) else list(place)

    def _outcome(self, outcome: Element) -> Markup:
        head = self._context.render("outcome.md", outcome=outcome)
        return head + "\n\n" + self.fact(*outcome["facts"])


def _parted(items: Iterable[T], fits: Callable[[T], bool]) -> tuple[list[T], list[T]]:
    """Return what does not fit and what does, each in the order given."""
    parts: tuple[list[T], list[T]] = ([], [])
    for item in items:
        parts[fits(item)].append(item)
    return parts


def _begin(element: Element) -> str:
    """Return when something began; what has no beginning is the oldest."""
    begin: str = element.get("valid_from", "")
    return begin
