"""Site mark: the list of what a build put into a site, by which the next one knows what it may throw away."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["MARK", "mark_site", "strange_files"]

MARK = ".kmop-site"
# Only a list that begins so is ours.
HEADING = "kmop-site/1: what kmop build made, and replaces the next time"
# What desktops leave in folders that somebody looks at.
DESKTOP = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


def mark_site(site: Path) -> None:
    """Write the list into a site that is finished otherwise."""
    lines = [HEADING, *sorted(_files(site))]
    (site / MARK).write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")


def strange_files(site: Path) -> list[str] | None:
    """Return what somebody put into a site since it was built, by its path there; nothing when no build made it.

    Args:
        site: A folder that is there.
    """
    try:
        heading, *made = (site / MARK).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return None
    if heading != HEADING:
        return None
    return sorted(name for name in _files(site) - {*made, MARK} if name.rpartition("/")[2] not in DESKTOP)


def _files(site: Path) -> set[str]:
    """All but folders; a link is one of them, wherever it leads."""
    found: set[str] = set()
    for name, folders, files in os.walk(site):
        folder = Path(name)
        links = [each for each in folders if (folder / each).is_symlink()]
        inside = folder.relative_to(site)
        found.update((inside / each).as_posix() for each in (*files, *links))
    return found
