"""Single file: one HTML file that opens by a double-click, with assessment, interpreter, rules, norm and guide."""

import base64
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import zstandard
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from guide.disk_cache import Cache
from guide.pages import Pages
from guide.pages.site_map import url_of
from guide.runtime import Bundle, as_script
from guide.site.precompress import compress_cached

__all__ = ["SINGLE", "Sources", "compressed_parts", "write_single_file"]

SINGLE = "kmop-gids.html"
ASSESSMENT = "zelftoets/"
# Where Material puts a page's own text; each of our pages has one.
TEXT = re.compile(r'<article class="md-content__inner md-typeset">(.*)</article>', re.DOTALL)
STYLES = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
APP = re.compile(r'<script type="module" src="[^"]+"(?: async)?></script>')
TABLE = re.compile(r'href="(\.\.?/[^"]+\.(?:csv|txt|xml))"')
TYPES = {".csv": "text/csv", ".txt": "text/plain", ".xml": "application/atom+xml"}
FONT = re.compile(r'url\("?([^")]+\.woff2)"?\)')
COMPRESSED = {".br", ".gz"}
# Read files of one kind; they stay packed until such a file is opened.
READERS = ("pdf-text.js", "xlsx-worker.js")
MODULE, TEXTS = ".js", ".json"
# The slowest that is still unpacked by everybody: half a minute here saves half a megabyte in every copy.
LEVEL = 22
# What another text of the norm makes another: the slowest takes two seconds each time, and saves 20 kB.
LEVEL_OF_TEXTS = 12


@dataclass(frozen=True)
class Sources:
    """What the file is made from.

    Attributes:
        site: The folder of a finished site.
        pages: The pages of that site.
        scripts: Its own scripts, by name.
        parts: What `compressed_parts` made of its runtime.
        language: Its language.
    """

    site: Path
    pages: Pages
    scripts: Mapping[str, str]
    parts: Mapping[str, Markup]
    language: str


def write_single_file(sources: Sources, messages: Mapping[str, str]) -> None:
    """Write the file into the site, where it is offered.

    Args:
        sources: What it is made from.
        messages: The message catalogue.
    """
    pages = {url: _html(sources.site / url) for url in (ASSESSMENT, *map(url_of, sources.pages.pages))}
    texts = {url: _text(sources.site / url, html) for url, html in pages.items()}
    assessment = texts.pop(ASSESSMENT)
    text = _template().render(
        language=sources.language,
        say=lambda name: messages[name],
        styles=Markup(_styles(sources.site, pages)),  # noqa: S704 - our own files
        scripts={name: _as_part(text) for name, text in sources.scripts.items() if name not in READERS},
        readers={name: _compressed(sources.scripts[name].encode()) for name in READERS},
        parts=sources.parts,
        assessment=assessment,
        assessment_url=ASSESSMENT,
        pages=list(texts),
        packed_pages=_compressed(json.dumps(texts, ensure_ascii=False).encode(), LEVEL_OF_TEXTS),
        contents=_contents(sources.pages),
    )
    (sources.site / SINGLE).write_text(text, encoding="utf-8", newline="\n")


def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        bytecode_cache=Cache().templates("single"),
    )
    return environment.get_template("single_file.html.j2")


def compressed_parts(runtime: Path, bundle: Bundle, messages: Mapping[str, str]) -> dict[str, Markup]:
    """The parts of the runtime by name, packed and as text; they need nothing of the pages, and take their time.

    Args:
        runtime: The folder of the runtime.
        bundle: What its scripts were bundled from.
        messages: The message catalogue.

    Raises:
        RuntimeFault: The scripts cannot be bundled.
    """
    paths = sorted(path for path in runtime.iterdir() if path.suffix not in COMPRESSED)
    return {path.name: _compressed_part(path, bundle, messages) for path in paths}


def _compressed_part(path: Path, bundle: Bundle, messages: Mapping[str, str]) -> Markup:
    """A part, packed; a module as a script, since not every browser imports modules here."""
    content = path.read_bytes()
    if path.suffix == MODULE:
        content = as_script(bundle, content, messages)
    return _compressed(content, LEVEL_OF_TEXTS if path.suffix == TEXTS else LEVEL)


def _contents(pages: Pages) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(title, [(url_of(each), pages.pages[each].title) for each in ids]) for title, ids in pages.navigation]


def _html(page: Path) -> str:
    return (page / "index.html").read_bytes().decode()


def _text(page: Path, html: str) -> Markup:
    found = TEXT.search(html)
    if found is None:
        raise ValueError(page)
    text = TABLE.sub(lambda link: f'href="{_embedded(page / link[1])}"', APP.sub("", found[1]))
    return Markup(text)  # noqa: S704 - our own page


def _embedded(table: Path) -> str:
    """A file to download, as an address that holds it."""
    return f"data:{TYPES[table.suffix]};charset=utf-8;base64,{_base64(table)}"


def _base64(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode()


def _styles(site: Path, pages: Mapping[str, str]) -> str:
    """All style sheets of the assessment's page, which is the first, in its order, and those that other pages add."""
    named = [os.path.normpath(site / url / name) for url, html in pages.items() for name in STYLES.findall(html)]
    return "\n".join(_with_fonts(Path(path)) for path in dict.fromkeys(named))


def _with_fonts(sheet: Path) -> str:
    """A style sheet that holds its fonts: the file stands alone."""
    return FONT.sub(
        lambda font: f"url(data:font/woff2;base64,{_base64(sheet.parent / font[1])})", sheet.read_text("utf-8")
    )


def _as_part(script: str) -> Markup:
    # Inside a script element nothing may look like its end.
    return Markup(script.replace("</script", "<\\/script"))  # noqa: S704 - our own script


def _compressed(content: bytes, level: int = LEVEL) -> Markup:
    """Pack something that the page unpacks when it needs it."""
    method = f"zst-{level} {zstandard.__version__}"
    packed = compress_cached(content, method, zstandard.ZstdCompressor(level=level).compress)
    # Nothing of it needs to be escaped, and there are megabytes to look through.
    return Markup(base64.b64encode(packed).decode())  # noqa: S704 - letters and digits
