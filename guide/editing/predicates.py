"""The kinds of predicates for whoever writes them, as the schema explains them."""

from __future__ import annotations

from collections.abc import Iterator

from guide.editing.merge import flow
from guide.validation.schemas import schema

__all__ = ["kinds_explained"]


def kinds_explained() -> Iterator[tuple[str, str, list[str]]]:
    """Each kind of predicate, what it asks, and examples as they are typed."""
    for kind, said in schema("common")["$defs"]["predicate"]["properties"].items():
        yield kind, said["description"], [flow({kind: example}) for example in said["examples"]]
