"""Reproducible zip: a file that depends on nothing but what goes in: same files, same bytes."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["write_archive"]

_OLDEST = date(1980, 1, 1)  # the first that the format can name
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16
# The format counts in steps of two seconds.
_STEP, _STEPS_A_DAY = 2, 43_200


def write_archive(target: Path, files: Mapping[str, bytes], day: date | None = None) -> None:
    """Write files into a zip, sorted by name, without the machine's clock or permissions.

    Args:
        target: The zip file to write.
        files: Contents by their name inside the zip, with forward slashes.
        day: The day that all of them are dated; their time of day then follows from what is in them. A server that
            tells files apart by their date, once they are unpacked, takes no new one for an old one.
    """
    with ZipFile(target, "w") as archive:
        for name in sorted(files):
            moment = _moment(day, files[name]) if day else datetime.combine(_OLDEST, time())
            archive.writestr(_entry(name, moment), files[name], ZIP_DEFLATED, compresslevel=9)


def _moment(day: date, content: bytes) -> datetime:
    step = int.from_bytes(hashlib.sha256(content).digest()[:8]) % _STEPS_A_DAY
    return datetime.combine(day, time()) + timedelta(seconds=_STEP * step)


def _entry(name: str, moment: datetime) -> ZipInfo:
    entry = ZipInfo(name, moment.timetuple()[:6])
    entry.create_system = _UNIX
    entry.external_attr = _PLAIN_FILE
    return entry
