"""The command line, one module for each command or two that belong together.

Those who edit the norm have `show`, `new`, `rename`, `merge`, `remove` and `fmt`.

Exit codes: 0 fine, 1 the input is at fault, 2 wrong usage.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from guide.catalogue import CatalogueError
from guide.cli.assess import assess_command
from guide.cli.batch import batch_command
from guide.cli.check import check_command
from guide.cli.compare import diff_command, impact_command
from guide.cli.dutch_help import DutchGroup, say, usage_fault
from guide.cli.editing.change import merge_command, remove_command, rename_command
from guide.cli.editing.fmt import fmt_command
from guide.cli.editing.new import new_command
from guide.cli.editing.show import show_command
from guide.cli.files import files_command
from guide.cli.options import DEBUG, FAULTY, FINE, WRONG_USAGE
from guide.cli.release import release_command
from guide.cli.site import build_command, package_command, serve_command
from guide.cli.summary import summary_command
from guide.cli.text import text_command
from guide.cli.verify import verify_command

__all__ = ["kmop", "main"]

COMMANDS = (
    check_command,
    assess_command,
    text_command,
    files_command,
    batch_command,
    summary_command,
    show_command,
    new_command,
    rename_command,
    merge_command,
    remove_command,
    fmt_command,
    diff_command,
    impact_command,
    verify_command,
    release_command,
    build_command,
    package_command,
    serve_command,
)
INTERRUPTED = 130
# Where a signal would have ended a program whose reader is gone.
_PIPE_BROKEN = 141


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code; nobody ever sees a traceback.

    Args:
        arguments: What stands behind `kmop`; the program's own arguments when not given.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    sys.exit(_run(words, debug="--debug" in words or bool(os.environ.get(DEBUG))))


def _run(words: list[str], *, debug: bool) -> int:
    """Run the command and turn every way in which it can end into an exit code."""
    try:
        # Not by way of the library's `main`, which has its own ideas about exit codes.
        with kmop.make_context("kmop", words) as context:
            result = kmop.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.UsageError as error:
        click.echo(usage_fault(error), err=True)
        return WRONG_USAGE
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        return _reader_gone()
    except Exception as error:  # the last resort: whatever happens, a user reads a sentence
        if debug:
            raise
        _last_words(error)
        return FAULTY
    return result if isinstance(result, int) else FINE


def _speak_utf8() -> None:
    """Write what the terminal cannot show as something that it can, rather than give up."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _reader_gone() -> int:
    """End in silence, also when Python flushes what nobody reads any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return _PIPE_BROKEN


def _last_words(error: Exception) -> None:
    if isinstance(error, CatalogueError):
        # The catalogue itself is broken, so its sentences cannot be relied on.
        click.echo(str(error), err=True)
    else:
        click.echo(say("unexpected", kind=type(error).__name__, variable=DEBUG), err=True)


@click.group(cls=DutchGroup, help=say("help.kmop"), subcommand_metavar=say("metavar.command"), options_metavar="")
def kmop() -> None:
    """Work with the norm, see the help text."""


for _command in COMMANDS:
    kmop.add_command(_command)
