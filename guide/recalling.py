"""The words, the checked norm and its pages, from what an earlier build kept of the same sources, or made anew.

A build that changes one file of twenty would otherwise read, check and write all of it once more.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guide.feed import atom
from guide.kept import Kept, contents
from guide.loaded import Loaded
from guide.messages import MESSAGES, load_messages
from guide.pages.model import Page, Pages

if TYPE_CHECKING:
    from guide.pages import Terms

__all__ = ["Guide", "RecalledTerms", "recalled_feed", "recalled_guide", "recalled_messages", "recalled_norm"]

TEMPLATES = Path(__file__).parent / "templates"
# A page shows it.
LICENCE = Path(__file__).parent.parent / "LICENSE"


@dataclass(frozen=True)
class Guide:
    """The guide in one language.

    Attributes:
        pages: Its pages.
        blanks: The files to download, by their path on the site.
    """

    pages: Pages
    blanks: dict[str, str]


def recalled_messages(language: str) -> Mapping[str, str]:
    """The catalogue as `guide.messages.load_messages` gives it; only one without any fault is ever kept.

    Args:
        language: The language.

    Raises:
        CatalogueError: A file cannot be read or holds something else than texts.
    """

    def place() -> Kept:
        return Kept("messages", contents(MESSAGES / language))

    now = place()
    kept = now.get()
    if kept is not None:
        messages: dict[str, str] = json.loads(kept)
        return messages
    messages = load_messages(language)
    _keep(now, place, _json(messages))
    return messages


def recalled_norm(directory: Path) -> Loaded:
    """The norm as `guide.loading.load_norm` gives it; only one without any fault is ever kept.

    Args:
        directory: The folder of the norm.
    """

    def place() -> Kept:
        return Kept("norm", contents(directory))

    now = place()
    kept = now.get()
    if kept is not None:
        return Loaded(json.loads(kept), [])
    from guide.loading import load_norm  # noqa: PLC0415 - reading and checking takes libraries that take their time

    loaded = load_norm(directory)
    if loaded.norm is not None:
        _keep(now, place, _json(loaded.norm))
    return loaded


def recalled_guide(norm: dict[str, Any], messages: Mapping[str, str], prose_dir: Path, language: str) -> Guide:
    """The pages as `guide.pages` makes them; only those without any fault are ever kept.

    Args:
        norm: The checked norm.
        messages: The message catalogue of the language.
        prose_dir: The folder of hand-written pages of the language.
        language: The language.

    Raises:
        PagesError: The pages cannot be made.
    """
    asked = [language.encode(), _json(norm), _json(dict(messages))]

    def place() -> Kept:
        return Kept("pages", [*asked, *_written(prose_dir)])

    now = place()
    kept = now.get()
    if kept is not None:
        return _read(json.loads(kept))
    guide = _made(norm, messages, prose_dir, language)
    _keep(now, place, _json(asdict(guide)))
    return guide


def recalled_feed(
    norm: dict[str, Any], messages: Mapping[str, str], language: str, links: Mapping[str, str], site_url: str
) -> str:
    """The feed of changes as `guide.feed.atom` makes it.

    Args:
        norm: The checked norm.
        messages: The message catalogue of the language.
        language: The language.
        links: Where each element stands, from the root of the site.
        site_url: Where the site stands, ending in a slash; empty if nobody said.
    """
    place = Kept("feed", [_json([norm, dict(messages), language, dict(links), site_url])])
    kept = place.get()
    if kept is None:
        from guide.pages.speech import Speech  # noqa: PLC0415 - as below

        kept = atom(norm, Speech(norm, messages, language), links, site_url).encode()
        place.put(kept)
    return kept.decode()


class RecalledTerms:
    """Explains terms as `guide.pages.Terms` does; a page that stayed the same is not looked through again.

    Args:
        norm: The checked norm.
        messages: The message catalogue of the language.
        language: The language.
    """

    def __init__(self, norm: dict[str, Any], messages: Mapping[str, str], language: str) -> None:
        self._given = (norm, messages, language)
        # A digest, since it goes into what each page is made of.
        self._made_of = sha256(b"\0".join([language.encode(), _json(norm), _json(dict(messages))])).digest()

    def mark(self, page: str, html: str) -> str:
        """Return a page's HTML in which each term is explained where it first occurs."""
        place = Kept("terms", [self._made_of, page.encode(), html.encode()])
        kept = place.get()
        if kept is None:
            kept = self._terms.mark(page, html).encode()
            place.put(kept)
        return kept.decode()

    @cached_property
    def _terms(self) -> Terms:
        from guide.pages import Terms  # noqa: PLC0415 - as below
        from guide.pages.speech import Speech  # noqa: PLC0415 - as below

        norm, messages, language = self._given
        return Terms(norm, Speech(norm, messages, language))


def _made(norm: dict[str, Any], messages: Mapping[str, str], prose_dir: Path, language: str) -> Guide:
    from guide.pages import blank_files, render_pages  # noqa: PLC0415 - the renderers take their time to load

    return Guide(render_pages(norm, messages, prose_dir, language), blank_files(norm, messages, language))


def _written(prose_dir: Path) -> Iterator[bytes]:
    """What people write and pages are made of, told apart by an empty name."""
    yield str(prose_dir).encode()
    yield from contents(prose_dir)
    yield b""
    yield from contents(TEMPLATES)
    yield LICENCE.read_bytes()


def _keep(before: Kept, place: Callable[[], Kept], content: bytes) -> None:
    """Keep what was made, unless somebody saved a file meanwhile, so that it is not known what it was made of."""
    if place() == before:
        before.put(content)


def _read(kept: dict[str, Any]) -> Guide:
    pages = kept["pages"]
    pages["pages"] = {name: Page(**page) for name, page in pages["pages"].items()}
    pages["navigation"] = [(title, names) for title, names in pages["navigation"]]
    return Guide(Pages(**pages), kept["blanks"])


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
