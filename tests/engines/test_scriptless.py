"""In Firefox and WebKit too, whoever turned scripts off reads the guide and is told what the self-assessment still is.

Both let a test's own script look at a page whose scripts do not run.
"""

from typing import Any

from guide.catalogue import load_messages
from tests.engines.engines import Engine

TOLD = load_messages("nl")["pages.form.noscript"]
# Whether a reader sees at least one of what a selector finds.
SEEN = "return [...document.querySelectorAll({selector!r})].some(each => each.checkVisibility())"
COUNTED = "return [...document.querySelectorAll({selector!r})].filter(each => each.checkVisibility()).length"
# Each promises what only a script does.
PROMISES = ("button", "progress", "#kmop-status", "#kmop-date", "#kmop-file", ".kmop-to-result")


def seen(engine: Engine, selector: str) -> Any:
    return engine.run(SEEN.format(selector=selector))


def test_the_guide_is_read_whole(scriptless: Engine, site_url: str) -> None:
    scriptless.open(f"{site_url}naslag/kostprijs/")

    assert "Wat kost de audit?" in scriptless.run("return document.querySelector('h1').innerText")
    assert seen(scriptless, ".md-tabs__link, label[for=__drawer]")
    assert not seen(scriptless, ".md-content button")
    hidden = "return [...document.querySelectorAll('main :is(h2, p, td)')].filter(each => !each.checkVisibility())"
    assert scriptless.run(f"{hidden}.filter(each => !each.closest('details, noscript')).length") == 0


def test_the_self_assessment_says_what_still_works_and_promises_nothing_else(scriptless: Engine, site_url: str) -> None:
    scriptless.open(f"{site_url}zelftoets/")

    assert scriptless.run("return document.querySelector('.kmop-noscript').innerText") == TOLD
    assert scriptless.run(COUNTED.format(selector="main fieldset")) > 50
    assert [promise for promise in PROMISES if seen(scriptless, f".md-content {promise}")] == []


def test_scripts_of_the_page_do_not_run(scriptless: Engine, site_url: str) -> None:
    scriptless.open(site_url)

    assert scriptless.run("return document.documentElement.className") == "no-js"
