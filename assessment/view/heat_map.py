"""Hittekaart: each requirement a row, each check point a cell, its scores in it as letters and shades.

A picture is data and no drawing, and each has a `table` that says the same. This one has `rows` of `cells`; a cell has
a mark a score, with its `letter` and its `share` of the scale, which is null while the score is not known. What only
the quick scan says has a letter of its own, and the share in the middle of what it leaves open.
"""

from collections.abc import Iterator

from assessment.case import Record
from assessment.fields import scale_of
from assessment.outcomes import UNJUDGED
from assessment.view.builder import ViewBuilder

__all__ = ["heat_map"]

_NOT_KNOWN = {"letter": "?", "share": None}
_NOT_ASKED = {"letter": "–", "share": None}
_SCANNED = "≈"


def heat_map(builder: ViewBuilder, requirements: list[Record]) -> Record | None:
    """Show every check point with its scores; nothing where no point is asked.

    Args:
        builder: Makes the words.
        requirements: That part of the report.
    """
    rows = [
        builder.call_memoised(_row, entry["id"], entry["progress"]["state"], entry["checks"], about=entry["id"])
        for entry in requirements
    ]
    if not any(cell["is_asked"] for row in rows for cell in row["cells"]):
        return None
    return {
        "kind": "heat",
        "caption": builder.message("view.picture.heat"),
        "legend": list(_legend(builder, rows)),
        "rows": rows,
        "table": _table(builder, rows),
    }


def _legend(builder: ViewBuilder, rows: list[Record]) -> Iterator[Record]:
    for score in scale_of(builder.norm):
        yield _mark(builder, score) | {"text": builder.step(score)}
    cells = [cell for row in rows for cell in row["cells"]]
    letters = {mark["letter"] for cell in cells for mark in cell["marks"]}
    yield _NOT_KNOWN | {"text": builder.message("view.picture.not_known")}
    if _SCANNED in letters:
        yield {"letter": _SCANNED, "share": None, "text": builder.message("view.picture.scanned")}
    if _NOT_ASKED["letter"] in letters:
        yield _NOT_ASKED | {"text": builder.message("view.picture.not_asked")}
    if not all(cell["decides"] for cell in cells):
        yield {"letter": "", "share": None, "is_tip": True, "text": builder.message("view.picture.tip")}


def _row(builder: ViewBuilder, requirement: str, state: str, checks: list[Record]) -> Record:
    """A requirement that the audit does not judge has its points, and nothing is asked of them."""
    dimensions = [dimension["id"] for dimension in builder.norm["scoring"]["dimensions"]]
    unasked: Record = dict.fromkeys(dimensions) if state in UNJUDGED else {}
    return {
        "id": requirement,
        "label": builder.title(requirement),
        "cells": [_cell(builder, check | unasked) for check in checks],
    }


def _cell(builder: ViewBuilder, check: Record) -> Record:
    dimensions = [dimension["id"] for dimension in builder.norm["scoring"]["dimensions"]]
    title = builder.title(check["id"])
    return {
        "id": check["id"],
        "label": title if check["decides"] else builder.message("view.picture.tip_point", {"title": title}),
        "asks": f"checks.{check['id']}",
        "is_asked": any(check[dimension] for dimension in dimensions),
        "decides": check["decides"],
        "marks": [_mark_of(builder, check, dimension) for dimension in dimensions],
        "texts": [_in_words(builder, check, dimension) for dimension in dimensions],
    }


def _mark_of(builder: ViewBuilder, check: Record, dimension: str) -> Record:
    interval = check[dimension]
    if interval is None:
        return _NOT_ASKED
    if dimension in check["scanned"]:
        ends = _mark(builder, interval["worst"]), _mark(builder, interval["best"])
        return {"letter": _SCANNED, "share": round(sum(end["share"] for end in ends) / 2, 2)}
    return _mark(builder, interval["worst"]) if interval["worst"] == interval["best"] else _NOT_KNOWN


def _mark(builder: ViewBuilder, score: str) -> Record:
    scale = scale_of(builder.norm)
    return {"letter": score, "share": round(scale.index(score) / (len(scale) - 1), 2)}


def _in_words(builder: ViewBuilder, check: Record, dimension: str) -> str:
    interval = check[dimension]
    if interval is None:
        return builder.message("view.picture.not_asked")
    if dimension in check["scanned"]:
        return builder.message("view.picture.scanned_score", {"found": interval})
    return builder.between(interval, builder.step)


def _table(builder: ViewBuilder, rows: list[Record]) -> Record:
    names = [builder.text(dimension["title"]) for dimension in builder.norm["scoring"]["dimensions"]]
    return {
        "caption": builder.message("view.picture.heat"),
        "columns": [builder.message("view.picture.point"), *names],
        "rows": [[cell["label"], *cell["texts"]] for row in rows for cell in row["cells"]],
        "total": None,
    }
