"""Facts that disagree name each other."""

from __future__ import annotations

from collections.abc import Iterator

from guide.faults import Fault
from guide.norm.parsed import ParsedNorm

__all__ = ["check_disagreements"]


def check_disagreements(parsed: ParsedNorm) -> Iterator[Fault]:
    """Disagreements that only one of the two facts tells, or that a fact has with itself."""
    facts = parsed.elements("fact")
    for name, node in facts.items():
        for index, other in enumerate(node.value.get("disagrees_with", [])):
            if other == name:
                yield node.fault("check.disagrees_with_itself", "disagrees_with", index)
            elif other in facts and name not in facts[other].value.get("disagrees_with", []):
                where = facts[other].where
                yield node.fault(
                    "check.disagreement_one_sided", "disagrees_with", index, id=other, own=name, where=where
                )
