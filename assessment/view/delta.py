"""Delta encoding of views: who saw an earlier one is sent only the sections, and of these the lines, that changed."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from assessment.case import Record

__all__ = ["ViewDeltaWriter"]


class ViewDeltaWriter:
    """Writes views as JSON, one after another, for one reader.

    Every view that is written is a revision, counted from 1. A reader who says which revision it has is told the id of
    each section that is still the same, in the place of that section; of the others, the same goes for their lines, and
    for the lines within these. A reader who has another revision than the last, or none, is told everything.
    """

    def __init__(self) -> None:
        self._revision = 0
        self._last: Sequence[Record] = ()

    def write(self, view: Record, rest: Mapping[str, Any], revision: int) -> str:
        """Write a view, with whatever else there is to tell.

        Args:
            view: What `build_view` returned.
            rest: What stands beside `view` and `revision`, as a map.
            revision: The revision that the reader has; 0 for none.
        """
        sections = _changed_parts(view["sections"], self._last) if revision == self._revision else view["sections"]
        self._last = view["sections"]
        self._revision += 1
        document = {"view": {**view, "sections": sections}, "revision": self._revision, **rest}
        return json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _changed_parts(parts: Sequence[Record], before: Sequence[Record]) -> list[Record | str]:
    """Put the id in the place of each section or line that is what the reader had by that id."""
    had = {part["id"]: part for part in before}
    return [_changed(part, had[part["id"]]) if part["id"] in had else part for part in parts]


def _changed(part: Record, before: Record) -> Record | str:
    if part == before:
        return str(part["id"])
    return part | {"lines": _changed_parts(part["lines"], before["lines"])}
