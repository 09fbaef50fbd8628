"""Theme settings: the words and the navigation that MkDocs' theme shows, all from the catalogue and the norm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from assessment.version import RULES_VERSION
from guide.host import Host
from guide.pages import Pages
from guide.site.atom_feed import FEED
from guide.site.stylesheets import StyleBundle

__all__ = ["Shown", "escape_words", "set_theme"]


@dataclass(frozen=True)
class Shown:
    """What the theme shows around the pages.

    Attributes:
        norm: The checked norm.
        messages: The message catalogue.
        language: The language of the site.
        pages: The pages of the site.
        styles: Its style sheets.
        host: Who serves it.
        as_of: The sentence that says of which day the pages speak, where it is not that of the norm.
        runtime: Whether the self-assessment runs in it.
        offline: Whether it can be read without a connection.
    """

    norm: Mapping[str, Any]
    messages: Mapping[str, str]
    language: str
    pages: Pages
    styles: StyleBundle
    host: Host
    as_of: str
    runtime: bool
    offline: bool


def set_theme(config: MkDocsConfig, shown: Shown) -> None:
    """Give the theme its words and its navigation.

    Args:
        config: The settings of MkDocs, which are filled in.
        shown: What the theme shows.
    """
    say = {key.removeprefix("pages.site."): text for key, text in shown.messages.items()}
    config.site_name = say["title"]
    config.site_description = say["description"]
    config.nav = _navigation(shown.pages)
    config.extra["kmop"] = _extra(shown) | {"say": say}
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = say["permalink"]
    _name_palettes(config, [say["to_light"], say["to_dark"], say["to_system"]])


def _extra(shown: Shown) -> dict[str, Any]:
    return {
        "notice": shown.norm["notice"][shown.language],
        "authority": {"name": shown.messages["pages.who.agency"], "url": shown.norm["authority"]["url"]},
        "generator": f"kmop-gids {RULES_VERSION}",
        "as_of": shown.as_of,
        "host": shown.host,
        "runtime": shown.runtime,
        "offline": shown.offline,
        "feed": {"url": FEED, "title": shown.messages["facts.feed.title"]},
        "fonts": shown.styles.fonts,
        "styles": shown.styles.page_sheets,
    }


def _navigation(pages: Pages) -> list[Any]:
    """Return MkDocs' own form of the navigation; a section of one page is that page."""
    navigation: list[Any] = []
    for title, ids in pages.navigation:
        files = [pages.pages[each].path for each in ids]
        navigation.append({title: files[0] if len(files) == 1 else files})
    return navigation


def _name_palettes(config: MkDocsConfig, names: list[str]) -> None:
    """Name the buttons that change the colours; mkdocs.yml holds no words."""
    palettes = config.theme.get("palette", [])
    for palette, name in zip(palettes, names, strict=False):
        palette.setdefault("toggle", {})["name"] = name


def escape_words(page: MkDocsPage | None) -> None:
    """Let the theme, which takes titles for markup, show them as the text that they are."""
    for name in ("title", "description"):
        if page is not None and name in page.meta:
            page.meta[name] = escape(page.meta[name])
