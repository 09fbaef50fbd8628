"""Is het de moeite: what customers save, what it costs, and when it pays."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assessment.case import Record, key_of
from assessment.view.answer_text import figure_in_words
from assessment.view.builder import ViewBuilder

__all__ = ["whose_figures", "worth_section"]

_SIZES = ("small", "medium")


def worth_section(builder: ViewBuilder, report: Record) -> Record:
    """Show what customers save, what it costs, when it pays, and what was assumed."""
    worth = report["worth"]
    return builder.section(
        "worth", list(_lines(builder, report)), intro=_answer(builder, worth), why=key_of("worth", "worth")
    )


def _answer(builder: ViewBuilder, worth: Record) -> str:
    if worth["no_subsidy"]:
        return builder.message("view.worth.no_subsidy")
    if worth["break_even"] is None:
        return builder.message("view.worth.no_gain")
    values = {"customers": _customers(builder, worth["break_even"]), "figures": whose_figures(builder, worth)}
    if worth["months"] is None:
        return builder.message("view.worth.no_extra", values)
    message = "view.worth.within" if worth["within"] else "view.worth.beyond"
    answer = builder.message(message, values | {"months": worth["months"]["likely"], "years": worth["years"]})
    is_ours = any(figure["assumed"] for figure in worth["figures"].values())
    told = {"with_later": worth["cost"]["later"] is not None, "other_figures": is_ours}
    return " ".join([answer, *(builder.message(f"view.worth.{name}", worth) for name, holds in told.items() if holds)])


def whose_figures(builder: ViewBuilder, worth: Mapping[str, Any]) -> str:
    """Say whose figures the answer rests on; a yes or no is no figure, and may follow from the service alone."""
    fields, figures = builder.norm["worth"]["fields"], worth["figures"]
    is_ours = any(figure["assumed"] for figure in figures.values())
    is_own = any(not each["assumed"] for name, each in figures.items() if fields[name]["kind"] != "yes_no")
    return builder.message(f"view.worth.with_{'both' if is_ours and is_own else 'ours' if is_ours else 'own'}")


def _customers(builder: ViewBuilder, break_even: Mapping[str, int]) -> str:
    exact = break_even["low"] == break_even["high"]
    return builder.message("view.worth.customers" if exact else "view.worth.customers_between", break_even)


def _lines(builder: ViewBuilder, report: Record) -> Iterator[Record]:
    worth = report["worth"]
    if not worth["no_subsidy"]:
        yield from _exceptions(builder, report["warnings"])
    for size in _SIZES:
        if worth["sizes"][size]:
            yield _size(builder, size, worth["sizes"][size])
    if not worth["no_subsidy"]:
        yield _plain(builder, "saved", {"saved": worth["saved"]})
    yield _cost(builder, worth["cost"])
    if not worth["no_subsidy"]:
        yield _plain(builder, "gain", {"gain": worth["gain"]})
    yield _assumptions(builder, worth["figures"])


def _exceptions(builder: ViewBuilder, warnings: Sequence[Record]) -> Iterator[Record]:
    """Say for which of the services customers get nothing, where they do for the others."""
    causes = {rule["warning"] for rule in builder.norm["worth"]["rules"]["no_subsidy"]}
    for entry in warnings:
        if entry["id"] in causes:
            title = builder.text(builder.norm["warnings"][entry["id"]]["title"])
            why = key_of("warning", entry["id"])
            yield builder.line(entry["id"], title, builder.message("view.worth.other_services"), entry, why=why)


def _size(builder: ViewBuilder, size: str, entry: Record) -> Record:
    share = entry["grounds"][0]
    text = builder.message("view.worth.size", entry)
    why = key_of("worth", f"worth-{size}")
    return builder.line(share["rule"], builder.message(f"view.worth.{size}"), text, share, why=why)


def _plain(builder: ViewBuilder, name: str, values: Record) -> Record:
    name, message = name.removesuffix("_none"), f"view.worth.{name}"
    title = builder.message(f"view.worth.{name}_title")
    text = builder.message(message, values)
    return builder.line(f"worth-{name}", title, text, {"standing": "estimate"}, why=key_of("worth", f"worth-{name}"))


def _cost(builder: ViewBuilder, cost: Record) -> Record:
    line = _plain(builder, "cost", {"whole": _estimate(builder, cost["whole"])})
    details = [
        builder.detail("view.worth.audit", _estimate(builder, cost["audit"])),
        *([builder.detail("view.worth.later", _estimate(builder, cost["later"]))] if cost["later"] else []),
        builder.detail("view.worth.preparation", builder.money(cost["preparation"])),
    ]
    return line | {"details": details}


def _assumptions(builder: ViewBuilder, figures: Record) -> Record:
    """Name what the candidate has not filled in, with each figure of ours and the reason for it."""
    assumed = [name for name, figure in figures.items() if figure["assumed"]]
    line = _plain(builder, "assumed" if assumed else "assumed_none", {"number": len(assumed)})
    fields = builder.norm["worth"]["fields"]
    return line | {"details": [_assumed(builder, fields[name], figures[name]["value"]) for name in assumed]}


def _assumed(builder: ViewBuilder, field: Mapping[str, Any], value: Any) -> Record:
    told = {"figure": figure_in_words(builder, field, value), "reason": builder.text(field["rationale"])}
    return {"label": builder.text(field["question"]), "text": builder.message("view.worth.assumed_figure", told)}


def _estimate(builder: ViewBuilder, cents: Mapping[str, int]) -> str:
    return builder.estimated(cents, "money")
