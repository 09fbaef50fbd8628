"""A fault in a file: where it is, what is wrong and what to do; and the base of errors that a message tells.

Faults are values first and sentences later: they are collected from every file, put in order, and
only then spelled out with the message catalogue, so that one run tells a maintainer everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["Fault", "MessageError", "fault_lines", "fault_text", "in_order"]


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in one file.

    Attributes:
        file: The file as the user named it, with forward slashes.
        line: Line number, from 1.
        column: Column number in characters, from 1.
        path: Where in the data, such as `conditions[user-right].remedy`; empty for the whole file.
        message: Id of the message in the catalogue; it has the parts `.wrong` and `.remedy`, or is a `.whole`.
        values: What the message's placeholders stand for.
    """

    file: str
    line: int
    column: int
    path: str
    message: str
    values: tuple[tuple[str, str], ...] = ()


class MessageError(Exception):
    """What was asked cannot be done, for a reason that a message of the catalogue says.

    Attributes:
        message: Id of the message; who raises it may leave out how all messages of its area begin.
        values: What the message's placeholders stand for.
    """

    def __init__(self, message: str, /, **values: Any) -> None:
        super().__init__(message)
        self.message = message
        self.values = values


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """The faults by file and place, each once."""
    return sorted(
        set(faults),
        key=lambda fault: (fault.file, fault.line, fault.column, fault.message, fault.values),
    )


def fault_text(fault: Fault, messages: Mapping[str, str]) -> str:
    """One line for a reader: `file:line:column: path: what is wrong; what to do`."""
    # A value may itself be a word of the catalogue, such as what sort of thing an id stands for.
    values = {name: messages.get(value, value) for name, value in fault.values}
    path = fault.path or messages["check.whole_file"]
    return one_line(
        f"{fault.file}:{fault.line}:{fault.column}: {path}: {_sentence(fault, messages).format_map(values)}"
    )


def _sentence(fault: Fault, messages: Mapping[str, str]) -> str:
    whole = messages.get(f"{fault.message}.whole")
    return whole or f"{messages[f'{fault.message}.wrong']}; {messages[f'{fault.message}.remedy']}"


def one_line(text: str) -> str:
    """The text with every character that would break the line or the terminal made visible."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def fault_lines(faults: Iterable[Fault], messages: Mapping[str, str]) -> list[str]:
    """The faults in order, each as one line."""
    return [fault_text(fault, messages) for fault in in_order(faults)]
