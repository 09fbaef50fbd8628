"""Links to other sites, and whether anybody answers there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from http.client import HTTPException
from pathlib import Path
from socket import gaierror
from ssl import SSLError
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from guide.faults import Fault
from guide.norm.files import read_files
from guide.norm.parsed import ParsedNorm

__all__ = ["Link", "broken_links", "links_of"]

_ADDRESS = re.compile(r"https?://[^\s<>\"')\]}]+")
_SECONDS = 15
# Polite to whoever serves many of them, and quick enough for a hundred.
_AT_ONCE = 4
_AGENT = "kmop-gids-link-check"
_REFUSED = 400
# Somebody answers there, who does not want programs, or not so many questions.
_ANSWERED = frozenset({401, 403, 407, 429})
# Servers that answer only who wants the whole page.
_ASK_WHOLE = frozenset({400, 403, 404, 405, 501})


@dataclass(frozen=True)
class Link:
    """A link and its place.

    Attributes:
        url: Where it leads.
        place: A fault at its place, which says nothing yet.
    """

    url: str
    place: Fault


def links_of(folder: Path, prose: Path | None = None) -> Iterator[Link]:
    """Yield every link to another site.

    Args:
        folder: The folder of a norm without faults.
        prose: The folder of its hand-written pages, if it has any.
    """
    for node in ParsedNorm(read_files(folder)[0]).walk():
        if isinstance(node.value, str):
            yield from (Link(url, node.fault("")) for url in _ADDRESS.findall(node.value))
    for page in sorted(prose.rglob("*.md")) if prose else ():
        for number, line in enumerate(page.read_text("utf-8").splitlines(), 1):
            for found in _ADDRESS.finditer(line):
                yield Link(found[0], Fault(page.as_posix(), number, found.start() + 1, "", ""))


def broken_links(links: Iterable[Link]) -> list[Fault]:
    """Return the links where nobody answers, or where the page is gone; each address is asked for once."""
    listed = list(links)
    urls = sorted({link.url for link in listed})
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        wrong = dict(zip(urls, pool.map(_wrong, urls), strict=True))
    return [_told(link, wrong[link.url]) for link in listed if wrong[link.url]]


def _told(link: Link, why: str) -> Fault:
    return replace(link.place, message="maintenance.link", values=(("url", link.url), ("why", why)))


def _wrong(url: str) -> str:
    """Return why nobody answers at an address; nothing if somebody does."""
    answer = _answer(url, "HEAD")
    if answer in _ASK_WHOLE:
        answer = _answer(url, "GET")
    if isinstance(answer, str):
        return f"maintenance.why.{answer}"
    return "" if answer < _REFUSED or answer in _ANSWERED else str(answer)


def _answer(url: str, method: str) -> int | str:
    """Return the number of the answer, or why there is none."""
    request = Request(url, method=method, headers={"User-Agent": _AGENT})  # noqa: S310 - of the web only, see `_ADDRESS`
    try:
        with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 - as above
            return int(answer.status)
    except HTTPError as error:
        return error.code
    except (OSError, HTTPException, ValueError) as error:
        return _why(error.reason if isinstance(error, URLError) else error)


def _why(error: object) -> str:
    match error:
        case TimeoutError():
            return "late"
        case gaierror():
            return "unknown"
        case SSLError():
            return "unsafe"
    return "silent"
