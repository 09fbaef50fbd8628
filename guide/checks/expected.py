"""Worked examples and first-hand cases: each comes out as its author expects.

What the rules are given is all that a result follows from. Tables that they do not read are left out, and so are
texts, so that a changed sentence has nobody judged again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache as once
from functools import partial
from pathlib import Path
from typing import Any

from assessment import assess, fingerprint
from assessment.memo import Memo
from assessment.view import build_view
from assessment.view.builder import ViewBuilder
from guide.catalogue import LANGUAGE, load_messages
from guide.disk_cache import Cache, json_bytes
from guide.documents.document import Document
from guide.documents.document import Path as DataPath
from guide.documents.suggestions import suggestion
from guide.documents.yaml_reader import read_yaml
from guide.faults import Fault, in_order
from guide.norm.read_by_rules import RULE_TABLES, VIEW_TABLES, read_by_rules

__all__ = ["expected_faults"]

Data = Mapping[str, Any]
Found = tuple[DataPath, str, dict[str, Any]]
"""Where something else was expected, the message, and its values."""

_SAID = frozenset({"says", "never_says"})


@dataclass(frozen=True)
class _Told:
    """An example or a case.

    Attributes:
        folder: The folder of its file.
        name: Its id.
        answers: What somebody answered.
        expectations: Where it is written in the file, the day, and what is expected.
    """

    folder: Path
    name: str
    answers: Data
    expectations: Sequence[tuple[DataPath, str, Data]]

    def faults(self, found: Iterable[tuple[DataPath, str, Found]]) -> list[Fault]:
        """The faults for what was found, with their places, for which the file is only now read."""
        listed = list(found)
        document = self._document() if listed else Document(self.name, {})
        return [
            document.fault((*path, *at), message, at_key=True, day=day, **values)
            for path, day, (at, message, values) in listed
        ]

    def _document(self) -> Document:
        documents = (read_yaml(path)[0] for path in sorted(self.folder.glob("*.yaml")))
        return next(each for each in documents if each and each.data.get("id") == self.name)


def expected_faults(norm: Data, folder: Path, cache: Cache | None = None) -> list[Fault]:
    """Tell what comes out otherwise than the examples and cases of a norm expect.

    Args:
        norm: The checked norm.
        folder: Where it stands; faults name files as it does.
        cache: Where it is known what came out as expected.
    """
    rules = read_by_rules(norm) | {"sha256": ""}
    told = list(_told(norm, folder))
    memo = Memo()
    faults = _by_each("expected", rules, told, partial(_judged, rules, memo), cache)
    if any(_SAID & wanted.keys() for each in told for _, _, wanted in each.expectations):
        faults += _all_said(norm, told, memo, cache)
    return in_order(faults)


def _all_said(norm: Data, told: Sequence[_Told], memo: Memo, cache: Cache | None) -> list[Fault]:
    tables = {key: norm[key] for key in (*RULE_TABLES, *VIEW_TABLES)} | {"sha256": ""}
    messages = load_messages(LANGUAGE, cache=cache)
    builder_of = once(lambda: ViewBuilder(tables, messages, {}))
    return _by_each("said", [tables, messages], told, partial(_said, builder_of, memo), cache)


def _by_each(
    kind: str,
    given: object,
    told: Iterable[_Told],
    find: Callable[[_Told], Iterator[tuple[DataPath, str, Found]]],
    cache: Cache | None,
) -> list[Fault]:
    """The faults of all, without another look at what is known to come out as it should."""
    if cache is None:
        return [fault for each in told for fault in each.faults(find(each))]
    known = fingerprint(given).encode()
    faults: list[Fault] = []
    for each in told:
        inputs = [known, json_bytes([each.answers, each.expectations])]
        faults += cache.check_once(kind, lambda inputs=inputs: inputs, lambda each=each: each.faults(find(each)))  # type: ignore[misc]
    return faults


def _told(norm: Data, folder: Path) -> Iterator[_Told]:
    for name, example in norm["examples"].items():
        wanted = {"expected": example["expected"]}
        yield _Told(folder / "examples", name, example["answers"], [((), example["date"], wanted)])
    for name, case in norm["cases"].items():
        expectations = [
            (("judged", place), day, {key: value for key, value in judged.items() if key != "dates"})
            for place, judged in enumerate(case["judged"])
            for day in judged["dates"]
        ]
        yield _Told(folder / "cases", name, case["answers"], expectations)


def _judged(norm: Data, memo: Memo, told: _Told) -> Iterator[tuple[DataPath, str, Found]]:
    """What the report says otherwise."""
    for path, day, wanted in told.expectations:
        if wanted.keys() - _SAID:
            report = assess(norm, told.answers, date.fromisoformat(day), memo)
            for look in (_values, _warnings, _remarks):
                yield from ((path, day, found) for found in look(report, wanted))


def _values(report: Data, wanted: Data) -> Iterator[Found]:
    for path, value in wanted.get("expected", {}).items():
        here: Any = report
        for step in path.split("."):
            known = _inside(here)
            if step not in known:
                yield _no_such_step(path, step, known)
                break
            here = known[step]
        else:
            if here != value:
                yield ("expected", path), "check.expected_other", {"value": _typed(value), "actual": _typed(here)}


def _inside(value: Any) -> Data:
    """What stands in a part of the report by name; entries of a list go by their id."""
    if isinstance(value, list):
        return {entry["id"]: entry for entry in value if isinstance(entry, dict) and "id" in entry}
    return value if isinstance(value, dict) else {}


def _no_such_step(path: str, step: str, known: Data) -> Found:
    meant = suggestion(step, known)
    if not known:
        return ("expected", path), "check.expected_end", {"step": step}
    if meant:
        return ("expected", path), "check.expected_unknown_meant", {"step": step, "meant": meant}
    return ("expected", path), "check.expected_unknown", {"step": step, "known": sorted(known)}


def _typed(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _warnings(report: Data, wanted: Data) -> Iterator[Found]:
    given = {entry["id"] for entry in report["warnings"]}
    for key, is_given, message in (("warns", False, "check.not_warned"), ("silent", True, "check.warned")):
        for index, name in enumerate(wanted.get(key, ())):
            if (name in given) == is_given:
                yield (key, index), message, {"id": name}


def _remarks(report: Data, wanted: Data) -> Iterator[Found]:
    remarked = {entry["field"] for entry in report["eligibility"]["unrecognised"]}
    for index, field in enumerate(wanted.get("remarks", ())):
        if field not in remarked:
            yield ("remarks", index), "check.not_remarked", {"field": field}


def _said(builder_of: Callable[[], ViewBuilder], memo: Memo, told: _Told) -> Iterator[tuple[DataPath, str, Found]]:
    """Words that the result should hold and does not, or the other way round."""
    for path, day, wanted in told.expectations:
        if not _SAID & wanted.keys():
            continue
        builder = builder_of()
        report = assess(builder.norm, told.answers, date.fromisoformat(day), memo)
        text = "\n".join(_sentences(build_view(builder, report)))
        for key, is_said, message in (("says", False, "check.not_said"), ("never_says", True, "check.said")):
            for index, words in enumerate(wanted.get(key, ())):
                if (words in text) == is_said:
                    yield path, day, ((key, index), message, {"words": words})


def _sentences(part: Any) -> Iterator[str]:
    """Every text of a result."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from _sentences(inner)
