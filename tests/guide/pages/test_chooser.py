"""Ways to a page and on from it: questions, next steps, what search engines and people who share a page get."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest

from guide.pages import Pages
from guide.paths import ROOT
from tests.guide.pages.dom import FETCHING, of_class, read, tree, words
from tests.moved import MOVED_FILES

URL = "https://example.org/gids/"
LONGEST = 160


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built for an address."""
    target = tmp_path_factory.mktemp("hosted")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(target)]
    env = {**os.environ, "KMOP_RUNTIME": "false", "KMOP_URL": URL, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=ROOT, env=env, check=True)
    return target


def meta(html: str) -> dict[str, str]:
    """What a page says of itself in its head."""
    head = html.partition("</head>")[0]
    return dict(re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', head))


def test_every_question_has_an_answer_and_leads_on(pages: Pages) -> None:
    for key in (page for page in pages.pages if page.startswith("vragen/")):
        root = tree(pages.pages[key])
        questions = [words(each) for each in root.iter("h2")]
        data = pages.pages[key].meta["linked_data"]

        assert questions
        assert all(question.endswith("?") for question in questions)
        assert len(list(of_class(root, "kmop-read"))) == len(questions)
        assert [each["name"] for each in data["mainEntity"]] == questions
        assert all(each["acceptedAnswer"]["text"] for each in data["mainEntity"])


def test_what_an_answer_rests_on_counts_among_the_grounds_of_its_page(pages: Pages) -> None:
    assert "audit-needed" in pages.quoted["vragen/index"]
    assert pages.links["audit-needed"].startswith("naslag/")


def test_every_page_of_the_guide_but_the_first_and_the_last_leads_on(trees: dict[str, Element]) -> None:
    for page, root in trees.items():
        links = [link.get("href") for way in of_class(root, "kmop-next") for link in way.iter("a")]
        assert bool(links) is (page not in {"index", "zelftoets"}) or page.startswith("naslag/"), page
        assert len(links) == len(set(links))
        assert "./" not in links, page


def test_linked_data_says_only_what_the_page_shows(pages: Pages) -> None:
    for key, page in pages.pages.items():
        data: dict[str, Any] = page.meta["linked_data"]
        shown = words(tree(page))
        assert data["name"] in shown, key
        assert data["description"] in shown, key
        for question in data["mainEntity"] if data["@type"] == "FAQPage" else []:
            assert question["name"] in shown, key
            said = re.split(r"(?<=[.!?]) ", question["acceptedAnswer"]["text"])
            assert [sentence for sentence in said if sentence not in shown] == [], key


def test_every_page_but_the_first_says_the_way_to_it_that_its_reader_sees(hosted: Path, pages: Pages) -> None:
    for key, page in pages.pages.items():
        crumbs = page.meta["linked_data"].get("breadcrumb", {}).get("itemListElement", [])
        folder = hosted / page.path.removesuffix("index.md").removesuffix(".md")
        path = of_class(read((folder / "index.html").read_text(encoding="utf-8")), "md-path")
        # A part's first page is the part, and the theme shows no path on a page that is alone in its part.
        links = [link for each in path for link in each.iter("a") if link.get("href") != "./"]
        seen = [" ".join("".join(link.itertext()).split()) for link in links] or ["Start"]

        assert [each["name"] for each in crumbs[:-1]] == (seen if crumbs else [])
        assert [each["position"] for each in crumbs] == list(range(1, len(crumbs) + 1))
        assert all((folder / each["item"] / "index.html").is_file() for each in crumbs), key
        assert crumbs == [] or (folder / crumbs[-1]["item"]).resolve() == folder.resolve()
        assert (crumbs == []) is (key == "index")


def test_the_procedure_is_told_step_by_step_with_a_link_to_each(
    pages: Pages, real_norm: dict[str, Any], trees: dict[str, Element]
) -> None:
    how_to = pages.pages["naslag/procedure"].meta["linked_data"]["mainEntity"]
    anchors = {each.get("id") for each in trees["naslag/procedure"].iter()}

    assert [step["url"] for step in how_to["step"]] == [f"#{each}" for each in real_norm["procedure"]["steps"]]
    assert {step["url"].removeprefix("#") for step in how_to["step"]} <= anchors
    assert all(step["name"] in words(trees["naslag/procedure"]) for step in how_to["step"])
    assert how_to["about"]["provider"]["url"] == real_norm["authority"]["url"]


def test_the_linked_data_in_a_page_is_valid_json(hosted: Path, pages: Pages) -> None:
    found = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
    for page in pages.pages.values():
        path = hosted / page.path.removesuffix("index.md").removesuffix(".md") / "index.html"
        (text,) = found.findall(path.read_text(encoding="utf-8"))
        assert json.loads(text) == page.meta["linked_data"]


def test_every_page_describes_itself_in_words_of_its_own(hosted: Path) -> None:
    moved = {hosted / name for name in MOVED_FILES}
    said = {path: meta(path.read_text(encoding="utf-8")) for path in {*hosted.rglob("index.html")} - moved}
    descriptions = [each["description"] for each in said.values()]

    assert len(set(descriptions)) == len(descriptions)
    assert [each for each in descriptions if not 0 < len(each) <= LONGEST] == []
    assert all(each["og:description"] == each["description"] for each in said.values())


def test_a_site_with_an_address_claims_it_and_no_other(hosted: Path, pages: Pages) -> None:
    html = (hosted / "naslag" / "kostprijs" / "index.html").read_text(encoding="utf-8")
    sitemap = re.findall("<loc>(.*?)</loc>", (hosted / "sitemap.xml").read_text(encoding="utf-8"))

    assert f'<link rel="canonical" href="{URL}naslag/kostprijs/">' in html
    assert meta(html)["og:url"] == f"{URL}naslag/kostprijs/"
    picture = hosted / meta(html)["og:image"].removeprefix(URL)
    assert picture.read_bytes()[16:24] == (1200).to_bytes(4) + (630).to_bytes(4)
    assert len(sitemap) == len(pages.pages)
    assert all(each.startswith(URL) for each in sitemap)
    assert f"Sitemap: {URL}sitemap.xml" in (hosted / "robots.txt").read_text(encoding="utf-8")


def test_the_page_that_is_not_found_helps_at_any_depth(hosted: Path, pages: Pages) -> None:
    html = (hosted / "404.html").read_text(encoding="utf-8")
    root = read(re.sub(r"<script\b.*?</script>", "", html, flags=re.DOTALL))
    (ways,) = of_class(root, "kmop-ways")
    (form,) = of_class(root, "kmop-find")
    fetched = [value for each in root.iter() for name, value in each.attrib.items() if name in FETCHING]

    addresses = {f"/gids/{page.path.removesuffix('.md').removesuffix('index')}" for page in pages.pages.values()}
    assert {link.get("href", "").strip("/.") for link in ways.iter("a")} == {each.strip("/") for each in addresses}
    assert urlsplit(form.get("action", "")).path.rstrip(".") == "/gids/"
    assert [field.get("name") for field in form.iter("input")] == ["q"]
    assert all(each.startswith("/gids/") for each in fetched)


def test_without_an_address_none_is_claimed(pages: Pages, real_norm: dict[str, Any]) -> None:
    text = json.dumps([page.meta["linked_data"] for page in pages.pages.values()])
    about = pages.pages["naslag/procedure"].meta["linked_data"]["mainEntity"]["about"]
    allowed = {"https://schema.org", about["provider"]["url"]}

    assert set(re.findall(r'https?://[^"\s]+', text)) == allowed
    assert real_norm["names"]["guide"]["nl"] in text
