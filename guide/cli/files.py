"""The command `kmop files`: what does not hang together in lists of files."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from guide.catalogue import LANGUAGE, load_messages
from guide.cli.dutch_help import DutchCommand, OwnUsageError, say
from guide.cli.options import (
    FAULTY,
    FINE,
    TEXT_FORMATS,
    WRONG_USAGE,
    Day,
    debug_option,
    norm_option,
    print_faults,
    read_norm,
    reason,
    write_utf8,
)
from guide.faults import Fault

__all__ = ["files_command"]

LIST_KINDS = ("projects", "renewal")
SERVICES = ("training", "advice")


class _NamedColumn(click.ParamType[tuple[int, str]]):
    """What a column is, and its letter: `Startdatum=C`."""

    name = "column"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the name and the letter."""
        from assessment.project_files import column_number  # noqa: PLC0415 - other commands need no rules

        called, _, letters = str(value).rpartition("=")
        number = column_number(letters.strip())
        if not called.strip() or number is None:
            self.fail(value, param, ctx)
        return number, called.strip()


class _EnterpriseNumber(click.ParamType[str]):
    """An enterprise number whose check digits are right."""

    name = "enterprise_number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the number in its normal form."""
        from assessment.identifiers import normalised_number  # noqa: PLC0415 - as above

        number = normalised_number("enterprise_number", str(value))
        if number is None:
            self.fail(value, param, ctx)
        return number


@click.command("files", cls=DutchCommand, help=say("help.files"), options_metavar=say("metavar.options"))
@click.argument("names", nargs=-1, required=True, metavar=say("metavar.lists"))
@click.option("--list", "kind", type=click.Choice(LIST_KINDS), default="projects", help=say("option.list"))
@click.option("--date", "on", type=Day(["%Y-%m-%d"]), metavar=say("metavar.date"), help=say("option.files_date"))
@click.option("--service", type=click.Choice(SERVICES), help=say("option.service"))
@click.option("--sheet", metavar=say("metavar.sheet"), help=say("option.sheet"))
@click.option(
    "--column", "columns", type=_NamedColumn(), multiple=True, metavar=say("metavar.column"), help=say("option.column")
)
@click.option("--own", type=_EnterpriseNumber(), multiple=True, metavar=say("metavar.number"), help=say("option.own"))
@click.option("--registered", type=Day(["%Y-%m-%d"]), metavar=say("metavar.date"), help=say("option.registered"))
@click.option("--format", "form", type=click.Choice(TEXT_FORMATS), default="text", help=say("option.format"))
@click.option("--out", type=click.Path(path_type=Path), metavar=say("metavar.file"), help=say("option.out"))
@norm_option
@debug_option
def files_command(names: Sequence[str], form: str, out: Path | None, norm_dir: Path | None, **wanted: Any) -> int:
    """Look for what does not hang together in lists of files."""
    from assessment import Wording  # noqa: PLC0415 - as above
    from assessment.files_view import document_of  # noqa: PLC0415 - as above
    from guide.findings import write_found  # noqa: PLC0415 - as above
    from guide.project_files import ListFile, UnknownColumnError, read_list_file  # noqa: PLC0415 - as above

    _refuse_output(out, names)
    messages = load_messages(LANGUAGE)
    norm = read_norm(norm_dir, messages)
    if norm is None:
        return FAULTY
    read = [read_list_file(name) for name in names]
    if faults := [one for one in read if isinstance(one, Fault)]:
        print_faults(faults, messages)
        return FAULTY
    lists = [one for one in read if isinstance(one, ListFile)]
    try:
        checked, doubts = _check_lists(lists, norm, messages, wanted)
    except UnknownColumnError as error:
        click.echo(say("usage.unknown_column", name=error.name, known=", ".join(error.known)), err=True)
        return WRONG_USAGE
    if doubts:
        print_faults(doubts, messages)
        return FAULTY
    if form != "text":
        write_utf8()
    wording = Wording(norm, messages)
    write_found(checked, document_of(checked, wording), form, sys.stdout)
    written = _write_workbook(checked[0], wording, out) if out else FINE
    return written or (FAULTY if any(one.findings for one in checked) else FINE)


def _refuse_output(out: Path | None, names: Sequence[str]) -> None:
    """Refuse a file to write that is no workbook, or that would replace the list itself."""
    if out is None:
        return
    if len(names) > 1:
        raise OwnUsageError(say("usage.one_list"))
    if out.suffix.lower() != ".xlsx" or (out.exists() and Path(names[0]).exists() and out.samefile(names[0])):
        raise OwnUsageError(say("usage.bad_value", name="--out", wanted=say("usage.wanted_xlsx")))


def _check_lists(
    lists: Sequence[Any], norm: Mapping[str, Any], messages: Mapping[str, str], wanted: Mapping[str, Any]
) -> tuple[list[Any], list[Fault]]:
    """Return what was found in each list, and what has to be said before they can be checked."""
    from assessment.project_files import Asked  # noqa: PLC0415 - as above
    from guide.project_files import ListChecker  # noqa: PLC0415 - as above

    asked = Asked(
        on=(wanted["on"] or datetime.now().astimezone()).date(),
        kind=wanted["kind"],
        service=wanted["service"],
        own_numbers=frozenset(wanted["own"]),
        registered=wanted["registered"].date() if wanted["registered"] else None,
    )
    checker = ListChecker(norm, messages, asked, wanted["sheet"], dict(wanted["columns"]))
    results = [checker.check(one) for one in lists]
    return (
        [one for one in results if not isinstance(one, list)],
        [fault for one in results if isinstance(one, list) for fault in one],
    )


def _write_workbook(checked: Any, wording: Any, out: Path) -> int:
    """Write the list with what was found beside it, whole or not at all."""
    from guide.atomic_write import write_bytes_atomically  # noqa: PLC0415 - as above
    from guide.project_files import write_findings  # noqa: PLC0415 - as above

    try:
        write_bytes_atomically(out, write_findings(checked, wording))
    except OSError as error:
        click.echo(say("cannot_write", file=out, reason=reason(error), option="--out"), err=True)
        return FAULTY
    return FINE
