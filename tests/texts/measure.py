"""Precision and recall of the text check over texts of which it is known what must be found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from assessment.texts import Given, check_text, prepare

__all__ = ["Measured", "measure", "measure_texts"]

# What each rule about what is missing calls it in the texts: the words behind the kind of document in its id.
LACKS = {
    "start": "start date", "duration": "duration", "description": "description", "theme": "theme",
    "provider": "provider's name", "number": "registration number", "participant": "participant's name",
    "enterprise": "enterprise", "price": "price excl. VAT", "not eligible": "non-eligible costs apart",
    "hours": "hours", "training": "training", "date": "date", "date or duration": "date or duration",
    "result": "result", "signature": "signature", "enterprise number": "enterprise number",
}  # fmt: skip


@dataclass
class Measured:
    """What was found rightly, wrongly, and not, by kind of finding.

    Attributes:
        texts: How many texts were looked at.
        right: Findings that were expected.
        wrong: Findings that were not.
        met: What was expected and found.
        missed: What was expected and not found.
        notes: What was wrong or missed, with its place.
    """

    texts: int = 0
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def precision(self, kind: str | None = None) -> float:
        """Return which part of what was found was expected."""
        return _part(_of(self.right, kind), _of(self.wrong, kind))

    def recall(self, kind: str | None = None) -> float:
        """Return which part of what was expected was found."""
        return _part(_of(self.met, kind), _of(self.missed, kind))

    def lines(self) -> Iterator[str]:
        """Yield a table: by kind, and over all."""
        kinds = sorted({*self.right, *self.wrong, *self.met, *self.missed})
        for kind in [*kinds, None]:
            counts = (_of(each, kind) for each in (self.right, self.wrong, self.met, self.missed))
            right, wrong, met, missed = counts
            shares = f"{self.precision(kind):.2f} | {self.recall(kind):.2f}"
            yield f"| {kind or 'all'} | {met + missed} | {right + wrong} | {shares} |"


def measure(folder: Path, norm: Mapping[str, Any], messages: Mapping[str, str]) -> Measured:
    """Return how well the rules do over the texts of a folder."""
    files = sorted(folder.glob("*.yaml"))
    texts = ((file.stem, yaml.safe_load(file.read_text(encoding="utf-8"))) for file in files)
    return measure_texts(texts, norm, messages)


def measure_texts(
    texts: Iterable[tuple[str, Mapping[str, Any]]], norm: Mapping[str, Any], messages: Mapping[str, str]
) -> Measured:
    """Return how well the rules do over texts, each with its name."""
    measured, prepared = Measured(), prepare(norm)
    for name, text in texts:
        given = Given(text["text"], "plain", text["kind"])
        report = check_text(given, norm, date.fromisoformat(text["date"]), messages, prepared)
        _count(measured, name, text, report["findings"])
    return measured


def _count(measured: Measured, name: str, text: Mapping[str, Any], findings: list[dict[str, Any]]) -> None:
    measured.texts += 1
    for one in findings:
        is_right = any(_meets(one, wanted, text) for wanted in text["expected"])
        (measured.right if is_right else measured.wrong)[one["finding"]] += 1
        if not is_right:
            measured.notes.append(f"{name}: wrong {one['finding']} ({one['rule']}): {one['quote']}")
    for wanted in text["expected"]:
        is_met = any(_meets(one, wanted, text) for one in findings)
        (measured.met if is_met else measured.missed)[wanted["finding"]] += 1
        if not is_met:
            measured.notes.append(f"{name}: missed {wanted['finding']}: {wanted.get('quote') or wanted['lacks']}")


def _meets(one: Mapping[str, Any], wanted: Mapping[str, Any], text: Mapping[str, Any]) -> bool:
    if one["finding"] != wanted["finding"]:
        return False
    if "lacks" in wanted:
        _, _, what = one["rule"].removeprefix("missing-").partition("-")
        return bool(LACKS[what.replace("-", " ")] == wanted["lacks"])
    start = text["text"].index(wanted["quote"])
    return bool(one["start"] < start + len(wanted["quote"]) and start < one["end"])


def _of(counts: Counter[str], kind: str | None) -> int:
    return counts.total() if kind is None else counts[kind]


def _part(some: int, others: int) -> float:
    return some / (some + others) if some + others else 1.0
