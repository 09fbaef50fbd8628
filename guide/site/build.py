"""Builds the site from a norm."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from guide import paths
from guide.catalogue import LANGUAGE
from guide.checks.own_pages import page_faults
from guide.checks.translation import translation_of
from guide.disk_cache import Cache
from guide.faults import Fault
from guide.loader import load_norm
from guide.replacing import replace_folder
from guide.scratch import scratch_folder
from guide.site.precompress import compress
from guide.site.site_mark import mark_site, strange_files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from guide.site.incremental import Incremental
    from guide.site.mkdocs_plugin import KmopPlugin

__all__ = ["SITE", "BuildError", "NoSiteError", "build", "faults_of_pages"]

Command = Literal["build", "serve"]

SITE = Path("site")
# Most of what a build makes, it needs until its end: Python need not look for garbage at every seven hundred objects.
_NEW_OBJECTS = 50_000


class NoSiteError(Exception):
    """The folder for the site holds something else, which a build would throw away.

    Attributes:
        strange: What no build made, by its path in the folder; nothing when no build of this version made the folder.
    """

    def __init__(self, strange: list[str] | None = None) -> None:
        super().__init__()
        self.strange = strange or []


class BuildError(Exception):
    """The norm is in order, and still no site came of it; what was wrong is in the text, line by line."""

    def lines_besides(self, faults: Iterable[Fault]) -> list[str]:
        """The lines of it about other places than those of faults, which tell more of what is wrong there."""
        places = tuple(f"{fault.file}:{fault.line}:" for fault in faults)
        return [line for line in str(self).splitlines() if not line.startswith(places)]


def faults_of_pages(norm_dir: Path, on: str = "") -> list[Fault]:
    """What `kmop check` finds in the hand-written pages of a site, which may be there nonetheless.

    Args:
        norm_dir: The folder of the norm.
        on: The day that the pages speak of; the one that the norm was last gone through when not given.
    """
    norm = load_norm(norm_dir, Cache(), on=on).norm
    return page_faults(norm, norm_dir, on) if norm else []


def build(  # noqa: PLR0913 - most callers give two
    norm_dir: Path,
    site_dir: Path = SITE,
    *,
    compressed: bool = False,
    language: str = LANGUAGE,
    command: Command = "build",
    incremental: Incremental | None = None,
    on: str = "",
) -> list[Fault]:
    """Check a norm and build its site.

    Args:
        norm_dir: The folder of the norm.
        site_dir: Where the site goes, in place of the one that was there. That one stays until the new one is whole.
        compressed: Whether each file is compressed beforehand too, for a host.
        language: The language of the site.
        command: What MkDocs is told that it builds for; a dev server's site is not kept by browsers.
        on: The day that the pages speak of; the one that the norm was last gone through when not given.
        incremental: What was made for the last site, of whoever builds one after another.

    Returns:
        What is wrong with the norm, or which texts the language lacks; nothing when the site was built.

    Raises:
        NoSiteError: The folder holds something else than a site.
        BuildError: The pages or the runtime could not be made.
    """
    gc.set_threshold(_NEW_OBJECTS)
    loaded = load_norm(norm_dir, Cache(), on=on)
    if loaded.norm is not None:
        if language != LANGUAGE and (missing := translation_of(norm_dir, language).missing):
            return missing
        with _replacing(site_dir.resolve()) as fresh, _reported():
            config = _config(norm_dir, fresh, language)
            with _plugin(config).given(loaded.norm, incremental, on):
                _build(config, command)
            if compressed:
                compress(fresh)
        if incremental:
            incremental.commit()
    return loaded.faults


@contextmanager
def _replacing(site: Path) -> Iterator[Path]:
    """Give a new folder that takes the site's place once it is whole."""
    _refuse_what_is_not_ours(site)
    site.parent.mkdir(parents=True, exist_ok=True)
    with scratch_folder(f".{site.name}-", site.parent) as folder:
        fresh = folder / "new"
        yield fresh
        mark_site(fresh)
        # Once more: a build takes long enough for somebody to put something there.
        _refuse_what_is_not_ours(site)
        replace_folder(site, fresh, folder / "old")


def _refuse_what_is_not_ours(site: Path) -> None:
    if site.exists() and any(site.iterdir()):
        strange = strange_files(site)
        if strange is None or strange:
            raise NoSiteError(strange)


def _config(norm_dir: Path, site_dir: Path, language: str) -> MkDocsConfig:
    from mkdocs.config import load_config  # noqa: PLC0415 - a second's work that only builds need

    config = load_config(str(paths.MKDOCS_YML), site_dir=str(site_dir.resolve()))
    # The plugin takes paths from where mkdocs.yml stands; an absolute one stays itself.
    _plugin(config).config.update(norm=str(norm_dir.resolve()), language=language)
    return config


def _plugin(config: MkDocsConfig) -> KmopPlugin:
    return cast("KmopPlugin", config.plugins["kmop"])


def _build(config: MkDocsConfig, command: Command) -> None:
    from mkdocs.commands import build as building  # noqa: PLC0415 - as above

    config.plugins.on_startup(command=command, dirty=False)
    try:
        building.build(config)
    finally:
        config.plugins.on_shutdown()


class _Lines(logging.Handler):
    """Keeps what MkDocs has to say, for when it gives up."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _reported() -> Iterator[None]:
    """Turn MkDocs' ways of giving up into one error that says what it said."""
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415 - as above

    warnings = _Lines()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    try:
        yield
    except (MkDocsException, SystemExit) as error:
        lines = [*warnings.lines, *([] if isinstance(error, SystemExit) else [str(error)])]
        raise BuildError("\n".join(lines).strip()) from error
    finally:
        logger.removeHandler(warnings)
