"""Is het de moeite: what customers save, what it costs, and when it pays."""

from collections.abc import Iterator, Mapping

from assessment.case import Record, key_of
from assessment.view.builder import Pen

__all__ = ["worth_section"]

_SIZES = ("small", "medium")


def worth_section(pen: Pen, report: Record) -> Record:
    """Show what customers save, what it costs, when it pays, and what was assumed."""
    worth = report["worth"]
    return pen.section("worth", list(_lines(pen, worth)), intro=_answer(pen, worth), why=key_of("worth", "worth"))


def _answer(pen: Pen, worth: Record) -> str:
    if worth["break_even"] is None:
        return pen.words.spell("view.worth.no_gain")
    customers = {"customers": _customers(pen, worth["break_even"])}
    if worth["months"] is None:
        return pen.words.spell("view.worth.no_extra", customers)
    message = "view.worth.within" if worth["within"] else "view.worth.beyond"
    return pen.words.spell(message, customers | {"months": worth["months"]["likely"]})


def _customers(pen: Pen, break_even: Mapping[str, int]) -> str:
    exact = break_even["low"] == break_even["high"]
    return pen.words.spell("view.worth.customers" if exact else "view.worth.customers_between", break_even)


def _lines(pen: Pen, worth: Record) -> Iterator[Record]:
    for size in _SIZES:
        if worth["sizes"][size]:
            yield _size(pen, size, worth["sizes"][size])
    yield _plain(pen, "saved", {"saved": worth["saved"]})
    yield _cost(pen, worth["cost"])
    yield _plain(pen, "gain", {"gain": worth["gain"]})
    yield _assumptions(pen, worth["figures"])


def _size(pen: Pen, size: str, entry: Record) -> Record:
    share = entry["grounds"][0]
    text = pen.words.spell("view.worth.size", entry)
    why = key_of("worth", f"worth-{size}")
    return pen.line(share["rule"], pen.words.spell(f"view.worth.{size}"), text, share, why=why)


def _plain(pen: Pen, name: str, values: Record) -> Record:
    title = pen.words.spell(f"view.worth.{name}_title")
    text = pen.words.spell(f"view.worth.{name}", values)
    return pen.line(f"worth-{name}", title, text, {"standing": "estimate"}, why=key_of("worth", f"worth-{name}"))


def _cost(pen: Pen, cost: Record) -> Record:
    line = _plain(pen, "cost", {"whole": pen.range(cost["whole"], "money")})
    details = [
        pen.detail("view.worth.audit", pen.range(cost["audit"], "money")),
        pen.detail("view.worth.preparation", pen.words.money(cost["preparation"])),
    ]
    return line | {"details": details}


def _assumptions(pen: Pen, figures: Record) -> Record:
    """Name what the candidate has not filled in, with the reason for each figure of ours."""
    assumed = [name for name, figure in figures.items() if figure["assumed"]]
    line = _plain(pen, "assumed", {"number": len(assumed)})
    fields = pen.norm["worth"]["fields"]
    return line | {
        "details": [
            {"label": pen.words.text(fields[name]["question"]), "text": pen.words.text(fields[name]["rationale"])}
            for name in assumed
        ]
    }
