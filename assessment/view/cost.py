"""Kostprijs: the hours and the price, line by line, with what may come on top or off."""

from collections.abc import Iterator

from assessment.case import Record, key_of
from assessment.view.builder import Pen
from assessment.view.charts import cost_picture

__all__ = ["cost_section"]

_COLUMNS = ("part", "hours", "price")


def cost_section(pen: Pen, report: Record) -> Record:
    """Show the estimate as lines with their reasons, and as a table with its total."""
    cost = report["cost"]
    if cost["audit_required"] is False:
        why = key_of("scope", report["scope"]["requirements"][0]["id"])
        return pen.section("cost", [], intro=pen.words.spell("view.cost.no_audit"), why=why)
    return pen.section(
        "cost",
        list(_lines(pen, cost)),
        _intro(pen, cost),
        table=_table(pen, cost),
        picture=cost_picture(pen, report),
        why=key_of("total", "cost"),
    )


def _intro(pen: Pen, cost: Record) -> str:
    values = {"hours": pen.range(cost["minutes"], "hours"), "price": pen.range(cost["cents"], "money")}
    return pen.words.spell("view.cost.quoted" if cost["quoted"]["hours"] else "view.cost.estimate", values)


def _lines(pen: Pen, cost: Record) -> Iterator[Record]:
    rate = cost["rate"]
    yield _rate(pen, rate, is_quoted=cost["quoted"]["hourly_rate"])
    for entry in cost["lines"]:
        yield _line(pen, entry)
    if cost["possible_saving"]:
        yield _saving(pen, cost["possible_saving"])
    for extra in cost["extras"]:
        fact = pen.norm["facts"][extra["fact"]]
        text = pen.words.text(fact["text"], fact.get("value"))
        yield pen.line(extra["id"], pen.words.spell("view.cost.extra"), text, extra, why=key_of("extra", extra["id"]))


def _rate(pen: Pen, rate: Record, *, is_quoted: bool) -> Record:
    """Show the rate; why we take the norm's is no reason for a quoted one."""
    element = {} if is_quoted else pen.words.element(rate["id"])
    values = {"price": pen.range(rate["cents"], "money"), "why": pen.words.say(rate["reason"])}
    why = [pen.detail("view.why", pen.words.text(element["rationale"]))] if "rationale" in element else []
    text = pen.words.spell("view.cost.per_hour", values)
    title = pen.words.spell("view.cost.rate")
    return pen.line(rate["id"], title, text, rate, details=why, why=key_of("rate", rate["id"]))


def _line(pen: Pen, entry: Record) -> Record:
    element = pen.words.element(entry["id"])
    details = [
        pen.detail("view.cost.column.hours", pen.range(entry["minutes"], "hours")),
        pen.detail("view.cost.column.price", pen.range(entry["cents"], "money")),
        pen.detail("view.why", pen.words.text(element["rationale"])) if "rationale" in element else None,
    ]
    return pen.line(
        entry["id"],
        pen.words.text(element["title"]),
        pen.words.say(entry["reason"]),
        entry,
        **pen.state("cost", "certain" if entry["certain"] else "uncertain", "neutral"),
        why=key_of("cost", entry["id"]),
        details=[detail for detail in details if detail],
    )


def _saving(pen: Pen, saving: Record) -> Record:
    values = {"hours": pen.words.hours(saving["minutes"]["high"]), "price": pen.words.money(saving["cents"]["high"])}
    text = pen.words.spell("view.cost.saving", values | {"because": saving["because"]})
    details = [pen.detail("view.why", pen.words.text(pen.norm["cost"]["possible_saving"]["rationale"]))]
    title = pen.words.spell("view.cost.saving_title")
    return pen.line("possible-saving", title, text, saving, details=details, why=key_of("saving", "possible-saving"))


def _table(pen: Pen, cost: Record) -> Record:
    rows = [
        [pen.words.title(entry["id"]), pen.range(entry["minutes"], "hours"), pen.range(entry["cents"], "money")]
        for entry in cost["lines"]
    ]
    total = [pen.words.spell("view.cost.total"), pen.range(cost["minutes"], "hours"), pen.range(cost["cents"], "money")]
    return pen.table("cost", _COLUMNS, rows, total)
