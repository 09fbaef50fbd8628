"""What is wrong with the norm, on top of each page that a dev server shows meanwhile."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from guide.catalogue import LANGUAGE, load_messages
from guide.html_templates import html_environment

__all__ = ["fault_banner", "with_banner"]

_PLACED = re.compile(r"(?P<place>\S+?:\d+(?::\d+)?): (?P<sentence>.*)", re.DOTALL)
_BODY = re.compile(rb"<body\b[^>]*>")
# As many as anybody mends before looking again.
_MOST_FAULTS = 20


def fault_banner(lines: Sequence[str], *, is_shown: bool = False) -> bytes:
    """Return the banner that tells what is wrong; nothing when nothing is.

    Args:
        lines: What is wrong, as the command line tells it.
        is_shown: Whether the pages show it nonetheless, and not what was there before.
    """
    if not lines:
        return b""
    say = load_messages(LANGUAGE, "cli")
    rest = len(lines) - _MOST_FAULTS
    state = "shown" if is_shown else "kept"
    template = html_environment(Path(__file__).parent).get_template("fault_banner.html.j2")
    return template.render(
        say={name: say[f"cli.serve.{state}.{name}"] for name in ("title", "text")},
        faults=[_placed(line) for line in lines[:_MOST_FAULTS]],
        more=say["cli.more_faults"].format(number=rest) if rest > 0 else "",
    ).encode()


def with_banner(page: bytes, banner: bytes) -> bytes:
    """Return a page with the banner before all else that it shows."""
    return _BODY.sub(lambda body: body[0] + banner, page, count=1)


def _placed(line: str) -> tuple[str, str]:
    """Return the place that a line names, if it names one, and what it says of it."""
    found = _PLACED.fullmatch(line)
    return (found["place"], found["sentence"]) if found else ("", line)
