"""Where the elements of the norm are written: the kind of file, and the place in it."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.element_index import KINDS

__all__ = ["TOPICS", "Pattern", "declared_places"]

Pattern = tuple[str, ...]
"""A place in a file; `*` stands for every item of a list."""

# The files whose facts form a topic of their own, named after the file.
TOPICS = ("conditions", "scoring", "exemptions", "documents", "cost", "procedure", "bureaus")
# Facts are written wherever they belong, and stand together only in the norm.
_FACTS: tuple[tuple[str, Pattern], ...] = (
    *((kind, ("facts", "*")) for kind in ("facts", *TOPICS)),
    ("requirement", ("examined", "*")),
    ("procedure", ("steps", "*", "facts", "*")),
    ("outcomes", ("outcomes", "*", "facts", "*")),
)
# What has an id without being an element, nor found by it on a page.
_OTHERS: dict[str, tuple[str, Pattern]] = {
    "group": ("profile", ("groups", "*")),
    "field": ("profile", ("fields", "*")),
    "misunderstanding_group": ("misunderstandings", ("groups", "*")),
    "statement": ("statements", ("statements", "*")),
    "task": ("situations", ("tasks", "*")),
    "example": ("example", ()),
    "case": ("case", ()),
    "letter": ("letters", ("letters", "*")),
    "template": ("templates", ("templates", "*")),
    "text_rule": ("texts", ("rules", "*")),
    "file_column": ("files", ("columns", "*")),
    "file_rule": ("files", ("rules", "*")),
    "file_evidence": ("files", ("evidence", "*")),
    "question": ("quiz", ("questions", "*")),
}
# Lists that are called otherwise than their file.
_LISTS = {"glossary": "terms"}


def declared_places() -> dict[str, tuple[tuple[str, Pattern], ...]]:
    """Where ids are declared: by name space, each kind of file and the place in it."""
    return {kind: tuple(_places(kind)) for kind in KINDS} | {kind: (place,) for kind, place in _OTHERS.items()}


def _places(kind: str) -> Iterator[tuple[str, Pattern]]:
    if kind == "fact":
        yield from _FACTS
        return
    file, *inside = KINDS[kind].keys
    if file == "requirements":  # each is a file of its own
        yield "requirement", (*inside[1:], "*") if inside else ()
    else:
        yield file, (*(inside or [_LISTS.get(file, file)]), "*")
