"""The command `kmop new`: begins an element of the norm."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from guide.catalogue import LANGUAGE, load_messages
from guide.cli.dutch_help import DutchCommand, OwnUsageError, say
from guide.cli.options import FAULTY, FINE, debug_option, norm_option, norm_to_write, print_faults

if TYPE_CHECKING:
    from guide.editing.changes import Change
    from guide.editing.new_element import Wish
    from guide.editing.open_norm import OpenNorm

__all__ = ["new_command"]

KINDS = ("check", "document", "source", "bureau", "warning", "fact")
_HOMED = {"check", "fact"}
# Whose title and names are texts of one language, and what has no title.
_ONE_LANGUAGE, _UNTITLED = {"source"}, {"fact"}


@click.command("new", cls=DutchCommand, help=say("help.new"), options_metavar=say("metavar.options"))
@click.argument("kind", type=click.Choice(KINDS), metavar=say("metavar.kind"))
@click.option("--id", "name", metavar=say("metavar.id"), help=say("option.new_id"))
@click.option("--title", metavar=say("metavar.words"), help=say("option.new_title"))
@click.option("--text", metavar=say("metavar.words"), help=say("option.new_text"))
@click.option("--in", "home", metavar=say("metavar.id"), help=say("option.new_in"))
@click.option("--source", "sources", multiple=True, metavar=say("metavar.id"), help=say("option.new_source"))
@click.option("--for", "linked", multiple=True, metavar=say("metavar.id"), help=say("option.new_link"))
@click.option("--publisher", metavar=say("metavar.words"), help=say("option.new_publisher"))
@click.option("--url", metavar=say("metavar.words"), help=say("option.new_url"))
@click.option("--dry-run", "is_dry", is_flag=True, help=say("option.dry_run"))
@norm_option
@debug_option
def new_command(kind: str, norm_dir: Path | None, *, is_dry: bool, **asked: Any) -> int:
    """Begin an element of the norm."""
    from guide.cli.editing.shared import own_prose, sentence, today  # noqa: PLC0415 - other commands edit nothing
    from guide.editing.new_element import begin  # noqa: PLC0415 - as above
    from guide.editing.open_norm import EditError, OpenNorm  # noqa: PLC0415 - as above

    folder, messages = norm_to_write(norm_dir), load_messages(LANGUAGE, "check", "editing")
    norm = OpenNorm.read(folder, own_prose(folder), today())
    if unreadable := norm.unreadable:
        print_faults(unreadable, messages)
        return FAULTY
    wish = _wish(kind, folder, asked, messages)
    try:
        begun = begin(norm, wish, messages["editing.new.unknown"])
    except EditError as error:
        click.echo(sentence(messages, error.message, **error.values), err=True)
        return FAULTY
    return _write(norm, begun, wish.given.get("sources", ()), messages, is_dry=is_dry)


def _wish(kind: str, folder: Path, asked: dict[str, Any], messages: Mapping[str, str]) -> Wish:
    """What is wanted: by options, and where somebody sits at a terminal by asking for what is missing."""
    from guide.editing.new_element import Wish, homes  # noqa: PLC0415 - as above

    if kind in _HOMED and not asked["home"]:
        known = ", ".join(homes(folder, kind))
        asked["home"] = _ask(messages[f"editing.new.ask_home_{kind}"].format(known=known), "--in")
    if kind in _UNTITLED and not asked["name"]:
        asked["name"] = _ask(messages["editing.new.ask_id"], "--id")
    if kind not in _UNTITLED and not asked["title"]:
        asked["title"] = _ask(messages["editing.new.ask_title"], "--title")
    if kind != "source" and not asked["sources"] and sys.stdin.isatty():
        answer = click.prompt(messages["editing.new.ask_sources"], default="", show_default=False)
        asked["sources"] = [each.strip() for each in answer.split(",") if each.strip()]
    return Wish(kind, asked["name"], asked["home"], asked["linked"], _given(kind, asked))


def _ask(question: str, option: str) -> str:
    if not sys.stdin.isatty():
        raise OwnUsageError(say("usage.missing", name=option))
    return str(click.prompt(question))


def _given(kind: str, asked: Mapping[str, Any]) -> dict[str, Any]:
    """What is given, in the shape that the norm has it."""

    def in_words(text: str) -> Any:
        return text if kind in _ONE_LANGUAGE else {LANGUAGE: text}

    given: dict[str, Any] = {key: in_words(asked[key]) for key in ("title", "text") if asked[key]}
    given |= {key: asked[key] for key in ("publisher", "url") if asked[key]}
    if asked["sources"]:
        given["sources"] = list(asked["sources"])
    return given


def _write(
    norm: OpenNorm, begun: tuple[Change, str], sources: Sequence[str], messages: Mapping[str, str], *, is_dry: bool
) -> int:
    """Write what was begun, unless its id is at fault, and say what is left to do."""
    from guide.cli.editing.shared import sentence, written  # noqa: PLC0415 - as above
    from guide.editing.changes import faults_after  # noqa: PLC0415 - as above

    change, name = begun
    left = [fault for fault in faults_after(norm.folder, change) if f"[{name}]" in fault.path]
    wrong = [fault for fault in left if fault.path.endswith(f"[{name}].id")]
    if wrong:
        click.echo(messages["editing.nothing_written"], err=True)
        print_faults(wrong, messages)
        return FAULTY
    code = written(norm, change, messages, is_dry=is_dry)
    if code == FINE and not is_dry:
        _, node = norm.again().find(name)
        click.echo(sentence(messages, "new.begun", id=name, where=node.where))
        if sources:
            values = {"standing": node.value["standing"], "sources": ", ".join(sources)}
            click.echo(sentence(messages, "new.standing", **values))
        click.echo(messages["editing.new.left" if left else "editing.new.ready"])
        print_faults(left, messages)
    return code
