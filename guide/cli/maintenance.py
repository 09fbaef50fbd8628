"""What `kmop check` looks at when asked: sources that nobody read for long, and links to other sites."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from guide import paths
from guide.catalogue import LANGUAGE, load_messages
from guide.cli.dutch_help import say
from guide.cli.options import FAULTY, FINE
from guide.faults import Fault, fault_text

__all__ = ["look_further", "maintenance_options"]


def maintenance_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command look further than the files."""
    days, stale, links = click.IntRange(1, 36_500), say("option.stale"), say("option.links")
    command = click.option("--links", is_flag=True, help=links)(command)
    return click.option("--stale", type=days, metavar=say("metavar.days"), help=stale)(command)


def look_further(folder: Path, *, stale: int | None, links: bool) -> int:
    """Tell what time did to a norm that is in order otherwise, as far as somebody asked.

    Args:
        folder: The folder of the norm.
        stale: After how many days a source is to be read again.
        links: Whether to try each link to another site.
    """
    from guide.maintenance import broken_links, links_of, stale_parts  # noqa: PLC0415 - only who asks needs them

    messages, wrong = load_messages(LANGUAGE, "check", "maintenance"), False
    if stale is not None:
        old = stale_parts(folder, stale, datetime.now().astimezone().date())
        wrong |= _told([*old.read, *old.unsourced], messages)
        if old.undated:
            click.echo(messages["maintenance.undated_sources"].format(number=len(old.undated)), err=True)
        wrong |= _told(old.undated, messages)
    if links:
        ours = not paths.INSTALLED and folder.resolve() == paths.NORM.resolve()
        wrong |= _told(broken_links(links_of(folder, paths.DOCS / LANGUAGE if ours else None)), messages)
    return FAULTY if wrong else FINE


def _told(found: Sequence[Fault], messages: Mapping[str, str]) -> bool:
    """Print faults in their own order; returns whether there are any."""
    for fault in found:
        click.echo(fault_text(fault, messages), err=True)
    return bool(found)
