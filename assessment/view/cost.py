"""Kostprijs: the hours and the price, line by line, with what may come on top or off."""

from collections.abc import Iterator

from assessment.case import Record, key_of
from assessment.rounding import rounded_hours, rounded_money
from assessment.view.builder import ViewBuilder
from assessment.view.open_requirements import price_by_requirements
from assessment.view.price_bar import price_bar

__all__ = ["cost_section"]

_MINUTES = 60
_COLUMNS = ("part", "hours", "price")


def cost_section(builder: ViewBuilder, report: Record) -> Record:
    """Show the estimate as lines with their reasons, and as a table with its total."""
    cost = report["cost"]
    if cost["audit_required"] is False:
        why = key_of("scope", report["scope"]["requirements"][0]["id"])
        return builder.section("cost", [], intro=builder.message("view.cost.no_audit"), why=why)
    is_open = price_by_requirements(builder, report) is not None
    table = _table(builder, cost, is_open=is_open)
    return builder.section(
        "cost",
        list(_lines(builder, cost)),
        _intro(builder, report),
        table=table,
        picture=None if is_open else price_bar(builder, cost, table),
        why=key_of("total", "cost"),
    )


def _intro(builder: ViewBuilder, report: Record) -> str:
    cost = report["cost"]
    by_requirements = price_by_requirements(builder, report)
    if by_requirements:
        why = builder.message("view.cost.by_requirements")
        values = {"price": builder.ends(by_requirements), "why": why}
        return " ".join([builder.message("view.cost.open", values), *_not_covered(builder, report)])
    values = {"hours": builder.span(cost["minutes"], "hours"), "price": builder.span(cost["cents"], "money")}
    message = "view.cost.quoted" if cost["quoted"]["hours"] else "view.cost.estimate"
    answer = builder.message(message, {**cost, **values})
    return " ".join([answer, *_not_covered(builder, report)])


def _not_covered(builder: ViewBuilder, report: Record) -> Iterator[str]:
    """Say for whom the estimate does not hold, as long as a question about it is open."""
    lifted = report["scope"]["no_audit_if"]
    if lifted:
        yield builder.message("view.headline.may_need_none")
    bounds = [_beyond(builder, entry) for entry in report["cost"]["covers"]]
    if bounds:
        yield builder.message("view.cost.covers", {"bounds": bounds})


def _beyond(builder: ViewBuilder, entry: Record) -> str:
    """Name the least number that the estimate does not cover."""
    values = {"number": entry["at_most"] + 1, "field": entry["field"]}
    counted = builder.norm["profile"]["fields"][entry["field"]].get("counted")
    if counted is None:
        return builder.message("view.cost.covers_answer", values)
    return builder.message("view.cost.covers_from", values | {"counted": builder.text(counted)})


def _lines(builder: ViewBuilder, cost: Record) -> Iterator[Record]:
    rate = cost["rate"]
    yield _rate(builder, rate, is_quoted=cost["quoted"]["hourly_rate"])
    for entry in cost["lines"]:
        yield _line(builder, entry)
    if cost["possible_saving"]:
        yield _saving(builder, cost["possible_saving"])
    for extra in cost["extras"]:
        fact = builder.norm["facts"][extra["fact"]]
        text = builder.text(fact["text"], fact.get("value"))
        yield builder.line(
            extra["id"], builder.message("view.cost.extra"), text, extra, why=key_of("extra", extra["id"])
        )


def _rate(builder: ViewBuilder, rate: Record, *, is_quoted: bool) -> Record:
    """Show the rate; why we take the norm's is no reason for a quoted one."""
    element = {} if is_quoted else builder.element(rate["id"])
    values = {"price": builder.span(rate["cents"], "money"), "why": builder.reason(rate["reason"])}
    why = [builder.ground("view.why", builder.text(element["rationale"]))] if "rationale" in element else []
    text = builder.message("view.cost.per_hour", values)
    title = builder.message("view.cost.rate")
    return builder.line(rate["id"], title, text, rate, details=why, why=key_of("rate", rate["id"]))


def _line(builder: ViewBuilder, entry: Record) -> Record:
    element = builder.element(entry["id"])
    why = [builder.ground("view.why", builder.text(element["rationale"]))] if "rationale" in element else []
    return builder.line(
        entry["id"],
        builder.text(element["title"]),
        _amount(builder, entry),
        entry,
        **builder.state("cost", "certain" if entry["certain"] else "uncertain", "neutral"),
        why=key_of("cost", entry["id"]),
        details=why,
    )


def _amount(builder: ViewBuilder, entry: Record) -> str:
    """Say what a part of the audit costs; that it counts goes without saying, any other reason does not."""
    values = {"price": builder.span(entry["cents"], "money"), "hours": builder.span(entry["minutes"], "hours")}
    most = builder.money(entry["cents"]["high"])
    told = builder.message(f"view.cost.{'perhaps' if _is_possible(entry) else 'amount'}", {**values, "most": most})
    is_plain = entry["reason"]["message"] == "rules.cost.counts"
    return told if is_plain else f"{told} {builder.reason(entry['reason'])}"


def _is_possible(entry: Record) -> bool:
    """Tell what may come on top from what counts in the middle estimate."""
    return bool(entry["minutes"]["likely"] == 0)


def _figures(builder: ViewBuilder, entry: Record) -> tuple[str, str]:
    """Put the hours and the price of a part into words; of what may come on top only how much it is at most."""
    if not _is_possible(entry):
        return builder.span(entry["minutes"], "hours"), builder.span(entry["cents"], "money")
    hours, price = builder.hours(entry["minutes"]["high"]), builder.money(entry["cents"]["high"])
    perhaps = builder.message("view.cost.perhaps_hours", {"most": hours})
    return perhaps, builder.message("view.picture.at_most", {"most": price})


def _saving(builder: ViewBuilder, saving: Record) -> Record:
    hours, price = (_at_most(saving[kind]["high"], kind) for kind in ("minutes", "cents"))
    values = {"hours": builder.hours(hours), "price": builder.money(price)}
    text = builder.message("view.cost.saving", values | {"because": saving["because"]})
    details = [builder.ground("view.why", builder.text(builder.norm["cost"]["possible_saving"]["rationale"]))]
    title = builder.message("view.cost.saving_title")
    return builder.line(
        "possible-saving", title, text, saving, details=details, why=key_of("saving", "possible-saving")
    )


def _at_most(amount: int, kind: str) -> int:
    """Round the most that something is, as estimates are."""
    bounds = {"low": 0, "likely": amount, "high": amount}
    return rounded_money(bounds).high if kind == "cents" else rounded_hours(bounds).high * _MINUTES


def _table(builder: ViewBuilder, cost: Record, *, is_open: bool) -> Record:
    """List the parts with their sum; no figure of it is the likely one while it is open what is audited."""
    counted = sorted(cost["lines"], key=_is_possible)
    rows = [[builder.title(entry["id"]), *_figures(builder, entry)] for entry in counted]
    hours, price = cost["minutes"], cost["cents"]
    summed = (
        [builder.ends(rounded_hours(hours)), builder.ends(rounded_money(price))]
        if is_open
        else [builder.estimated(hours, "hours"), builder.estimated(price, "money")]
    )
    total = [builder.message("view.cost.total"), *summed]
    return builder.table("cost", _COLUMNS, rows, total)
