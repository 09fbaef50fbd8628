"""Stands in for `importlib.resources`: reads what lies beside a package's modules, from where the package came.

The module itself brings archives of every kind along, temporary folders, threads and random numbers. python-stdnum
needs one file of a package.
"""

import sys
from io import BytesIO
from zipimport import zipimporter

__all__ = ["files"]


def files(package: str) -> "_Folder":
    """The folder that a package lies in."""
    return _Folder(package)


class _Folder:
    def __init__(self, package: str) -> None:
        self._package = sys.modules[package]

    def joinpath(self, name: str) -> "_File":
        """A file in this folder."""
        loader: zipimporter = self._package.__loader__  # type: ignore[assignment] # all that is ours is in an archive
        return _File(loader, f"{self._package.__path__[0]}/{name}")


class _File:
    def __init__(self, loader: zipimporter, path: str) -> None:
        self._loader, self._path = loader, path

    def open(self, mode: str) -> BytesIO:
        """All that it holds."""
        if mode != "rb":
            raise ValueError(mode)
        return BytesIO(self._loader.get_data(self._path))
