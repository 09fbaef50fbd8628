"""Builder of the parts that every section is made of."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from assessment.case import Record
from assessment.memo import Memo
from assessment.wording import Wording

__all__ = ["ViewBuilder"]

_Made = TypeVar("_Made")

_UNMARKED = (None, "official")
"""The standings that show no mark: what is official is the rule."""

_SAID_BESIDE = frozenset(
    f"rules.{name}"
    for name in (
        *("condition.met", "condition.not_met", "condition.unknown", "condition.by_audit"),
        *("scope.audited", "scope.unknown", "scope.ask"),
        *("requirement.enough", "requirement.open", "requirement.exempt", "requirement.already_positive"),
        "step.done",
    )
)
"""The reasons that say no more than the state beside the line."""


class ViewBuilder(Wording):
    """Builds sections, lines and tables in one language, out of the words of the norm and the catalogue.

    Args:
        norm: The checked norm.
        messages: The message catalogue of the language.
        links: Where the guide shows each element: address by element id.
        language: The language of the norm's texts, when it is not that of the catalogue.
    """

    def __init__(
        self,
        norm: Mapping[str, Any],
        messages: Mapping[str, str],
        links: Mapping[str, str],
        language: str | None = None,
    ) -> None:
        super().__init__(norm, messages, language)
        self._links = links
        self._memo = Memo()
        self._called: Mapping[str, int] = {}

    def speak_to(self, report: Record) -> None:
        """Call each document from now on as it is called for the candidate of this report."""
        called = {each["id"]: each["called"] for each in report["documents"] if each["called"] is not None}
        if called != self._called:
            self._called, self._memo = called, Memo()

    def title(self, name: str) -> str:
        """Return the title of the element that has this id, as the candidate knows it."""
        if name in self._called:
            return self.text(self.element(name)["titles"][self._called[name]]["title"])
        return super().title(name)

    def call_memoised(self, build: Callable[..., _Made], *given: Any, about: str = "") -> _Made:
        """Return what a part of the view shows of what it is given; what it built the last time, if that was the same.

        Args:
            build: A function of a builder and what it is given.
            *given: All of the report that it may read.
            about: Which one this is, where several parts are built in one way.
        """
        return self._memo.call_as(build, about, given, lambda: build(self, *given))

    def section(self, name: str, lines: Sequence[Record], intro: str | None = None, **more: Any) -> Record:
        """Make a section; its title and introduction are messages named after it.

        Args:
            name: The name of the section.
            lines: What it holds.
            intro: Another introduction than the message.
            **more: A `table` or a `picture`; `why`, the key of the conclusion that the introduction tells.
        """
        return {
            "id": name,
            "title": self.message(f"view.{name}.title"),
            "intro": self.message(f"view.{name}.intro") if intro is None else intro,
            "lines": list(lines),
            "table": None,
            "picture": None,
            "why": None,
            **more,
        }

    def line(self, name: str, title: str, text: str, grounds: Mapping[str, Any] | None = None, **more: Any) -> Record:
        """Make a line about an element.

        Args:
            name: The id of the element, to which the line links.
            title: What the line is about.
            text: The reason, as a sentence; empty where its state or its heading says it.
            grounds: The part of the report that holds `standing` and `sources`.
            **more: `state` and `state_label`, `tone`, `details` or nested `lines`; `why`, the key of the conclusion
                that the line shows; `asks`, the field of the form that the line asks to fill in or to mend.
        """
        return {
            "id": name,
            "title": title,
            "text": text,
            "state": None,
            "state_label": None,
            "tone": "neutral",
            **self.grounds(grounds or {}),
            "href": self._links.get(name),
            "asks": None,
            "why": None,
            "details": [],
            "lines": [],
            **more,
        }

    def grounds(self, part: Mapping[str, Any]) -> Record:
        """Name the standing of a part of the report where it deviates, and the sources that it rests on."""
        standing = part.get("standing")
        return {
            "standing": standing,
            "standing_label": self._mark(standing, part.get("sources", [])),
            "sources": [self.source(source) for source in part.get("sources", [])],
        }

    def _mark(self, standing: str | None, sources: Sequence[str]) -> str | None:
        """Name a standing that deviates; what only somebody unnamed says, says so."""
        if standing in _UNMARKED:
            return None
        is_one = len(sources) == 1 and "url_withheld" in self.norm["sources"][sources[0]]
        is_anonymous = standing == "secondary" and is_one
        return self.message(f"view.standing.{'anonymous' if is_anonymous else standing}")

    def state(self, section: str, state: str, tone: str) -> Record:
        """Make the state of a line: its name, what it is called, and how it is toned."""
        return {"state": state, "state_label": self.message(f"view.{section}.state.{state}"), "tone": tone}

    def reason_unless_said(self, reason: Mapping[str, Any]) -> str:
        """Put a reason into words; empty where the state of the line says the same."""
        return "" if reason["message"] in _SAID_BESIDE else self.reason(reason)

    def detail(self, label: str, text: str) -> Record:
        """Make a labelled detail of a line; the label is a message."""
        return {"label": self.message(label), "text": text}

    def ground(self, label: str, text: str) -> Record:
        """Make a detail that tells why a line says what it says; the line reads without it."""
        return self.detail(label, text) | {"is_ground": True}

    def note(self, element: Mapping[str, Any]) -> list[Record]:
        """Make the detail that holds an element's note, if it has one."""
        return [self.ground("view.note", self.text(element["note"]))] if "note" in element else []

    def source(self, name: str) -> Record:
        """Name a source, with the place where the guide shows it and its own address."""
        source = self.norm["sources"][name]
        return {"id": name, "title": source["title"], "url": source.get("url"), "href": self._links.get(name)}

    def table(
        self, name: str, columns: Sequence[str], rows: Sequence[Sequence[str]], total: Sequence[str] | None
    ) -> Record:
        """Make a table; its caption and columns are messages under the section's name."""
        return {
            "caption": self.message(f"view.{name}.caption"),
            "columns": [self.message(f"view.{name}.column.{column}") for column in columns],
            "rows": [list(row) for row in rows],
            "total": None if total is None else list(total),
        }

    def days(self, span: Mapping[str, str]) -> str:
        """Put a day into words: as a date where it is certain, or else as parts of the months in which it may lie."""
        if span["earliest"] == span["latest"]:
            return self.date(span["likely"])
        is_narrow = self.around(span["earliest"]) == self.around(span["latest"])
        return self.message(f"view.timeline.{'around' if is_narrow else 'span'}", span)
