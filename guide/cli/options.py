"""What several commands share: options, exit codes, and how faults are told."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from errno import errorcode
from pathlib import Path
from typing import Any

import click

from guide import paths
from guide.cli.dutch_help import DutchOption, OwnUsageError, say
from guide.faults import Fault, fault_lines, in_order

__all__ = [
    "DEBUG",
    "FAULTY",
    "FINE",
    "TEXT_FORMATS",
    "WRONG_USAGE",
    "Day",
    "debug_option",
    "default_norm",
    "norm_option",
    "norm_to_write",
    "out_option",
    "print_faults",
    "read_norm",
    "reason",
    "write_utf8",
]

TEXT_FORMATS = ("text", "json", "html")
FINE, FAULTY, WRONG_USAGE = 0, 1, 2
DEBUG = "KMOP_DEBUG"
# What the system may refuse, as far as it has a sentence.
_TOLD = {"ENOENT", "EACCES", "EISDIR", "ENOTDIR", "EADDRINUSE", "ENOSPC"}
# As many faults as anybody reads at once.
_MOST_LINES = 200


def write_utf8() -> None:
    """Write UTF-8 whatever the terminal has: HTML says that it is, JSON is nothing else, and Markdown goes by it."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")


def reason(error: OSError) -> str:
    """Why the system refused something, in words."""
    name = errorcode.get(error.errno or 0, "")
    return say(f"reason.{name}" if name in _TOLD else "reason.other")


def default_norm() -> Path:
    """The norm of the folder that one works in, or else the one that comes with the program."""
    here = Path("norm")
    return here if here.is_dir() else paths.NORM


def norm_to_write(norm_dir: Path | None) -> Path:
    """The norm that a command changes: never the one that an installed package brings along."""
    folder = norm_dir or default_norm()
    if paths.INSTALLED and folder.resolve() == paths.NORM.resolve():
        raise OwnUsageError(say("usage.own_norm"))
    return folder


def out_option(message: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add the option of the file that a command must be given to write.

    Args:
        message: The message that says what is written.
    """
    kind = click.Path(path_type=Path)
    return click.option(
        "--out", cls=DutchOption, type=kind, required=True, metavar=say("metavar.file"), help=say(message)
    )


def norm_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command take the folder of the norm."""
    kind = click.Path(path_type=Path)
    return click.option("--norm", "norm_dir", type=kind, metavar=say("metavar.folder"), help=say("option.norm"))(
        command
    )


def debug_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command show the details of what nobody expected."""
    # Read by `main`, which must know before the command starts.
    return click.option("--debug", is_flag=True, expose_value=False, help=say("option.debug", variable=DEBUG))(command)


def print_faults(faults: Sequence[Fault], messages: Mapping[str, str]) -> None:
    """Print faults in order, as many as anybody reads."""
    told = in_order(faults)
    for line in fault_lines(told[:_MOST_LINES], messages):
        click.echo(line, err=True)
    if len(told) > _MOST_LINES:
        click.echo(say("more_faults", number=len(told) - _MOST_LINES), err=True)


def read_norm(norm_dir: Path | None, messages: Mapping[str, str]) -> dict[str, Any] | None:
    """The norm that a command goes by, from the cache when nothing of it changed; its faults are printed.

    Args:
        norm_dir: The folder that was asked for; the default one when none was.
        messages: The sentences that tell faults.
    """
    from guide.disk_cache import Cache  # noqa: PLC0415 - not every command reads a norm
    from guide.loader import load_norm  # noqa: PLC0415 - as above

    loaded = load_norm(norm_dir or default_norm(), Cache())
    print_faults(loaded.faults, messages)
    return loaded.norm


class Day(click.DateTime):
    """A day that answers can be about; a year of two digits is a slip, and not the year 22."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the day."""
        from assessment.checking import FIRST_DAY, LAST_DAY  # noqa: PLC0415 - other commands need no rules

        day = super().convert(value, param, ctx)
        if not FIRST_DAY <= day.date().isoformat() <= LAST_DAY:
            self.fail(value, param, ctx)
        return day
