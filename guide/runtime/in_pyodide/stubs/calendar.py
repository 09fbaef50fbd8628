"""Stands in for `calendar`: tells how long a month is, which is all that python-stdnum asks."""

__all__ = ["monthrange"]

_FEBRUARY, _LEAP = 2, 29
_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def monthrange(year: int, month: int) -> tuple[None, int]:
    """The number of days in a month; on which day of the week it begins nobody asks."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return None, _LEAP if month == _FEBRUARY and is_leap else _DAYS[month]
