"""The command `kmop summary`: what the results of a batch have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from assessment import Wording
from guide.catalogue import LANGUAGE, load_messages
from guide.cli.dutch_help import DutchCommand, OwnUsageError, say
from guide.cli.options import FAULTY, FINE, debug_option, norm_option, out_option, read_norm, reason

__all__ = ["summary_command"]

FORMS = (".html", ".xlsx")
# A question with one answer, or with several that make one group together.
_KINDS = frozenset({"choice", "choices", "yes_no"})


@click.command("summary", cls=DutchCommand, help=say("help.summary"), options_metavar=say("metavar.options"))
@click.argument("source", type=click.Path(path_type=Path), metavar=say("metavar.results"))
@out_option("option.summary_out")
@click.option("--by", metavar=say("metavar.question"), help=say("option.by"))
@norm_option
@debug_option
def summary_command(source: Path, out: Path, by: str | None, norm_dir: Path | None) -> int:
    """Summarise many results."""
    from guide.summary import ResultsError  # noqa: PLC0415 - other commands need none of it

    if out.suffix.lower() not in FORMS:
        raise OwnUsageError(say("usage.bad_value", name="--out", wanted=say("usage.wanted_summary_out")))
    messages = load_messages(LANGUAGE)
    norm = read_norm(norm_dir, messages)
    if norm is None:
        return FAULTY
    _refuse_question(by, norm)
    try:
        return _summarise(source, out, by, Wording(norm, messages))
    except ResultsError as error:
        click.echo(messages[f"summary.{error.message}"].format(**error.values), err=True)
    except FileNotFoundError as error:
        click.echo(say("no_such_file", file=error.filename), err=True)
    except OSError as error:
        click.echo(say("cannot_write", file=error.filename or out, reason=reason(error), option="--out"), err=True)
    return FAULTY


def _refuse_question(by: str | None, norm: Mapping[str, Any]) -> None:
    fields = norm["profile"]["fields"]
    known = [name for name, field in fields.items() if field["kind"] in _KINDS]
    if by is not None and by not in known:
        raise OwnUsageError(say("usage.unknown_question", name=by, known=", ".join(known)))


def _summarise(source: Path, out: Path, by: str | None, wording: Wording) -> int:
    from guide.atomic_write import write_bytes_atomically  # noqa: PLC0415 - as above
    from guide.summary import LEAST, WRITERS, counted, read_results, summary_view  # noqa: PLC0415 - as above

    days: set[str] = set()
    groups = counted(_noting_days(read_results(source, wording.norm["version"]), days), by)
    if sum(group.number for group in groups.values()) < LEAST:
        click.echo(wording.messages["summary.too_few"].format(least=LEAST), err=True)
        return FAULTY
    sections = summary_view(groups, wording, by)
    write_bytes_atomically(out, WRITERS[out.suffix.lower()](sections, _made(days, wording), wording))
    click.echo(say("summarised", file=out))
    return FINE


def _noting_days(results: Iterator[Mapping[str, Any]], days: set[str]) -> Iterator[Mapping[str, Any]]:
    for result in results:
        days.add(result["date"])
        yield result


def _made(days: set[str], wording: Wording) -> str:
    first, last = wording.date(min(days)), wording.date(max(days))
    told = first if len(days) == 1 else wording.messages["summary.days"].format(first=first, last=last)
    return wording.messages["summary.made"].format(date=told, version=wording.norm["version"])
