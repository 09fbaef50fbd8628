"""Finding an element of the norm by its id, wherever it stands."""

from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["elements_of"]

_TABLES = (
    "sources",
    "conditions",
    "requirements",
    "exemptions",
    "documents",
    "outcomes",
    "warnings",
    "bureaus",
    "changes",
    "glossary",
    "facts",
)


def elements_of(norm: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return every element of the checked norm that has an id, by that id."""
    return {element["id"]: element for table in _tables(norm) for element in table}


def _tables(norm: Mapping[str, Any]) -> Iterator[Any]:
    for name in _TABLES:
        yield norm[name].values()
    for requirement in norm["requirements"].values():
        yield requirement["checks"].values()
    yield norm["procedure"]["steps"].values()
    yield norm["procedure"]["deadlines"].values()
    yield norm["scheme"]["themes"].values()
    yield norm["scheme"]["rules"].values()
    yield norm["cost"]["rates"]
    yield norm["cost"]["model"]["lines"]
    yield norm["cost"]["extras"]
