"""Stands in for `_pyodide.docstring`: nobody reads the documentation of Pyodide's methods here."""

from typing import Any

__all__ = ["get_cmeth_docstring"]


def get_cmeth_docstring(_method: Any) -> str:
    """Say nothing."""
    return ""
