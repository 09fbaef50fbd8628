"""A browser that is killed loses nothing that it said to have saved; `make attack` kills it more often."""

from playwright.sync_api import Browser

from tests.browser.kills import kill_while_answering

TIMES = 2


def test_what_was_said_to_be_saved_is_there_after_the_browser_was_killed(
    browser: Browser, chromium_path: str, site_url: str
) -> None:
    kills = list(kill_while_answering(browser.browser_type, chromium_path, site_url, TIMES))

    assert [kill.said_saved for kill in kills if not kill.said_saved] == []
    assert [kill for kill in kills if not kill.is_whole] == []
