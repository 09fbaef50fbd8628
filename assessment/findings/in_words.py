"""What a check found, in words: each finding, what else is said of a text or a list, and all of it as one document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol

__all__ = ["Checked", "Document", "FindingInWords", "Part", "Told"]


class Checked(Protocol):
    """Something that was looked at: a text or a list of files."""

    @property
    def name(self) -> str:
        """What the reader calls it."""
        ...

    @property
    def report(self) -> Mapping[str, Any]:
        """What was found."""
        ...


class FindingInWords(NamedTuple):
    """A finding as people read it.

    Attributes:
        at: Where it stands, as a terminal says it: `2:18`.
        place: The same in words.
        label: How sure it is, and what it is about.
        certainty: `seems_wrong` or `tip`.
        quote: What stands there, quoted; nothing when there is nothing.
        reason: What is wrong.
        better: What to do.
        ground: Who says so.
    """

    at: str
    place: str
    label: str
    certainty: str
    quote: str
    reason: str
    better: str
    ground: str


class Part(NamedTuple):
    """Lines under a title.

    Attributes:
        name: What they are.
        title: The title.
        lines: The lines.
    """

    name: str
    title: str
    lines: Sequence[str]


class Told(NamedTuple):
    """What is said of one thing that was looked at."""

    name: str
    findings: Sequence[FindingInWords]
    parts: Sequence[Part] = ()


class Document(NamedTuple):
    """What is said of everything that was looked at together.

    Attributes:
        language: The language that it is in.
        title: What the check is called.
        summary: How much was found.
        careful: How far to trust it.
        none: What is said where nothing was found.
        told: What is said of each.
    """

    language: str
    title: str
    summary: str
    careful: str
    none: str
    told: Sequence[Told]
