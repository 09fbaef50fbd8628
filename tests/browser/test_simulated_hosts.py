"""By the recipe in CONTRIBUTING the site stands whole in object storage, and on pages of a repository."""

import json
import re
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import Page

from guide.paths import ROOT
from tests.browser.assessment_page import AssessmentPage
from tests.browser.paths import SITE
from tests.browser.simulated_hosts import FRONT_MATTER, Bucket, Pages, SimulatedHost, serving_host
from tests.recipes.recipe import recipes_in

REPOSITORY = "gids"
(RECIPE,) = (each for each in recipes_in(ROOT / "CONTRIBUTING.md") if each.title == "Put the site on a host")
(COMMANDS,) = (block.body.splitlines() for block in RECIPE.blocks if block.kind == "sh")
LINK = re.compile(r'(?:href|src)="([^"]*)"')
LISTED = re.compile(r'\{"url":"([^"]+)"')
# What browsers insist on; they take the rest for what it is.
STRICT = {
    ".css": {"text/css"},
    ".html": {"text/html"},
    ".js": {"text/javascript", "application/javascript"},
    ".json": {"application/json"},
}


def bucket() -> Bucket:
    filled = Bucket()
    for command in COMMANDS:
        filled.run(command, ROOT)
    return filled


@pytest.fixture(scope="module", params=["storage", "pages"])
def hosted(request: pytest.FixtureRequest) -> tuple[SimulatedHost, str]:
    """A host that has the site, and the folder that it stands in."""
    return (bucket(), "/") if request.param == "storage" else (Pages(SITE, REPOSITORY), f"/{REPOSITORY}/")


def asked_for(folder: str) -> Iterator[str]:
    """Every path that a page leads to or brings along, and all that is kept for reading without a connection."""
    for page in SITE.rglob("*.html"):
        if page.name != "kmop-gids.html":
            name = page.relative_to(SITE).as_posix().removesuffix("index.html")
            for link in LINK.findall(page.read_text("utf-8")):
                target = urlsplit(urldefrag(urljoin(f"http://host{folder}{name}", link)).url)
                if target.scheme == "http" and target.netloc == "host":
                    yield target.path
    yield from (folder + json.loads(f'"{url}"') for url in LISTED.findall((SITE / "sw.js").read_text("utf-8")))


def test_everything_that_a_page_asks_for_is_there_by_its_exact_name(hosted: tuple[SimulatedHost, str]) -> None:
    host, folder = hosted
    paths = set(asked_for(folder))

    assert len(paths) > 200
    assert {path: status for path in paths if (status := host.answer(path).status) != 200} == {}


def test_what_browsers_insist_on_comes_with_its_type(hosted: tuple[SimulatedHost, str]) -> None:
    host, folder = hosted
    told = {file.suffix: host.answer(f"{folder}{file.relative_to(SITE).as_posix()}") for file in SITE.rglob("*.*")}

    assert {suffix for suffix, types in STRICT.items() if told[suffix].headers["Content-Type"] not in types} == set()


def test_a_folder_without_its_slash_leads_to_the_page(hosted: tuple[SimulatedHost, str]) -> None:
    host, folder = hosted
    answer = host.answer(f"{folder}naslag")

    assert answer.headers["Location"] == f"{folder}naslag/"


def test_what_is_not_there_is_our_own_page(hosted: tuple[SimulatedHost, str]) -> None:
    host, folder = hosted
    answer = host.answer(f"{folder}niets/")

    assert (answer.status, answer.file) == (404, SITE / "404.html")


def test_no_file_begins_as_a_template_of_jekyll() -> None:
    files = [file for file in SITE.rglob("*") if file.is_file()]

    assert [file for file in files if file.read_bytes().startswith(FRONT_MATTER)] == []


def test_storage_is_told_of_each_file_how_long_it_may_be_kept() -> None:
    told = {key: answer.headers["Cache-Control"] for key, answer in bucket().objects.items()}

    assert told["index.html"] == told["sw.js"] == "no-cache"
    assert {told[key] for key in told if key.startswith("assets/runtime/")} == {"public, max-age=31536000, immutable"}
    assert {"_headers", ".kmop-site"} & set(told) == set()


def test_a_later_upload_leaves_the_runtime_of_before_and_takes_away_the_pages() -> None:
    filled = bucket()
    old = dict.fromkeys(("vroeger/index.html", "assets/runtime/vroeger/rules.js"), filled.objects["index.html"])
    filled.objects |= old

    for command in COMMANDS:
        filled.run(command, ROOT)

    assert set(old) & set(filled.objects) == {"assets/runtime/vroeger/rules.js"}


def test_the_assessment_starts_in_object_storage(page: Page) -> None:
    with serving_host(bucket()) as url:
        app = AssessmentPage(page, url).sit_down()

        assert app.report()
