"""The search brings the right page first, for what people are known to type."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import brotli  # type: ignore[import-untyped] # comes without types
import pytest
import yaml

from guide.catalogue import load_messages
from guide.site.search_index import FIELD, INDEX, normalise_words
from tests.browser.paths import SITE

HERE = Path(__file__).parent
QUERIES: dict[str, str] = yaml.safe_load((HERE / "search_queries.yaml").read_text(encoding="utf-8"))
# Every visitor fetches it in the background.
MOST_BYTES = 90_000

pytestmark = pytest.mark.browser  # needs the built site, though no browser


@pytest.fixture(scope="module")
def index() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SITE / INDEX).read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def found() -> Mapping[str, list[str]]:
    """The pages that each question brings, the first one first, by the site's own search."""
    (worker,) = (SITE / "assets/javascripts/workers").glob("search.*.min.js")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["node", str(HERE / "search.mjs"), str(SITE), str(worker)],
        input=json.dumps(list(QUERIES)),
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    answer: dict[str, list[str]] = json.loads(done.stdout)
    return answer


@pytest.mark.parametrize(("query", "page"), QUERIES.items())
def test_a_question_brings_its_page_first(found: Mapping[str, list[str]], query: str, page: str) -> None:
    assert found[query][:1] == [page], found[query][:4]


@pytest.mark.parametrize("word", ["kennistest", "btw"])
def test_of_a_page_of_questions_the_one_that_is_asked_comes_first(index: dict[str, Any], word: str) -> None:
    """Its answer stands in the list, and a tap leads to it."""
    weighed = [doc for doc in index["docs"] if word in doc.get(FIELD, [])]

    assert weighed
    assert all("#" in doc["location"] and word in doc["title"].lower() for doc in weighed)


def test_the_list_is_long_enough_to_mean_something() -> None:
    assert len(QUERIES) >= 40
    assert len(set(QUERIES.values())) >= 15


def test_other_words_are_given_to_pages_that_exist(index: dict[str, Any]) -> None:
    named = {key.removeprefix("search.") for key in load_messages("nl", "search")}
    given = {doc["location"].partition("#")[0] for doc in index["docs"] if doc.get(FIELD)}

    assert given == {f"{page}/" for page in named}


def test_what_stands_on_every_page_is_not_searched(index: dict[str, Any]) -> None:
    often = [doc["location"] for doc in index["docs"] if "nagekeken op" in doc["text"] or ">Bron:" in doc["text"]]

    assert often == []


def test_what_is_excluded_is_so_to_its_end(index: dict[str, Any]) -> None:
    """The questions of the self-assessment, and what explains the terms of a page, hold elements within elements."""
    asked, explained = "Weet ik niet", "Een onafhankelijk bureau dat de Vlaamse overheid aangesteld"
    found = {
        doc["location"].partition("#")[0] for doc in index["docs"] if asked in doc["text"] or explained in doc["text"]
    }

    assert found == {"naslag/begrippen/"}
    assert [doc["location"] for doc in index["docs"] if "#kmop-" in doc["location"]] == []


def test_what_only_leads_or_names_a_part_is_not_searched(index: dict[str, Any]) -> None:
    texts = " ".join(doc["text"] for doc in index["docs"])

    assert " #<" not in texts
    assert f"{load_messages('nl', 'pages')['pages.check.demonstrability']}" + "De" not in texts


def test_the_index_stays_small() -> None:
    assert len(brotli.compress((SITE / INDEX).read_bytes())) < MOST_BYTES


def test_a_language_that_the_search_asks_no_script_for_is_left_to_it(tmp_path: Path, messages: dict[str, str]) -> None:
    normalise_words(tmp_path, "en", messages)

    assert list(tmp_path.iterdir()) == []
