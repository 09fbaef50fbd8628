"""Puts the files of a norm that holds up together into one JSON-ready value."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from assessment import fingerprint
from assessment.element_index import KINDS
from guide.norm.files import NormFile
from guide.norm.places import TOPICS, Pattern, declared_places
from guide.norm.readings import completed_readings

__all__ = ["assemble", "element_lists", "files_of", "texts_of"]

Data = dict[str, Any]

# Files of which each element has facts of its own, or an order.
_BY_HAND = frozenset({"requirement", "procedure", "outcomes", "facts"})
# Files that hold maps by id among other things, with those of what is no element, in the order of the norm.
_MAPS: dict[str, tuple[str, ...]] = {
    "profile": ("fields",),
    "scoring": (),
    "cost": (),
    "scheme": (),
    "worth": ("fields",),
    "letters": ("letters",),
    "templates": ("templates",),
    "situations": ("tasks",),
}


def assemble(files: Iterable[NormFile]) -> Data:
    """The checked norm.

    Args:
        files: All files, each of which holds to its schema; ids are unique.

    Returns:
        What `norm.json` holds: elements by id, in the order in which they are shown; every fact
        once under `facts`, and its id wherever it stood; `sha256` over all the rest.
    """
    by_kind: dict[str, list[Data]] = {}
    for file in files:
        if file.document:
            by_kind.setdefault(file.kind, []).append(json.loads(json.dumps(file.document.data)))
    facts: dict[str, Data] = {}
    norm = _whole(by_kind, facts)
    norm["facts"] = facts
    norm["scoring"]["readings"] = completed_readings(by_kind["scoring"][0], norm["requirements"].values())
    _price(norm["cost"]["rates"], facts)
    norm["sha256"] = fingerprint(norm)
    return norm


def _price(rates: Iterable[Data], facts: Mapping[str, Data]) -> None:
    """Give each rate without a figure of its own the figure of its fact."""
    for rate in rates:
        if "eurocents_per_hour" not in rate:
            amount = facts[rate["fact"]]["value"]["amount"]
            rate["eurocents_per_hour"] = dict.fromkeys(("low", "likely", "high"), amount)


def _whole(by_kind: Mapping[str, list[Data]], facts: dict[str, Data]) -> Data:
    one = {kind: documents[0] for kind, documents in by_kind.items()}
    # First: facts stand in the order in which they are met.
    topics = {**_file_topics(one, facts), **_own_topics(by_kind.get("facts", []), facts)}
    return {
        **one["norm"],
        **{kind: _by_id(one[kind][name]) for kind, name in element_lists().items()},
        **{kind: _listed_by_id(one[kind], *names) for kind, names in _maps().items()},
        **_judged(one, by_kind["requirement"], facts),
        "topics": topics,
        "statements": one["statements"]["statements"],
        "texts": texts_of(by_kind.get("texts", [])),
        "files": files_of(by_kind.get("files", [])),
        "quiz": sorted(by_kind.get("quiz", []), key=_order),
        "examples": _by_id(sorted(by_kind.get("example", []), key=_order)),
        "cases": _by_id(sorted(by_kind.get("case", []), key=_order)),
    }


def texts_of(files: Iterable[Data]) -> Data:
    """The words, the lists and the rules of the text check; each rule with what its whole file leaves out.

    Examples stay behind: nobody but the checker runs them.
    """
    ordered = sorted(files, key=_order)
    rules = [
        {**_without(rule, "examples"), "unless_in_sentence": file.get("unless", []), "despite": file.get("despite", [])}
        for file in ordered
        for rule in file.get("rules", ())
    ]
    words = {name: words for file in ordered for name, words in file.get("words", {}).items()}
    reading = {name: words for file in ordered for name, words in file.get("reading", {}).items()}
    return {"reading": reading, "words": words, "rules": _by_id(rules)}


def files_of(files: Iterable[Data]) -> Data:
    """The words, columns, windows, rules and counts of the file check; the examples of rules stay behind."""
    ordered = sorted(files, key=_order)
    together: Data = {name: {} for name in ("words", "columns", "windows", "rules", "evidence")}
    for file in ordered:
        for name in ("words", "windows"):
            together[name] |= file.get(name, {})
        for name in ("columns", "rules", "evidence"):
            together[name] |= _by_id(_without(each, "examples") for each in file.get(name, ()))
    return together


def element_lists() -> dict[str, str]:
    """The files that are a list of elements, besides their facts: the name of the list."""
    return {file: pattern[0] for keys, file, pattern in _map_places() if len(keys) == 1}


def _maps() -> dict[str, tuple[str, ...]]:
    """The files that hold such lists among other things: their names."""
    maps = dict(_MAPS)
    for keys, file, pattern in _map_places():
        if len(keys) > 1:
            maps[file] = (*maps.get(file, ()), pattern[0])
    return maps


def _map_places() -> Iterator[tuple[tuple[str, ...], str, Pattern]]:
    """Where each map by id stands in the norm, in which file and where in it."""
    places = declared_places()
    for kind, place in KINDS.items():
        file, pattern = places[kind][0]
        if place.is_map and file not in _BY_HAND:
            yield place.keys, file, pattern


def _judged(one: Mapping[str, Data], requirements: Iterable[Data], facts: dict[str, Data]) -> Data:
    """What has facts of its own, besides those of its topic."""
    outcomes = sorted(one["outcomes"]["outcomes"], key=_order)
    return {
        "requirements": _by_id(_requirement(item, facts) for item in sorted(requirements, key=_order)),
        "procedure": _procedure(one["procedure"], facts),
        "outcomes": _by_id(_moved(item, "facts", facts) for item in outcomes),
    }


def _order(item: Data) -> int:
    order: int = item["order"]
    return order


def _by_id(items: Iterable[Data]) -> dict[str, Data]:
    return {item["id"]: item for item in items}


def _listed_by_id(item: Data, *names: str) -> Data:
    return {**_without(item, "facts"), **{name: _by_id(item[name]) for name in names}}


def _without(item: Data, *keys: str) -> Data:
    return {key: value for key, value in item.items() if key not in keys}


def _moved(item: Data, key: str, facts: dict[str, Data]) -> Data:
    """The item with the ids of its facts; the facts themselves go to where all of them are."""
    own = _by_id(item.get(key, []))
    facts.update(own)
    return {**item, key: list(own)}


def _requirement(item: Data, facts: dict[str, Data]) -> Data:
    return {**_moved(item, "examined", facts), "checks": _by_id(item["checks"])}


def _procedure(item: Data, facts: dict[str, Data]) -> Data:
    steps = sorted(item["steps"], key=_order)
    return {
        "steps": _by_id(_moved(step, "facts", facts) for step in steps),
        "deadlines": _by_id(item["deadlines"]),
    }


def _file_topics(one: Mapping[str, Data], facts: dict[str, Data]) -> dict[str, Data]:
    moved = {kind: _moved(one[kind], "facts", facts)["facts"] for kind in TOPICS}
    return {kind: {"facts": ids} for kind, ids in moved.items() if ids}


def _own_topics(documents: Iterable[Data], facts: dict[str, Data]) -> dict[str, Data]:
    return {item["topic"]: _without(_moved(item, "facts", facts), "topic") for item in documents}
