"""Templates: what fills them in is there, and they are asked by whoever asks for their documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assessment.askers import asker_of
from guide.checks.fields import fault_of_field
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["check_templates"]

_ASKERS = ("authority", "bureau", "after_registration", "nobody")
"""Who may ask for a document; of several documents the first of these counts."""
_FILLING = ("choice", "choices", "yes_no", "count", "decimal", "text", "date")
_CHOSEN = ("choice", "choices")
_NAME = "title"
"""What the candidate calls the assessment, which is no field of the profile."""


def check_templates(parsed: ParsedNorm) -> Iterator[Fault]:
    """Fields that are filled in from no question, values of no choice, and templates that say otherwise who asks."""
    for node in parsed.walk():
        if node.path[:1] != ("templates",):
            continue
        if node.path[-1] == "filled_from" and node.value != _NAME:
            yield from fault_of_field(parsed, node, node.value, _FILLING)
        elif node.path[-1] == "options_of":
            yield from fault_of_field(parsed, node, node.value, _CHOSEN)
    for template in parsed.nodes("templates", "templates", "*"):
        yield from _asked(parsed, template)


def _asked_by(document: Mapping[str, Any]) -> str:
    """Say who asks for a document, in the words of a template."""
    if "moment" in document:
        return "after_registration"
    return {"official": "authority", "bureau": "bureau", "advised": "nobody"}[asker_of(document)]


def _asked(parsed: ParsedNorm, template: Node) -> Iterator[Fault]:
    documents = parsed.elements("document")
    names = template.value["documents"]
    if all(name in documents for name in names):
        wanted = min((_asked_by(documents[name].value) for name in names), key=_ASKERS.index)
        if template.value["asked_by"] != wanted:
            yield template.fault("check.template_asked_by", "asked_by", asked=template.value["asked_by"], wanted=wanted)
