"""Is het de moeite: what customers save, what it costs, and when it pays."""

from collections.abc import Iterator, Mapping

from assessment.case import Record, key_of
from assessment.view.builder import ViewBuilder

__all__ = ["worth_section"]

_SIZES = ("small", "medium")


def worth_section(builder: ViewBuilder, report: Record) -> Record:
    """Show what customers save, what it costs, when it pays, and what was assumed."""
    worth = report["worth"]
    return builder.section(
        "worth", list(_lines(builder, worth)), intro=_answer(builder, worth), why=key_of("worth", "worth")
    )


def _answer(builder: ViewBuilder, worth: Record) -> str:
    if worth["no_subsidy"]:
        return builder.message("view.worth.no_subsidy")
    if worth["break_even"] is None:
        return builder.message("view.worth.no_gain")
    customers = {"customers": _customers(builder, worth["break_even"])}
    if worth["months"] is None:
        return builder.message("view.worth.no_extra", customers)
    message = "view.worth.within" if worth["within"] else "view.worth.beyond"
    return builder.message(message, customers | {"months": worth["months"]["likely"], "years": worth["years"]})


def _customers(builder: ViewBuilder, break_even: Mapping[str, int]) -> str:
    exact = break_even["low"] == break_even["high"]
    return builder.message("view.worth.customers" if exact else "view.worth.customers_between", break_even)


def _lines(builder: ViewBuilder, worth: Record) -> Iterator[Record]:
    for size in _SIZES:
        if worth["sizes"][size]:
            yield _size(builder, size, worth["sizes"][size])
    if not worth["no_subsidy"]:
        yield _plain(builder, "saved", {"saved": worth["saved"]})
    yield _cost(builder, worth["cost"])
    if not worth["no_subsidy"]:
        yield _plain(builder, "gain", {"gain": worth["gain"]})
    yield _assumptions(builder, worth["figures"])


def _size(builder: ViewBuilder, size: str, entry: Record) -> Record:
    share = entry["grounds"][0]
    text = builder.message("view.worth.size", entry)
    why = key_of("worth", f"worth-{size}")
    return builder.line(share["rule"], builder.message(f"view.worth.{size}"), text, share, why=why)


def _plain(builder: ViewBuilder, name: str, values: Record) -> Record:
    title = builder.message(f"view.worth.{name}_title")
    text = builder.message(f"view.worth.{name}", values)
    return builder.line(f"worth-{name}", title, text, {"standing": "estimate"}, why=key_of("worth", f"worth-{name}"))


def _cost(builder: ViewBuilder, cost: Record) -> Record:
    line = _plain(builder, "cost", {"whole": builder.span(cost["whole"], "money")})
    details = [
        builder.detail("view.worth.audit", builder.span(cost["audit"], "money")),
        *([builder.detail("view.worth.later", builder.span(cost["later"], "money"))] if cost["later"] else []),
        builder.detail("view.worth.preparation", builder.money(cost["preparation"])),
    ]
    return line | {"details": details}


def _assumptions(builder: ViewBuilder, figures: Record) -> Record:
    """Name what the candidate has not filled in, with the reason for each figure of ours."""
    assumed = [name for name, figure in figures.items() if figure["assumed"]]
    line = _plain(builder, "assumed", {"number": len(assumed)})
    fields = builder.norm["worth"]["fields"]
    return line | {
        "details": [
            {
                "label": builder.text(fields[name]["question"]),
                "text": builder.text(fields[name]["rationale"]),
            }
            for name in assumed
        ]
    }
