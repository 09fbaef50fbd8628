"""The style sheet that pages ask for, and the font that comes with it."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from guide.catalogue import load_messages
from guide.pages.render import STYLES
from guide.paths import ROOT
from guide.site.css_purge import NEVER, OWN_TABLES, theme_styles
from guide.site.single_file import SINGLE
from guide.site.stylesheets import StyleError, bundle_styles
from tests.browser.paths import SITE

TABLE = re.compile(r'<table[^>]* class="([^"]*)"')
CLASS = re.compile(r'class="([^"]*)"')
# What a selector names, classes, ids and attributes, is in the part of a rule before its declarations.
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SELECTORS = re.compile(r"([^{}@;]+)\{")
NAME = re.compile(r"[.#\[][a-z][\w-]*")
ONE = re.compile(r",(?![^()]*\))")
SHEETS = sorted((ROOT / "docs" / "stylesheets").glob("*.css"))
# Names that the page itself gives a value, by what begins them, and names of the theme for what no page has.
SET_BY_THE_PAGE = ("--from", "--to", "--share")
OF_NO_PAGE = ("--md-admonition", "--md-code-font", "--md-typeset-table-sort-icon")


@pytest.fixture(scope="module")
def messages() -> Mapping[str, str]:
    """The Dutch catalogue."""
    return load_messages("nl")


def test_many_sheets_become_one_in_their_order(tmp_path: Path, messages: Mapping[str, str]) -> None:
    sheets = [tmp_path / "b.css", tmp_path / "a.css"]
    for sheet in sheets:
        sheet.write_text(f"body {{ content: '{sheet.stem}' }}", encoding="utf-8")

    bundle = bundle_styles(sheets, messages)

    text = bundle.files[bundle.sheet].decode()
    assert text.index('"b"') < text.index('"a"')


def test_a_name_changes_with_the_content_and_only_then(tmp_path: Path, messages: Mapping[str, str]) -> None:
    sheet = tmp_path / "a.css"
    names = []
    for text in ("a { top: 0 }", "a { top: 1px }", "a { top: 0 }"):
        sheet.write_text(text, encoding="utf-8")
        names.append(bundle_styles([sheet], messages).sheet)

    assert names[0] != names[1]
    assert names[0] == names[2]


def test_the_font_comes_along_with_its_licence(messages: Mapping[str, str]) -> None:
    bundle = bundle_styles(SHEETS, messages)

    (font,) = bundle.fonts
    assert bundle.files[font].startswith(b"wOF2")
    assert Path(font).name in bundle.files[bundle.sheet].decode()
    assert [path for path, content in bundle.files.items() if b"SIL OPEN FONT LICENSE" in content]


def test_a_sheet_that_cannot_be_read_is_a_fault_in_words(tmp_path: Path, messages: Mapping[str, str]) -> None:
    with pytest.raises(StyleError, match="nowhere"):
        bundle_styles([tmp_path / "nowhere.css"], messages)
    with pytest.raises(StyleError, match="make setup"):
        bundle_styles(SHEETS, messages, tmp_path)


def selectors(*sheets: Path) -> list[str]:
    text = COMMENT.sub("", "".join(sheet.read_text(encoding="utf-8") for sheet in sheets))
    found = [one.strip() for rule in SELECTORS.findall(text) for one in ONE.split(rule)]
    return [one for one in found if not one.startswith(("media", "container", "supports"))]


def test_in_the_single_file_no_other_page_styles_the_self_assessment() -> None:
    folder = ROOT / "docs" / "stylesheets"
    known = {name for one in selectors(*(folder / "assessment").glob("*.css")) for name in NAME.findall(one)}
    others = {name for names in STYLES.values() for name in names} - {"assessment"}

    found = [one for name in others for one in selectors(folder / f"{name}.css")]

    assert [one for one in found if {*NAME.findall(one)} <= known] == []


@pytest.mark.browser
def test_the_single_file_holds_the_font_itself() -> None:
    text = (SITE / SINGLE).read_text(encoding="utf-8")

    assert "url(data:font/woff2;base64,d09GMg" in text
    assert ".woff2" not in text


@pytest.mark.browser
def test_no_page_has_a_part_whose_styles_were_left_out() -> None:
    for page in SITE.rglob("*.html"):
        if page.name != SINGLE:
            classes = {name for given in CLASS.findall(page.read_text(encoding="utf-8")) for name in given.split()}
            assert [name for name in sorted(classes) if NEVER.fullmatch(f".{name}")] == [], page


@pytest.mark.browser
def test_every_table_that_has_a_class_is_known_as_our_own() -> None:
    """The theme would dress one that is not known."""
    for page in SITE.rglob("*.html"):
        for given in TABLE.findall(page.read_text(encoding="utf-8")):
            assert set(given.split()) & set(OWN_TABLES), page


def test_no_style_hangs_on_whether_there_is_a_class_at_all() -> None:
    """Else each class that is put on the page as a whole costs the browser all styles anew."""
    ours = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs" / "stylesheets").rglob("*.css"))]

    assert not [text for text in (theme_styles(), *ours) if "[class" in text]


def test_the_theme_keeps_what_pages_are_made_of() -> None:
    text = theme_styles()

    assert all(
        part in text for part in (".md-header", ".md-search-result", "[data-md-color-scheme=slate]", "@media print")
    )
    assert not NEVER.search(re.sub(r"\([^()]*\)", "", re.sub(r"\{[^{}]*\}", "", text)))
    assert len(text) < 75_000


def test_every_name_that_a_style_asks_for_has_a_value() -> None:
    """Else what it was for is lost without a word, such as the lines of tables."""
    ours = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs" / "stylesheets").rglob("*.css"))]
    text = "".join((theme_styles(), *ours))

    asked = set(re.findall(r"var\((--[\w-]+)\)", text)) - set(re.findall(r"(--[\w-]+)\s*:", text))

    assert [name for name in sorted(asked) if not name.startswith((*SET_BY_THE_PAGE, *OF_NO_PAGE))] == []


def test_the_brand_has_one_colour_everywhere() -> None:
    """Pictures, the manifest and the page's head cannot read the sheet that says it."""
    tokens = (ROOT / "docs/stylesheets/tokens.css").read_text(encoding="utf-8")
    (colour,) = re.findall(r"^  --kmop-brand: (#\w{6});", tokens, re.MULTILINE)
    places = (
        "docs/overrides/main.html",
        "docs/pictures/preview.svg",
        "docs/assets/favicon.svg",
        "guide/site/pwa_manifest.py",
    )

    for place in places:
        assert colour in re.findall(r"#[0-9a-f]{6}\b", (ROOT / place).read_text(encoding="utf-8")), place


def test_every_style_sheet_is_asked_for() -> None:
    """By all pages, or by those that need it."""
    everywhere = re.findall(r"stylesheets/([\w-]+)\.css", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    # What has an address is not among them.
    somewhere = {name for names in STYLES.values() for name in names if "/" not in name}

    assert sorted({*everywhere, *somewhere}) == [sheet.stem for sheet in SHEETS]


def test_every_class_of_ours_in_a_sheet_is_put_on_something() -> None:
    """By a template, by Python or by a script; of what ends in a choice, by what it begins with."""
    folders = (ROOT / "guide", ROOT / "frontend", ROOT / "docs" / "overrides", ROOT / "docs" / "nl")
    kinds = {".py", ".j2", ".ts", ".html", ".md"}
    code = "\n".join(
        path.read_text(encoding="utf-8") for each in folders for path in each.rglob("*") if path.suffix in kinds
    )
    whole = set(re.findall(r"kmop-[\w-]*\w", code))
    begun = tuple(set(re.findall(r"(kmop-(?:[\w-]+-|tone)-)(?:\{\{|\$\{|\" ~|\{)", code)))
    sheets = [path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "stylesheets").rglob("*.css")]
    styled = {each for sheet in sheets for each in re.findall(r"\.(kmop-[\w-]+)", sheet)}

    assert sorted(each for each in styled - whole if not each.startswith(begun)) == []
    assert len(styled) > 200
