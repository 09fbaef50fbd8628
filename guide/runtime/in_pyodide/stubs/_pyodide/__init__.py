"""Stands in for `_pyodide`: what Pyodide's core imports first."""

from _pyodide import _base, _importhook  # type: ignore[import-not-found] # this very package, inside Pyodide

__all__ = ["_base", "_importhook", "set_excepthook"]


def set_excepthook() -> None:
    """Leave Python's own, which needs no module."""
