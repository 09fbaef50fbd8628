"""An official list can be entered by YAML alone: here one of a made-up label, with nothing in it of our own norm."""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from assessment.names import named_messages
from guide.cli import main
from guide.site.build import build
from tests.norms import OFFICIAL_NORM, checked_norm

NORM = checked_norm(OFFICIAL_NORM)
# What only our own norm, its scheme and its authority are called, and what is said where an official list is not known.
OURS = re.compile(
    r"kmo-|kmop-norm|vlaio|vlaams|eigen reconstructie|drempels vonden|konden we niet lezen", re.IGNORECASE
)
# Words for three ways to reckon, where a norm has one. A scenario is also a what-if.
SCENARIOS = re.compile(r"in elk scenario|het scenario|scenario's|\bstreng\b|\bsoepel\b|middelste", re.IGNORECASE)
ANSWERS = """
format: kmop-answers/1
profile: {services: [training], provider_kind: private, application: first, starter: false, deployed_people: 3}
checks: {SCORES}
"""


class Said(HTMLParser):
    """What a page says: its text, and the attributes that are read out or shown."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._is_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_data = tag in {"script", "style"}
        self.said += [value for key, value in attrs if value and key in {"alt", "aria-label", "content", "title"}]

    def handle_endtag(self, _tag: str) -> None:
        self._is_data = False

    def handle_data(self, data: str) -> None:
        if not self._is_data:
            self.said.append(data)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its guide, without the runtime."""
    folder = tmp_path_factory.mktemp("official") / "site"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("KMOP_RUNTIME", "false")
        assert build(OFFICIAL_NORM, folder) == []
    return folder


def said_on(site: Path) -> Iterator[tuple[str, str]]:
    for path in site.rglob("*.html"):
        page = Said()
        page.feed(path.read_text("utf-8"))
        yield path.relative_to(site).as_posix(), "\n".join(page.said)


def report(capsys: pytest.CaptureFixture[str], folder: Path, conformity: str, demonstrability: str) -> str:
    points = [name for each in NORM["requirements"].values() for name in each["checks"]]
    scores = ", ".join(
        f'"{name}": {{conformity: "{conformity}", demonstrability: "{demonstrability}"}}' for name in points
    )
    path = folder / "answers.yaml"
    path.write_text(ANSWERS.replace("SCORES", scores), encoding="utf-8")
    with pytest.raises(SystemExit) as left:
        main(["assess", str(path), "--norm", str(OFFICIAL_NORM), "--date", "2026-01-01"])
    out, err = capsys.readouterr()
    assert (left.value.code, err) == (0, "")
    return re.sub(r"\s+", " ", out)


def test_it_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["check", "--norm", str(OFFICIAL_NORM)])
    assert (left.value.code, capsys.readouterr().err) == (0, "")


def test_no_page_says_anything_of_our_own_norm(site: Path) -> None:
    found = {name: OURS.findall(said) for name, said in said_on(site)}
    assert len(found) > 40
    assert {name: words for name, words in found.items() if words} == {}


def test_a_point_is_called_by_its_own_number(site: Path) -> None:
    page = (site / "naslag" / "norm" / "sky" / "index.html").read_text("utf-8")
    assert re.search(r'<h3 id="1\.1">\s*1\.1\s+Een heldere kijker', page)
    assert "Op deze punten scoort de auditor u." in page


def test_an_address_that_its_own_pages_had_leads_to_the_page_in_its_place(site: Path) -> None:
    assert 'href="../audit/"' in (site / "keuring" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("conformity", "demonstrability", "verdict"),
    [("0", "0", "geen ster"), ("4", "2", "geen ster"), ("3", "3", "geen ster"), ("4", "4", "drie sterren")],
)
def test_the_report_ends_in_its_own_outcomes(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, conformity: str, demonstrability: str, verdict: str
) -> None:
    said = report(capsys, tmp_path, conformity, demonstrability)
    assert f"Onze inschatting: {verdict}." in said
    assert OURS.findall(said) == []


def test_with_one_reading_nobody_speaks_of_scenarios(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, site: Path
) -> None:
    assert list(NORM["scoring"]["readings"]) == ["likely"]
    said = [report(capsys, tmp_path, "4", "2"), *(text for _, text in said_on(site))]
    assert [line for text in said for line in text.splitlines() if SCENARIOS.search(line)] == []


def test_with_one_reading_no_sentence_calls_it_a_scenario(messages: Mapping[str, str]) -> None:
    said = named_messages(messages, NORM, "nl")
    called = {key for key, text in said.items() if "{reading" in text and "cenario" in text}
    # These are said where readings do not ask the same.
    assert {key for key in called if not key.startswith(("official.", "check."))} == {
        "view.actions.path_other_scores",
        "view.actions.shortest_in",
    }


def test_the_catalogue_calls_nothing_by_a_name_of_our_own(
    real_norm: Mapping[str, Any], messages: Mapping[str, str]
) -> None:
    names = {name["nl"] for key, name in real_norm["names"].items() if key != "files"}
    ours = {key: text for key, text in messages.items() if not key.startswith(("cli.", "check."))}
    assert {key for key, text in ours.items() if any(name in text for name in names)} == set()
