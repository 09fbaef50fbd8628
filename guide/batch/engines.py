"""Where records are judged: in processes on this machine, or on the workers of a Dask scheduler.

Both are given chunks and give results in the order of the chunks. Only so many chunks are under way at a time, so that
memory does not grow with the number of records.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from typing import Any, Protocol

from guide.batch.inputs import Given
from guide.batch.scoring import Setup, score_chunk
from guide.faults import MessageError

__all__ = ["EngineError", "Judge", "dask_engine", "local_engine"]

# About a tenth of a second of work: long against the way to a worker and back, short against a wait for the last.
CHUNK = 24
_AHEAD = 4
# How long a scheduler may take to answer.
_PATIENCE = "5s"

Judge = Callable[[Iterable[Given]], Iterator[list[str]]]
"""Judges records, and yields the lines of a chunk at a time, in their order."""


class EngineError(MessageError):
    """The engine cannot be used; the message stands under `batch`."""


class _Future(Protocol):
    def result(self) -> Any: ...


@contextmanager
def local_engine(setup: Setup, workers: int) -> Iterator[Judge]:
    """Judge on this machine.

    Args:
        setup: What records are judged by.
        workers: How many processes; with one, this process does it.

    Raises:
        EngineError: A process went away before its work was done.
    """
    if workers == 1:
        yield lambda records: (score_chunk(setup, chunk) for chunk in _chunks(records))
        return
    # A new Python for each: a copy of this process would take its open files and locks along.
    with ProcessPoolExecutor(workers, get_context("spawn"), _keep, (setup,)) as pool:
        try:
            yield lambda records: _in_order(lambda chunk: pool.submit(_score_kept, chunk), records, workers * _AHEAD)
        except BrokenProcessPool as error:
            raise EngineError("broken") from error


@contextmanager
def dask_engine(setup: Setup, address: str) -> Iterator[Judge]:
    """Judge on the workers of a Dask scheduler; the work of a worker that goes away is done by another.

    Args:
        setup: What records are judged by.
        address: Where the scheduler listens.

    Raises:
        EngineError: Dask is not installed, or there is no scheduler.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra that few install
    except ImportError as error:
        raise EngineError("no_dask") from error
    try:
        client: Any = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise EngineError("no_scheduler", address=address) from error
    with client:
        # A task like any other, so that it is made again when the worker that holds it goes away.
        shared = client.submit(_itself, setup, pure=False)
        ahead = max(1, len(client.scheduler_info(n_workers=-1)["workers"])) * _AHEAD
        yield lambda records: _in_order(
            lambda chunk: client.submit(score_chunk, shared, chunk, pure=False), records, ahead
        )


def _in_order(
    submit: Callable[[Sequence[Given]], _Future], records: Iterable[Given], ahead: int
) -> Iterator[list[str]]:
    """Bounded window: so many chunks are under way, and the oldest is waited for."""
    waiting: deque[_Future] = deque()
    for chunk in _chunks(records):
        waiting.append(submit(chunk))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _chunks(records: Iterable[Given]) -> Iterator[list[Given]]:
    left = iter(records)
    while chunk := list(islice(left, CHUNK)):
        yield chunk


def _itself(setup: Setup) -> Setup:
    return setup


_kept: list[Setup] = []


def _keep(setup: Setup) -> None:
    _kept[:] = [setup]


def _score_kept(chunk: Sequence[Given]) -> list[str]:
    return score_chunk(_kept[0], chunk)
