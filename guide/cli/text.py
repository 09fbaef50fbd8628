"""The command `kmop text`: what seems wrong in texts for customers."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from guide.catalogue import LANGUAGE, load_messages
from guide.cli.dutch_help import DutchCommand, say
from guide.cli.options import (
    FAULTY,
    FINE,
    TEXT_FORMATS,
    Day,
    debug_option,
    norm_option,
    print_faults,
    read_norm,
    write_utf8,
)
from guide.faults import Fault

__all__ = ["text_command"]

TEXT_KINDS = ("page", "offer", "mail", "enrolment", "certificate", "attendance", "agreement")


@click.command("text", cls=DutchCommand, help=say("help.text"), options_metavar=say("metavar.options"))
@click.argument("names", nargs=-1, required=True, metavar=say("metavar.texts"))
@click.option("--kind", type=click.Choice(TEXT_KINDS), default="page", help=say("option.kind"))
@click.option("--date", "on", type=Day(["%Y-%m-%d"]), metavar=say("metavar.date"), help=say("option.text_date"))
@click.option("--format", "form", type=click.Choice(TEXT_FORMATS), default="text", help=say("option.format"))
@norm_option
@debug_option
def text_command(names: Sequence[str], kind: str, on: datetime | None, form: str, norm_dir: Path | None) -> int:
    """Look for what seems wrong in texts for customers."""
    from assessment import Wording  # noqa: PLC0415 - other commands need no rules
    from assessment.text_view import CheckedText, document_of  # noqa: PLC0415 - as above
    from assessment.texts import Given, check_text, prepare  # noqa: PLC0415 - as above
    from guide.findings import write_found  # noqa: PLC0415 - as above
    from guide.text_check import TextFile, read_text_file  # noqa: PLC0415 - as above

    messages = load_messages(LANGUAGE)
    norm = read_norm(norm_dir, messages)
    if norm is None:
        return FAULTY
    read = [read_text_file(name) for name in names]
    faults = [one for one in read if isinstance(one, Fault)]
    day = (on or datetime.now().astimezone()).date()
    rules = prepare(norm)
    checked = [
        CheckedText(one.name, one.source, one.form, check_text(given, norm, day, messages, rules))
        for one in read
        if isinstance(one, TextFile)
        for given in [Given(one.source, one.form, kind)]
    ]
    if form != "text":
        write_utf8()
    if checked:
        write_found(checked, document_of(checked, Wording(norm, messages)), form, sys.stdout)
    print_faults(faults, messages)
    for one in read:
        if isinstance(one, TextFile) and one.unread:
            click.echo(say("text_unread", file=one.name, number=one.unread), err=True)
    return FAULTY if faults or any(one.findings for one in checked) else FINE
