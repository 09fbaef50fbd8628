"""Opens a file in the page of the text check, in the words of a page's script."""

import base64

__all__ = ["open_file", "wait_for_text"]

SHOWN = "await until(() => document.querySelector('#kmop-texts:not([hidden])'), 'the page')"


def open_file(name: str, raw: bytes) -> str:
    """Return a script that gives the page a file, as choosing one does."""
    return f"""
        {SHOWN}
        const bytes = Uint8Array.from(atob('{base64.b64encode(raw).decode()}'), each => each.charCodeAt(0))
        const given = new DataTransfer()
        given.items.add(new File([bytes], '{name}'))
        const input = document.querySelector('#kmop-texts-file')
        input.files = given.files
        input.dispatchEvent(new Event('change', {{bubbles: true}}))
    """


def wait_for_text(part: str) -> str:
    """Return a script that waits until a text stands there with this in it, and returns it."""
    return f"""
        const source = document.querySelector('#kmop-texts-source')
        await until(() => source.value.includes('{part}'), 'the text')
        return source.value
    """
