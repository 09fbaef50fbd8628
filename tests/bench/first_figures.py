"""First figures: what a phone on a poor line shows of price, time and documents before the rules can run."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import Page

from tests.bench.figures import Bar, Row, Series
from tests.bench.visiting import Visits

__all__ = ["measure_first_figures"]

_PHONE = {"width": 375, "height": 812}
_ANSWERS = (("provider_kind", "private"), ("application", "first"), ("services", "training"))
_FIGURES = ".kmop-figures h4"
_RESULT = '#kmop-result[aria-busy="false"]:has(.kmop-report)'
_PATIENCE_MS = 180_000
_MS = 1_000
_ADDRESS = "site/zelftoets/"
_NOTE = (
    "From opening the self-assessment in a new profile, three answers given as soon as they can be, to price, time and"
    " documents; against the first result of the rules in the same visit. 1.6 Mbit/s and 150 ms a request for all of"
    " it together, the page's thread slowed 2 times."
)


def measure_first_figures(visits: Visits, runs: int) -> Iterator[Row]:
    """Open the self-assessment as a new visitor, answer three questions, and wait for the figures and for the rules.

    Args:
        visits: Visits over the line of a phone.
        runs: How many times.
    """
    took = [_once(visits) for _ in range(runs)]
    ours, rules = (Series(tuple(times)) for times in zip(*took, strict=True))
    told = "first result of the rules, same visit"
    yield Row("first-figures", "opening to first figures, phone line", "ms", ours, told, rules, Bar(0.5), _NOTE)


def _once(visits: Visits) -> tuple[float, float]:
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, visits.visit(Path(folder)) as page:
        page.set_viewport_size(_PHONE)  # type: ignore[arg-type] # the two keys that it takes
        begun = perf_counter()
        page.goto(f"{visits.url}{_ADDRESS}", wait_until="commit")
        _answer(page)
        page.locator(_FIGURES).first.wait_for(timeout=_PATIENCE_MS)
        figures = perf_counter()
        page.wait_for_selector(_RESULT, state="attached", timeout=_PATIENCE_MS)
        return (figures - begun) * _MS, (perf_counter() - begun) * _MS


def _answer(page: Page) -> None:
    """Choose what stands on a screen or on one that comes after it: turning screens is no part of what is measured."""
    for name, value in _ANSWERS:
        choice = page.locator(f'[name="profile.{name}"][value="{value}"]').first
        choice.evaluate("each => each.click()", timeout=_PATIENCE_MS)
