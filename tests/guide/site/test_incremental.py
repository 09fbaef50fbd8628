"""Incremental builds of the dev server: as if all had been made anew."""

import shutil
from pathlib import Path

import pytest

from guide.site.build import build
from guide.site.dev_server import Preview
from guide.site.incremental import Incremental
from tests.norms import REAL_NORM


@pytest.fixture
def norm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A norm to edit, of which the pages alone are built."""
    monkeypatch.setenv("KMOP_RUNTIME", "false")
    return Path(shutil.copytree(REAL_NORM, tmp_path / "norm"))


def contents(site: Path) -> dict[str, bytes]:
    files = (path for path in site.rglob("*") if path.is_file() and path.name != "sitemap.xml.gz")
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def test_an_edit_gives_the_site_that_a_whole_build_gives(norm: Path, tmp_path: Path) -> None:
    preview = Preview(norm, tmp_path / "served", lambda wrong: [str(wrong)])
    assert preview.rebuild()
    before = contents(preview.site)
    glossary = norm / "glossary.yaml"
    glossary.write_text(glossary.read_text("utf-8").replace("De ", "Deze ", 1), encoding="utf-8")

    assert preview.rebuild()
    assert build(norm, tmp_path / "whole", command="serve") == []

    assert contents(preview.site) == contents(tmp_path / "whole")
    assert contents(preview.site) != before


def test_only_what_changed_is_made_again() -> None:
    incremental = Incremental()
    incremental.get_or_make("step", "page", "same", lambda: "before")
    incremental.commit()

    assert incremental.get_or_make("step", "page", "same", lambda: "after") == "before"
    assert incremental.get_or_make("step", "page", "other", lambda: "after") == "after"


def test_what_came_of_a_build_that_failed_is_forgotten() -> None:
    incremental = Incremental()
    incremental.get_or_make("step", "page", "key", lambda: "with a warning")

    assert not incremental.known("step", "page", "key")
