"""The command line: `kmop check`, `assess`, `text`, `files`, `release`, `build`, `package` and `serve`.

Exit codes: 0 fine, 1 the input is at fault, 2 wrong usage.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

import click

from guide import paths
from guide.catalogue import LANGUAGE, CatalogueError, languages, load_messages
from guide.cli_files import files_command
from guide.cli_help import DutchGroup, say, usage_fault
from guide.cli_options import (
    DEBUG,
    FAULTY,
    FINE,
    TEXT_FORMATS,
    WRONG_USAGE,
    Day,
    debug_option,
    default_norm,
    norm_option,
    print_faults,
    reason,
    write_utf8,
)
from guide.faults import Fault, fault_lines, in_order

__all__ = ["kmop", "main"]

FORMATS = ("text", "json", "md", "html")
TEXT_KINDS = ("page", "offer", "mail", "enrolment", "certificate", "attendance", "agreement")
INTERRUPTED = 130
# Of the files that stand in the way of a site, as many are named.
_MOST_NAMED = 5
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


@kmop.command(help=say("help.check"), options_metavar=say("metavar.options"))
@norm_option
@debug_option
def check(norm_dir: Path | None) -> int:
    """Say everything that is wrong with a norm."""
    from guide.checks.plain_language import plain_faults  # noqa: PLC0415 - other commands look at no wording
    from guide.checks.prose import prose_faults  # noqa: PLC0415 - nor at hand-written pages
    from guide.disk_cache import Cache  # noqa: PLC0415 - only checks and builds keep what they find
    from guide.loader import load_norm  # noqa: PLC0415 - a build may do without what reads and checks

    folder, cache = norm_dir or default_norm(), Cache()
    loaded = load_norm(folder, cache)
    faults = loaded.faults
    # The catalogue and the prose go with our own norm; how others write theirs is up to them.
    if loaded.norm and folder.resolve() == paths.NORM.resolve():
        faults = in_order([*prose_faults(loaded.norm, paths.DOCS / LANGUAGE), *plain_faults(folder, cache=cache)])
    if faults:
        print_faults(faults, load_messages(LANGUAGE, "check"))
        return FAULTY
    click.echo(say("fine", folder=folder))
    return FINE


@kmop.command(help=say("help.assess"), options_metavar=say("metavar.options"))
@click.argument("path", metavar=say("metavar.answers"))
@click.option("--date", "on", type=Day(["%Y-%m-%d"]), metavar=say("metavar.date"), help=say("option.date"))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help=say("option.format"))
@click.option("--output", type=click.Path(path_type=Path), metavar=say("metavar.file"), help=say("option.output"))
@click.option("--trace", is_flag=True, help=say("option.trace"))
@norm_option
@debug_option
def assess(path: str, output: Path | None, norm_dir: Path | None, **wanted: Any) -> int:
    """Judge a candidate's answers."""
    from guide.loader import load_norm  # noqa: PLC0415 - as above
    from guide.reports.answers_file import read_answers  # noqa: PLC0415 - other commands need no rules
    from guide.reports.assess_file import ReportOptions, report_writer  # noqa: PLC0415 - as above

    messages = load_messages(LANGUAGE)
    loaded = load_norm(norm_dir or default_norm())
    if loaded.norm is None:
        print_faults(loaded.faults, messages)
        return FAULTY
    answers = read_answers(path, loaded.norm, messages)
    if answers.answers is None:
        print_faults(answers.faults, messages)
        return FAULTY
    for sentence in answers.migration_messages(loaded.norm, messages):
        click.echo(sentence, err=True)
    if wanted["form"] != "text":
        write_utf8()
    return _give(report_writer(loaded.norm, answers, ReportOptions(**wanted), messages), output)


def _give(write: Callable[[TextIO], object], output: Path | None) -> int:
    """Write to standard output, or to a file that is there whole or not at all."""
    if output is None:
        write(sys.stdout)
        return FINE
    from guide.atomic_write import write_text_atomically  # noqa: PLC0415 - as above

    try:
        write_text_atomically(output, write)
    except OSError as error:
        click.echo(say("cannot_write", file=output, reason=reason(error), option="--output"), err=True)
        return FAULTY
    return FINE


@kmop.command("text", help=say("help.text"), options_metavar=say("metavar.options"))
@click.argument("names", nargs=-1, required=True, metavar=say("metavar.texts"))
@click.option("--kind", type=click.Choice(TEXT_KINDS), default="page", help=say("option.kind"))
@click.option("--date", "on", type=Day(["%Y-%m-%d"]), metavar=say("metavar.date"), help=say("option.text_date"))
@click.option("--format", "form", type=click.Choice(TEXT_FORMATS), default="text", help=say("option.format"))
@norm_option
@debug_option
def text(names: Sequence[str], kind: str, on: datetime | None, form: str, norm_dir: Path | None) -> int:
    """Look for what seems wrong in texts for customers."""
    from assessment import Wording  # noqa: PLC0415 - other commands need no rules
    from assessment.text_view import CheckedText  # noqa: PLC0415 - as above
    from assessment.texts import Given, check_text, prepare  # noqa: PLC0415 - as above
    from guide.loader import load_norm  # noqa: PLC0415 - as above
    from guide.text_check import TextFile, read_text_file, write_checked  # noqa: PLC0415 - as above

    messages = load_messages(LANGUAGE)
    loaded = load_norm(norm_dir or default_norm())
    if loaded.norm is None:
        print_faults(loaded.faults, messages)
        return FAULTY
    read = [read_text_file(name) for name in names]
    faults = [one for one in read if isinstance(one, Fault)]
    norm, day = loaded.norm, (on or datetime.now().astimezone()).date()
    rules = prepare(norm)
    checked = [
        CheckedText(one.name, one.source, one.form, check_text(given, norm, day, messages, rules))
        for one in read
        if isinstance(one, TextFile)
        for given in [Given(one.source, one.form, kind)]
    ]
    if form != "text":
        write_utf8()
    if checked:
        write_checked(checked, form, Wording(norm, messages), sys.stdout)
    print_faults(faults, messages)
    for one in read:
        if isinstance(one, TextFile) and one.unread:
            click.echo(say("text_unread", file=one.name, number=one.unread), err=True)
    return FAULTY if faults or any(one.findings for one in checked) else FINE


kmop.add_command(files_command)


@kmop.command(help=say("help.release"), options_metavar=say("metavar.options"))
@norm_option
@debug_option
def release(norm_dir: Path | None) -> int:
    """Note what candidates can answer in this version."""
    from guide.loader import load_norm  # noqa: PLC0415 - as above
    from guide.norm.released import note_release  # noqa: PLC0415 - as above

    folder = norm_dir or default_norm()
    loaded = load_norm(folder)
    if loaded.norm is None:
        print_faults(loaded.faults, load_messages(LANGUAGE, "check"))
        return FAULTY
    try:
        file = note_release(folder, loaded.norm)
    except OSError as error:
        click.echo(say("cannot_write", file=error.filename or folder, reason=reason(error)), err=True)
        return FAULTY
    if file is None:
        click.echo(say("released_before", version=loaded.norm["version"]), err=True)
        return FAULTY
    click.echo(say("released", file=file))
    return FINE


@kmop.command(help=say("help.build"), options_metavar=say("metavar.options"))
@click.option(
    "--site", "site_dir", type=click.Path(path_type=Path), default=Path("site"),
    metavar=say("metavar.folder"), help=say("option.site"),
)  # fmt: skip
@click.option("--compress", is_flag=True, help=say("option.compress"))
@click.option("--language", type=click.Choice(languages()), default=LANGUAGE, help=say("option.language"))
@norm_option
@debug_option
def build(site_dir: Path, norm_dir: Path | None, *, compress: bool, language: str) -> int:
    """Build the site."""
    from guide.site.build import build as build_site  # noqa: PLC0415 - as above

    def work() -> list[Fault]:
        return build_site(norm_dir or default_norm(), site_dir, compressed=compress, language=language)

    code = _built("built", work, site_dir, "--site")
    if code == FINE:
        _name_empty_settings()
    return code


def _name_empty_settings() -> None:
    """Say what pages leave out because the host did not fill it in."""
    from guide.disk_cache import Cache  # noqa: PLC0415 - as above
    from guide.host import empty_settings, read_host  # noqa: PLC0415 - as above

    host, _ = read_host(cache=Cache())
    if empty := empty_settings(host):
        click.echo(say("host_empty", file=paths.HOST.name, names=", ".join(say(f"host.{each}") for each in empty)))


def _built(done: str, work: Callable[[], Sequence[Fault]], folder: Path, option: str) -> int:
    """Build, and say what came of it or why nothing did."""
    from guide.site.build import BuildError, NoSiteError  # noqa: PLC0415 - as above

    try:
        faults = work()
    except NoSiteError as error:
        click.echo(_in_the_way(folder, error.strange), err=True)
        return FAULTY
    except BuildError as error:
        click.echo(f"{error}\n{say('not_built')}", err=True)
        return FAULTY
    except OSError as error:
        click.echo(say("cannot_write", file=error.filename or folder, reason=reason(error), option=option), err=True)
        return FAULTY
    if faults:
        print_faults(faults, load_messages(LANGUAGE, "check"))
        return FAULTY
    click.echo(say(done, folder=folder))
    return FINE


def _in_the_way(folder: Path, strange: Sequence[str]) -> str:
    """What in the folder for the site would be lost."""
    if not strange:
        return say("no_site", folder=folder)
    names = ", ".join(strange[:_MOST_NAMED]) + (" …" if len(strange) > _MOST_NAMED else "")
    return say("strange_in_site", folder=folder, names=names)


@kmop.command(help=say("help.package"), options_metavar=say("metavar.options"))
@click.option(
    "--to", "target", type=click.Path(path_type=Path), default=Path("dist"),
    metavar=say("metavar.folder"), help=say("option.to"),
)  # fmt: skip
@click.option("--single", is_flag=True, help=say("option.single"))
@norm_option
@debug_option
def package(target: Path, norm_dir: Path | None, *, single: bool) -> int:
    """Build the site as something to take away."""
    from guide.packaging import package_single, package_site  # noqa: PLC0415 - as above

    package_as = package_single if single else package_site
    return _built("packaged", lambda: package_as(norm_dir or default_norm(), target), target, "--to")


@kmop.command(help=say("help.serve"), options_metavar=say("metavar.options"))
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, metavar=say("metavar.port"), help=say("option.port")
)
@norm_option
@debug_option
def serve(port: int, norm_dir: Path | None) -> int:
    """Serve the site on this machine."""
    from guide.site.dev_server import PortError  # noqa: PLC0415 - as above
    from guide.site.dev_server import serve as serve_site  # noqa: PLC0415 - as above

    messages = load_messages(LANGUAGE, "check")

    def report(wrong: list[str] | list[Fault] | OSError) -> None:
        if isinstance(wrong, OSError):
            click.echo(say("cannot_build", file=wrong.filename or "", reason=reason(wrong)), err=True)
            return
        for line in wrong:
            text = line if isinstance(line, str) else fault_lines([line], messages)[0]
            click.echo(text, err=True)

    try:
        served = serve_site(norm_dir or default_norm(), port, report, lambda url: click.echo(say("serving", url=url)))
    except PortError as error:
        click.echo(say("cannot_serve", port=port, reason=reason(error.reason)), err=True)
        return FAULTY
    return FINE if served else FAULTY
