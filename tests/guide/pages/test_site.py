"""The site that MkDocs makes of the pages."""

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import pytest

from guide.paths import ROOT
from guide.site.single_file import SINGLE
from tests.guide.pages.dom import FETCHING, ids, of_class, read, words
from tests.moved import MOVED_FILES


def build(target: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Build the site without its runtime, which has tests of its own."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target), *options]
    env = {**os.environ, "KMOP_RUNTIME": "false", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    target = tmp_path_factory.mktemp("site")
    done = build(target)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture(scope="session")
def site(folder: Path) -> dict[str, Element]:
    """The pages of the built site as trees, by their path."""
    return {
        str(path.relative_to(folder)): read(_body(path.read_text("utf-8")))
        for path in sorted(folder.rglob("*.html"))
        if str(path.relative_to(folder)) not in MOVED_FILES
    }


def _body(html: str) -> str:
    """Return a page without scripts, whose text may look like tags."""
    return re.sub(r"<script\b.*?</script>", "", html, flags=re.DOTALL)


def test_the_real_norm_builds_strictly(site: dict[str, Element]) -> None:
    """No link, anchor or navigation entry is amiss, and each page is a file in its own folder."""
    assert "index.html" in site
    assert "naslag/norm/activiteit/index.html" in site
    assert "zelftoets/index.html" in site
    assert not [path for path in site if path.startswith(("nl/", "overrides/", "decisions/"))]


def test_no_page_fetches_anything_from_elsewhere(site: dict[str, Element]) -> None:
    """Only what a reader clicks leads to another host."""
    for path, root in site.items():
        for each in root.iter():
            fetched = [value for name, value in each.attrib.items() if name in FETCHING]
            if each.tag != "a" and "href" in each.attrib and each.get("rel") != "canonical":
                fetched.append(each.attrib["href"])
            assert not [url for url in fetched if urlsplit(url).netloc], (path, each.attrib)


def test_every_page_says_that_it_is_not_official(site: dict[str, Element], real_norm: dict[str, object]) -> None:
    """The notice and the way to the authority stand on every page, also on the one that is not found."""
    authority = real_norm["authority"]
    assert isinstance(authority, dict)
    for path, root in site.items():
        (notice,) = of_class(root, "kmop-unofficial")
        assert words(notice), path
        assert authority["url"] in [link.get("href") for link in notice.iter("a")]


def test_every_internal_link_leads_to_a_page_and_an_anchor(site: dict[str, Element], folder: Path) -> None:
    """Also the links that MkDocs does not check, because they stand in HTML; files to download are there."""
    for path, root in site.items():
        if path == "404.html":
            continue
        for link in root.iter("a"):
            url = urlsplit(link.get("href", ""))
            if Path(url.path).name == SINGLE:
                continue  # made with the runtime, which this site goes without
            if "download" in link.attrib:
                assert (folder / path).parent.joinpath(url.path).is_file(), (path, url.path)
            elif not url.scheme and not url.netloc:
                _assert_leads_somewhere(site, path, url.path, unquote(url.fragment))


def _assert_leads_somewhere(site: dict[str, Element], page: str, path: str, fragment: str) -> None:
    folder = Path("/") / Path(page).parent
    target = os.path.normpath(folder / path).lstrip("/")
    file = page if not path else str(Path(target) / "index.html")
    assert file in site, (page, path)
    # Answers in the address, which lead to no place on the page.
    carries = file == "zelftoets/index.html" and fragment.startswith("antwoorden=")
    carries = carries or (file.startswith("situatie/") and "=" in fragment)
    # Nor does the view of everything.
    carries = carries or (file == "zelftoets/index.html" and fragment == "alles")
    assert not fragment or carries or fragment in ids(site[file]) or fragment == "__search", (page, path, fragment)


def test_no_key_of_the_theme_leaves_the_self_assessment(folder: Path) -> None:
    """The theme goes to the next page by the letter of the assessment's own key."""
    head = (folder / "zelftoets" / "index.html").read_text("utf-8").partition("</head>")[0]
    assert 'rel="next"' not in head
    assert 'rel="prev"' not in head
    assert 'rel="next"' in (folder / "index.html").read_text("utf-8")


def test_the_theme_speaks_dutch(site: dict[str, Element]) -> None:
    """Search, navigation and the colour switch have Dutch names."""
    (html,) = site["index.html"].iter("html")
    assert html.get("lang") == "nl"
    switches = [
        each.get("title") for each in site["index.html"].iter("label") if each.get("for", "").startswith("__pal")
    ]
    assert len(switches) == 3
    assert all(switches)


def test_what_axe_found_in_the_plain_theme_is_mended(site: dict[str, Element]) -> None:
    """The search dialog has a name, and breadcrumbs are told apart from the navigation."""
    for path, root in site.items():
        dialogs = [each for each in root.iter() if each.get("role") == "dialog"]
        assert all(each.get("aria-label") for each in dialogs), path
        names = [each.get("aria-label") for each in root.iter("nav") if "aria-label" in each.attrib]
        assert names.count("Navigatie") <= 1, path


def test_a_broken_norm_stops_the_build_with_its_faults(tmp_path: Path) -> None:
    """Whoever builds sees the faults, one a line, and no traceback."""
    config = tmp_path / "mkdocs.yml"
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    text = text.replace("docs_dir: docs", f"docs_dir: {ROOT / 'docs'}")
    config.write_text(text.replace("custom_dir: docs", f"custom_dir: {ROOT / 'docs'}"), "utf-8")
    (tmp_path / "norm").mkdir()
    done = build(tmp_path / "site", "--config-file", str(config))
    assert done.returncode != 0
    assert "norm.yaml" in done.stderr
    assert "Traceback" not in done.stderr
