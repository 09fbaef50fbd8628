"""What tests do on the page of the self-assessment, in the words of a page's script."""

import json
from typing import Any

from tests.engines.engines import Engine

__all__ = ["do", "saved_by"]

SECONDS = 90
# What a script may call; each waits for what the page then does.
HELPERS = """
const until = async (is, what) => {
    for (let i = 0; i < 10 * SECONDS; i++) {
        const found = is()
        if (found) return found
        await new Promise(go => setTimeout(go, 100))
    }
    throw new Error('waited in vain for ' + what)
}
const ready = () => until(
    () => document.querySelector('#kmop-result[aria-busy="false"] .kmop-report'), 'the result')
const choose = async (name, value) => {
    document.querySelector(`input[name="${name}"][value="${value}"]`).click()
    await new Promise(go => setTimeout(go, 50))
    await ready()
}
const downloaded = async button => {
    const click = HTMLAnchorElement.prototype.click
    let link = null
    HTMLAnchorElement.prototype.click = function () { link = this }
    try {
        document.querySelector(button).click()
        await until(() => link, 'a file')
        const bytes = new Uint8Array(await (await fetch(link.href)).arrayBuffer())
        return {name: link.download, size: bytes.length, text: new TextDecoder().decode(bytes)}
    } finally {
        HTMLAnchorElement.prototype.click = click
    }
}
""".replace("SECONDS", str(SECONDS))


def do(engine: Engine, script: str) -> Any:
    """Run a script that may call the helpers, and return what it returns."""
    return engine.run(HELPERS + script)


def saved_by(engine: Engine) -> Any:
    """The answers as a file would hold them."""
    return json.loads(do(engine, "return downloaded('#kmop-save')")["text"])
