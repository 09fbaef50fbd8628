"""Ids: each stands for one thing, and files are named after theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm, element_kinds

__all__ = ["check_ids"]

# Files that carry the name of what they hold, and the key that says it.
_NAMED = {
    "requirement": "id", "facts": "topic", "quiz": "topic", "texts": "topic", "files": "topic", "released": "version",
}  # fmt: skip


def check_ids(parsed: ParsedNorm) -> Iterator[Fault]:
    """Ids that are given twice, and files whose name says something else than their contents."""
    yield from _twice(node for space in element_kinds() for node in parsed.declared[space])
    for space in set(parsed.declared) - set(element_kinds()):
        yield from _twice(parsed.declared[space])
    yield from _misnamed(parsed)


def _twice(nodes: Iterable[Node]) -> Iterator[Fault]:
    alike: dict[str, list[Node]] = {}
    for node in nodes:
        alike.setdefault(node.value["id"], []).append(node)
    for name, named in alike.items():
        if len(named) > 1:
            first, *others = sorted(named, key=lambda node: (node.document.name, _line(node)))
            yield from (node.fault("check.duplicate_id", "id", id=name, where=first.where) for node in others)


def _line(node: Node) -> int:
    return node.document.fault(node.path, "").line


def _misnamed(parsed: ParsedNorm) -> Iterator[Fault]:
    for kind, key in _NAMED.items():
        for document in parsed.documents(kind):
            name, stem = document.data[key], PurePosixPath(document.name).stem
            if name != stem:
                yield document.fault((key,), "check.file_name", value=name, wanted=stem)
