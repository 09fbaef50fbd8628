"""Reproducible zip: a file that depends on nothing but what goes in: same files, same bytes."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["write_archive"]

_OLDEST = (1980, 1, 1, 0, 0, 0)  # the first moment that the format can name
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16


def write_archive(target: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a zip, sorted by name, without the machine's clock or permissions.

    Args:
        target: The zip file to write.
        files: Contents by their name inside the zip, with forward slashes.
    """
    with ZipFile(target, "w") as archive:
        for name in sorted(files):
            archive.writestr(_entry(name), files[name], ZIP_DEFLATED, compresslevel=9)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _OLDEST)
    entry.create_system = _UNIX
    entry.external_attr = _PLAIN_FILE
    return entry
