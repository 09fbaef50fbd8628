"""Warm-up for the memory snapshot: imports all that there is, so that the snapshot holds it."""

import importlib
import pkgutil
import sys

__all__ = ["import_everything"]


def import_everything() -> None:
    """Import all that the archives on the path hold, so that nothing is left to be read from them later."""
    archives = [path for path in sys.path if path.endswith(".zip")]
    for module in pkgutil.walk_packages(archives):
        importlib.import_module(module.name)
