"""The command `kmop fmt`: the files of a norm in one form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.catalogue import LANGUAGE, load_messages
from guide.cli.dutch_help import DutchCommand, say
from guide.cli.options import FAULTY, FINE, debug_option, norm_option, norm_to_write, print_faults, reason

if TYPE_CHECKING:
    from guide.disk_cache import Cache

__all__ = ["fmt_command"]


@click.command("fmt", cls=DutchCommand, help=say("help.fmt"), options_metavar=say("metavar.options"))
@click.option("--check", "is_check", is_flag=True, help=say("option.fmt_check"))
@norm_option
@debug_option
def fmt_command(norm_dir: Path | None, *, is_check: bool) -> int:
    """Put the files of a norm in one form."""
    from guide.editing.changes import Change, write_change  # noqa: PLC0415 - other commands edit nothing

    messages = load_messages(LANGUAGE, "editing", "check")
    change, code = Change(), FINE
    for file, text in _texts(norm_to_write(norm_dir), messages):
        if text is None:
            code = FAULTY
        else:
            change.files[file] = text
    names = [path.as_posix() for path in change.done().files]
    if is_check:
        for name in names:
            click.echo(messages["editing.fmt.wanted"].format(file=name), err=True)
        return _told(FAULTY if names else code, messages)
    try:
        write_change(change)
    except OSError as error:
        click.echo(messages["editing.cannot_write"].format(file=error.filename, reason=reason(error)), err=True)
        return FAULTY
    if names:
        click.echo(messages["editing.fmt.done"].format(files=", ".join(names)))
        return code
    return _told(code, messages)


def _told(code: int, messages: Mapping[str, str]) -> int:
    if code == FINE:
        click.echo(messages["editing.fmt.fine"])
    return code


def _texts(folder: Path, messages: Mapping[str, str]) -> Iterator[tuple[Path, str | None]]:
    """Each file with its text in the form, or nothing where that cannot be; why is told."""
    from guide.disk_cache import Cache  # noqa: PLC0415 - as above
    from guide.documents.yaml_reader import read_yaml  # noqa: PLC0415 - as above
    from guide.editing.schema_header import with_schema_header  # noqa: PLC0415 - as above
    from guide.editing.yaml_form import FormError  # noqa: PLC0415 - as above

    cache = Cache()
    for file in sorted(folder.rglob("*.yaml")):
        document, faults = read_yaml(file)
        if document is None:
            print_faults(faults, messages)
            yield file, None
            continue
        text = file.read_text(encoding="utf-8-sig")
        try:
            yield file, with_schema_header(_formatted(text, cache), file)
        except FormError:
            click.echo(messages["editing.fmt.lost"].format(file=file.as_posix()), err=True)
            yield file, None
    yield from _listing(folder, cache)


def _listing(folder: Path, cache: Cache) -> Iterator[tuple[Path, str | None]]:
    """The list of questions in the answers schema, where it goes with this norm and nothing is wrong with that."""
    from guide.editing.answers_listing import listing_of  # noqa: PLC0415 - as above
    from guide.loader import load_norm  # noqa: PLC0415 - as above

    norm = load_norm(folder, cache).norm
    listing = listing_of(folder, norm) if norm else None
    if listing:
        yield listing


def _formatted(text: str, cache: Cache) -> str:
    """A text in the form, which takes its time and is kept."""
    from guide.editing.yaml_form import formatted  # noqa: PLC0415 - as above

    return cache.get_or_make("form", lambda: [text.encode()], lambda: formatted(text).encode()).decode()
