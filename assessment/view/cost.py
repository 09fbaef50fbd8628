"""Kostprijs: the hours and the price, line by line, with what may come on top or off."""

from collections.abc import Iterator

from assessment.case import Record, key_of
from assessment.view.builder import ViewBuilder
from assessment.view.charts import cost_picture

__all__ = ["cost_section"]

_COLUMNS = ("part", "hours", "price")


def cost_section(builder: ViewBuilder, report: Record) -> Record:
    """Show the estimate as lines with their reasons, and as a table with its total."""
    cost = report["cost"]
    if cost["audit_required"] is False:
        why = key_of("scope", report["scope"]["requirements"][0]["id"])
        return builder.section("cost", [], intro=builder.message("view.cost.no_audit"), why=why)
    return builder.section(
        "cost",
        list(_lines(builder, cost)),
        _intro(builder, report),
        table=_table(builder, cost),
        picture=cost_picture(builder, report),
        why=key_of("total", "cost"),
    )


def _intro(builder: ViewBuilder, report: Record) -> str:
    cost = report["cost"]
    values = {"hours": builder.span(cost["minutes"], "hours"), "price": builder.span(cost["cents"], "money")}
    message = "view.cost.quoted" if cost["quoted"]["hours"] else "view.cost.estimate"
    answer = builder.message(message, {**cost, **values})
    return " ".join([answer, *_not_covered(builder, report)])


def _not_covered(builder: ViewBuilder, report: Record) -> Iterator[str]:
    """Say for whom the estimate does not hold, as long as a question about it is open."""
    lifted = report["scope"]["no_audit_if"]
    if lifted:
        yield builder.message("view.headline.may_need_none")
    for entry in report["cost"]["covers"]:
        yield builder.message("view.cost.covers", entry)


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
    why = [builder.detail("view.why", builder.text(element["rationale"]))] if "rationale" in element else []
    text = builder.message("view.cost.per_hour", values)
    title = builder.message("view.cost.rate")
    return builder.line(rate["id"], title, text, rate, details=why, why=key_of("rate", rate["id"]))


def _line(builder: ViewBuilder, entry: Record) -> Record:
    element = builder.element(entry["id"])
    why = [builder.detail("view.why", builder.text(element["rationale"]))] if "rationale" in element else []
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
    is_possible = entry["cents"]["likely"] == 0
    told = builder.message(f"view.cost.{'perhaps' if is_possible else 'amount'}", {**values, "most": most})
    is_plain = entry["reason"]["message"] == "rules.cost.counts"
    return told if is_plain else f"{told} {builder.reason(entry['reason'])}"


def _saving(builder: ViewBuilder, saving: Record) -> Record:
    values = {
        "hours": builder.hours(saving["minutes"]["high"]),
        "price": builder.money(saving["cents"]["high"]),
    }
    text = builder.message("view.cost.saving", values | {"because": saving["because"]})
    details = [builder.detail("view.why", builder.text(builder.norm["cost"]["possible_saving"]["rationale"]))]
    title = builder.message("view.cost.saving_title")
    return builder.line(
        "possible-saving", title, text, saving, details=details, why=key_of("saving", "possible-saving")
    )


def _table(builder: ViewBuilder, cost: Record) -> Record:
    rows = [
        [
            builder.title(entry["id"]),
            builder.span(entry["minutes"], "hours"),
            builder.span(entry["cents"], "money"),
        ]
        for entry in cost["lines"]
    ]
    total = [
        builder.message("view.cost.total"),
        builder.estimated(cost["minutes"], "hours"),
        builder.estimated(cost["cents"], "money"),
    ]
    return builder.table("cost", _COLUMNS, rows, total)
