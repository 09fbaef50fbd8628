"""Lighthouse finds nothing on a page of the guide, but for speed, which depends on what else this machine does."""

import pytest

from tests.browser.conftest import chromium_path
from tests.lighthouse.running import CATEGORIES, failed, hosted, measured, scores

__all__ = ["chromium_path"]

pytestmark = pytest.mark.browser


def test_lighthouse_finds_nothing_amiss(chromium_path: str) -> None:
    with hosted() as url:
        report = measured(f"{url}kostprijs/", "mobile", chromium_path, CATEGORIES[1:])

    assert failed(report) == []
    assert scores(report) == {"accessibility": 100, "best-practices": 100, "seo": 100}
