"""Moved pages: at each address that was, a page that leads to the one in its place.

It works without a script. With one, the place on the page that the old address named is kept too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from guide.disk_cache import Cache
from guide.documents.yaml_reader import read_yaml
from guide.faults import Fault
from guide.norm.files import validate
from guide.pages import Pages
from guide.pages.site_map import relative_url, url_of
from guide.validation.schemas import schema

__all__ = ["Moved", "Place", "moved_faults", "moved_files", "read_moved", "write_moved_pages"]

SCRIPT = "assets/kmop/moved.js"


@dataclass(frozen=True)
class Moved:
    """A list of addresses that were.

    Attributes:
        file: What the list is called.
        pages: Each address, and the page in its place, with the part of it that is meant.
    """

    file: str
    pages: Mapping[str, str] = field(default_factory=dict)


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


def read_moved(path: Path, cache: Cache | None = None) -> tuple[Moved, list[Fault]]:
    """Read a list of addresses that were; where there is no file, there were none.

    Args:
        path: The file.
        cache: Where it is known which lists hold to their schema.

    Returns:
        The list, and what is wrong with the file.
    """
    if not path.is_file():
        return Moved(path.name), []
    document, faults = read_yaml(path)
    if document is not None:
        faults = [*faults, *validate(document, schema("moved"), cache)]
    return Moved(path.name, {} if document is None or faults else document.data), faults


def moved_files(moved: Moved) -> frozenset[str]:
    """Return the files at the addresses that were, from the root of the site."""
    return frozenset(f"{old}/index.html" for old in moved.pages)


def moved_faults(moved: Moved, pages: Pages, messages: Mapping[str, str]) -> list[str]:
    """Return what is wrong with a list: what leads nowhere, and what would stand in the place of a page.

    Args:
        moved: The list.
        pages: The pages of the site.
        messages: The message catalogue.
    """
    there = {url_of(page) for page in pages.pages}
    return [
        messages[f"pages.fault.{fault}"].format(file=moved.file, old=old, page=new)
        for old, new in moved.pages.items()
        for fault in _faults(old, new, there, pages)
    ]


def _faults(old: str, new: str, there: set[str], pages: Pages) -> list[str]:
    taken = ["moved_taken"] if f"{old}/" in there else []
    return taken if new.partition("#")[0] in pages.pages else [*taken, "moved_nowhere"]


def write_moved_pages(place: Place, moved: Moved, pages: Pages, messages: Mapping[str, str]) -> None:
    """Write a page at each address that was.

    Args:
        place: The site to write them to.
        moved: The addresses that were.
        pages: The pages of the site.
        messages: The message catalogue.
    """
    template = _template()
    for old, new in moved.pages.items():
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


def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("moved_page.html.j2")
