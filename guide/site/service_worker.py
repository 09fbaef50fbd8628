"""Service worker with its precache list: what lets the whole site be read without a connection."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from guide import paths
from guide.runtime import HASHED_NAME, Bundle, write_service_worker, write_service_worker_removal
from guide.site.atom_feed import FEED
from guide.site.pwa_manifest import write_pwa_manifest
from guide.site.single_file import SINGLE
from guide.site.site_mark import MARK

__all__ = ["remove_offline", "write_offline"]

WORKER = "sw.js"
# Workbox's own name for the list.
PLACE = "self.__WB_MANIFEST"
# For search engines, for servers, and to take away: not for reading here.
ELSEWHERE = {
    *(WORKER, "assets/preview.png", "robots.txt", "sitemap.xml", "sitemap.xml.gz", "_headers", FEED, SINGLE, MARK)
}
# Material brings the search's rules for many languages; the site searches in one.
OTHER_LANGUAGES = "assets/javascripts/lunr/min/lunr."
ALL_LANGUAGES = "lunr.stemmer.support.min.js"


def write_offline(
    site: Path, bundle: Bundle, messages: Mapping[str, str], language: str, left_out: Collection[str] = ()
) -> None:
    """Write the service worker and the app's manifest into a site that is finished otherwise.

    Args:
        site: The folder of the site.
        bundle: What the front end is bundled from.
        messages: The message catalogue.
        language: The language of the site.
        left_out: Files that nobody reads, besides those that no site has for readers.
    """
    write_pwa_manifest(site, messages, language)
    worker = site / WORKER
    write_service_worker(bundle, worker, messages)
    listed = json.dumps(list(_precached(site, language, left_out)), separators=(",", ":"))
    worker.write_text(worker.read_text("utf-8").replace(PLACE, listed), encoding="utf-8", newline="\n")


def remove_offline(site: Path, messages: Mapping[str, str]) -> None:
    """Write a self-destroying service worker into a site whose pages ask for none.

    A browser that was at the same address before has one that would go on showing what it kept.

    Args:
        site: The folder of the site.
        messages: The message catalogue.
    """
    write_service_worker_removal(Bundle(paths.FRONTEND, paths.NODE_MODULES, ""), site / WORKER, messages)


def _precached(site: Path, language: str, left_out: Collection[str]) -> Iterator[dict[str, str | None]]:
    """List what is kept, each with what tells one build's file from another's."""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        if name not in left_out and _is_for_readers(name, language):
            yield {"url": name, "revision": None if _changes_its_name(name) else _digest(path)}


def _is_for_readers(name: str, language: str) -> bool:
    if name in ELSEWHERE or name.endswith((".map", ".br", ".gz")):
        return False
    return not name.startswith(OTHER_LANGUAGES) or name.endswith((f"lunr.{language}.min.js", ALL_LANGUAGES))


def _changes_its_name(name: str) -> bool:
    """Tell whether the name itself changes with the content, so that a copy from the browser's cache will do."""
    return name.startswith("assets/runtime/") or HASHED_NAME.fullmatch(name.rpartition("/")[2]) is not None


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
