"""Background task: work that is done aside while the builder writes the pages, and what came of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Generic, TypeVar

from guide.scratch import scratch_folder

__all__ = ["BackgroundTask"]

T = TypeVar("T")


class BackgroundTask(Generic[T]):
    """Files that are made in a folder of their own, on another thread.

    The work waits mostly for other programs and for compressing, which leave the interpreter to the builder.

    Args:
        work: Makes the files; is given the folder.
    """

    def __init__(self, work: Callable[[Path], T]) -> None:
        self._cleanup = ExitStack()
        self._folder = self._cleanup.enter_context(scratch_folder())
        self._pool = ThreadPoolExecutor(1)
        self._made: Future[T] = self._pool.submit(work, self._folder)

    def finish(self, target: Path) -> T:
        """Wait for the work and move what it made to where it belongs.

        Args:
            target: A folder in which nothing stands by the names of what was made.

        Returns:
            What the work returned; what it raised is raised here.
        """
        try:
            result = self._made.result()
            for path in self._folder.iterdir():
                shutil.move(path, target / path.name)
        finally:
            self.cancel()
        return result

    def cancel(self) -> None:
        """Wait for the work and throw away what it made."""
        self._pool.shutdown()
        self._cleanup.close()
