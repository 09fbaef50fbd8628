"""The command `kmop show`: everything about one element, or the kinds of predicates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide import paths
from guide.catalogue import LANGUAGE, load_messages
from guide.cli.dutch_help import DutchCommand, say
from guide.cli.options import FINE, debug_option, norm_option

if TYPE_CHECKING:
    from guide.editing.open_norm import OpenNorm
    from guide.pages.model import Pages

__all__ = ["show_command"]

PREDICATES = "predicates"


@click.command("show", cls=DutchCommand, help=say("help.show"), options_metavar=say("metavar.options"))
@click.argument("name", metavar=say("metavar.id"))
@norm_option
@debug_option
def show_command(name: str, norm_dir: Path | None) -> int:
    """Show an element with all that names it."""
    from guide.cli.editing.shared import with_open_norm  # noqa: PLC0415 - other commands edit nothing
    from guide.editing.element_card import card_of  # noqa: PLC0415 - as above

    if name == PREDICATES:
        click.echo("\n".join(_predicates(load_messages(LANGUAGE, "editing"))))
        return FINE

    def use(norm: OpenNorm, messages: Mapping[str, str]) -> int:
        norm.find(name)
        click.echo("\n".join(card_of(norm, name, messages, _pages(norm))))
        return FINE

    return with_open_norm(norm_dir, use)


def _pages(norm: OpenNorm) -> Pages | None:
    """The pages of the guide, from the cache if nothing changed since a build; none without the sources of a site."""
    from guide.disk_cache import Cache  # noqa: PLC0415 - as above
    from guide.host import read_host  # noqa: PLC0415 - as above
    from guide.loader import load_norm  # noqa: PLC0415 - as above
    from guide.pages.model import PagesError  # noqa: PLC0415 - as above
    from guide.pages.render import render_pages  # noqa: PLC0415 - as above

    cache = Cache()
    loaded = load_norm(norm.folder, cache).norm if norm.prose and not paths.missing_sources() else None
    if loaded is None or norm.prose is None:
        return None
    messages, host = load_messages(LANGUAGE, cache=cache), read_host(cache=cache)[0]
    try:
        return render_pages(loaded, messages, norm.prose.resolve(), cache=cache, host=host)
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
