"""Reading modules out of archives that are held in memory: Python opens, searches and closes the archive for each."""

import zipimport
from functools import cache
from typing import Any

__all__ = ["read_zips_from_memory", "release_zips"]

# In a zip, before the bytes of each file: as much as always stands there, and where the rest tells its length.
_HEAD, _LENGTHS = 30, (26, 28)
_METHOD, _SIZE, _PLACE = 1, 2, 4
_of_disk = zipimport._get_data  # type: ignore[attr-defined] # noqa: SLF001 - Python has no other place to step in


def read_zips_from_memory() -> None:
    """Let what is imported from now on be read from memory."""
    zipimport._get_data = _of_memory  # type: ignore[attr-defined] # noqa: SLF001 - as above


def release_zips() -> None:
    """Give the memory back; what is imported after all is read again."""
    _held.cache_clear()


def _of_memory(archive: str, entry: tuple[Any, ...]) -> bytes:
    if entry[_METHOD]:
        return bytes(_of_disk(archive, entry))
    whole = _held(archive)
    start = entry[_PLACE] + _HEAD
    start += sum(int.from_bytes(whole[entry[_PLACE] + at : entry[_PLACE] + at + 2], "little") for at in _LENGTHS)
    return whole[start : start + entry[_SIZE]]


@cache
def _held(archive: str) -> bytes:
    with open(archive, "rb") as file:  # noqa: PTH123 - nothing else of the start needs paths as objects
        return file.read()
