"""The command `kmop check`: everything that is wrong with a norm."""

from __future__ import annotations

from pathlib import Path

import click

from guide import paths
from guide.catalogue import LANGUAGE, load_messages
from guide.cli.dutch_help import DutchCommand, say
from guide.cli.maintenance import look_further, maintenance_options
from guide.cli.options import FAULTY, FINE, debug_option, default_norm, norm_option, print_faults
from guide.faults import in_order

__all__ = ["check_command"]


@click.command("check", cls=DutchCommand, help=say("help.check"), options_metavar=say("metavar.options"))
@maintenance_options
@norm_option
@debug_option
def check_command(norm_dir: Path | None, *, stale: int | None, links: bool) -> int:
    """Say everything that is wrong with a norm."""
    from guide.checks.plain_language import plain_faults  # noqa: PLC0415 - other commands look at no wording
    from guide.checks.prose import prose_faults  # noqa: PLC0415 - nor at hand-written pages
    from guide.disk_cache import Cache  # noqa: PLC0415 - only checks and builds keep what they find
    from guide.loader import load_norm  # noqa: PLC0415 - a build may do without what reads and checks

    folder, cache = norm_dir or default_norm(), Cache()
    loaded = load_norm(folder, cache)
    faults = loaded.faults
    # The catalogue and the prose go with our own norm; how others write theirs is up to them.
    if loaded.norm and not paths.INSTALLED and folder.resolve() == paths.NORM.resolve():
        faults = in_order([*prose_faults(loaded.norm, paths.DOCS / LANGUAGE), *plain_faults(folder, cache=cache)])
    if faults:
        print_faults(faults, load_messages(LANGUAGE, "check"))
        return FAULTY
    if look_further(folder, stale=stale, links=links) == FAULTY:
        return FAULTY
    click.echo(say("fine", folder=folder))
    return FINE
