"""Requirements, their check points and the documents that prove them."""

from __future__ import annotations

from collections.abc import Iterator

from guide.faults import Fault
from guide.norm.parsed import ParsedNorm

__all__ = ["check_requirements"]


def check_requirements(parsed: ParsedNorm) -> Iterator[Fault]:
    """Empty requirements, foreign labels, idle documents, and proof that is told from one side only."""
    for node in parsed.nodes("requirement"):
        if not node.value["checks"]:
            yield node.fault("check.no_checks", "checks", requirement=node.value["id"])
    yield from _deciding_on_little(parsed)
    yield from _foreign_tasks(parsed)
    for node in parsed.nodes("documents", "documents", "*"):
        if not node.value["proves"]:
            yield node.fault("check.proves_nothing", "proves", document=node.value["id"])
    if parsed.sound("requirement", "documents"):
        yield from _one_sided(parsed, "document", "proves", "check", "documents")
        yield from _one_sided(parsed, "check", "documents", "document", "proves")


def _deciding_on_little(parsed: ParsedNorm) -> Iterator[Fault]:
    """Points that may decide a result, though no official source and no audit bureau names them."""
    sources = parsed.elements("source")
    for name, node in parsed.elements("check").items():
        known = [sources[each].value.get("standing") for each in node.value.get("sources", []) if each in sources]
        if known and set(known) == {"secondary"} and "tip_because" not in node.value:
            yield node.fault("check.decides_on_little", "sources", check=name)


def _foreign_tasks(parsed: ParsedNorm) -> Iterator[Fault]:
    """Points whose task is a document that does not prove them."""
    documents = parsed.elements("document")
    for name, node in parsed.elements("check").items():
        task = node.value.get("task")
        if task in documents and task not in node.value["documents"]:
            yield node.fault("check.foreign_task", "task", check=name, document=task)


def _one_sided(parsed: ParsedNorm, space: str, key: str, other: str, back: str) -> Iterator[Fault]:
    """Faults where one names the other and is not named in return."""
    others = parsed.elements(other)
    for name, node in parsed.elements(space).items():
        for index, wanted in enumerate(node.value[key]):
            if wanted in others and name not in others[wanted].value[back]:
                where = others[wanted].where
                yield node.fault("check.one_sided", key, index, id=wanted, own=name, key=back, where=where)
