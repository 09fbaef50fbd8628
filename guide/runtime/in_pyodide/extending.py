"""Lets Python import an extension: an archive beside the rules, also with modules of packages that begin in another."""

from __future__ import annotations

import importlib
import sys
import zipimport
from typing import Any

__all__ = ["extend"]

# Written by `guide/runtime/extensions.py`.
_PACKAGES = "packages.txt"


def extend(archive: str, module: str) -> Any:
    """Return what makes the API of an extension.

    Args:
        archive: The path of its zip.
        module: The module that the worker calls.
    """
    sys.path.append(archive)
    packages = zipimport.zipimporter(archive).get_data(f"{archive}/{_PACKAGES}").decode().split()
    for name in packages:
        importlib.import_module(name).__path__.append(f"{archive}/{name.replace('.', '/')}")
    return importlib.import_module(module).make_api
