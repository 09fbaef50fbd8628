"""Stands in for `pyodide`: holds what Pyodide's own modules hold.

A memory snapshot is only taken, and only wakes up, when these objects of JavaScript come in this order after those that
were registered.
"""

from _pyodide._importhook import registered  # type: ignore[import-not-found]

__all__: list[str] = []

_js = registered["pyodide_js"]
_held = (_js._api, _js._api.scheduleCallback, _js._api, _js.loadedPackages)  # noqa: SLF001 - Pyodide holds its own
