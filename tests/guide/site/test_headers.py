import base64
import hashlib
from pathlib import Path

import pytest

from guide.site.headers import HEADERS, write_headers
from guide.site.single_file import SINGLE
from tests.guide.site.headers_file import headers_for


@pytest.fixture
def text(tmp_path: Path) -> str:
    (tmp_path / "index.html").write_text("<script>one()</script><script src=x></script>", encoding="utf-8")
    (tmp_path / "404.html").write_text('<script>two()</script><script type="x/y">{}</script>', encoding="utf-8")
    (tmp_path / SINGLE).write_text("<script>alone()</script>", encoding="utf-8")
    write_headers(tmp_path)
    return (tmp_path / HEADERS).read_text("utf-8")


def test_every_file_is_protected(text: str) -> None:
    for path in ("/", "/kostprijs/", "/assets/kmop/app.js", "/assets/runtime/0123/pyodide.asm.wasm"):
        headers = headers_for(text, path)
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'self'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("path", "lasts"),
    [
        ("/index.html", False),
        ("/sw.js", False),
        ("/assets/kmop/csv.js", False),
        ("/assets/kmop/csv.EQNTEELM.min.js", True),
        ("/assets/kmop/app.EQNTEELM.min.js", True),
        ("/assets/kmop/app.EQNTEELM.min.css", True),
        ("/assets/javascripts/lunr/min/lunr.nl.min.js", False),
        ("/assets/javascripts/bundle.a5f9d56c.min.js", True),
        ("/assets/runtime/0123456789abcdef/norm.json", True),
    ],
)
def test_only_what_changes_its_name_with_its_content_is_never_asked_for_again(
    text: str, path: str, *, lasts: bool
) -> None:
    assert ("immutable" in headers_for(text, path)["Cache-Control"]) is lasts


def test_webassembly_has_its_type(text: str) -> None:
    assert headers_for(text, "/assets/runtime/0123/pyodide.asm.wasm")["Content-Type"] == "application/wasm"


@pytest.mark.parametrize("path", [f"/{SINGLE}", f"/{SINGLE.removesuffix('.html')}"])
def test_the_one_file_is_saved_and_not_opened_under_the_policy_of_the_site(text: str, path: str) -> None:
    assert headers_for(text, path)["Content-Disposition"] == "attachment"


def test_no_page_of_the_site_is_saved_in_place_of_being_opened(text: str) -> None:
    assert "Content-Disposition" not in headers_for(text, "/kmo-portefeuille/")


def test_the_scripts_in_the_pages_are_allowed_one_by_one_and_no_others(text: str) -> None:
    policy = headers_for(text, "/")["Content-Security-Policy"]
    scripts = next(rule for rule in policy.split("; ") if rule.startswith("script-src"))

    for script in (b"one()", b"two()"):
        assert base64.b64encode(hashlib.sha256(script).digest()).decode() in scripts
    assert scripts.count("sha256-") == 2
    assert "unsafe-inline" not in scripts
    assert "'unsafe-eval'" not in scripts


def test_the_script_of_the_one_file_is_allowed_to_no_page(text: str) -> None:
    digest = base64.b64encode(hashlib.sha256(b"alone()").digest()).decode()

    assert digest not in headers_for(text, "/")["Content-Security-Policy"]
