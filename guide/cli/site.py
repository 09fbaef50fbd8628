"""The commands `kmop build`, `package` and `serve`: the site, kept, taken away or served."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from guide import paths
from guide.catalogue import LANGUAGE, languages, load_messages
from guide.cli.dutch_help import DutchCommand, say
from guide.cli.options import FAULTY, FINE, Day, debug_option, default_norm, norm_option, print_faults, reason
from guide.faults import Fault, fault_text

__all__ = ["build_command", "package_command", "serve_command"]

# Of the files that stand in the way of a site, as many are named.
_MOST_NAMED = 5

_date_option = click.option(
    "--date", "on", type=Day(["%Y-%m-%d"]), metavar=say("metavar.date"), help=say("option.site_date")
)


def _from_sources(command: Callable[..., int]) -> Callable[..., int]:
    """Let a command say that it needs the project's sources, where they are not."""

    @wraps(command)
    def checked(*args: Any, **kwargs: Any) -> int:
        if missing := paths.missing_sources():
            click.echo(say("no_sources", names=", ".join(missing)), err=True)
            return FAULTY
        return command(*args, **kwargs)

    return checked


@click.command("build", cls=DutchCommand, help=say("help.build"), options_metavar=say("metavar.options"))
@click.option(
    "--site", "site_dir", type=click.Path(path_type=Path), default=Path("site"),
    metavar=say("metavar.folder"), help=say("option.site"),
)  # fmt: skip
@click.option("--compress", is_flag=True, help=say("option.compress"))
@click.option("--language", type=click.Choice(languages()), default=LANGUAGE, help=say("option.language"))
@_date_option
@norm_option
@debug_option
@_from_sources
def build_command(site_dir: Path, norm_dir: Path | None, on: datetime | None, *, compress: bool, language: str) -> int:
    """Build the site."""
    from guide.site.build import build as build_site  # noqa: PLC0415 - as above

    folder = norm_dir or default_norm()

    def work() -> list[Fault]:
        return build_site(folder, site_dir, compressed=compress, language=language, on=_iso(on))

    code = _built("built", work, site_dir, "--site", _pages_of(folder, _iso(on)))
    if code == FINE:
        _name_empty_settings()
    return code


def _iso(day: datetime | None) -> str:
    return day.date().isoformat() if day else ""


def _name_empty_settings() -> None:
    """Say what pages leave out because the host did not fill it in."""
    from guide.disk_cache import Cache  # noqa: PLC0415 - as above
    from guide.host import empty_settings, read_host  # noqa: PLC0415 - as above

    host, _ = read_host(cache=Cache())
    if empty := empty_settings(host):
        click.echo(say("host_empty", file=paths.HOST.name, names=", ".join(say(f"host.{each}") for each in empty)))


def _built(
    done: str, work: Callable[[], Sequence[Fault]], folder: Path, option: str, pages: Callable[[], Sequence[Fault]]
) -> int:
    """Build, and say what came of it or why nothing did, and what `kmop check` finds in the pages."""
    from guide.site.build import BuildError, NoSiteError  # noqa: PLC0415 - as above

    messages = load_messages(LANGUAGE, "check")
    try:
        faults = work()
    except NoSiteError as error:
        click.echo(_in_the_way(folder, error.strange), err=True)
        return FAULTY
    except BuildError as error:
        wrong = pages()
        print_faults(wrong, messages)
        click.echo("\n".join([*error.lines_besides(wrong), say("not_built")]), err=True)
        return FAULTY
    except OSError as error:
        click.echo(say("cannot_write", file=error.filename or folder, reason=reason(error), option=option), err=True)
        return FAULTY
    if faults:
        print_faults(faults, messages)
        return FAULTY
    click.echo(say(done, folder=folder))
    if wrong := pages():
        # Writers want to see their pages nonetheless.
        print_faults(wrong, messages)
        click.echo(say("built_with_faults", number=len(wrong)), err=True)
    return FINE


def _pages_of(folder: Path, on: str = "") -> Callable[[], Sequence[Fault]]:
    """What looks at the hand-written pages that go with a norm."""
    from guide.site.build import faults_of_pages  # noqa: PLC0415 - as above

    return lambda: faults_of_pages(folder, on)


def _in_the_way(folder: Path, strange: Sequence[str]) -> str:
    """What in the folder for the site would be lost."""
    if not strange:
        return say("no_site", folder=folder)
    names = ", ".join(strange[:_MOST_NAMED]) + (" …" if len(strange) > _MOST_NAMED else "")
    return say("strange_in_site", folder=folder, names=names)


@click.command("package", cls=DutchCommand, help=say("help.package"), options_metavar=say("metavar.options"))
@click.option(
    "--to", "target", type=click.Path(path_type=Path), default=Path("dist"),
    metavar=say("metavar.folder"), help=say("option.to"),
)  # fmt: skip
@click.option("--single", is_flag=True, help=say("option.single"))
@norm_option
@debug_option
@_from_sources
def package_command(target: Path, norm_dir: Path | None, *, single: bool) -> int:
    """Build the site as something to take away."""
    from guide.packaging import package_single, package_site  # noqa: PLC0415 - as above

    folder, package_as = norm_dir or default_norm(), package_single if single else package_site
    return _built("packaged", lambda: package_as(folder, target), target, "--to", _pages_of(folder))


@click.command("serve", cls=DutchCommand, help=say("help.serve"), options_metavar=say("metavar.options"))
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, metavar=say("metavar.port"), help=say("option.port")
)
@_date_option
@norm_option
@debug_option
@_from_sources
def serve_command(port: int, norm_dir: Path | None, on: datetime | None) -> int:
    """Serve the site on this machine."""
    from guide.site.dev_server import PortError  # noqa: PLC0415 - as above
    from guide.site.dev_server import serve as serve_site  # noqa: PLC0415 - as above

    messages = load_messages(LANGUAGE, "check")

    def report(wrong: list[str] | list[Fault] | OSError) -> list[str]:
        lines = _lines(wrong, messages)
        for line in lines:
            click.echo(line, err=True)
        return lines

    def ready(url: str) -> None:
        click.echo(say("serving", url=url))

    try:
        served = serve_site(norm_dir or default_norm(), port, report, ready, _iso(on))
    except PortError as error:
        click.echo(say("cannot_serve", port=port, reason=reason(error.reason)), err=True)
        return FAULTY
    return FINE if served else FAULTY


def _lines(wrong: list[str] | list[Fault] | OSError, messages: Mapping[str, str]) -> list[str]:
    """What came in the way of a new site, in sentences."""
    if isinstance(wrong, OSError):
        return [say("cannot_build", file=wrong.filename or "", reason=reason(wrong))]
    return [line if isinstance(line, str) else fault_text(line, messages) for line in wrong]
