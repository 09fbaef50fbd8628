"""An old norm, as the rules of today can judge by it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from guide.changes.revisions import Revision
from guide.norm.assemble import assemble
from guide.norm.files import FILES, NormFile

__all__ = ["OldNorm", "old_norm"]


@dataclass(frozen=True)
class OldNorm:
    """A norm of before.

    Attributes:
        norm: The norm put together; nothing where today's program cannot put it together.
        borrowed: The files that it had not, or that cannot be read, for which those of today stand in.
    """

    norm: dict[str, Any] | None
    borrowed: list[str]


def old_norm(old: Revision, new: Revision) -> OldNorm:
    """Put a norm of before together as far as today's program can read it.

    Args:
        old: The norm of before, which need not hold to the schemas of today.
        new: The norm of today, which lends what was not there yet.
    """
    missing = [kind for kind in FILES if not any(file.kind == kind and file.document for file in old.files)]
    lent = [file for file in new.files if file.kind in missing and file.document]
    return OldNorm(
        _assembled([*(file for file in old.files if file.document), *lent]), [each.relative for each in lent]
    )


def _assembled(files: Iterable[NormFile]) -> dict[str, Any] | None:
    try:
        return assemble(files)
    except Exception:  # noqa: BLE001 - what holds to no schema may fail in any way there is
        return None
