"""The report of the text check: what seems wrong in a text or is missing from it, why, and what to write instead."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from assessment.element_index import elements_of
from assessment.findings import Find, is_settled
from assessment.texts.finding import Found, Reading, found_in
from assessment.texts.held import held_until
from assessment.texts.html_text import read_html
from assessment.texts.readable import Readable, read_markdown, read_plain
from assessment.texts.rules import TextRule, text_rules
from assessment.texts.vocabulary import Vocabulary
from assessment.texts.wording import claimed, filled
from assessment.wording import Wording

__all__ = ["FORMS", "TEXT_REPORT_FORMAT", "Given", "Prepared", "check_text", "prepare"]

TEXT_REPORT_FORMAT = "kmop-text/1"
FORMS: Mapping[str, Callable[[str], Readable]] = {"plain": read_plain, "markdown": read_markdown, "html": read_html}
"""How a text can be marked up, and what reads it."""


class Given(NamedTuple):
    """A text to look at: what stands in it, how it is marked up, and what kind of text it is."""

    source: str
    form: str
    kind: str


class Prepared(NamedTuple):
    """What is read of a norm once, for any text on any day: its rules, its words, and its elements by id."""

    rules: Sequence[TextRule]
    words: Vocabulary
    find: Find


def prepare(norm: Mapping[str, Any]) -> Prepared:
    """Return what a norm says about texts; who looks at several of them keeps it."""
    texts = norm["texts"]
    return Prepared(text_rules(texts), Vocabulary(texts.get("reading", {})), elements_of(norm).get)


def check_text(
    given: Given,
    norm: Mapping[str, Any],
    on: date,
    messages: Mapping[str, str],
    prepared: Prepared | None = None,
) -> dict[str, Any]:
    """Return what the rules of a norm find in a text; it says the same wherever it runs.

    Args:
        given: The text.
        norm: The checked norm.
        on: The day on which the text must be right.
        messages: The message catalogue of the language.
        prepared: What `prepare` made of this norm; without it, it is made for this text alone.
    """
    rules, words, find = prepared or prepare(norm)
    readable, wording = FORMS[given.form](given.source), Wording(norm, messages)
    reading = Reading(given.kind, on.isoformat(), find, words)
    found, _ = found_in(readable, rules, reading)
    told = [_told(one, readable, reading, wording) for one in found]
    return {
        "format": TEXT_REPORT_FORMAT,
        "norm": {key: norm[key] for key in ("id", "version", "sha256")},
        "date": reading.day,
        "kind": given.kind,
        "text_sha256": hashlib.sha256(given.source.encode()).hexdigest(),
        "findings": [one for one in told if one],
    }


def _told(one: Found, readable: Readable, reading: Reading, wording: Wording) -> dict[str, Any] | None:
    """A finding as the report has it; None when the norm has not the figures of the day to say why."""
    rule = one.rule.data
    reason, better = (filled(rule[key], one, reading, wording) for key in ("say", "better"))
    if reason is None or better is None:
        return None
    until = held_until(rule, one.figure, reading.find, reading.day)
    if until:
        values = {"figure": claimed(one.figure, wording) or "", "date": wording.date(until)}
        reason = f"{reason} {wording.message('text.held_until', values)}"
    start, end = readable.place(one.start, one.end)
    return {
        "rule": rule["id"],
        "finding": rule["finding"],
        "certainty": "seems_wrong" if is_settled(rule, reading.find, reading.day) else "tip",
        "start": start,
        "end": end,
        "quote": readable.text[one.start : one.end],
        "reason": reason,
        "better": better,
        "can_stand": rule.get("can_stand", False),
        "standing": rule["standing"],
        "sources": list(rule.get("sources", ())),
    }
