"""The commands `kmop rename`, `merge` and `remove`: an id changes or goes, everywhere at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli.dutch_help import DutchCommand, say
from guide.cli.options import FINE, debug_option, norm_option, norm_to_write

if TYPE_CHECKING:
    from guide.editing.open_norm import OpenNorm

__all__ = ["merge_command", "remove_command", "rename_command"]


@click.command("rename", cls=DutchCommand, help=say("help.rename"), options_metavar=say("metavar.options"))
@click.argument("old", metavar=say("metavar.old"))
@click.argument("new", metavar=say("metavar.new"))
@click.option("--dry-run", "is_dry", is_flag=True, help=say("option.dry_run"))
@norm_option
@debug_option
def rename_command(old: str, new: str, norm_dir: Path | None, *, is_dry: bool) -> int:
    """Give an element another id."""
    from guide.cli.editing.shared import left_over, make, sentence, with_open_norm  # noqa: PLC0415 - others edit nothing
    from guide.editing.answered import FIELD  # noqa: PLC0415 - as above
    from guide.editing.rename import rename  # noqa: PLC0415 - as above

    def use(norm: OpenNorm, messages: Mapping[str, str]) -> int:
        said = "renamed_question" if norm.find(old)[0] == FIELD else "renamed"
        change = rename(norm, {old: new}, sentence(messages, f"said.{said}"))
        code = make(norm, change, messages, is_dry=is_dry)
        if code == FINE and not is_dry:
            left_over(norm, old, messages)
        return code

    return with_open_norm(norm_to_write(norm_dir), use)


@click.command("merge", cls=DutchCommand, help=say("help.merge"), options_metavar=say("metavar.options"))
@click.argument("names", nargs=-1, required=True, metavar=say("metavar.ids"))
@click.argument("into", metavar=say("metavar.into"))
@click.option("--dry-run", "is_dry", is_flag=True, help=say("option.dry_run"))
@norm_option
@debug_option
def merge_command(names: tuple[str, ...], into: str, norm_dir: Path | None, *, is_dry: bool) -> int:
    """Put one element in the place of several."""
    from guide.cli.editing.shared import left_over, make, sentence, with_open_norm  # noqa: PLC0415 - as above
    from guide.editing.merge import merge  # noqa: PLC0415 - as above

    def use(norm: OpenNorm, messages: Mapping[str, str]) -> int:
        change = merge(norm, names, into, sentence(messages, "said.merged"))
        code = make(norm, change, messages, is_dry=is_dry)
        if code == FINE and change.opened:
            click.echo("\n".join([sentence(messages, "merged_open", id=into), *change.opened]))
        if code == FINE and not is_dry:
            _, node = norm.again().find(into)
            click.echo(sentence(messages, "merged_text", id=into, where=node.where))
            for name in names:
                if name != into:
                    left_over(norm, name, messages)
        return code

    return with_open_norm(norm_to_write(norm_dir), use)


@click.command("remove", cls=DutchCommand, help=say("help.remove"), options_metavar=say("metavar.options"))
@click.argument("name", metavar=say("metavar.id"))
@click.option("--dry-run", "is_dry", is_flag=True, help=say("option.dry_run"))
@norm_option
@debug_option
def remove_command(name: str, norm_dir: Path | None, *, is_dry: bool) -> int:
    """Take an element out of the norm."""
    from guide.cli.editing.shared import left_over, make, sentence, with_open_norm  # noqa: PLC0415 - as above
    from guide.editing.remove import remove  # noqa: PLC0415 - as above

    def use(norm: OpenNorm, messages: Mapping[str, str]) -> int:
        code = make(norm, remove(norm, name, sentence(messages, "said.removed")), messages, is_dry=is_dry)
        if code == FINE and not is_dry:
            left_over(norm, name, messages)
        return code

    return with_open_norm(norm_to_write(norm_dir), use)
