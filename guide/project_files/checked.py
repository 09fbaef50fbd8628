"""A list with what was found in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guide.project_files.opening import ListFile

__all__ = ["CheckedList"]


@dataclass(frozen=True)
class CheckedList:
    """A list with what was found in it."""

    file: ListFile
    report: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The file as the user named it."""
        return self.file.name

    @property
    def findings(self) -> Sequence[Mapping[str, Any]]:
        """What was found."""
        findings: Sequence[Mapping[str, Any]] = self.report["findings"]
        return findings
