import gzip
from pathlib import Path

import brotli  # type: ignore[import-untyped] # comes without types
import pytest

from guide.site import precompress
from guide.site.precompress import compress

TEXT = b"<p>Kmop-norm</p>\n" * 200


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guide.paths.CACHE", tmp_path / "cache")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_bytes(TEXT)
    (folder / "small.html").write_bytes(b"<p>")
    (folder / "picture.png").write_bytes(TEXT)
    (folder / "packed.zip").write_bytes(gzip.compress(bytes(i * i % 251 for i in range(50_000)), mtime=0) * 2)
    return folder


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_both_forms_hold_the_same_as_the_file(site: Path) -> None:
    compress(site)

    assert brotli.decompress((site / "index.html.br").read_bytes()) == TEXT
    assert gzip.decompress((site / "index.html.gz").read_bytes()) == TEXT
    assert (site / "index.html").read_bytes() == TEXT


def test_what_is_small_or_compressed_already_stays_alone(site: Path) -> None:
    compress(site)

    assert {name for name in names(site) if name.startswith(("small", "picture"))} == {"small.html", "picture.png"}


def test_a_second_time_uses_what_was_made(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compress(site)
    before = {path.name: path.read_bytes() for path in site.iterdir()}
    monkeypatch.setattr(precompress, "_brotli", None)  # called, it would fail
    monkeypatch.setattr(precompress, "_gzip", None)
    for path in [*site.glob("*.br"), *site.glob("*.gz")]:
        path.unlink()

    compress(site)

    assert {path.name: path.read_bytes() for path in site.iterdir()} == before


def test_another_content_is_compressed_anew(site: Path) -> None:
    compress(site)
    (site / "index.html").write_bytes(TEXT[::-1])

    compress(site)

    assert brotli.decompress((site / "index.html.br").read_bytes()) == TEXT[::-1]
