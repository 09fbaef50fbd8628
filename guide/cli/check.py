"""The command `kmop check`: everything that is wrong with a norm, or what a language still lacks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from guide.catalogue import LANGUAGE, languages, load_messages
from guide.cli.dutch_help import DutchCommand, OwnUsageError, say
from guide.cli.maintenance import look_further, maintenance_options
from guide.cli.options import FAULTY, FINE, Day, debug_option, default_norm, norm_option, print_faults
from guide.faults import Fault

if TYPE_CHECKING:
    from guide.disk_cache import Cache

__all__ = ["check_command"]


@click.command("check", cls=DutchCommand, help=say("help.check"), options_metavar=say("metavar.options"))
@click.option("--language", default=LANGUAGE, metavar=say("metavar.language"), help=say("option.checked_language"))
@click.option("--date", "day", type=Day(["%Y-%m-%d"]), metavar=say("metavar.date"), help=say("option.checked_date"))
@maintenance_options
@norm_option
@debug_option
def check_command(norm_dir: Path | None, language: str, day: datetime | None, *, stale: int | None, links: bool) -> int:
    """Say everything that is wrong with a norm."""
    from guide.disk_cache import Cache  # noqa: PLC0415 - only checks and builds keep what they find
    from guide.loader import load_norm  # noqa: PLC0415 - a build may do without what reads and checks

    folder, cache, on = norm_dir or default_norm(), Cache(), day.date().isoformat() if day else ""
    loaded = load_norm(folder, cache, on=on)
    if loaded.norm and language != LANGUAGE:
        return _translated(folder, language)
    faults = _more_faults(loaded.norm, folder, cache, on) if loaded.norm else loaded.faults
    if faults:
        print_faults(faults, load_messages(LANGUAGE, "check"))
        return FAULTY
    if look_further(folder, stale=stale, links=links) == FAULTY:
        return FAULTY
    click.echo(say("fine", folder=folder))
    return FINE


def _more_faults(norm: Mapping[str, Any], folder: Path, cache: Cache, on: str) -> list[Fault]:
    """What is wrong with a norm that other commands can work with: examples, pages and wording."""
    from guide.checks.expected import expected_faults  # noqa: PLC0415 - other commands judge nobody for this
    from guide.checks.own_pages import goes_with_the_pages, page_faults  # noqa: PLC0415 - nor at hand-written pages
    from guide.checks.plain_language import plain_faults  # noqa: PLC0415 - nor look at wording
    from guide.editing.answers_listing import listing_faults  # noqa: PLC0415 - as above
    from guide.host import read_host  # noqa: PLC0415 - as above

    faults = [*expected_faults(norm, folder, cache), *page_faults(norm, folder, on)]
    if not goes_with_the_pages(folder):
        return faults
    # The host, the catalogue and the schemas go with our own norm; how others write theirs is up to them.
    plain = plain_faults(folder, cache=cache)
    return [*faults, *read_host(cache=cache)[1], *plain, *listing_faults(folder, norm)]


def _translated(folder: Path, language: str) -> int:
    """List what a language lacks, and say how far it has come."""
    from guide.checks.translation import text_languages, translation_of  # noqa: PLC0415 - as above

    known = sorted({*text_languages(), *languages()} - {LANGUAGE})
    if language not in known:
        raise OwnUsageError(say("language_unknown", language=language, known=", ".join(known)))
    translation = translation_of(folder, language)
    print_faults(translation.missing, load_messages(LANGUAGE, "check"))
    values = {"done": translation.done, "total": translation.total, "percent": translation.percent}
    click.echo(say("translated", language=language, **values))
    return FAULTY if translation.missing else FINE
