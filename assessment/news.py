"""What is new of a view for who saw an earlier one: of the sections only those that changed."""

import json
from collections.abc import Mapping
from typing import Any

from assessment.case import Record
from assessment.memory import Memory

__all__ = ["News"]


class News:
    """Writes views as JSON, one after another, for one reader.

    Every view that is written is an edition, counted from 1. A reader who says which edition it has is told the id of
    each section that is still the same, in the place of that section. A reader who has another edition than the last,
    or none, is told everything.
    """

    def __init__(self) -> None:
        self._edition = 0
        self._last: dict[str, str] = {}
        self._memory = Memory()

    def tell(self, view: Record, rest: Mapping[str, Any], edition: int) -> str:
        """Write a view, with whatever else there is to tell.

        Args:
            view: What `write_view` returned.
            rest: What stands beside `view` and `edition`, as a map.
            edition: The edition that the reader has; 0 for none.
        """
        known = self._last if edition == self._edition else {}
        self._last = {
            section["id"]: self._memory.recall(self._section, section, about=section["id"])
            for section in view["sections"]
        }
        self._edition += 1
        sections = [_json(name) if known.get(name) == text else text for name, text in self._last.items()]
        # The sections are written already, so they are put in as texts.
        head = _json({name: part for name, part in view.items() if name != "sections"})
        told = _json({"edition": self._edition, **rest})
        return f'{{"view":{head[:-1]},"sections":[{",".join(sections)}]}},{told[1:]}'

    def _section(self, section: Record) -> str:
        """Write a section; the lines of it that are the same are not written again."""
        parts = {name: part for name, part in section.items() if name not in {"lines", "picture"}}
        picture = self._memory.recall(_json, section["picture"], about=f"{section['id']} picture")
        lines = [
            self._memory.recall(_json, line, about=f"{section['id']} {place}")
            for place, line in enumerate(section["lines"])
        ]
        return f'{_json(parts)[:-1]},"picture":{picture},"lines":[{",".join(lines)}]}}'


def _json(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
