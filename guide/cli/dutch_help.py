"""The command line's own words in Dutch: help pages and what is wrong with a command."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import click

from guide.catalogue import LANGUAGE, load_messages

__all__ = ["DutchCommand", "DutchGroup", "DutchOption", "OwnUsageError", "say", "usage_fault"]


# Types of values that are ours, each with a sentence of its own.
_OWN_TYPES = frozenset({"column", "enterprise_number"})


@cache
def _messages() -> Mapping[str, str]:
    return load_messages(LANGUAGE, "cli")


def say(message: str, **values: object) -> str:
    """A sentence of the command line, by its id without `cli.`."""
    return _messages()[f"cli.{message}"].format(**values)


class _Dutch(click.Command):
    """Writes help pages with Dutch headings."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that says how the command is used."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=say("help.usage") + " ")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help page."""
        option = super().get_help_option(ctx)
        if option:
            option.help = say("help.help")
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what may be added to the command."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [option.get_help_record(ctx) for option in options]
        with formatter.section(say("help.options")):
            formatter.write_dl([record for record in records if record])


class OwnUsageError(click.UsageError):
    """Wrong usage that the library does not know of; its message is a sentence of ours."""


class DutchOption(click.Option):
    """An option that a command cannot do without, said so in Dutch."""

    def get_help_extra(self, ctx: click.Context) -> click.types.OptionHelpExtra:
        """Return what stands in brackets behind the text of the option."""
        extra = super().get_help_extra(ctx)
        if "required" in extra:
            extra["required"] = say("help.required")
        return extra


class DutchCommand(_Dutch):
    """A command whose help page is Dutch."""


class DutchGroup(_Dutch, click.Group):
    """A group of commands whose help page is Dutch."""

    command_class = DutchCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and then the commands."""
        _Dutch.format_options(self, ctx, formatter)
        commands = [(name, self.commands[name].help or "") for name in self.list_commands(ctx)]
        with formatter.section(say("help.commands")):
            formatter.write_dl(commands)


def usage_fault(error: click.UsageError) -> str:
    """What is wrong with a command, and where to find how it is used; the whole help page for no command at all."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.ctx.get_help()
    command = error.ctx.command_path if error.ctx else "kmop"
    wrong = error.message if isinstance(error, OwnUsageError) else _wrong(error)
    return f"{wrong} {say('usage.see', command=command)}"


def _wrong(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        return _unknown("option", error.option_name, error.possibilities)
    if isinstance(error, click.exceptions.NoSuchCommand):
        return _unknown("command", error.command_name, error.possibilities)
    if isinstance(error, click.MissingParameter):
        return say("usage.missing", name=_name(error.param))
    if isinstance(error, click.BadParameter):
        return say("usage.bad_value", name=_name(error.param), wanted=_wanted(error))
    if isinstance(error, click.BadOptionUsage):
        return say("usage.bad_option", name=error.option_name)
    # The library has no class of its own for this, the most frequent slip of the others.
    extra = "extra argument" in error.message
    return say("usage.extra" if extra else "usage.other")


def _unknown(kind: str, name: str, near: list[str] | None) -> str:
    if near:
        return say(f"usage.unknown_{kind}_meant", name=name, meant=near[0])
    return say(f"usage.unknown_{kind}", name=name)


def _name(param: click.Parameter | None) -> str:
    if isinstance(param, click.Argument):
        return param.make_metavar(click.Context(click.Command("")))
    return max(param.opts, key=len) if param else ""


def _wanted(error: click.BadParameter) -> str:
    """What value a parameter takes."""
    kind: Any = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return say("usage.wanted_choice", choices=", ".join(kind.choices))
    if isinstance(kind, click.DateTime):
        return say("usage.wanted_date")
    if getattr(kind, "name", "") in _OWN_TYPES:
        return say(f"usage.wanted_{kind.name}")
    if isinstance(kind, click.IntRange):
        return say("usage.wanted_number", least=kind.min, most=kind.max)
    return say("usage.wanted_other")
