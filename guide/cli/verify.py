"""The command `kmop verify`: whether an export was made by these rules from these answers."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from guide.catalogue import LANGUAGE, load_messages
from guide.cli.dutch_help import DutchCommand, say
from guide.cli.options import FAULTY, FINE, debug_option, norm_option, print_faults, read_norm, write_utf8
from guide.faults import Fault

__all__ = ["verify_command"]

_FORMS = ("text", "md", "json")


@click.command("verify", cls=DutchCommand, help=say("help.verify"), options_metavar=say("metavar.options"))
@click.argument("path", metavar=say("metavar.file"))
@click.option("--answers", metavar=say("metavar.answers"), help=say("option.verify_answers"))
@click.option("--format", "form", type=click.Choice(_FORMS), default="text", help=say("option.diff_format"))
@norm_option
@debug_option
def verify_command(path: str, answers: str | None, form: str, norm_dir: Path | None) -> int:
    """Say whether an export was made by these rules from these answers."""
    from guide.disk_cache import Cache  # noqa: PLC0415 - not every command keeps what it finds

    messages = load_messages(LANGUAGE, cache=Cache())
    norm = read_norm(norm_dir, messages)
    if norm is None:
        return FAULTY
    found = _verified(path, answers, norm, messages)
    if not isinstance(found, dict):
        print_faults(found, messages)
        return FAULTY
    _write(found, messages, form)
    return FINE if found["result"] == "same" else FAULTY


def _verified(
    path: str, answers: str | None, norm: dict[str, Any], messages: Mapping[str, str]
) -> dict[str, Any] | list[Fault]:
    """Read the export and the answers and compare them; or what is wrong with either."""
    from guide.reports.answers_file import read_answers  # noqa: PLC0415 - other commands need no rules
    from guide.verification.exports import UnverifiableError, read_export  # noqa: PLC0415 - nor verify anything
    from guide.verification.verifying import cannot_tell, verify  # noqa: PLC0415 - as above

    try:
        export = read_export(Path(path))
    except UnverifiableError as error:
        return cannot_tell(str(error)) | {"file": path}
    if isinstance(export, Fault):
        return [export]
    given = None if answers is None else read_answers(answers, norm, messages)
    if given is not None and given.answers is None:
        return given.faults
    return verify(export, given, norm, messages) | {"file": path}


def _write(found: dict[str, Any], messages: Mapping[str, str], form: str) -> None:
    from assessment import Wording, report_json  # noqa: PLC0415 - as above
    from guide.reports.outline import outline_text  # noqa: PLC0415 - as above
    from guide.verification.words import verify_outline  # noqa: PLC0415 - as above

    if form != "text":
        write_utf8()
    if form == "json":
        sys.stdout.write(report_json(found))
    else:
        sys.stdout.write(outline_text(verify_outline(found, Wording({}, messages)), form))
