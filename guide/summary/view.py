"""The summary in words: titles and tables, in which what few candidates have is withheld."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple, TypedDict

from assessment import Wording
from assessment.fields import options_of
from assessment.rounding import rounded_hours, rounded_money
from guide.summary.counting import Group
from guide.summary.withholding import LEAST, may_show_share, withheld

__all__ = ["Line", "Part", "Section", "summary_view"]

_MOST = 10
_WHOLE = 100
# What is in order first, and what nobody looks at last.
_NOT_ASKED = ("exempt", "already_positive", "no_audit")
_STATES = ("in_order", "to_do", "open", *_NOT_ASKED)
Counts = dict[tuple[str, str], int]
"""How many candidates a part has, by where it is the same part, and its name."""

_EVERYWHERE = ""


class Line(NamedTuple):
    """A line of a table: what it is about, how many, and which part of the whole; nothing where that is withheld."""

    name: str
    number: int | None
    percent: int | None


class Part(TypedDict):
    """A table with its title; `note` stands in its place when it has no lines."""

    title: str
    lines: list[Line]
    note: str


class Section(TypedDict):
    """What is told of one group."""

    title: str
    sentence: str
    parts: list[Part]


def summary_view(groups: Mapping[str, Group], wording: Wording, by: str | None) -> list[Section]:
    """Put groups into words; one of too few candidates is left out, and counted with the others that are.

    Args:
        groups: What `counted` returned.
        wording: The words of the norm and the catalogue.
        by: The field by which they are groups.
    """
    say = wording.messages
    shown = {name: group for name, group in groups.items() if group.number >= LEAST}
    sections = [_section(_group_title(name, wording, by), group, wording) for name, group in shown.items()]
    if len(shown) < len(groups):
        few = Section(title=say["summary.few"], sentence=say["summary.few_text"].format(least=LEAST), parts=[])
        sections.append(few)
    return sections


def _section(title: str, group: Group, wording: Wording) -> Section:
    say = wording.messages
    tables = {wording.title(name): _states(name, counts, wording) for name, counts in group.requirements.items()}
    outcomes = {_scenario(reading, wording): _outcomes(found, wording) for reading, found in group.outcomes.items()}
    hidden = withheld(*outcomes.values(), *tables.values())
    return Section(
        title=title,
        sentence=say["summary.number"].format(number=group.number) + _amounts(group, wording),
        parts=[
            *[_part(name, _distribution(counts, hidden)) for name, counts in outcomes.items()],
            _most(say["summary.points"], group.points, group.asked, wording),
            _most(say["summary.missing"], group.missing, group.needed, wording),
            *[_part(name, _distribution(counts, hidden)) for name, counts in tables.items()],
        ],
    )


def _group_title(name: str, wording: Wording, by: str | None) -> str:
    if by is None:
        return wording.messages["summary.all"]
    field = wording.norm["profile"]["fields"][by]
    answers = {option["id"]: wording.text(option["title"]) for option in options_of(field, wording.norm)}
    answers |= {answer: wording.messages[f"summary.{answer}"] for answer in ("yes", "no")}
    answer = " + ".join(answers[each] for each in name.split("+")) if name else wording.messages["summary.unknown"]
    return f"{wording.text(field['question'])} {answer}"


def _scenario(reading: str, wording: Wording) -> str:
    return wording.messages["summary.outcomes"].format(scenario=wording.scenario(reading))


def _outcomes(found: Mapping[tuple[str, str, bool] | str, int], wording: Wording) -> Counts:
    """How many have each outcome in words, the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    for outcome, number in found.items():
        counts[_EVERYWHERE, _outcome(outcome, wording)] += number
    return dict(counts.most_common())


def _outcome(found: tuple[str, str, bool] | str, wording: Wording) -> str:
    if isinstance(found, str):
        return wording.message(f"view.progress.state.{found}")
    return wording.verdicts({"worst": found[0], "best": found[1], "limited": found[2]})


def _states(requirement: str, counts: Mapping[str, int], wording: Wording) -> Counts:
    """How many stand how; who is not asked for one requirement may be who is not asked for another."""
    return {
        (_EVERYWHERE if state in _NOT_ASKED else requirement, wording.message(f"view.progress.state.{state}")): counts[
            state
        ]
        for state in _STATES
        if counts.get(state)
    }


def _distribution(counts: Counts, hidden: set[tuple[str, str]]) -> list[Line]:
    whole = sum(counts.values())
    return [
        Line(key[1], None, None) if key in hidden else Line(key[1], number, _percent(number, whole))
        for key, number in counts.items()
    ]


def _most(title: str, counts: Counter[str], of: Counter[str], wording: Wording) -> Part:
    """The highest counts of which enough candidates are behind both the count and the rest."""
    lines = [
        Line(wording.title(name), number, _percent(number, of[name]))
        for name, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if may_show_share(number, of[name])
    ]
    return _part(title, lines[:_MOST], wording.messages["summary.none"])


def _part(title: str, lines: list[Line], note: str = "") -> Part:
    return Part(title=title, lines=lines, note="" if lines else note)


def _percent(number: int, whole: int) -> int:
    return round(number * _WHOLE / whole)


def _amounts(group: Group, wording: Wording) -> str:
    """The middle of what the audits take and cost, if there are enough of them."""
    if group.minutes.total() < LEAST:
        return ""
    minutes, cents = _median(group.minutes), _median(group.cents)
    hours = wording.about(rounded_hours({"low": minutes, "likely": minutes, "high": minutes}))
    money = wording.about(rounded_money({"low": cents, "likely": cents, "high": cents}))
    return " " + wording.messages["summary.amounts"].format(hours=hours, money=money)


def _median(counts: Counter[int]) -> int:
    """The value of the middle candidate; the higher one when there are two."""
    left = counts.total() // 2
    for value, number in sorted(counts.items()):
        left -= number
        if left < 0:
            return value
    return max(counts)
