"""What came of reading a norm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from guide.faults import Fault

__all__ = ["Loaded"]


@dataclass(frozen=True)
class Loaded:
    """What came of reading a norm.

    Attributes:
        norm: The checked norm as JSON-ready data, or None when anything is wrong.
        faults: Everything that is wrong, by file and place.
    """

    norm: dict[str, Any] | None
    faults: list[Fault]
