"""Prijsbalk: the price as one bar, in the parts that it is made of, with what may come on top.

A part lies from `start` to `end`, in euro cents, at its middle estimate. What counts for any audit, for a requirement
and for the size of the candidate are three kinds, each with its sum.
"""

from collections.abc import Iterator, Sequence

from assessment.case import Record
from assessment.view.builder import ViewBuilder

__all__ = ["price_bar"]

_KINDS = ("fixed", "requirement", "size")


def price_bar(builder: ViewBuilder, cost: Record, table: Record) -> Record | None:
    """Show what the price is made of; a quoted one is one part. Nothing where there is no price.

    Args:
        builder: Makes the words.
        cost: That part of the report.
        table: Says the same.
    """
    cents = cost["cents"]
    if not cents["high"]:
        return None
    parts = list(_parts(builder, cost))
    return {
        "kind": "price",
        "caption": builder.message("view.picture.price"),
        "most": max(cents["high"], parts[-1]["end"]),
        "parts": parts,
        "kinds": list(_kinds(builder, parts)),
        "rest": _rest(builder, cents),
        "table": table,
    }


def _parts(builder: ViewBuilder, cost: Record) -> Iterator[Record]:
    likely = cost["cents"]["likely"]
    if cost["quoted"]["hours"]:
        yield _part("quoted", builder.message("view.picture.kind.quoted"), 0, likely)
        return
    counted = [(_kind(builder, line), line) for line in cost["lines"] if line["cents"]["likely"]]
    end = 0
    for kind, line in sorted(counted, key=lambda each: _KINDS.index(each[0])):
        start, end = end, end + line["cents"]["likely"]
        yield _part(kind, builder.title(line["id"]), start, end)


def _kind(builder: ViewBuilder, line: Record) -> str:
    element = builder.element(line["id"])
    if "requirement" in element:
        return "requirement"
    return "size" if "per" in element else "fixed"


def _part(kind: str, label: str, start: int, end: int) -> Record:
    return {"kind": kind, "label": label, "start": start, "end": end}


def _kinds(builder: ViewBuilder, parts: Sequence[Record]) -> Iterator[Record]:
    for kind in dict.fromkeys(part["kind"] for part in parts):
        cents = sum(part["end"] - part["start"] for part in parts if part["kind"] == kind)
        yield {"kind": kind, "label": builder.message(f"view.picture.kind.{kind}"), "text": builder.money(cents)}


def _rest(builder: ViewBuilder, cents: Record) -> Record | None:
    """What may come on top of the middle estimate."""
    if cents["high"] == cents["likely"]:
        return None
    most = builder.money(cents["high"] - cents["likely"])
    return _part("rest", builder.message("view.picture.kind.rest"), cents["likely"], cents["high"]) | {
        "text": builder.message("view.picture.at_most", {"most": most})
    }
