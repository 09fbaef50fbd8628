"""The commands `kmop diff` and `kmop impact`: what differs between two norms, and what follows for candidates."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from guide.catalogue import LANGUAGE, load_messages
from guide.cli.dutch_help import DutchCommand, OwnUsageError, say
from guide.cli.options import FINE, debug_option, default_norm, norm_option, write_utf8

if TYPE_CHECKING:
    from guide.changes.revisions import Revision
    from guide.disk_cache import Cache

__all__ = ["diff_command"]

_FORMS = ("text", "md", "json")


@click.command("diff", cls=DutchCommand, help=say("help.diff"), options_metavar=say("metavar.options"))
@click.argument("old", metavar=say("metavar.old"))
@click.argument("new", required=False, metavar=say("metavar.new"))
@click.option("--format", "form", type=click.Choice(_FORMS), default="text", help=say("option.diff_format"))
@norm_option
@debug_option
def diff_command(old: str, new: str | None, form: str, norm_dir: Path | None) -> int:
    """Say what differs between two norms."""
    from assessment import Wording  # noqa: PLC0415 - other commands need no rules
    from guide.changes.words import diff_outline  # noqa: PLC0415 - other commands compare nothing
    from guide.disk_cache import Cache  # noqa: PLC0415 - not every command keeps what it finds
    from guide.reports.outline import outline_text  # noqa: PLC0415 - as above

    messages, cache = load_messages(LANGUAGE), Cache()
    with ExitStack() as opened:
        revisions = _opened(opened, old, new, norm_dir, cache)
        diff = _compared(*revisions, messages, cache)
    if form != "text":
        write_utf8()
    if form == "json":
        sys.stdout.write(json.dumps(diff, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(outline_text(diff_outline(diff, Wording({}, messages)), form))
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

    diff = compare_norms(old, new, LANGUAGE)
    for side, revision in (("old", old), ("new", new)):
        diff[side]["faults"] = revision.fault_lines(messages)
    norm = load_norm(new.folder, cache).norm
    diff["changes"] = with_pages(diff["changes"], norm and pages_by_element(norm, messages, cache))
    return diff
