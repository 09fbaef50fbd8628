"""What changed when, and what was in force on any day."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from assessment.validity import in_force
from assessment.wording import Wording
from guide.pages import Pages
from guide.pages.element_index import Index
from guide.pages.in_force import ABOUT, Dated, changes_of, dated, eras, undated
from guide.paths import NODE_MODULES, ROOT
from guide.site.atom_feed import atom
from tests.guide.pages.dom import of_class, words

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://example.org/gids/"


@pytest.fixture(scope="module")
def wording(real_norm: dict[str, Any], messages: Mapping[str, str]) -> Wording:
    """The words of the real norm."""
    return Wording(real_norm, messages, "nl")


@pytest.fixture(scope="module")
def parts(real_norm: dict[str, Any], wording: Wording) -> list[Dated]:
    """Everything that is dated."""
    return list(dated(Index(real_norm), wording))


def by_the_rules(begin: str, end: str, day: str) -> bool:
    """Return what the rules say on a day of an element with these first and last days, each empty if not known."""
    days = {"valid_from": begin, "valid_until": end}
    return in_force({key: limit for key, limit in days.items() if limit}, day)


def boundaries(parts: list[Dated]) -> list[str]:
    """Return each first and last day, with the days before and after."""
    days = {date.fromisoformat(day) for part in parts for day in (part.begin, part.end) if day}
    return sorted((day + timedelta(step)).isoformat() for day in days for step in (-1, 0, 1))


def with_eras(part: object) -> Iterator[dict[str, Any]]:
    """Yield everything in the norm that has a first or a last day."""
    if isinstance(part, dict):
        if "valid_from" in part or "valid_until" in part:
            yield part
        for inner in part.values():
            yield from with_eras(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from with_eras(inner)


def test_everything_with_an_era_is_listed(real_norm: dict[str, Any], parts: list[Dated]) -> None:
    """Not what speaks to one candidate or checks a file, nor misunderstandings, whose truth stands in the rules."""
    apart = {"warnings", "misunderstandings", "texts", "files", "cases"}
    shown = {key: part for key, part in real_norm.items() if key not in apart}
    expected = sorted((each.get("valid_from", ""), each.get("valid_until", "")) for each in with_eras(shown))

    assert sorted((part.begin, part.end) for part in parts) == expected


def test_the_page_judges_as_the_rules_do(parts: list[Dated], tmp_path: Path) -> None:
    """The script that shows a day gives the same answer for every era on every boundary, both ends included.

    Also for eras that no norm has yet, and for those that end before they begin.
    """
    days = boundaries(parts)
    eras_of_any_kind = {(part.begin, part.end) for part in parts} | set(product(["", *days[::7]], repeat=2))
    cases = [(begin, end, day) for begin, end in sorted(eras_of_any_kind) for day in days]
    script = tmp_path / "era.mjs"
    source = ROOT / "frontend" / "guide-pages" / "in-force-on.ts"
    esbuild = [str(NODE_MODULES / ".bin" / "esbuild"), str(source), "--bundle", "--format=esm", f"--outfile={script}"]
    path = {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin"}
    subprocess.run([*esbuild, "--log-level=error"], check=True, env=path)
    tmp_path.joinpath("cases.json").write_text(json.dumps(cases), encoding="utf-8")
    judge = tmp_path / "judge.mjs"
    judge.write_text(
        "import { readFileSync } from 'node:fs';\n"
        "import { inForce } from './era.mjs';\n"
        "const cases = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8'));\n"
        "console.log(JSON.stringify(cases.map((each) => inForce(...each))));\n",
        encoding="utf-8",
    )
    run = subprocess.run(["node", str(judge)], check=True, env=path, capture_output=True, text=True)

    assert json.loads(run.stdout) == [by_the_rules(*each) for each in cases]
    assert {True, False} == set(json.loads(run.stdout))


def test_the_page_lists_each_part_once_with_its_era(parts: list[Dated], trees: dict[str, Element]) -> None:
    """The script reads the days off the page, which says them in words as well."""
    (block,) = of_class(trees["naslag/wijzigingen"], "kmop-then")
    listed = [
        (each.attrib["data-link"], each.attrib["data-begin"], each.attrib["data-end"], each.attrib["data-about"])
        for each in block.iter("li")
        if "data-begin" in each.attrib
    ]
    assert sorted(listed) == sorted((part.element, part.begin, part.end, part.about) for part in parts)
    assert {part.about for part in parts} <= set(ABOUT)


def test_eras_come_latest_first_and_what_nobody_dated_last(real_norm: dict[str, Any], wording: Wording) -> None:
    """A reader without scripts finds today's on top."""
    begins = [era.begin for era in eras(Index(real_norm), wording)]

    assert begins == sorted(set(begins), reverse=True)
    assert begins[-1] == ""


def test_the_page_says_how_much_has_no_date(
    real_norm: dict[str, Any], parts: list[Dated], trees: dict[str, Element]
) -> None:
    """What is not listed is counted: nobody should think that it did not hold."""
    n = undated(Index(real_norm))
    (block,) = of_class(trees["naslag/wijzigingen"], "kmop-unknowns")

    assert n > len(parts)
    assert f"{n} regels" in words(block)


def test_the_timeline_tells_of_every_change_and_of_the_guides_own_versions(
    real_norm: dict[str, Any], wording: Wording, trees: dict[str, Element]
) -> None:
    """Each says what it touches, and can be chosen by that."""
    shown = [each.attrib["data-about"] for each in of_class(trees["naslag/wijzigingen"], "kmop-change")]
    told = changes_of(real_norm, wording)
    offered = {each.get("value") for each in trees["naslag/wijzigingen"].iter("input") if each.get("name") == "about"}

    assert shown == [each["about"] for each in told]
    assert set(real_norm["changes"]) <= {each["id"] for each in told}
    assert offered == set(shown)


def test_an_earlier_version_says_what_it_changed(norm: dict[str, Any], messages: Mapping[str, str]) -> None:
    """The history of the norm is part of what changed."""
    later = {**norm, "history": [{"version": "2026.3.1", "changed": ["OFR-1"], "renamed": {"a": "b"}}]}
    version = next(
        each for each in changes_of(later, Wording(later, messages, "nl")) if each["id"] == "version-2026-3-1"
    )

    assert version["date"] == "2026-03-01"
    assert "Kregen een andere betekenis: 1." in version["said"]


def test_a_version_with_nothing_to_tell_is_not_told_of(norm: dict[str, Any], messages: Mapping[str, str]) -> None:
    """But for the first, which says that it is."""
    known = {**norm, "history": [{"version": "2020.2.1"}, {"version": "2020.10.1"}]}
    told = {each["id"]: each.get("said") for each in changes_of(known, Wording(known, messages, "nl"))}

    assert told["version-2020-2-1"] == messages["facts.version.first"]
    assert "version-2020-10-1" not in told


def test_a_version_is_named_after_the_day_of_its_data(real_norm: dict[str, Any]) -> None:
    """Whoever reads either date reads the same."""
    assert real_norm["version"].split(".") == [str(int(part)) for part in real_norm["checked_on"].split("-")]


def test_the_version_of_today_says_what_it_changed_for_readers(
    real_norm: dict[str, Any], wording: Wording, trees: dict[str, Element]
) -> None:
    """On the page of changes, under its day."""
    today = real_norm["history"][-1]

    assert today["version"] == real_norm["version"]
    assert wording.text(today["text"]) in words(trees["naslag/wijzigingen"])


@pytest.mark.parametrize("site", ["", SITE])
def test_the_feed_is_atom_with_an_entry_for_each_change(
    real_norm: dict[str, Any], wording: Wording, pages: Pages, site: str
) -> None:
    """Each entry leads to its place; addresses are whole only where the site says where it stands."""
    feed = fromstring(atom(real_norm, wording, pages.links, site))  # noqa: S314 - our own
    entries = feed.findall(f"{ATOM}entry")
    ids = [each.findtext(f"{ATOM}id") for each in entries]
    hrefs = [link.attrib["href"] for link in feed.iter(f"{ATOM}link")]

    assert len(entries) == len(changes_of(real_norm, wording)) == len(set(ids))
    for each in (feed, *entries):
        assert all(each.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
    assert all(href.startswith(site or ("naslag/wijzigingen", "wijzigingen.xml")) for href in hrefs)
    assert all(f"{site}{pages.links[each]}" in hrefs for each in real_norm["changes"])
    days = [each.findtext(f"{ATOM}updated") or "" for each in entries]
    assert days == sorted(days, reverse=True)


def test_an_entry_keeps_its_id_when_the_site_moves(real_norm: dict[str, Any], wording: Wording, pages: Pages) -> None:
    """Nobody is told of the same change twice."""
    feeds = [fromstring(atom(real_norm, wording, pages.links, site)) for site in ("", SITE)]  # noqa: S314 - our own
    first, second = ([each.text for each in feed.iter(f"{ATOM}id")] for feed in feeds)

    assert first == second
