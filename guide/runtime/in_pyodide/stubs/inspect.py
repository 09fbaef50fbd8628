"""Stands in for `inspect`: tells which functions are asynchronous, which is all that Pyodide's core asks.

`dataclasses` would have the signature of a class without a docstring, and does without where there is none to be had.
"""

from types import FunctionType
from typing import NoReturn

__all__ = ["iscoroutinefunction", "signature"]

_ASYNCHRONOUS = 0x80  # CO_COROUTINE


def iscoroutinefunction(given: object) -> bool:
    """Tell whether it was written with `async def`."""
    return isinstance(given, FunctionType) and bool(given.__code__.co_flags & _ASYNCHRONOUS)


def signature(*_given: object, **_named: object) -> NoReturn:
    """Nothing has a signature."""
    raise ValueError
