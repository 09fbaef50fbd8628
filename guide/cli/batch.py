"""The command `kmop batch`: the results of many candidates in one file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from guide.catalogue import LANGUAGE, load_messages
from guide.cli.dutch_help import DutchCommand, OwnUsageError, say
from guide.cli.options import FAULTY, FINE, Day, debug_option, norm_option, out_option, read_norm, reason

if TYPE_CHECKING:
    from guide.batch import Batch, Judge

__all__ = ["batch_command"]

FORMS = (".jsonl", ".csv", ".xlsx")


@click.command("batch", cls=DutchCommand, help=say("help.batch"), options_metavar=say("metavar.options"))
@click.argument("source", type=click.Path(path_type=Path), metavar=say("metavar.source"))
@out_option("option.batch_out")
@click.option("--date", "on", type=Day(["%Y-%m-%d"]), metavar=say("metavar.date"), help=say("option.batch_date"))
@click.option("--reports", is_flag=True, help=say("option.reports"))
@click.option("--workers", type=click.IntRange(1, 1000), metavar=say("metavar.number"), help=say("option.workers"))
@click.option("--scheduler", metavar=say("metavar.address"), help=say("option.scheduler"))
@norm_option
@debug_option
def batch_command(source: Path, out: Path, norm_dir: Path | None, *, reports: bool, **wanted: Any) -> int:
    """Judge many candidates."""
    from guide.batch import (  # noqa: PLC0415 - other commands need none of it
        Batch,
        EngineError,
        InputError,
        JournalError,
        Setup,
        dask_engine,
        local_engine,
    )

    if out.suffix.lower() not in FORMS or (reports and out.suffix.lower() != ".jsonl"):
        raise OwnUsageError(say("usage.bad_value", name="--out", wanted=say("usage.wanted_batch_out")))
    messages = load_messages(LANGUAGE)
    norm = read_norm(norm_dir, messages)
    if norm is None:
        return FAULTY
    setup = Setup(norm, messages, (wanted["on"] or datetime.now().astimezone()).date(), reports)
    workers = wanted["workers"] or os.cpu_count() or 1
    engine = dask_engine(setup, wanted["scheduler"]) if wanted["scheduler"] else local_engine(setup, workers)
    try:
        return _run(Batch(source, out, setup), engine)
    except InputError as error:
        for name, values in error.reasons:
            click.echo(messages[f"batch.{name}"].format(**values), err=True)
    except (EngineError, JournalError) as error:
        click.echo(messages[f"batch.{error.message}"].format(**error.values), err=True)
    except OSError as error:
        click.echo(say("cannot_write", file=error.filename or out, reason=reason(error), option="--out"), err=True)
    return FAULTY


def _run(batch: Batch, engine: AbstractContextManager[Judge]) -> int:
    from guide.batch import errors_file, run_batch  # noqa: PLC0415 - as above

    with _progress(batch.source) as told:
        done = run_batch(batch, engine, told)
    if done.resumed:
        click.echo(say("batch_resumed", number=done.resumed), err=True)
    click.echo(say("batch_done", number=done.judged, file=batch.out))
    if done.refused:
        click.echo(say("batch_refused", number=done.refused, file=errors_file(batch.out)), err=True)
    return FAULTY if done.refused else FINE


@contextmanager
def _progress(source: Path) -> Iterator[Callable[[int], object]]:
    """Show how far it is, how fast it goes and how long it will take, to whoever looks on."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal shows it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    from guide.batch import count_records  # noqa: PLC0415 - as above

    rate = TextColumn("{task.fields[rate]}")
    shown = (BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    with Progress(*shown, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=count_records(source) if source.exists() else None, rate="")

        def told(number: int) -> None:
            bar.update(task, completed=number, rate=say("batch_rate", number=round(bar.tasks[task].speed or 0)))

        yield told
