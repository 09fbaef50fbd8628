"""Reads a candidate's answers from a file, JSON or YAML, and says everything that is wrong with them."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assessment import Fault as AnswersFault
from assessment import migrate, migration_messages, parse_answers
from assessment.normal_form import in_normal_form
from assessment.wording import Wording
from guide.documents.document import MAX_ANSWERS_BYTES, Document
from guide.documents.document import Path as DataPath
from guide.documents.json_reader import parse_json
from guide.documents.text_reader import read_stream, read_text
from guide.documents.yaml_reader import parse_yaml
from guide.faults import Fault, in_order
from guide.validation.schema_faults import schema_faults
from guide.validation.schemas import schema
from guide.validation.validator import validator

__all__ = ["STANDARD_INPUT", "Answers", "answers_faults", "answers_in", "read_answers"]

STANDARD_INPUT = "-"
_EXAMPLE = "kmop-example/1"
_JSON = re.compile(r'[ \t\r\n]*[\[{"]')


@dataclass(frozen=True)
class Answers:
    """What came of reading an answers file.

    Attributes:
        answers: The checked answers, or None when anything is wrong.
        date: The ISO date that the file itself names, as a worked example does.
        faults: Everything that is wrong, by place.
        migrated: What happened to answers that were given to an earlier version of the norm.
    """

    answers: dict[str, Any] | None
    date: str | None
    faults: list[Fault]
    migrated: dict[str, Any] | None = None

    def migration_messages(self, norm: Mapping[str, Any], messages: Mapping[str, str]) -> list[str]:
        """What there is to say of answers that came along from an earlier version of the norm."""
        return migration_messages(Wording(norm, messages), self.migrated) if self.migrated else []


def read_answers(path: str, norm: Mapping[str, Any], messages: Mapping[str, str]) -> Answers:
    """Read and check an answers file or a worked example.

    Args:
        path: The file, or `-` for what comes in by standard input.
        norm: The checked norm.
        messages: The message catalogue, for the sentences of the parser.
    """
    name = path if path == STANDARD_INPUT else Path(path).as_posix()
    if path == STANDARD_INPUT:
        text, faults = read_stream(sys.stdin.buffer, name, MAX_ANSWERS_BYTES)
    else:
        text, faults = read_text(Path(path), name, MAX_ANSWERS_BYTES)
    return Answers(None, None, faults) if text is None else answers_in(text, name, norm, messages)


def answers_in(text: str, name: str, norm: Mapping[str, Any], messages: Mapping[str, str]) -> Answers:
    """Check the text of an answers file; JSON by how it begins, and else YAML: the page decides the same.

    Args:
        text: The whole text.
        name: What faults call it.
        norm: The checked norm.
        messages: The message catalogue, for the sentences of the parser.
    """
    document, faults = parse_json(text, name) if _JSON.match(text) else parse_yaml(text, name, is_answers=True)
    if document is None or faults:
        return Answers(None, None, faults)
    data = document.data
    if isinstance(data, dict) and data.get("format") == _EXAMPLE:
        faults = schema_faults(document, validator(schema("example")))
        faults = faults or answers_faults(document, ("answers",), norm, messages)
        return _answers(faults, data.get("answers"), data.get("date"))
    migrated = migrate(data, norm)
    document = replace(document, data=migrated.answers)
    failed = [_parser_fault(document, fault.path, fault, Wording(norm, messages)) for fault in migrated.faults]
    found = _answers([*faults, *failed, *answers_faults(document, (), norm, messages)], migrated.answers, None)
    return replace(found, migrated=migrated.summary)


def _answers(faults: list[Fault], answers: Any, date: str | None) -> Answers:
    return Answers(None, None, in_order(faults)) if faults else Answers(in_normal_form(answers), date, [])


def answers_faults(
    document: Document, start: DataPath, norm: Mapping[str, Any], messages: Mapping[str, str]
) -> list[Fault]:
    """Everything that is wrong with the answers that stand somewhere in a document.

    The parser says so, which the browser has too: a property test holds it to the schema's judgement.
    """
    wording = Wording(norm, messages)
    _, parsed = parse_answers(document.at(start), norm)
    return [_parser_fault(document, (*start, *one.path), one, wording) for one in parsed]


def _parser_fault(document: Document, path: DataPath, one: AnswersFault, wording: Wording) -> Fault:
    """What the parser says, at the key when it is the key that nobody knows."""
    if one.message == "answers.newer_norm":
        return document.fault(path, "check.answers_newer", **one.values)  # the sentence of the page has it reloaded
    fault = document.fault(path, "check.answers", at_key="unknown_key" in one.message)
    # Not by way of `fault`, which shortens values: this is a whole sentence.
    return replace(fault, values=(("text", wording.message(one.message, one.values)),))
