"""Uw klanten: one assessment as a row of a table in which many stand under each other."""

from typing import Any

from assessment.case import Record
from assessment.outcomes import verdicts_of
from assessment.view.builder import ViewBuilder
from assessment.view.outcome import unmet_conditions
from assessment.view.summary import summary_of

__all__ = ["client_row", "refused_row"]

_FIGURES = ("left", "next", "price")


def client_row(builder: ViewBuilder, report: Record, upcoming: Record | None) -> Record:
    """Say in one row how somebody stands; of who answered nothing there is nothing to say.

    Args:
        builder: Writes in the language that is wanted.
        report: What `assess` returned.
        upcoming: The first day on which there is something to do, as an event of the calendar; null for none.

    Returns:
        `state` (as in the summary) and the cells `outcome`, `left`, `next` and `price`. A cell has `text`, `about`
        (what is said of it in small) and `order`, by which rows are sorted; null where there is nothing to sort by.
    """
    summary = summary_of(builder, report)
    row = {"state": summary["state"], "outcome": _outcome(builder, summary, report), **dict.fromkeys(_FIGURES, _none())}
    if summary["state"] == "empty":
        return row
    row |= {"next": _next(builder, upcoming), "left": _left(summary, report)}
    if summary["money"]:
        row["price"] = _cell(summary["money"]["text"], summary["money"]["range"], report["cost"]["cents"]["likely"])
    return row


def refused_row(text: str) -> Record:
    """Say in one row why an assessment cannot be judged."""
    return {"state": "refused", "outcome": _cell(text), **dict.fromkeys(_FIGURES, _none())}


def _outcome(builder: ViewBuilder, summary: Record, report: Record) -> Record:
    """Give the verdict of the middle scenario; who has none hears why."""
    verdicts = verdicts_of(builder.norm)
    if summary["state"] == "no_audit":
        return _cell(builder.message("view.client.no_audit"), order=len(verdicts) ** 2)
    if summary["state"] == "empty" or summary["estimate"] is None:
        return _cell(builder.message(f"view.client.{'empty' if summary['state'] == 'empty' else 'no_points'}"))
    likely = report["outcome"]["likely"]
    order = verdicts.index(likely["worst"]) * len(verdicts) + verdicts.index(likely["best"])
    return _cell(builder.verdicts(likely), order=order)


def _left(summary: Record, report: Record) -> Record:
    """Tell what is left to do; who needs no audit has only conditions, which the result tells."""
    if summary["state"] == "no_audit":
        return _none()
    points = report["readiness"]["points"]
    order = (points["to_do"] + len(unmet_conditions(report))) * 1000 + points["open"]
    return _cell(summary["left"], summary["counts"] or None, order)


def _next(builder: ViewBuilder, upcoming: Record | None) -> Record:
    if upcoming is None:
        return _none()
    day = upcoming["day"]
    text = builder.message("view.client.around", {"day": day}) if upcoming["is_target"] else builder.date(day)
    return _cell(text, upcoming["summary"], day)


def _cell(text: str, about: str | None = None, order: Any = None) -> Record:
    return {"text": text, "about": about, "order": order}


def _none() -> Record:
    return _cell("")
