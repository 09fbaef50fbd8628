"""Reads what `kmop batch` wrote, one result at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from guide.faults import MessageError
from guide.validation.schemas import schema
from guide.validation.validator import validator

__all__ = ["ResultsError", "read_results"]


class ResultsError(MessageError):
    """The file is not what `kmop batch` wrote; the message stands under `summary`."""


def read_results(path: Path, version: str) -> Iterator[Mapping[str, Any]]:
    """Yield the results.

    Args:
        path: A `.jsonl` of `kmop batch`.
        version: The version of the norm that gives them their words.

    Raises:
        ResultsError: A line is no result, or of another version of the norm.
        OSError: The file cannot be read.
    """
    if path.suffix.lower() != ".jsonl":
        raise ResultsError("form", file=path)
    required = frozenset(schema("batch")["required"])
    first = validator(schema("batch"))
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            result = _parsed(line)
            # All lines come from one hand: the first is held to the schema, the others to its outline.
            if (
                not isinstance(result, dict)
                or not required <= set(result)
                or (number == 1 and not first.is_valid(result))
            ):
                raise ResultsError("no_result", file=path, line=number)
            if result["norm"] != version:
                raise ResultsError("other_version", found=result["norm"], own=version)
            yield result


def _parsed(line: bytes) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        return None
