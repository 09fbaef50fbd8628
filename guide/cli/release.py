"""The command `kmop release`: what candidates can answer in this version is noted."""

from __future__ import annotations

from pathlib import Path

import click

from guide.catalogue import LANGUAGE, load_messages
from guide.cli.dutch_help import DutchCommand, say
from guide.cli.options import FAULTY, FINE, debug_option, norm_option, norm_to_write, read_norm, reason

__all__ = ["release_command"]


@click.command("release", cls=DutchCommand, help=say("help.release"), options_metavar=say("metavar.options"))
@norm_option
@debug_option
def release_command(norm_dir: Path | None) -> int:
    """Note what candidates can answer in this version."""
    from guide.norm.released import note_release  # noqa: PLC0415 - other commands note nothing

    folder = norm_to_write(norm_dir)
    norm = read_norm(folder, load_messages(LANGUAGE, "check"))
    if norm is None:
        return FAULTY
    try:
        file = note_release(folder, norm)
    except OSError as error:
        click.echo(say("cannot_note", file=error.filename or folder, reason=reason(error)), err=True)
        return FAULTY
    if file is None:
        click.echo(say("released_before", version=norm["version"]), err=True)
        return FAULTY
    click.echo(say("released", file=file))
    return FINE
