"""The words, the checked norm and its pages, from what an earlier build kept of the same sources, or made anew.

A build that changes one file of twenty would otherwise read, check and write all of it once more.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guide import paths
from guide.cache import Kept, contents, keep, recalled
from guide.catalogue import load_messages
from guide.norm.loaded import Loaded
from guide.pages.glossary_links import Marked, Terms, mark_terms
from guide.pages.model import Page, Pages
from guide.pages.wording import Speech

if TYPE_CHECKING:
    from guide.documents.document import Document
    from guide.faults import Fault

__all__ = ["Guide", "RecalledTerms", "recalled_guide", "recalled_messages", "recalled_norm", "recalled_verdict"]


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
    """The catalogue as `guide.catalogue.load_messages` gives it; only one without any fault is ever kept.

    Args:
        language: The language.

    Raises:
        CatalogueError: A file cannot be read or holds something else than texts.
    """

    def place() -> Kept:
        return Kept("messages", contents(paths.MESSAGES / language))

    messages: dict[str, str] = json.loads(recalled(place, lambda: _json(load_messages(language))))
    return messages


def recalled_norm(directory: Path) -> Loaded:
    """The norm as `guide.loader.load_norm` gives it; only one without any fault is ever kept.

    Args:
        directory: The folder of the norm.
    """

    def place() -> Kept:
        return Kept("norm", contents(directory))

    now = place()
    kept = now.get()
    if kept is not None:
        return Loaded(json.loads(kept), [])
    from guide.loader import load_norm  # noqa: PLC0415 - reading and checking takes libraries that take their time

    loaded = load_norm(directory, recalled_verdict)
    if loaded.norm is not None:
        keep(now, place, _json(loaded.norm))
    return loaded


def recalled_verdict(document: Document, wanted: Mapping[str, Any]) -> list[Fault]:
    """What a schema does not allow in a document, as `guide.norm.files.judge` tells it; only that all is well is kept.

    Args:
        document: The document. What stands in it is what counts, and not where.
        wanted: The schema. The schemas that it may refer to are among the tools.
    """
    from guide.norm.files import judge  # noqa: PLC0415 - as in `recalled_norm`

    place = Kept("verdicts", [repr(document.data).encode(), _json(wanted)])
    if place.get() is not None:
        return []
    faults = judge(document, wanted)
    if not faults:
        place.put(b"")
    return faults


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

    def make() -> bytes:
        return _json(asdict(_made(norm, messages, prose_dir, language)))

    return _read(json.loads(recalled(place, make)))


class RecalledTerms:
    """Explains terms as `guide.pages.Terms` does; a page that stayed the same is not looked through again.

    What a term means is no part of where it stands, so another text of the glossary makes no page another.

    Args:
        norm: The checked norm.
        messages: The message catalogue of the language.
        language: The language.
    """

    def __init__(self, norm: dict[str, Any], messages: Mapping[str, str], language: str) -> None:
        self._terms = Terms(norm, Speech(norm, messages, language))

    def mark(self, page: str, html: str) -> str:
        """Return a page's HTML in which each term is explained where it first occurs."""
        return self._terms.mark(page, html, _recalled_marks)


def _recalled_marks(by_word: Mapping[str, str], page: str, html: str) -> Marked:
    """Find the terms of a page, as `guide.pages.glossary_links.mark_terms` does."""
    place = Kept("terms", [_json(dict(by_word)), page.encode(), html.encode()])
    marked, found = json.loads(recalled(lambda: place, lambda: _json(mark_terms(by_word, page, html))))
    return marked, found


def _made(norm: dict[str, Any], messages: Mapping[str, str], prose_dir: Path, language: str) -> Guide:
    from guide.pages import blank_files, render_pages  # noqa: PLC0415 - the renderers take their time to load

    return Guide(render_pages(norm, messages, prose_dir, language), blank_files(norm, messages, language))


def _written(prose_dir: Path) -> Iterator[bytes]:
    """What people write and pages are made of, told apart by an empty name."""
    yield str(prose_dir).encode()
    yield from contents(prose_dir)
    yield b""
    yield from contents(paths.TEMPLATES)
    yield paths.LICENCE.read_bytes()


def _read(kept: dict[str, Any]) -> Guide:
    pages = kept["pages"]
    pages["pages"] = {name: Page(**page) for name, page in pages["pages"].items()}
    pages["navigation"] = [(title, names) for title, names in pages["navigation"]]
    return Guide(Pages(**pages), kept["blanks"])


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
