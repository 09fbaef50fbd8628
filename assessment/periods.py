"""Calendar arithmetic: adding periods to dates without falling off the end of a month."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

__all__ = ["add_months", "add_period", "period_of"]

_DECEMBER = 12


def add_months(day: date, months: int) -> date:
    """Return the same day so many months on, or the last day of that month where it has no such day.

    Raises:
        OverflowError: The result lies outside the calendar (before the year 1 or after 9999).
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        message = "the date lies outside the calendar"
        raise OverflowError(message)
    return date(year, month + 1, min(day.day, _last_day(year, month + 1)))


def _last_day(year: int, month: int) -> int:
    """Return the last day of a month; the standard library's own brings its words for days and months along."""
    if month == _DECEMBER:
        return 31
    return (date(year, month + 1, 1) - timedelta(days=1)).day


def add_period(day: date, period: Mapping[str, int]) -> date:
    """Add years and months by the calendar, then weeks and days by counting.

    Raises:
        OverflowError: The result lies outside the calendar.
    """
    moved = add_months(day, 12 * period.get("years", 0) + period.get("months", 0))
    return moved + timedelta(days=7 * period.get("weeks", 0) + period.get("days", 0))


def period_of(norm: Mapping[str, Any], period: Mapping[str, Any]) -> dict[str, int]:
    """Resolve a period that may borrow its length from a fact of the norm.

    The result has whole `years`, `months`, `weeks` and `days`, as far as they are not zero.
    """
    own = {unit: period[unit] for unit in ("years", "months", "weeks", "days") if unit in period}
    if "fact" in period:
        value = norm["facts"][period["fact"]]["value"]
        unit = value["unit"]
        own[unit] = own.get(unit, 0) + value[period.get("bound", "amount")]
    return own
