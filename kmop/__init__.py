"""The rules as a library: read a norm, check a candidate's answers, judge them on a date.

    from datetime import date
    import kmop

    norm = kmop.load_norm()
    answers, faults = kmop.parse_answers(document, norm)
    report = kmop.assess(norm, answers, date(2026, 12, 1))

What stands in `__all__` is public and stays: names, arguments and the three documents change only with a new first
number of the version, which `CHANGELOG.md` tells. The documents are JSON, described by `schemas/` and, for type
checkers, by `kmop.documents`; a later version may add keys to them. Whatever else there is in `assessment` and `guide`
may change at any time.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, cast

from assessment import Fault, Migrated
from assessment import assess as _assess
from assessment import migrate as _migrate
from assessment import parse_answers as _parse_answers
from assessment.memo import Memo
from kmop.documents import Answers, Norm, Report

__all__ = [
    "Answers", "Fault", "Memo", "Migrated", "Norm", "NormError", "Report", "assess", "fault_line", "load_norm",
    "migrate", "parse_answers",
]  # fmt: skip


class NormError(ValueError):
    """A norm has faults.

    Attributes:
        lines: What is wrong, as `kmop check` says it: `file:line:column: path: what is wrong; what to do`.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = tuple(lines)


def load_norm(folder: Path | str | None = None) -> Norm:
    """Read a norm, check it whole and put it together; found again at once while none of its files changes.

    Args:
        folder: The folder of the norm; the one that comes with the package when not given.

    Raises:
        NormError: Something is wrong with it.
    """
    from guide import paths  # noqa: PLC0415 - who has a norm already needs the rules alone
    from guide.catalogue import LANGUAGE, load_messages  # noqa: PLC0415 - as above
    from guide.disk_cache import Cache  # noqa: PLC0415 - as above
    from guide.faults import fault_lines  # noqa: PLC0415 - as above
    from guide.loader import load_norm as load  # noqa: PLC0415 - as above

    loaded = load(folder or paths.NORM, Cache())
    if loaded.norm is None:
        raise NormError(fault_lines(loaded.faults, load_messages(LANGUAGE, "check")))
    return cast("Norm", loaded.norm)


def parse_answers(document: Any, norm: Norm) -> tuple[Answers | None, list[Fault]]:
    """Check a candidate's answers against a norm.

    Answers that name an earlier version under `norm` are carried over first, as the command line does; `migrate` tells
    what became of them. Answers without `norm` are taken for answers to this version.

    Args:
        document: Any JSON value.
        norm: The norm, which says what can be answered.

    Returns:
        The answers in their normal form and no faults, or nothing and every fault.
    """
    migrated = _migrate(document, norm)
    if migrated.faults:
        return None, migrated.faults
    is_earlier = migrated.summary is not None and migrated.summary["from"] != norm["version"]
    answers, faults = _parse_answers(migrated.answers if is_earlier else document, norm)
    return cast("Answers | None", answers), faults


def migrate(document: Any, norm: Norm) -> Migrated:
    """Carry answers that name an earlier version of a norm over to the one that you have; nothing answered is lost.

    What was renamed goes along, what was merged has the lowest answer, and what is gone stands in the appendix. Of
    answers to this same version, what the norm does not know goes to the appendix too.

    Args:
        document: Any JSON value. What names no norm, or another norm, comes back as it is.
        norm: The norm.

    Returns:
        The `answers`, still to be parsed; a `summary` of what happened, or None if nothing had to; and the `faults` for
        which they cannot come along.
    """
    return _migrate(document, norm)


def fault_line(fault: Fault, norm: Norm) -> str:
    """Return what is wrong with answers and what to do about it, in Dutch, behind the place where it is.

    Args:
        fault: One of the faults that `parse_answers` found.
        norm: The norm that the answers were held to.
    """
    from assessment.wording import Wording  # noqa: PLC0415 - who has good answers does not need it
    from guide.catalogue import LANGUAGE, load_messages  # noqa: PLC0415 - as above

    said = Wording(norm, load_messages(LANGUAGE)).message(fault.message, fault.values)
    place = ".".join(map(str, fault.path))
    return f"{place}: {said}" if place else said


def assess(norm: Norm, answers: Answers, on: date, memo: Memo | None = None) -> Report:
    """Judge a candidate on a date; the same norm, answers and date give the same report everywhere.

    Args:
        norm: The norm.
        answers: The answers, as `parse_answers` returns them.
        on: The date that the report is for.
        memo: What was worked out before by this norm, where many are judged one after another. It changes how long
            that takes, and nothing else.
    """
    return cast("Report", _assess(norm, answers, on, memo))
