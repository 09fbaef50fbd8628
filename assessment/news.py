"""What is new of a view for who saw an earlier one: of the sections only those that changed."""

import json
from collections.abc import Mapping
from typing import Any

from assessment.case import Record

__all__ = ["News"]


class News:
    """Writes views as JSON, one after another, for one reader.

    Every view that is written is an edition, counted from 1. A reader who says which edition it has is told the id of
    each section that is still the same, in the place of that section. A reader who has another edition than the last,
    or none, is told everything.
    """

    def __init__(self) -> None:
        self._edition = 0
        self._last: dict[str, tuple[Record, str]] = {}

    def tell(self, view: Record, rest: Mapping[str, Any], edition: int) -> str:
        """Write a view, with whatever else there is to tell.

        Args:
            view: What `write_view` returned.
            rest: What stands beside `view` and `edition`, as a map.
            edition: The edition that the reader has; 0 for none.
        """
        known = self._last if edition == self._edition else {}
        self._last = {section["id"]: self._written(section) for section in view["sections"]}
        self._edition += 1
        sections = [_news(name, entry, known.get(name)) for name, entry in self._last.items()]
        # The sections are written already, so they are put in as texts.
        head = _json({name: part for name, part in view.items() if name != "sections"})
        told = _json({"edition": self._edition, **rest})
        return f'{{"view":{head[:-1]},"sections":[{",".join(sections)}]}},{told[1:]}'

    def _written(self, section: Record) -> tuple[Record, str]:
        """Return a section with its JSON, which is not written again for one that is the same."""
        last = self._last.get(section["id"])
        return last if last is not None and last[0] == section else (section, _json(section))


def _news(name: str, entry: tuple[Record, str], known: tuple[Record, str] | None) -> str:
    return _json(name) if known is not None and known[1] == entry[1] else entry[1]


def _json(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
