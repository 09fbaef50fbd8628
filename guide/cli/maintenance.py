"""What `kmop check` looks at when asked: sources that nobody read for long, and links to other sites."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    from guide.maintenance import broken_links, links_of, stale_sources  # noqa: PLC0415 - only who asks needs them

    found: list[Fault] = []
    if stale is not None:
        found += stale_sources(folder, stale, datetime.now().astimezone().date())
    if links:
        ours = not paths.INSTALLED and folder.resolve() == paths.NORM.resolve()
        found += broken_links(links_of(folder, paths.DOCS / LANGUAGE if ours else None))
    return _told(found)


def _told(found: Sequence[Fault]) -> int:
    """Print it in its own order."""
    messages = load_messages(LANGUAGE, "check", "maintenance")
    for fault in found:
        click.echo(fault_text(fault, messages), err=True)
    return FAULTY if found else FINE
