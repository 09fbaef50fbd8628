"""What tests look for in the papers that a candidate takes along."""

from collections.abc import Iterator
from typing import Any

__all__ = ["labelled", "nodes", "rows", "texts"]


def nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Every node of some trees, at every depth."""
    for entry in tree:
        yield entry
        yield from nodes(entry["nodes"])


def labelled(entry: dict[str, Any]) -> dict[str, str]:
    """The labelled texts of a node."""
    return {fact["label"]: fact["text"] for fact in entry["facts"]}


def rows(tree: Any) -> list[list[str]]:
    """The rows of every table in some trees."""
    return [row for entry in nodes(tree) if entry["table"] for row in entry["table"]["rows"]]


def texts(value: Any) -> Iterator[str]:
    """Every text in a value, at every depth."""
    match value:
        case str():
            yield value
        case dict():
            yield from (text for inner in value.values() for text in texts(inner))
        case list():
            yield from (text for inner in value for text in texts(inner))
