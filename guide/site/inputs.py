"""What a site is made of, read and checked: whatever is wrong stops MkDocs before it starts, each fault on a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from guide.catalogue import CatalogueError
from guide.disk_cache import Cache
from guide.faults import fault_lines
from guide.host import Host, read_host
from guide.loader import load_norm
from guide.norm.files import moved_list
from guide.pages import Pages, PagesError
from guide.runtime import RuntimeFault
from guide.site.moved_pages import Moved, moved_faults, read_moved
from guide.site.stylesheets import StyleBundle, StyleError, bundle_styles

__all__ = ["STYLES", "faults_stop_mkdocs", "moved_of_site", "site_host", "site_norm", "styles_of_site"]

STYLES = "stylesheets/"
"""Where the style sheets lie, below the folder of the documents."""


@contextmanager
def faults_stop_mkdocs() -> Iterator[None]:
    """Stop MkDocs by a fault in what the site is made of, in the words of that fault."""
    try:
        yield
    except PagesError as error:
        raise PluginError(_listed(error.faults)) from None
    except (CatalogueError, RuntimeFault, StyleError) as fault:
        raise PluginError(str(fault)) from None


def site_norm(folder: Path, messages: Mapping[str, str], cache: Cache) -> dict[str, Any]:
    """Read the norm and check it."""
    loaded = load_norm(folder, cache)
    if loaded.norm is None:
        raise PluginError(_listed(fault_lines(loaded.faults, messages)))
    return loaded.norm


def site_host(messages: Mapping[str, str], cache: Cache) -> Host:
    """Read who serves the site."""
    host, faults = read_host(cache=cache)
    if faults:
        raise PluginError(_listed(fault_lines(faults, messages)))
    return host


def moved_of_site(folder: Path, pages: Pages, messages: Mapping[str, str], cache: Cache) -> Moved:
    """Read which addresses there were of the pages that go with the norm in a folder."""
    moved, faults = read_moved(moved_list(folder), cache)
    lines = [*fault_lines(faults, messages), *moved_faults(moved, pages, messages)]
    if lines:
        raise PluginError(_listed(lines))
    return moved


def styles_of_site(config: MkDocsConfig, messages: Mapping[str, str]) -> StyleBundle:
    """Make one style sheet of those that are listed, and let the pages ask for that; others for some pages."""
    listed = [Path(config.docs_dir, sheet) for sheet in config.extra_css]
    alone = sorted(set(Path(config.docs_dir, STYLES).glob("*.css")) - set(listed))
    styles = bundle_styles(listed, messages, page_sheets=alone)
    config.extra_css = [styles.sheet]
    return styles


def _listed(faults: list[str]) -> str:
    return "\n".join(["", *faults])
