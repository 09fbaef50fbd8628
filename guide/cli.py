"""The command line: `kmop check`, `kmop assess`, `kmop build` and `kmop serve`."""

from __future__ import annotations

from pathlib import Path

import click

from guide.faults import fault_lines
from guide.loading import load_norm
from guide.messages import load_messages

__all__ = ["main"]


@click.group()
def main() -> None:
    """Work with the norm."""


@main.command()
@click.option("--norm", "directory", type=click.Path(path_type=Path), default=Path("norm"))
def check(directory: Path) -> None:
    """Check the norm."""
    messages = load_messages("nl", "check", "cli")
    loaded = load_norm(directory)
    for line in fault_lines(loaded.faults, messages):
        click.echo(line, err=True)
    if loaded.faults:
        raise SystemExit(1)
