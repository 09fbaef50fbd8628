"""What was found, for whoever asked: lines for a terminal, JSON, or one HTML page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TextIO

from assessment.findings import Checked, Document, written

__all__ = ["write_found"]


def write_found(checked: Sequence[Checked], document: Document, form: str, out: TextIO) -> None:
    """Write what was found.

    Args:
        checked: Each text or list, with its report.
        document: What was found, in words.
        form: `text`, `json` or `html`.
        out: Where to.
    """
    if form == "json":
        found = [{"file": one.name, "report": one.report} for one in checked]
        out.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    else:
        out.write(written(document, form))
