"""Verdicts that somebody looked at and accepted: a file beside the norm, kept with it.

A change of the norm, or of the rules, that lets somebody's verdict be another does not pass until the new one stands in
this file (approval testing). What a review sees of it is the verdict of before and the one in its place.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guide.atomic_write import write_text_atomically
from guide.documents.yaml_reader import read_yaml
from guide.faults import Fault
from guide.norm.files import validate
from guide.validation.schemas import schema

__all__ = ["ACCEPTED", "ACCEPTED_FORMAT", "Verdicts", "read_accepted", "write_accepted"]

ACCEPTED = "accepted-verdicts.yaml"
"""What the file is called, in the folder that the norm's own stands in."""

ACCEPTED_FORMAT = "kmop-accepted/1"

Verdicts = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""Each verdict that was accepted, by whom it is of and by day."""

_HEAD = "# The verdicts that were accepted, by whom they are of and by day; written by `kmop impact --write-accepted`."


def read_accepted(path: Path) -> tuple[Verdicts, list[Fault]]:
    """Read the verdicts that were accepted; none where there is no such file.

    Returns:
        The verdicts, and what is wrong with the file.
    """
    if not path.exists():
        return {}, []
    document, faults = read_yaml(path, path.as_posix())
    if document is not None:
        faults = [*faults, *validate(document, schema("accepted"))]
    return ({}, faults) if document is None or faults else (document.data["verdicts"], [])


def write_accepted(path: Path, verdicts: Verdicts) -> None:
    """Write the verdicts, one day on a line.

    Raises:
        OSError: The file cannot be written.
    """
    lines = [_HEAD, f"format: {ACCEPTED_FORMAT}", "verdicts:" if verdicts else "verdicts: {}"]
    for key, days in sorted(verdicts.items()):
        lines.append(f"  {json.dumps(key, ensure_ascii=False)}:")
        lines += [f"    {json.dumps(day)}: {_flow(verdict)}" for day, verdict in sorted(days.items())]
    text = "\n".join(lines) + "\n"
    write_text_atomically(path, lambda file: file.write(text))


def _flow(verdict: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in verdict.items()) + "}"
