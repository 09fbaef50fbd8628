"""The parts that every section is made of."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from assessment.case import Record
from assessment.memo import Memory
from assessment.wording import Words

__all__ = ["Pen"]

_Made = TypeVar("_Made")


class Pen:
    """Writes sections, lines and tables in one language.

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
        self.norm = norm
        self.words = Words(norm, messages, language)
        self._links = links
        self._memory = Memory()

    def recall(self, write: Callable[..., _Made], *given: Any, about: str = "") -> _Made:
        """Return what a part of the view shows of what it is given; what it wrote the last time, if that was the same.

        Args:
            write: A function of a pen and what it is given.
            *given: All of the report that it may read.
            about: Which one this is, where several parts are written in one way.
        """
        return self._memory.recall_of(write, about, given, lambda: write(self, *given))

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
            "title": self.words.spell(f"view.{name}.title"),
            "intro": self.words.spell(f"view.{name}.intro") if intro is None else intro,
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
            text: The reason, as a sentence.
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
        """Name the standing of a part of the report, and the sources that it rests on."""
        standing = part.get("standing")
        return {
            "standing": standing,
            "standing_label": self.words.spell(f"view.standing.{standing}") if standing else None,
            "sources": [self.source(source) for source in part.get("sources", [])],
        }

    def state(self, section: str, state: str, tone: str) -> Record:
        """Make the state of a line: its name, what it is called, and how it is toned."""
        return {"state": state, "state_label": self.words.spell(f"view.{section}.state.{state}"), "tone": tone}

    def detail(self, label: str, text: str) -> Record:
        """Make a labelled detail of a line; the label is a message."""
        return {"label": self.words.spell(label), "text": text}

    def note(self, element: Mapping[str, Any]) -> list[Record]:
        """Make the detail that holds an element's note, if it has one."""
        return [self.detail("view.note", self.words.text(element["note"]))] if "note" in element else []

    def source(self, name: str) -> Record:
        """Name a source, with the place where the guide shows it and its own address."""
        source = self.norm["sources"][name]
        return {"id": name, "title": source["title"], "url": source.get("url"), "href": self._links.get(name)}

    def table(
        self, name: str, columns: Sequence[str], rows: Sequence[Sequence[str]], total: Sequence[str] | None
    ) -> Record:
        """Make a table; its caption and columns are messages under the section's name."""
        return {
            "caption": self.words.spell(f"view.{name}.caption"),
            "columns": [self.words.spell(f"view.{name}.column.{column}") for column in columns],
            "rows": [list(row) for row in rows],
            "total": None if total is None else list(total),
        }

    def verdicts(self, interval: Mapping[str, str]) -> str:
        """Put an interval of verdicts into words."""
        return self.words.between(interval, lambda name: self.words.spell(f"view.verdict.{name}"))

    def results(self, interval: Mapping[str, str]) -> str:
        """Put an interval of results of a requirement into words."""
        return self.words.between(interval, lambda name: self.words.spell(f"view.result.{name}"))

    def range(self, amounts: Mapping[str, int], kind: str) -> str:
        """Put a range with its likely figure into words; kind is `money` or `hours`."""
        return self.words.span(amounts, kind)
