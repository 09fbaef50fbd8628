"""The meaning of the norm across its files: one small module for each kind of check.

A check takes the draft of the norm and yields faults. Adding one is a module and a line in `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from guide.checking.ids import check_ids
from guide.checking.references import check_references
from guide.draft import Draft
from guide.faults import Fault

__all__ = ["CHECKS", "check_meaning"]

Check = Callable[[Draft], Iterator[Fault]]

CHECKS: tuple[Check, ...] = (
    check_ids,
    check_references,
)


def check_meaning(draft: Draft) -> list[Fault]:
    """All faults that all checks find."""
    return [fault for check in CHECKS for fault in check(draft)]
