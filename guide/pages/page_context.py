"""Page context: one page while it is being written, with what its templates may ask, and which anchors it has set."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from assessment.validity import in_force, states_of
from assessment.wording import Wording
from guide.disk_cache import Cache
from guide.pages.element_index import Index
from guide.pages.evidence import firm_sources, newest
from guide.pages.marks import mark_of
from guide.pages.model import Element, Norm
from guide.pages.predicates.sentences import When
from guide.pages.section_sources import Ground, Grounds
from guide.pages.site_map import relative_url, url_of

# How much of a statement tells which one is meant.
SHORT = 50
LONGEST = 110
# A text names by its role who is not named: as it names a note, or as it names others.
_NAMED_AS = {"anonymous": ("anonymous", "secondary")}
_SOURCE_NAMED = re.compile(r"\s*\([^()]*\)$")
_SENTENCE_END = re.compile(r"(?<=[\w)’][.!?])\s+(?=[A-Z‘])")

__all__ = ["PageContext", "UnansweredError", "UnknownElementError", "beginning"]


class UnknownElementError(LookupError):
    """A page asks for something that the norm does not have; its argument is the id."""


class UnansweredError(TypeError):
    """A page asks a question and gives no answer; its argument is the question."""


class PageContext:
    """What templates and prose see of the norm while one page is written.

    Attributes:
        page: the id of the page.
        cache: where parts of pages are found again, if they are.
        anchors: the ids of the elements it has shown so far, in order, as keys.
        fields: the question blocks it has shown so far.
        quoted: the ids of the elements that it quotes and that have their own place elsewhere.
        grounds: what the statements that it has shown so far rest on.
        questions: the questions that it has answered so far, each with its answer as text.
    """

    def __init__(
        self, page: str, index: Index, wording: Wording, templates: Environment, cache: Cache | None = None
    ) -> None:
        self.page = page
        self.cache = cache
        self.index = index
        self.wording = wording
        self.when = When(index.norm, wording)
        self.anchors: dict[str, None] = {}
        self.fields: list[str] = []
        self.quoted: list[str] = []
        self.questions: list[tuple[str, str]] = []
        self.grounds = Grounds()
        self._marked: set[str] = set()
        self._templates = templates

    @property
    def norm(self) -> Norm:
        """The checked norm."""
        return self.index.norm

    def element(self, element_id: str) -> Element:
        """Return an element, or say that there is none of that name."""
        if element_id not in self.index:
            raise UnknownElementError(element_id)
        return self.index.get(element_id)

    def render(self, template: str, **values: Any) -> Markup:
        """Write a part of the page from its template, as Markdown with blocks of HTML."""
        names = {**self.vocabulary(), **values}
        text = self._templates.get_template(template + ".j2").render(names)
        # Templates escape what they are given; this is their own markup.
        return Markup(_compact(text))  # noqa: S704

    def vocabulary(self) -> Mapping[str, Any]:
        """Return the names that every template may use."""
        return {
            "t": self.message,
            "unfilled": self.unfilled,
            "text": self.wording.text,
            "figure": self.wording.value,
            "day": self.wording.date,
            "era": self.era,
            "untold_era": self.untold_era,
            "last_seen": self.last_seen,
            "moment": self.moment,
            "anchor": self.anchor,
            "heading": self.heading,
            "field": self.field,
            "cite": self.cite,
            "mark_of": self.mark_of,
            "beside_mark": self.beside_mark,
            "quoted_mark": self.quoted_mark,
            "rests": self.rests,
            "shown": self.anchors,
            "element": self.element,
            "name": self.name,
            "element_name": self.name,
            "whole_name": self.whole_name,
            "when": self.when.words,
            "clause": self.when.clause,
            "norm": self.norm,
            "page": self.page,
            "root": relative_url("", url_of(self.page)),
        }

    def message(self, name: str, /, **values: object) -> str:
        """Return a message of the catalogue with its values filled in, as templates give them."""
        return self.wording.message(name, values)

    def unfilled(self, name: str, /) -> str:
        """Return a message of the catalogue for a script to fill in."""
        return self.wording.messages[name]

    def shown(self, element_id: str) -> bool:
        """Tell whether the page already shows an element."""
        return element_id in self.anchors

    def anchor(self, element_id: str) -> Markup:
        """Return the `id` attribute of an element, the first time that the page shows it."""
        if self.shown(element_id):
            return Markup()
        self.anchors[element_id] = None
        return Markup(f' id="{escape(element_id)}"')  # noqa: S704 - escaped here, at a third of what `format` takes

    def heading(self, level: int, title: str, element_id: str = "") -> Markup:
        """Return a Markdown heading, which is the anchor of an element that is named and not shown yet."""
        attributes = f" {{ #{element_id} }}" if element_id and not self.shown(element_id) else ""
        if element_id:
            self.anchor(element_id)
        return Markup(f"{'#' * level} {_plain(title)}{attributes}")  # noqa: S704 - Markdown, which is escaped its own way

    def field(self, name: str) -> str:
        """Return the anchor of a question, and remember that it stands here."""
        self.fields.append(name)
        return name

    def cite(self, element_id: str) -> str:
        """Remember that the page quotes an element: its sources are the page's too. There is nothing to show for it."""
        if element_id in self.index and element_id not in self.quoted:
            self.quoted.append(element_id)
        return ""

    def mark_of(self, part: Element) -> str:
        """Return the kind of mark of a part of the norm."""
        return mark_of(part, self.norm["sources"])

    def beside_mark(self, text: str, part: Element) -> str:
        """Return a text without the brackets that name its source, where the mark beside it says so."""
        kind = self.mark_of(part)
        named = [self.wording.messages.get(f"pages.named.{each}") for each in _NAMED_AS.get(kind, (kind,))]
        told = "|".join(re.escape(each) for each in named if each)
        return re.sub(rf"\s*\((?:{told})[^()]*\)", "", text) if told else text

    def quoted_mark(self, element_id: str) -> Markup:
        """Return the mark of an element that the page quotes, the first time that it does; nothing if official."""
        self.cite(element_id)
        kind = self.mark_of(self.current(self.element(element_id)))
        if kind in {"", "official"} or element_id in self._marked:
            return Markup()
        self._marked.add(element_id)
        return Markup(" ") + self.render("quoted_mark.html", kind=kind)

    def current(self, element: Element) -> Element:
        """Return an element, or of a rule of the scheme the state that holds today."""
        states = states_of(element)
        return next((each for each in states if self.is_current(each)), states[-1])

    def rests(self, part: Element, called: str = "") -> Markup:
        """Return a marker of what a statement rests on, for the fold at the end of its section.

        Args:
            part: the statement.
            called: what it is called, if it has neither a name nor a text.
        """
        sources = tuple(part.get("sources", ()))
        if not sources:
            return Markup()
        element: str = part.get("id", "")
        ground = Ground(element, beginning(called or self._called(part, element), SHORT), sources)
        return Markup(self.grounds.mark(ground))  # noqa: S704 - a comment with a number

    def _called(self, part: Element, element: str) -> str:
        if "text" in part and not {"title", "term"} & part.keys():
            return self.beside_mark(self.wording.text(part["text"], part.get("value")), part)
        return self.name(element)

    def is_current(self, element: Element) -> bool:
        """Tell whether an element holds on the day that the norm was last checked."""
        return in_force(element, self.norm["checked_on"])

    def era(self, element: Element) -> str:
        """Return since when and until when something holds, in words; empty if not known."""
        span = "_".join(key for key in ("from", "until") if f"valid_{key}" in element)
        if not span:
            return ""
        dates = {key: element.get(f"valid_{key}", "") for key in ("from", "until")}
        if span == "from" and dates["from"] > self.norm["checked_on"]:
            span = "begins"
        return self.wording.message(f"pages.era.{span}", dates)

    def untold_era(self, part: Element) -> str:
        """Return since when and until when something holds, unless its own text says so."""
        era = self.era(part)
        text = self.wording.text(part["text"], part.get("value")) if "text" in part else ""
        return "" if era.lower() in text.lower() else era

    def shared_era(self, parts: Iterable[Element]) -> str:
        """Return since when and until when all of these hold; empty where that is not the same for all."""
        eras = {self.era(each) for each in parts}
        return eras.pop() if len(eras) == 1 else ""

    def last_seen(self, part: Element) -> str:
        """Return when a source as firm as a statement last said so, in words, or else how dated it is."""
        firm = firm_sources(part, self.norm["sources"])
        day, precision = newest(firm)
        if day or "last_seen" in part:
            when = self.wording.text(part["last_seen"]) if "last_seen" in part else self.moment(day, precision)
            return self.message("pages.seen.last", when=when)
        return self.message("pages.seen.source", era=self.wording.text(firm[0]["era"]))

    def moment(self, iso: str, precision: str) -> str:
        """Return a date as precisely as it is known: a day, a month or a year."""
        year, month, _ = iso.split("-")
        match precision:
            case "day":
                return self.wording.date(iso)
            case "month":
                name = self.wording.messages[f"words.month.{int(month)}"]
                return self.wording.message("pages.moment.month", {"month": name, "year": year})
        return year

    def name(self, element_id: str, longest: int | None = LONGEST) -> str:
        """Return what an element is called, or how its text begins.

        Args:
            element_id: The element.
            longest: Of a text, as many letters; None is its whole first sentence.
        """
        element = self.element(element_id)
        if "official_label" in element:
            return self.wording.title(element_id)
        title = element.get("title") or element.get("term") or element.get("name")
        if isinstance(title, str):
            return title
        if title:
            return self.wording.text(title)
        if "text" in element:
            return beginning(self.wording.text(element["text"], element.get("value")), longest)
        # A rate has no words of its own: it goes by the fact that states it.
        return self.name(element["fact"], longest)

    def whole_name(self, element_id: str) -> str:
        """Return what an element is called, or its whole first sentence, however long, where lines are for that."""
        return self.name(element_id, longest=None)


def beginning(text: str, max_length: int | None = LONGEST) -> str:
    """Return the first sentence of a text, or what of it has place, without its source and the full stop."""
    first = _SOURCE_NAMED.sub("", _SENTENCE_END.split(text, maxsplit=1)[0].removesuffix("."))
    if max_length is None or len(first) <= max_length:
        return first
    return first[:max_length].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _plain(title: str) -> str:
    """Return a title that Markdown takes as it stands; quotes need no escape outside of attributes."""
    marks = "".join("\\" + each if each in "\\`*_[]{}#" else each for each in title)
    # Markdown knows no escape for these two; HTML does.
    return marks.replace("&", "&amp;").replace("<", "&lt;")


def _compact(text: str) -> str:
    """Set every line at the margin, so that Markdown takes HTML for HTML, and headings apart."""
    return "\n".join(_spaced(line.strip() for line in text.splitlines()))


def _spaced(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        if line.startswith("#"):
            yield from ("", line, "")
        elif line:
            yield line
