"""Journal: what is done so far, so that a batch that was stopped, or killed, goes on where it was.

A write-ahead log: each entry is appended as one line, in the order of the records, before anything is made of it. The
files that were asked for are written from the whole journal at the end, each there whole or not at all, and then the
journal goes. A line that was half written when the process died is cut off, and its record is done again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from guide.faults import MessageError

__all__ = ["Journal", "JournalError"]


class JournalError(MessageError):
    """The journal is of another batch, or in use; the message stands under `batch`."""


class Journal:
    """The journal beside a file that a batch writes.

    Args:
        out: The file that is asked for.
        header: What the batch is made of: an unfinished one goes on only with the same.

    Attributes:
        done: How many records are in it.
    """

    def __init__(self, out: Path, header: Mapping[str, Any]) -> None:
        self._out = out
        self.path = out.with_name(f".{out.name}.journal")
        self._header = json.dumps(header, sort_keys=True)
        self.done = 0

    def __enter__(self) -> Self:
        """Open it, with what was done before.

        Raises:
            JournalError: It is of another batch, or another process writes it.
            OSError: It cannot be written.
        """
        self._file = self.path.open("a+b")
        try:
            self._lock()
            self._recover()
        except BaseException:
            self._file.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it, and leave it for whoever goes on, if there is anything in it."""
        if not self.done:
            self.remove()
        self._file.close()

    def append(self, lines: Iterable[str]) -> None:
        """Note entries; once this returns, the end of the process takes none of them away."""
        whole = [f"{line}\n" for line in lines]
        self._file.write("".join(whole).encode())
        self._file.flush()
        self.done += len(whole)

    def entries(self) -> Iterator[dict[str, Any]]:
        """Yield all entries, one by one."""
        with self.path.open(encoding="utf-8") as file:
            next(file)
            for line in file:
                yield json.loads(line)

    def remove(self) -> None:
        """Take it away, once all that was asked for is written."""
        self.path.unlink(missing_ok=True)

    def _recover(self) -> None:
        """Cut off what was half written, and count what is whole."""
        self._file.seek(0)
        whole = 0
        for number, line in enumerate(self._file):
            if not line.endswith(b"\n"):
                break
            if number == 0 and line.decode().rstrip("\n") != self._header:
                raise JournalError("other_batch", file=self.path)
            whole += len(line)
            self.done = number
        self._file.truncate(whole)
        if not whole:
            self.append([self._header])
            self.done = 0

    def _lock(self) -> None:
        with suppress(ImportError):  # a system without these locks leaves it to its user
            import fcntl  # noqa: PLC0415 - as said

            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise JournalError("in_use", out=self._out) from error
