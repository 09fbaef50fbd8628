"""Stands in for `enum`: the flags of `re`, and whatever else is asked for by name, are plain numbers."""

import sys
from collections.abc import Callable

__all__ = ["KEEP", "IntEnum", "IntFlag", "global_enum"]

KEEP = None


class IntEnum(int):
    """Numbers with names, each the number itself."""


class IntFlag(int):
    """The same, of which several hold at once."""


def _simple_enum(_base: type, **_how: object) -> Callable[[type], type]:
    return lambda given: given


def global_enum(given: type) -> type:
    """Let the module of a class have its numbers by their names."""
    numbers = {name: value for name, value in vars(given).items() if name.isupper()}
    vars(sys.modules[given.__module__]).update(numbers)
    return given
