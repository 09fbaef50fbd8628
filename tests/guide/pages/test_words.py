"""Figures come out of the norm, and words out of the norm or the catalogue."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import material  # type: ignore[import-untyped] # comes without types
import pytest

from guide.paths import ROOT
from tests.guide.pages.typed_figures import figures_in

TEMPLATES = sorted((ROOT / "guide" / "templates").glob("*.j2"))
OVERRIDES = sorted((ROOT / "docs" / "overrides").rglob("*.html"))
PROSE = sorted((ROOT / "docs" / "nl").rglob("*.md"))

# Words of the theme, some of which the catalogue replaces: docs/overrides/partials/language.html.
THEME = Path(material.__file__).with_name("templates").joinpath("partials/languages/nl.html").read_text("utf-8")

# The catalogue files whose words stand on pages.
PAGES = ("pages.", "facts.")
# What a link leads to is an id; these figures are part of a name, number a list, or are none of the norm's.
TARGET = re.compile(r"\]\([^)]*\)")
OWN = "twee (?:offertes|auditbureaus|delen|scores|aanvragen|audits)"
NAMES = re.compile(
    rf"\b(?:ISO \d+|1700|deel \d|{OWN})\b|^(?:#+ )?\d+\.(?= )",
    re.IGNORECASE | re.MULTILINE,
)
JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


@pytest.mark.parametrize("path", PROSE, ids=lambda path: str(path.relative_to(ROOT)))
def test_prose_never_types_a_figure_or_a_date(path: Path) -> None:
    """Each stands in the norm once; prose pulls it from there."""
    text = TARGET.sub("]", NAMES.sub("", JINJA.sub("", path.read_text("utf-8"))))
    assert figures_in(text) == []


def test_the_pages_words_never_type_a_figure(messages: Mapping[str, str]) -> None:
    """Titles, labels and hints hold no figures either, only places for them."""
    typed = {
        id_: figures_in(re.sub(r"\{[^{}]*\}", "", text)) for id_, text in messages.items() if id_.startswith(PAGES)
    }
    assert {id_: figures for id_, figures in typed.items() if figures} == {}


def test_the_search_for_figures_finds_them() -> None:
    """The test above would notice digits, number words and amounts."""
    assert figures_in("binnen 6 weken") == ["6"]
    assert figures_in(NAMES.sub("", "Sinds 1 februari 2024, voor 2016 en op 31 december")) == [
        "1",
        "2024",
        "2016",
        "31",
    ]
    assert figures_in("Na twee jaar betaalt u vijftig euro") == ["twee", "vijftig", "euro"]
    assert figures_in("indien nodig, tijdig en volledig") == []


class _Typed(HTMLParser):
    """Collects what a template types itself: text, and attributes that are read to somebody."""

    READ = frozenset({"alt", "aria-label", "content", "label", "placeholder", "summary", "title"})

    # What these say is a code or an address, for programs.
    CODES = frozenset({"color-scheme", "og:image", "og:type", "twitter:card"})

    def __init__(self) -> None:
        super().__init__()
        self.typed: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.CODES & set(dict(attrs).values()):
            return
        self.typed += [value for name, value in attrs if name in self.READ and value]
        assert tag

    def handle_data(self, data: str) -> None:
        # A script's own words are code; a test of its own looks for texts in that.
        if self.cdata_elem != "script":
            self.typed.append(data)


@pytest.mark.parametrize("path", [*TEMPLATES, *OVERRIDES], ids=lambda path: str(path.relative_to(ROOT)))
def test_templates_type_no_words(path: Path) -> None:
    """Without what Jinja fills in, a template holds tags and marks, but no word of any language."""
    parser = _Typed()
    text = JINJA.sub("", path.read_text("utf-8"))
    parser.feed(f"<script>{text}</script>" if path.name.endswith(".js.j2") else text)
    parser.close()
    letters = [text for text in parser.typed if re.search(r"[^\W\d_]{2,}", text)]
    assert letters == []


def test_every_message_of_the_pages_is_used(messages: Mapping[str, str]) -> None:
    """The catalogue holds no words that no page says."""
    code_ = [*(ROOT / "guide" / "pages").rglob("*.py"), *(ROOT / "guide" / "site").glob("*.py")]
    sources = [*TEMPLATES, *OVERRIDES, *code_]
    code = "\n".join(path.read_text("utf-8") for path in sources)
    unused = [id_ for id_ in messages if id_.startswith(PAGES) and not _named(id_, code)]
    assert unused == []


def _named(message: str, code: str) -> bool:
    """Tell whether code names a message, or its family with the last part filled in."""
    family = message.rpartition(".")[0]
    ends = (f'"{message}"', f'"{family}." ~', f"{family}.{{", f'"{family}.kind." ~')
    site = message.startswith("pages.site.") and re.search(rf"\bsay\W+{message.rpartition('.')[2]}\b", code)
    theme = f'"{message.removeprefix("pages.site.")}":' in THEME
    return bool(site) or theme or any(end in code for end in ends) or _deeper(message, code)


def _deeper(message: str, code: str) -> bool:
    """Tell whether a part in the middle of the id is what the code fills in."""
    parts = message.split(".")
    return any(f'"{".".join(parts[:n])}." ~' in code or f'"{".".join(parts[:n])}.{{' in code for n in (2, 3))
