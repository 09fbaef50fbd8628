"""The command `kmop assess`: the report on one candidate."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

import click

from guide.catalogue import LANGUAGE, load_messages
from guide.cli.dutch_help import DutchCommand, say
from guide.cli.options import (
    FAULTY,
    FINE,
    Day,
    debug_option,
    norm_option,
    print_faults,
    read_norm,
    reason,
    write_utf8,
)

__all__ = ["assess_command"]

FORMATS = ("text", "json", "md", "html")


@click.command("assess", cls=DutchCommand, help=say("help.assess"), options_metavar=say("metavar.options"))
@click.argument("path", metavar=say("metavar.answers"))
@click.option("--date", "on", type=Day(["%Y-%m-%d"]), metavar=say("metavar.date"), help=say("option.date"))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help=say("option.format"))
@click.option("--output", type=click.Path(path_type=Path), metavar=say("metavar.file"), help=say("option.output"))
@click.option("--trace", is_flag=True, help=say("option.trace"))
@norm_option
@debug_option
def assess_command(path: str, output: Path | None, norm_dir: Path | None, **wanted: Any) -> int:
    """Judge a candidate's answers."""
    from guide.reports.answers_file import read_answers  # noqa: PLC0415 - other commands need no rules
    from guide.reports.assess_file import ReportOptions, report_writer  # noqa: PLC0415 - as above

    messages = load_messages(LANGUAGE)
    norm = read_norm(norm_dir, messages)
    if norm is None:
        return FAULTY
    answers = read_answers(path, norm, messages)
    if answers.answers is None:
        print_faults(answers.faults, messages)
        return FAULTY
    for sentence in answers.migration_messages(norm, messages):
        click.echo(sentence, err=True)
    if wanted["form"] != "text":
        write_utf8()
    return _give(report_writer(norm, answers, ReportOptions(**wanted), messages), output)


def _give(write: Callable[[TextIO], object], output: Path | None) -> int:
    """Write to standard output, or to a file that is there whole or not at all."""
    if output is None:
        write(sys.stdout)
        return FINE
    from guide.atomic_write import write_text_atomically  # noqa: PLC0415 - as above

    try:
        write_text_atomically(output, write)
    except OSError as error:
        click.echo(say("cannot_write", file=output, reason=reason(error), option="--output"), err=True)
        return FAULTY
    return FINE
