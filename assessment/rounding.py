"""Rounding of estimates: figures as rough as what is known of them, the same on every page and in every result.

The likely figure is the nearest round one. The ends are rounded outwards, so that a rounded range never promises more
than the range it stands for.
"""

from collections.abc import Mapping
from typing import NamedTuple

__all__ = ["Rounded", "rounded_duration", "rounded_hours", "rounded_money"]

_CENTS = 100
_DAYS_AS_DAYS = 3
_DAYS_AS_WEEKS = 61
_MINUTES = 60
_WEEK = 7
_MONTH = (365, 12)
"""A month in days, as a fraction."""


class Rounded(NamedTuple):
    """An estimate in round figures: `low`, `likely` and `high`, with the unit that they count.

    The unit is that of a figure of the norm: `eurocents`, `hours`, `days`, `weeks` or `months`.
    """

    low: int
    likely: int
    high: int
    unit: str


def rounded_money(cents: Mapping[str, int]) -> Rounded:
    """Round an amount in euro cents to whole euros of 5, 25, 50 or 100, the larger the rougher.

    Args:
        cents: The estimate as `low`, `likely` and `high`.
    """
    step = _money_step(cents["likely"])
    return _rounded(cents, (step, 1), "eurocents", times=step)


def rounded_hours(minutes: Mapping[str, int]) -> Rounded:
    """Round a number of minutes to whole hours.

    Args:
        minutes: The estimate as `low`, `likely` and `high`.
    """
    return _rounded(minutes, (_MINUTES, 1), "hours")


def rounded_duration(days: Mapping[str, int]) -> Rounded:
    """Round a number of days to months from two months on, or else to weeks; only what ends within days counts these.

    What likely takes less than a week takes no weeks. Where the shortest would be no month, weeks are taken.

    Args:
        days: The estimate as `low`, `likely` and `high`.
    """
    if days["high"] <= _DAYS_AS_DAYS:
        return _rounded(days, (1, 1), "days")
    weeks, months = _rounded(days, (_WEEK, 1), "weeks"), _rounded(days, _MONTH, "months")
    if days["likely"] < _WEEK:
        return weeks._replace(low=0, likely=0)
    return months if days["likely"] >= _DAYS_AS_WEEKS and (months.low or not days["low"]) else weeks


def _money_step(cents: int) -> int:
    """Return the cents to which an amount is rounded."""
    euros = cents // _CENTS
    steps = ((100, 5), (1_000, 25), (10_000, 50))
    return next((step for below, step in steps if euros < below), 100) * _CENTS


def _rounded(amounts: Mapping[str, int], size: tuple[int, int], unit: str, times: int = 1) -> Rounded:
    """Count in units of this size, a fraction: the ends outwards, the likely figure to the nearest."""
    whole, part = size
    low = amounts["low"] * part // whole
    likely = (2 * amounts["likely"] * part + whole) // (2 * whole)
    high = -(-amounts["high"] * part // whole)
    return Rounded(low * times, likely * times, high * times, unit)
