"""Stands in for `typing`: types were checked long before, so that only what makes something is left.

A `NamedTuple` is one of `collections`, with the methods of its class. Annotations are worked out once, as they stand.
"""

from _typing import TypeVar  # type: ignore[import-not-found] # Python's own, which `typing` hands on
from collections import namedtuple
from collections.abc import Callable

__all__ = ["Any", "ClassVar", "NamedTuple", "NoReturn", "Protocol", "Self", "TypeVar", "get_origin"]

Any = NoReturn = Self = object
ClassVar = object()
_VALUE = 1  # annotationlib.Format.VALUE
_ANNOTATIONS, _ANNOTATE = "__annotations__", "__annotate_func__"
_TAKEN_OVER = frozenset(
    {_ANNOTATIONS, _ANNOTATE, "__classdictcell__", "__firstlineno__", "__module__", "__qualname__"},
)


class Protocol:
    """A class that only says what others have."""


def get_origin(_given: object) -> None:
    """Tell of no type what it was made of; `dataclasses` asks whether it is `ClassVar`."""


def _annotated(namespace: dict[str, dict[str, object]], annotate: Callable[[int], dict[str, object]]) -> list[str]:
    """The names that have annotations, which are texts where `__future__` was asked for them."""
    return list(namespace[_ANNOTATIONS] if _ANNOTATIONS in namespace else annotate(_VALUE))


class _NamedTupleMeta(type):
    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, object]) -> type:
        if not bases:
            return super().__new__(cls, name, bases, namespace)
        fields = _annotated(namespace, namespace.get(_ANNOTATE))  # type: ignore[arg-type] # as Python lays them out
        defaults = [namespace[field] for field in fields if field in namespace]
        made = namedtuple(name, fields, defaults=defaults, module=namespace["__module__"])  # type: ignore[arg-type,misc] # noqa: PYI024
        for key in [key for key in namespace if key not in _TAKEN_OVER and key not in fields]:
            setattr(made, key, namespace[key])
        return made


class NamedTuple(metaclass=_NamedTupleMeta):
    """A tuple whose fields have names."""
