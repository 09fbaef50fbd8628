"""A candidate who filled in every figure of their own, to weigh whether a registration is worth it."""

from datetime import date

from tests.assessment.cases import FULL, Judge, Record

__all__ = ["OWN", "QUOTED", "weighed"]

OWN = {
    "small_customers": 10,
    "medium_customers": 5,
    "price": 1_000,
    "raised": False,
    "extra_percent": 20,
    "margin_percent": 50,
    "preparation_hours": 40,
    "own_hour": 50,
}
QUOTED = {**FULL, "hours": "16", "hourly_rate": "150"}


def weighed(judge: Judge, own: Record, on: date | None = None, profile: Record = QUOTED) -> Record:
    """Return what a report says of being worth it."""
    answers = {"format": "kmop-answers/1", "profile": profile, "worth": own}
    worth: Record = judge.report(answers, on)["worth"]
    return worth
