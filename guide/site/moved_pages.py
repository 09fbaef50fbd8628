"""Moved pages: at each address that was, a page that leads to the one in its place.

It works without a script. With one, the place on the page that the old address named is kept too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from guide.documents.yaml_reader import read_yaml
from guide.pages import Pages
from guide.pages.site_map import relative_url, url_of
from guide.paths import ROOT

__all__ = ["MOVED", "Place", "moved_faults", "moved_files", "write_moved_pages"]

MOVED = ROOT / "guide" / "pages" / "moved.yaml"
SCRIPT = "assets/kmop/moved.js"


@dataclass(frozen=True)
class Place:
    """The site that moved pages are written to.

    Attributes:
        site: Its folder.
        language: Its language.
        site_url: Where it stands, ending in a slash; empty if nobody said.
        scripted: Whether it has the script that keeps the place on a page.
    """

    site: Path
    language: str
    site_url: str
    scripted: bool


@cache
def moved_files() -> frozenset[str]:
    """Return the files at the addresses that were, from the root of the site."""
    return frozenset(f"{old}/index.html" for old in _moved())


def moved_faults(pages: Pages, messages: Mapping[str, str], moved: Mapping[str, str] | None = None) -> list[str]:
    """Return what is wrong with the list: what leads nowhere, and what would stand in the place of a page.

    Args:
        pages: The pages of the site.
        messages: The message catalogue.
        moved: The list; ours when not given.
    """
    there = {url_of(page) for page in pages.pages}
    return [
        messages[f"pages.fault.{fault}"].format(file=MOVED.name, old=old, page=new)
        for old, new in (_moved() if moved is None else moved).items()
        for fault in _faults(old, new, there, pages)
    ]


def _faults(old: str, new: str, there: set[str], pages: Pages) -> list[str]:
    taken = ["moved_taken"] if f"{old}/" in there else []
    return taken if new.partition("#")[0] in pages.pages else [*taken, "moved_nowhere"]


def write_moved_pages(place: Place, pages: Pages, messages: Mapping[str, str]) -> None:
    """Write a page at each address that was.

    Args:
        place: The site to write them to.
        pages: Its pages.
        messages: The message catalogue.
    """
    template = _template()
    for old, new in _moved().items():
        page, mark, anchor = new.partition("#")
        text = template.render(
            language=place.language,
            title=pages.pages[page].title,
            target=relative_url(url_of(page) + mark + anchor, f"{old}/"),
            canonical=place.site_url + url_of(page) if place.site_url else relative_url(url_of(page), f"{old}/"),
            script=relative_url("", f"{old}/") + SCRIPT if place.scripted else "",
            said=messages["pages.site.moved"],
        )
        path = place.site / old / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


@cache
def _moved() -> Mapping[str, str]:
    document, faults = read_yaml(MOVED)
    if document is None or faults:
        raise ValueError(faults)
    return {str(path[0]): str(value) for path, value in document.walk() if path}


def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("moved_page.html.j2")
