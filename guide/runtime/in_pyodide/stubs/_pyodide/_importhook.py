"""Stands in for `_pyodide._importhook`: keeps what JavaScript registers, and imports none of it."""

from typing import Any

__all__ = ["register_js_module", "registered"]

registered: dict[str, Any] = {}


def register_js_module(name: str, module: Any) -> None:
    """Hold on to an object of JavaScript; a memory snapshot expects to find it in its place."""
    registered[name] = module


def register_js_finder() -> None:
    """Import nothing from JavaScript."""


def register_windows_finder() -> None:
    """Find nothing under paths of Windows."""


def register_module_not_found_hook(_packages: Any) -> None:
    """Suggest no package."""
