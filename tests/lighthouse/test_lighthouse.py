"""Lighthouse finds nothing on a page of the guide, but for speed, which depends on what else this machine does."""

import pytest

from tests.browser.chromium import require_chromium
from tests.lighthouse.running import CATEGORIES, failed, hosted, measured, scores

pytestmark = pytest.mark.browser


def test_lighthouse_finds_nothing_amiss() -> None:
    with hosted() as url:
        report = measured(f"{url}naslag/kostprijs/", "mobile", require_chromium(), CATEGORIES[1:])

    assert failed(report) == []
    assert scores(report) == {"accessibility": 100, "best-practices": 100, "seo": 100}
