"""The real pages: what people wrote by hand, and the real norm that fills them. Made once for all tests here."""

import copy
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from guide.pages import Pages, render_pages
from guide.paths import ROOT
from tests.guide.pages.dom import tree


@pytest.fixture(scope="session")
def prose_dir() -> Path:
    """The hand-written pages."""
    return ROOT / "docs" / "nl"


@pytest.fixture
def norm_copy(real_norm: dict[str, Any]) -> dict[str, Any]:
    """A copy of the real norm, to change."""
    return copy.deepcopy(real_norm)


@pytest.fixture
def prose_copy(prose_dir: Path, tmp_path: Path) -> Path:
    """A copy of the hand-written pages, to change."""
    return shutil.copytree(prose_dir, tmp_path / "nl")


@pytest.fixture(scope="session")
def pages(real_norm: dict[str, Any], messages: Mapping[str, str], prose_dir: Path) -> Pages:
    """All pages of the real norm."""
    return render_pages(real_norm, messages, prose_dir)


@pytest.fixture(scope="session")
def trees(pages: Pages) -> dict[str, Element]:
    """The pages as trees, by id."""
    return {page_id: tree(page) for page_id, page in pages.pages.items()}
