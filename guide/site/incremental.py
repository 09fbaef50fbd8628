"""Incremental builds: a dev server takes again what it rendered for its last site, where nothing behind it changed.

MkDocs knows no such thing, and renders every page in every build. Three steps of a page take long, and follow from what
can be told: its Markdown, its entries in the search index, and the page of the theme around it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from jinja2 import Environment, Template
from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from guide import paths
from guide.disk_cache import file_contents, fingerprint

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["Incremental"]

T = TypeVar("T")
# The theme's template of a page.
_PAGE = "main.html"


class Incremental:
    """What was made for the last good site, by step and page.

    What a build made that came to nothing is forgotten: it may have been told what is wrong with a page, and is to be
    told so again.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[Hashable, Any]] = {}
        self._made: dict[tuple[str, str], tuple[Hashable, Any]] = {}
        self._files = self._theme = ""

    def begin(self, config: MkDocsConfig) -> None:
        """Begin a build, with all that each page of the theme is made of."""
        self._made = {}
        given = [config.extra, config.nav, list(config.extra_css), config.site_name, config.site_description]
        sources = [json.dumps(given, default=str).encode(), paths.MKDOCS_YML.read_bytes()]
        self._theme = fingerprint([*sources, *file_contents(paths.DOCS / "overrides")])
        search = config.plugins["material/search"]
        search.search_index = _Index(self, search.search_index)  # type: ignore[attr-defined] # without types

    def commit(self) -> None:
        """Keep what this build made: a good site came of it."""
        self._known = self._made

    def known(self, step: str, page: str, key: Hashable) -> bool:
        """Tell whether a step of a page was done before from the same things."""
        return self._known.get((step, page), (None,))[0] == key

    def get_or_make(self, step: str, page: str, key: Hashable, make: Callable[[], T]) -> T:
        """Return what came of a step of a page: what came of it before from the same things, or what is made now."""
        entry = self._known[step, page] if self.known(step, page, key) else (key, make())
        self._made[step, page] = entry
        return cast("T", entry[1])

    def note_files(self, files: Files) -> None:
        """Take note of what links of a page can lead to."""
        self._files = fingerprint(f"{file.src_uri} {file.url}".encode() for file in files)

    def unrendered(self, markdown: str, page: Page) -> str:
        """Return the Markdown that is still to be rendered: none of a page that is known."""
        return "" if self.known("markdown", page.file.src_uri, self._rendered_from(page)) else markdown

    def rendered(self, html: str, page: Page, files: Files) -> str:
        """Return the HTML of a page, and give the page what else rendering tells of it."""
        name = page.file.src_uri
        made = self.get_or_make("markdown", name, self._rendered_from(page), lambda: (html, *_told(page)))
        html, page.toc, page.present_anchor_ids, links = made
        page.links_to_anchors = {file: each for uri, each in links.items() if (file := files.get_file_from_path(uri))}
        return html

    def _rendered_from(self, page: Page) -> Hashable:
        return (self._files, page.file.content_string)

    def themed(self, environment: Environment) -> None:
        """Let an environment fill in the theme's page only where what stands on it changed."""
        incremental = self

        class Themed(Template):
            def render(self, *args: Any, **kwargs: Any) -> str:
                if self.name != _PAGE:
                    return super().render(*args, **kwargs)
                page: Page = args[0]["page"]
                make = super().render
                return incremental.get_or_make(
                    "theme", page.url, incremental.themed_from(page), lambda: make(*args, **kwargs)
                )

        environment.template_class = Themed

    def themed_from(self, page: Page) -> Hashable:
        """Return what the theme's page is made of."""
        beside = [(each.title, each.url) if each else None for each in (page.previous_page, page.next_page)]
        return (self._theme, page.content, page.title, json.dumps([page.meta, beside], default=str))


class _Index(SearchIndex):  # type: ignore[misc] # without types in Material
    """The theme's search index, which takes the entries of a page again."""

    def __init__(self, incremental: Incremental, index: SearchIndex) -> None:
        super().__init__(**index.config)
        self.entries: list[dict[str, Any]] = []
        self._incremental = incremental

    def add_entry_from_context(self, page: Page) -> None:
        """Add the entries of a page."""
        before, self.entries = self.entries, []

        def make() -> list[dict[str, Any]]:
            super(_Index, self).add_entry_from_context(page)
            return self.entries

        key = (page.content, page.title, json.dumps(page.meta.get("search")))
        self.entries = [*before, *self._incremental.get_or_make("search", page.url, key, make)]


def _told(page: Page) -> tuple[Any, ...]:
    """What rendering tells of a page besides its HTML; files by their names, since each build has its own."""
    links = {file.src_uri: each for file, each in (page.links_to_anchors or {}).items()}
    return page.toc, page.present_anchor_ids, links
