"""The paths that providers take: the questions lead to each of them, soon, and each page has an address of its own."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.fields import fault_of_field
from guide.checks.references import dangling
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["check_paths"]

_ENDS = ("path", "then")
# Whoever has to answer more than this many questions would rather read the list.
MAX_QUESTIONS = 3


def check_paths(parsed: ParsedNorm) -> Iterator[Fault]:
    """Choices that lead nowhere or too far, paths that no choice leads to, and addresses given twice."""
    reached: set[str] = set()
    for node in parsed.nodes("paths", "start"):
        yield from _fork(parsed, node, 1, reached)
    if parsed.sound("paths"):
        yield from _unreached(parsed, reached)
    yield from _days(parsed)
    yield from _pages(parsed.nodes("paths", "paths", "*"))


def _fork(parsed: ParsedNorm, fork: Node, depth: int, reached: set[str]) -> Iterator[Fault]:
    for index, choice in enumerate(fork.value["choices"]):
        node = Node(fork.document, (*fork.path, "choices", index))
        if sum(end in choice for end in _ENDS) != 1:
            yield node.fault("check.choice_ends", ends=_ENDS)
        if "path" in choice:
            reached.add(choice["path"])
            yield from dangling(parsed, Node(node.document, (*node.path, "path")), choice["path"], "path")
        if "then" in choice:
            yield from _then(parsed, node, depth, reached)


def _then(parsed: ParsedNorm, choice: Node, depth: int, reached: set[str]) -> Iterator[Fault]:
    if depth == MAX_QUESTIONS:
        yield choice.fault("check.choice_deep", "then", at_key=True, most=MAX_QUESTIONS)
    else:
        yield from _fork(parsed, Node(choice.document, (*choice.path, "then")), depth + 1, reached)


def _unreached(parsed: ParsedNorm, reached: set[str]) -> Iterator[Fault]:
    for name, node in parsed.ids("path").items():
        if name not in reached:
            yield node.fault("check.path_unreached", "id", id=name)


def _days(parsed: ParsedNorm) -> Iterator[Fault]:
    for node in parsed.nodes("paths", "paths", "*", "days"):
        for name in node.value:
            yield from fault_of_field(parsed, Node(node.document, (*node.path, name)), name, ("date",))


def _pages(nodes: Iterator[Node]) -> Iterator[Fault]:
    """Two paths cannot have one address, in any language."""
    first: dict[tuple[str, str], Node] = {}
    for node in nodes:
        for address in node.value["page"].items():
            if address in first:
                where = first[address].where
                yield node.fault("check.page_twice", "page", address[0], page=address[1], where=where)
            first.setdefault(address, node)
