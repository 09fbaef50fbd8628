"""The thin adapter between the pages and MkDocs."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import get_files

from guide.pages import Pages
from guide.paths import ROOT
from guide.site.mkdocs_plugin import KmopPlugin


@pytest.fixture(scope="session")
def config() -> MkDocsConfig:
    """The site's own configuration, after the plugin has filled it in."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return plugin_of(config).on_config(config)


@pytest.fixture
def plugin(config: MkDocsConfig) -> KmopPlugin:
    """The plugin in that configuration."""
    return plugin_of(config)


def plugin_of(config: MkDocsConfig) -> KmopPlugin:
    """Return the plugin that a configuration loaded."""
    return cast("KmopPlugin", config.plugins["kmop"])


def test_the_site_takes_its_words_from_the_catalogue(
    config: MkDocsConfig, messages: Mapping[str, str], real_norm: dict[str, Any]
) -> None:
    """No word of the site stands in mkdocs.yml."""
    assert config.site_name == real_norm["names"]["guide"]["nl"]
    assert config.extra["kmop"]["notice"] == real_norm["notice"]["nl"]
    assert config.mdx_configs["toc"]["permalink_title"] == messages["pages.site.permalink"]


def test_the_navigation_is_that_of_the_pages(config: MkDocsConfig, pages: Pages) -> None:
    """Each section of the navigation has its title, and the files of its pages."""
    shown = [next(iter(section.items())) for section in config.nav or []]
    assert [title for title, _ in pages.navigation] == [title for title, _ in shown]
    listed = [[files] if isinstance(files, str) else files for _, files in shown]
    assert [[f"{page}.md" for page in its] for _, its in pages.navigation] == listed


def test_generated_pages_take_the_place_of_prose(config: MkDocsConfig, pages: Pages) -> None:
    """The hand-written files are not pages themselves; everything else in docs stays."""
    files = config.plugins.on_files(get_files(config), config=config)
    found = {file.src_uri for file in files}
    assert {page.path for page in pages.pages.values()} <= found
    assert not [uri for uri in found if uri.startswith("nl/")]
    asked = {context for page in pages.pages.values() for context in page.meta.get("styles", [])}
    # The app's own comes with the app.
    assert set(config.extra["kmop"]["styles"]) == asked
    assert {*config.extra_css, *config.extra["kmop"]["styles"].values()} <= found
    assert not [uri for uri in found if uri.startswith("stylesheets/")]


def test_links_for_the_browser_are_seen_from_the_assessment(
    plugin: KmopPlugin, pages: Pages, real_norm: dict[str, Any]
) -> None:
    """The result stands on the assessment's page, so its links start there."""
    links = plugin.assessment_links()
    for requirement in real_norm["requirements"].values():
        assert all(links[check] == f"../{pages.links[check]}" for check in requirement["checks"])
    assert links["profile.services"] == "#profile.services"


def test_serving_watches_what_pages_are_made_of(config: MkDocsConfig, plugin: KmopPlugin) -> None:
    """A change in the norm, the words or the templates shows at once."""
    watched: list[Path] = []

    class Server:
        def watch(self, path: str) -> None:
            watched.append(Path(path).relative_to(ROOT))

    plugin.on_serve(cast("LiveReloadServer", Server()), config=config, builder=None)
    assert [str(path) for path in watched] == ["norm", "guide/messages", "guide/templates"]
