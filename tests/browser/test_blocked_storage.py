"""A browser whose reader blocks all cookies lets no page keep anything: pages work all the same."""

import pytest

from tests.browser.harness import NewPage, search

FORBIDDEN = """for (const name of ['localStorage', 'sessionStorage']) {
    const get = () => { throw new DOMException('forbidden', 'SecurityError') }
    Object.defineProperty(window, name, { configurable: true, get })
}"""
NONE = """for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, { configurable: true, get: () => null })
}"""


@pytest.mark.parametrize("script", [FORBIDDEN, NONE], ids=["forbidden", "none"])
def test_the_search_finds_where_nothing_may_be_kept(new_page: NewPage, site_url: str, script: str) -> None:
    page = new_page()
    page.add_init_script(script)
    page.goto(site_url)

    search(page, "audit")

    assert page.locator(".md-search-result__link").count() > 0
