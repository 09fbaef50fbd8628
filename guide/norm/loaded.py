"""What came of reading a norm."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from guide.faults import Fault

if TYPE_CHECKING:
    from guide.norm.files import NormFile

__all__ = ["Loaded"]


@dataclass(frozen=True)
class Loaded:
    """What came of reading a norm.

    Attributes:
        norm: The checked norm as JSON-ready data, or None when anything is wrong.
        faults: Everything that is wrong, by file and place.
        files: The files, with the place of everything in them; none when an earlier build kept the norm.
    """

    norm: dict[str, Any] | None
    faults: list[Fault]
    files: list[NormFile] = field(default_factory=list)
