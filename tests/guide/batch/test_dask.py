"""The same function on the workers of a Dask scheduler: one of them may go away."""

import os
import signal
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from guide.batch import Batch, EngineError, Setup, dask_engine, local_engine, run_batch
from tests.bench.varied import candidates
from tests.guide.batch.jsonl import lines_file

distributed = pytest.importorskip("distributed", reason="the extra dask is not installed")


@pytest.fixture
def setup(norm: dict[str, Any], messages: Mapping[str, str]) -> Setup:
    return Setup(norm, messages, date(2026, 3, 1))


def test_a_worker_that_is_killed_loses_and_doubles_nothing(
    tmp_path: Path, setup: Setup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # workers leave their files where they run
    source = lines_file(tmp_path / "in.jsonl", [answers for answers, _ in candidates(dict(setup.norm), 1200)])
    run_batch(Batch(source, tmp_path / "alone.jsonl", setup), local_engine(setup, 1), lambda _: None)
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
    )
    killed: list[int] = []

    def kill(done: int) -> None:
        if done > 100 and not killed:
            killed.append(cluster.workers[0].pid)
            os.kill(killed[0], signal.SIGKILL)

    with cluster:
        done = run_batch(
            Batch(source, tmp_path / "out.jsonl", setup), dask_engine(setup, cluster.scheduler_address), kill
        )
    assert killed
    assert done.judged == 1200
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "alone.jsonl").read_bytes()


def test_a_scheduler_that_does_not_answer_is_told(setup: Setup, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guide.batch.engines._PATIENCE", "300ms")
    with pytest.raises(EngineError, match="no_scheduler"), dask_engine(setup, "tcp://127.0.0.1:9"):
        pass
