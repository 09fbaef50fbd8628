"""The commands `kmop diff` and `kmop impact`: what differs between two norms, and what follows for candidates."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from guide.catalogue import LANGUAGE, load_messages
from guide.cli.dutch_help import DutchCommand, OwnUsageError, say
from guide.cli.options import (
    FAULTY,
    FINE,
    Day,
    debug_option,
    default_norm,
    norm_option,
    print_faults,
    reason,
    write_utf8,
)

if TYPE_CHECKING:
    from guide.changes.revisions import Revision
    from guide.disk_cache import Cache
    from guide.impact.try_change import Tried
    from guide.reports.outline import Outline

__all__ = ["diff_command", "impact_command"]

_FORMS = ("text", "md", "json")


@click.command("diff", cls=DutchCommand, help=say("help.diff"), options_metavar=say("metavar.options"))
@click.argument("old", metavar=say("metavar.old"))
@click.argument("new", required=False, metavar=say("metavar.new_or_none"))
@click.option("--format", "form", type=click.Choice(_FORMS), default="text", help=say("option.diff_format"))
@norm_option
@debug_option
def diff_command(old: str, new: str | None, form: str, norm_dir: Path | None) -> int:
    """Say what differs between two norms."""
    from assessment import Wording  # noqa: PLC0415 - other commands need no rules
    from guide.changes.words import diff_outline  # noqa: PLC0415 - other commands compare nothing
    from guide.disk_cache import Cache  # noqa: PLC0415 - not every command keeps what it finds

    cache = Cache()
    messages = load_messages(LANGUAGE, cache=cache)
    with ExitStack() as opened:
        revisions = _opened(opened, old, new, norm_dir, cache)
        diff = _compared(*revisions, messages, cache)
    _write(diff, lambda: diff_outline(diff, Wording({}, messages)), form)
    return FINE


def _opened(
    opened: ExitStack, old: str, new: str | None, norm_dir: Path | None, cache: Cache
) -> tuple[Revision, Revision]:
    """Open both norms; one that is not there is wrong usage, told with what to write."""
    from guide.changes.revisions import RevisionError, open_revision  # noqa: PLC0415 - as above

    folder = norm_dir or default_norm()
    try:
        first, second = (opened.enter_context(open_revision(word, folder, cache)) for word in (old, new or str(folder)))
    except RevisionError as error:
        raise OwnUsageError(say(f"revision.{error.message}", **error.values)) from error
    return first, second


def _compared(old: Revision, new: Revision, messages: Mapping[str, str], cache: Cache) -> dict[str, Any]:
    from guide.changes.comparing import compare_norms  # noqa: PLC0415 - as above
    from guide.changes.pages import pages_by_element, with_pages  # noqa: PLC0415 - as above
    from guide.loader import load_norm  # noqa: PLC0415 - as above

    diff = compare_norms(old, new, LANGUAGE, messages)
    norm = load_norm(new.folder, cache).norm
    diff["changes"] = with_pages(diff["changes"], norm and pages_by_element(norm, messages, cache))
    return diff


@click.command("impact", cls=DutchCommand, help=say("help.impact"), options_metavar=say("metavar.options"))
@click.argument("old", metavar=say("metavar.old"))
@click.argument("new", required=False, metavar=say("metavar.new_or_none"))
@click.option(
    "--answers",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar=say("metavar.folder"),
    help=say("option.answers"),
)
@click.option("--date", "on", type=Day(["%Y-%m-%d"]), metavar=say("metavar.date"), help=say("option.impact_date"))
@click.option("--format", "form", type=click.Choice(_FORMS), default="text", help=say("option.diff_format"))
@click.option("--accepted", type=click.Path(path_type=Path), metavar=say("metavar.file"), help=say("option.accepted"))
@click.option("--write-accepted", is_flag=True, help=say("option.write_accepted"))
@norm_option
@debug_option
def impact_command(old: str, new: str | None, norm_dir: Path | None, form: str, **wanted: Any) -> int:
    """Say what a change of the norm does to candidates."""
    from guide.disk_cache import Cache  # noqa: PLC0415 - as above
    from guide.impact.accepted import ACCEPTED  # noqa: PLC0415 - as above
    from guide.impact.try_change import Faulty, TooOldError, Wanted, try_change  # noqa: PLC0415 - as above

    cache = Cache()
    messages = load_messages(LANGUAGE, cache=cache)
    file = wanted["accepted"] or (norm_dir or default_norm()).resolve().parent / ACCEPTED
    asked = Wanted(wanted["answers"], (wanted["on"] or datetime.now().astimezone()).date().isoformat(), file)
    with ExitStack() as opened:
        revisions = _opened(opened, old, new, norm_dir, cache)
        try:
            tried = try_change(*revisions, asked, messages, cache)
        except TooOldError:
            click.echo(say("too_old", label=old), err=True)
            return FAULTY
    if isinstance(tried, Faulty):
        print_faults(tried.faults, messages)
        return FAULTY
    if wanted["write_accepted"]:
        return _accept(tried, file)
    _write(tried.document, lambda: tried.outline, form)
    print_faults(tried.faults, messages)
    return FAULTY if tried.faults or tried.is_open else FINE


def _accept(tried: Tried, file: Path) -> int:
    """Note the verdicts of today as accepted."""
    from guide.impact.accepted import write_accepted  # noqa: PLC0415 - as above

    try:
        write_accepted(file, tried.to_accept)
    except OSError as error:
        click.echo(say("cannot_write", file=file, reason=reason(error), option="--accepted"), err=True)
        return FAULTY
    click.echo(say("accepted_written", file=file))
    return FINE


def _write(document: dict[str, Any], outline: Callable[[], Outline], form: str) -> None:
    from assessment import report_json  # noqa: PLC0415 - as above
    from guide.reports.outline import outline_text  # noqa: PLC0415 - as above

    if form != "text":
        write_utf8()
    if form == "json":
        sys.stdout.write(report_json(document))
    else:
        sys.stdout.write(outline_text(outline(), form))
