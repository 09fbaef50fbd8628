"""Files with one JSON document a line."""

import json
from collections.abc import Iterable
from pathlib import Path

__all__ = ["lines_file"]


def lines_file(path: Path, documents: Iterable[object]) -> Path:
    """Write documents, or texts as they are, one a line."""
    path.write_text("".join(f"{each if isinstance(each, str) else json.dumps(each)}\n" for each in documents))
    return path
