"""In Firefox and WebKit too, a browser that lacks something is told so, and what still works does."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.catalogue import load_messages
from tests.browser.harness import serving
from tests.browser.paths import SITE
from tests.engines.engines import Engine
from tests.engines.page_scripts import do, saved_by

MESSAGES = load_messages("nl")
# Neither engine lets a script run before a page's own, so the page comes with it.
LACKS = {
    "lacking.webassembly": "delete globalThis.WebAssembly",
    "lacking.workers": "globalThis.Worker = class { constructor() { throw new Error('blocked') } }",
    "storage.unavailable": """Object.defineProperty(window, 'indexedDB', {
        get() { throw new DOMException('', 'SecurityError') } })""",
}
PAGE = Path("zelftoets") / "index.html"


@pytest.fixture(scope="module", params=LACKS)
def lacking(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A site whose self-assessment finds something missing: what it then says, and where it is."""
    folder = tmp_path_factory.mktemp("lacking")
    for entry in SITE.iterdir():
        if entry.name != PAGE.parts[0]:
            (folder / entry.name).symlink_to(entry)
    (folder / PAGE).parent.mkdir()
    page = (SITE / PAGE).read_text(encoding="utf-8")
    script = f"<head><script>{LACKS[request.param]}</script>"
    (folder / PAGE).write_text(page.replace("<head>", script, 1), encoding="utf-8")
    with serving(folder) as url:
        yield MESSAGES[f"browser.{request.param}"], f"{url}{PAGE.parent}/"


def test_the_page_says_what_is_missing_and_saves_answers_all_the_same(engine: Engine, lacking: tuple[str, str]) -> None:
    told, address = lacking
    engine.open(address)

    heard = "document.querySelector('#kmop-notices')?.textContent.includes"
    do(engine, f"await until(() => {heard}({json.dumps(told)}), 'what is missing')")
    do(engine, """document.querySelector('input[name="profile.provider_kind"][value="private"]').click()""")

    assert saved_by(engine)["profile"] == {"provider_kind": "private"}
