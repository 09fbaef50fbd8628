"""Warm-up for the memory snapshot: imports all that there is, so that the snapshot holds it."""

import importlib
import sys
import zipimport

__all__ = ["import_everything"]

_PACKAGE, _MODULE = "/__init__.pyc", ".pyc"


def import_everything() -> None:
    """Import all that the archives on the path hold, so that nothing is left to be read from them later."""
    for archive in [path for path in sys.path if path.endswith(".zip")]:
        # What Python itself knows of the archives that it has opened.
        for name in zipimport._zip_directory_cache[archive]:  # type: ignore[attr-defined] # noqa: SLF001
            if name.endswith(_MODULE):
                importlib.import_module(name.removesuffix(_PACKAGE).removesuffix(_MODULE).replace("/", "."))
