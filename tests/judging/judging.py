"""The two judges of an answers file: the page with the rules in its worker, and `kmop assess`."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from assessment import canonical_json
from guide.reports.answers_file import read_answers
from guide.runtime.in_pyodide.api import RulesApi
from tests.frontend.node_tests import bundle_tests, run_script

__all__ = ["FULL", "PIECES", "Judges", "bases", "mutated"]

HERE = Path(__file__).parent
DAY = "2026-11-28"
# What is refused, in the place of what was read.
REFUSED = "refused"
# What readers of YAML and JSON disagree on, or once did.
PIECES = [
    "\t", "\r", "\r\n", "\n", "\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\xa0", "\xad", "\u2028", "\u2029",
    "\ufeff", "\ufffe", "\uffff", "\U000f0000", "\U0001f600", "é", "#", " #", ":", ": ", "- ", "-", "? ", "|", ">",
    "|-\n", "&a ", "*a", "!", "!!str ", "!!int ", "%", "%YAML 1.1\n---\n", "---\n", "...\n", "@", "`", "'", '"', "\\",
    "\\x41", "\\u2028", "\\ud800", "\\ud83d\\ude00", "\\U0001F600", "\\UFFFFFFFF", "\\/", "\\e", "\\N", "[", "]", "{",
    "}", ",", "<<: ", "=", "true", "True", "yes", "no", "on", "null", "~", "0", "1", "-0", "+1", "012", "0x1F", "0o17",
    "1.0", "1e3", "1.5e3", "1e400", ".inf", ".nan", "NaN", "Infinity", "9007199254740993", "99999999999999999999",
    "1_000", "1:30", "2026-11-28", '{"a": 1, "a": 2}', '"a": 1,', "a: 1\na: 2\n", "__proto__: 1\n", '"__proto__": 1,',
    "constructor: {}\n", "  ", "   ", "x" * 300, "[" * 25, '{"format": "kmop-answers/1"}', "format: kmop-answers/1\n",
]  # fmt: skip
# Answers of each kind, with what is awkward to write.
FULL: dict[str, Any] = {
    "format": "kmop-answers/1",
    "norm": {"id": "small-norm", "version": "2026.1.1"},
    "title": "Alles ‘ingevuld’",
    "profile": {
        "services": ["training", "advice"],
        "starter": True,
        "deployed_people": 1,
        "sites": {"belgium": 0, "abroad": 2},
        "dates": {"application": "2026-11-01"},
        "hourly_rate": "150.00",
    },
    "checks": {
        "OFR-1": {"conformity": "B", "note": "een\ntwee: # drie\n\n- vier", "present": "\x85\x7f\u2028\ufeff"},
        "REF-2": {"not_applicable": {"reason": "Geen mensen."}},
    },
    "documents": {"offering-description": {"state": "in_progress", "note": "Bijna."}},
    "scenarios": [{"title": "Alles", "profile": {"services": ["training"], "starter": True}}, {}],
    "appendix": [{"id": "OFR-99", "version": "1", "answer": {"note": "a", "x": [1, 2.5, None, {"y": "z"}]}}],
}
BY_HAND = """\
format: kmop-answers/1  # with every way to write a text
profile: {services: [training, advice], starter: true,
  sites: {belgium: 2}}
checks:
  OFR-1: {conformity: T, note: een lange
    zin op twee regels}
  'OFR-2':
    note: >-
      gevouwen
      tekst

      einde
    present: |+
      blok

documents:
  project-list: {}
appendix:
- id: x
  version: "1"
  answer: {a: 1, b: [x, y], c: 1.5, 'd': "e\\tf"}
"""
ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "cp1252", "utf-32")


class Judges:
    """Both judges over one norm.

    Args:
        norm: The checked norm.
        messages: The message catalogue.
        folder: Where to work.
    """

    def __init__(self, norm: Mapping[str, Any], messages: Mapping[str, str], folder: Path) -> None:
        self._norm = norm
        self._messages = messages
        self._folder = folder
        self._rules = RulesApi(json.dumps(norm), json.dumps(messages), "{}")
        (self._script,) = bundle_tests(HERE, ["judge_files.ts"], folder / "bundle")

    def written(self, documents: Sequence[Any]) -> list[str]:
        """The documents as the page saves them in YAML."""
        given = self._folder / "documents.json"
        given.write_text(json.dumps([json.dumps(document) for document in documents]), encoding="utf-8")
        texts: list[str] = self._ask("write", given)
        return texts

    def disagreements(self, files: Sequence[bytes]) -> list[tuple[bytes, str, str]]:
        """The files that the two do not take for the same, each with what the page and the command line make of it."""
        folder = self._folder / "files"
        folder.mkdir(exist_ok=True)
        paths = [folder / f"{number:06d}" for number in range(len(files))]
        for path, raw in zip(paths, files, strict=True):
            path.write_bytes(raw)
        page = [self._by_page(result) for result in self._ask("read", folder)]
        command = [self._by_command(path) for path in paths]
        for path in paths:
            path.unlink()
        judged = zip(files, page, command, strict=True)
        return [(raw, one, other) for raw, one, other in judged if one != other]

    def _ask(self, job: str, given: Path) -> Any:
        target = self._folder / "result.json"
        run_script(self._script, job, str(given), str(target))
        return json.loads(target.read_text(encoding="utf-8"))

    def _by_page(self, result: Mapping[str, Any]) -> str:
        """What the page opens, as it would save it again."""
        if "refusal" in result:
            return REFUSED
        migrated = json.loads(self._rules.migrate_json(result["text"]))
        if migrated["faults"] or json.loads(self._rules.assess_json(json.dumps(migrated["answers"]), DAY))["faults"]:
            return REFUSED
        return _comparable(migrated["answers"] if migrated["told"] else result["document"])

    def _by_command(self, path: Path) -> str:
        read = read_answers(str(path), self._norm, self._messages)
        return REFUSED if read.answers is None else _comparable(read.answers)


def _comparable(document: Any) -> str:
    """A document as one text, in which 1 and 1.0 are the same: JavaScript has but one kind of number."""
    return canonical_json(_one_kind(document))


def _one_kind(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _one_kind(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_one_kind(inner) for inner in value]
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def bases(judges: Judges) -> list[str]:
    """Right answers in every form that people have them in."""
    documents = [FULL, {"format": "kmop-answers/1", "profile": {"starter": True}, "worth": {}}]
    return [
        BY_HAND,
        *judges.written(documents),
        *(json.dumps(document, indent=2, ensure_ascii=False) for document in documents),
        *(json.dumps(document) for document in documents),
    ]


def mutated(text: str, chance: random.Random) -> bytes:
    """A file in which up to four things went wrong."""
    for _ in range(chance.randint(0, 4)):
        text = _changed(text, chance)
    if chance.random() < 0.1:
        return text.encode(chance.choice(ENCODINGS), errors="replace")
    raw = text.encode()
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + bytes([chance.randrange(256)]) + raw[at:] if chance.random() < 0.05 else raw


def _changed(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text) + 1)
    end = min(len(text), start + chance.choice((0, 0, 1, 1, 2, 10)))
    lines = text.split("\n")
    line = chance.randrange(len(lines))
    match chance.randrange(6):
        case 0 | 1 | 2:
            return text[:start] + chance.choice(PIECES) + text[end:]
        case 3:
            return "\n".join([*lines[:line], lines[line], *lines[line:]])
        case 4:
            return "\n".join([*lines[:line], chance.choice(("  ", " ", "\t", "- ")) + lines[line], *lines[line + 1 :]])
        case _:
            return text[:start] + text[end:]
