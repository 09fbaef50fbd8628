"""The table of one run: as JSON for programs, as Markdown for people."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tests.bench.figures import Row, Series

__all__ = ["FORMAT", "as_json", "as_markdown"]

FORMAT = "kmop-bench/1"
_HEAD = ("measure", "ours", "against", "its figures", "reached", "to reach", "met")


def as_json(rows: Iterable[Row], machine: Mapping[str, Any]) -> str:
    """Write every figure that was measured, with what follows from them."""
    document = {"format": FORMAT, "machine": machine, "rows": [_entry(row) for row in rows]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def as_markdown(rows: Sequence[Row], machine: Mapping[str, Any]) -> str:
    """Write the table, the machine under it, and what has to be known of single lines."""
    notes = [row for row in rows if row.note]
    lines = [
        _line(_HEAD),
        _line(["---"] * len(_HEAD)),
        *(_line(_cells(row)) for row in rows),
        "",
        "Median, with the lowest and the highest of all runs in brackets.",
        "",
        *(f"- {name}: {value}" for name, value in machine.items()),
        *(["", *(f"- **{row.measure}**: {row.note}" for row in notes)] if notes else []),
    ]
    return "\n".join(lines) + "\n"


def _entry(row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "measure": row.measure,
        "unit": row.unit,
        "ours": _series(row.ours),
        "against": row.against,
        "reference": _series(row.reference) if row.reference else None,
        "reached": _rounded(row.reached),
        "bar": {"limit": row.bar.limit, "at_least": row.bar.at_least} if row.bar else None,
        "met": row.met,
        "note": row.note,
    }


def _series(series: Series) -> dict[str, Any]:
    ends = {"median": series.median, "least": series.least, "most": series.most}
    return {name: _rounded(value) for name, value in ends.items()} | {"values": [_rounded(v) for v in series.values]}


def _rounded(value: float) -> float:
    return float(f"{value:.4g}")


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(row: Row) -> list[str]:
    limit = f"{'≥' if row.bar.at_least else '≤'} {_shown(row.bar.limit)}" if row.bar else "–"
    met = {None: "–", True: "yes", False: "**no**"}[row.met]
    theirs = _spread(row.reference, row.unit) if row.reference else "–"
    return [row.measure, _spread(row.ours, row.unit), row.against, theirs, _shown(row.reached), limit, met]


def _spread(series: Series, unit: str) -> str:
    return f"{_shown(series.median)} {unit} ({_shown(series.least)}–{_shown(series.most)})"


def _shown(value: float) -> str:
    """Write three figures, or all of a large whole number."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
