"""The command `kmop show`: everything about one element, or the kinds of predicates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from guide import paths
from guide.catalogue import LANGUAGE, load_messages
from guide.cli.dutch_help import DutchCommand, say
from guide.cli.options import FAULTY, FINE, debug_option, default_norm, norm_option, print_faults

if TYPE_CHECKING:
    from guide.editing.open_norm import OpenNorm
    from guide.faults import Fault
    from guide.norm.parsed import Node
    from guide.pages.model import Pages

__all__ = ["show_command"]

PREDICATES = "predicates"


@click.command("show", cls=DutchCommand, help=say("help.show"), options_metavar=say("metavar.options"))
@click.argument("name", metavar=say("metavar.id"))
@norm_option
@debug_option
def show_command(name: str, norm_dir: Path | None) -> int:
    """Show an element with all that names it."""
    if name == PREDICATES:
        click.echo("\n".join(_predicates(load_messages(LANGUAGE, "editing"))))
        return FINE
    return _show(name, norm_dir or default_norm())


def _show(name: str, folder: Path) -> int:
    """Show what can be shown of an element, also while somebody is writing, and say what is not right yet."""
    from guide.cli.editing.shared import own_prose, sentence, today  # noqa: PLC0415 - other commands edit nothing
    from guide.disk_cache import Cache  # noqa: PLC0415 - as above
    from guide.editing.element_card import card_of  # noqa: PLC0415 - as above
    from guide.editing.open_norm import EditError, OpenNorm  # noqa: PLC0415 - as above
    from guide.loader import load_norm  # noqa: PLC0415 - as above

    cache = Cache()
    loaded, messages = load_norm(folder, cache), load_messages(LANGUAGE, cache=cache)
    norm = OpenNorm.read(folder, own_prose(folder), today())
    try:
        _, node = norm.find(name)
    except EditError as error:
        print_faults(norm.unreadable, messages)
        click.echo(sentence(messages, error.message, **error.values), err=True)
        return FAULTY
    pages = _pages(norm, loaded.norm, messages) if loaded.norm else None
    click.echo("\n".join(card_of(norm, name, messages, pages)))
    if loaded.faults:
        _tell_faults(node, loaded.faults, messages)
    return FINE


def _tell_faults(node: Node, faults: Sequence[Fault], messages: Mapping[str, str]) -> None:
    """Say what is not right yet: here, and how much elsewhere."""
    from guide.cli.editing.shared import sentence  # noqa: PLC0415 - as above
    from guide.faults import fault_lines  # noqa: PLC0415 - as above

    here = [fault for fault in faults if _is_within(fault, node)]
    if here:
        click.echo("\n".join([sentence(messages, "show.left"), *fault_lines(here, messages)]))
    if len(here) < len(faults):
        click.echo(sentence(messages, "show.elsewhere", number=len(faults) - len(here)))
    click.echo(sentence(messages, "show.incomplete"))


def _is_within(fault: Fault, node: Node) -> bool:
    return fault.file == node.document.name and fault.path.startswith(node.document.spell(node.path))


def _pages(norm: OpenNorm, loaded: dict[str, Any], messages: Mapping[str, str]) -> Pages | None:
    """The pages of the guide, from the cache if nothing changed since a build; none without the sources of a site."""
    from guide.disk_cache import Cache  # noqa: PLC0415 - as above
    from guide.host import read_host  # noqa: PLC0415 - as above
    from guide.pages.model import PagesError  # noqa: PLC0415 - as above
    from guide.pages.render import render_pages  # noqa: PLC0415 - as above

    if norm.prose is None or paths.missing_sources():
        return None
    cache = Cache()
    try:
        return render_pages(loaded, messages, norm.prose.resolve(), cache=cache, host=read_host(cache=cache)[0])
    except PagesError:
        return None  # `kmop build` tells what is wrong with pages


def _predicates(messages: Mapping[str, str]) -> Iterator[str]:
    """Each kind of predicate with what it asks and an example, as the schema has them."""
    from guide.editing.predicates import kinds_explained  # noqa: PLC0415 - as above

    for kind, says, examples in kinds_explained():
        yield kind
        yield f"  {says}"
        for example in examples:
            yield f"  {messages['editing.show.example'].format(text=example)}"
