"""Hand-written pages that go with a norm: what in them does not hold, and what they link to that is not there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guide import paths
from guide.catalogue import LANGUAGE
from guide.checks.prose import prose_faults
from guide.checks.prose_links import prose_link_faults
from guide.faults import Fault
from guide.norm.files import pages_folder

__all__ = ["goes_with_the_pages", "page_faults"]


def page_faults(norm: Mapping[str, Any], folder: Path, on: str = "") -> list[Fault]:
    """What is wrong with the pages of a norm; nothing where it has none of its own.

    Args:
        norm: The checked norm.
        folder: Its folder.
        on: The day that the pages speak of; the one that the norm was last gone through when not given.
    """
    docs = pages_folder(folder, LANGUAGE)
    if not goes_with_the_pages(folder) and folder not in docs.parents:
        return []
    dated = {**norm, "checked_on": on or norm["checked_on"]}
    return [*prose_faults(dated, docs), *prose_link_faults(norm, docs)]


def goes_with_the_pages(folder: Path) -> bool:
    """Whether a norm is our own, with which our pages, catalogue and schemas go."""
    return folder.resolve() == paths.NORM.resolve() and not paths.INSTALLED
