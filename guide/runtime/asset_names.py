"""Hashed file names (cache busting): lets pages ask for scripts and styles by the names that they have today.

Such a name follows from the content, so that a browser keeps what it has and never asks again. Pages are written while
the scripts are still being made, and name them without.
"""

import re
from pathlib import Path

__all__ = ["HASHED_NAME", "link_hashed_names"]

FOLDER = "assets/kmop"
# How esbuild is told to name what it makes, and what such a name looks like, for everything on the site that has one.
HASHED_NAME = re.compile(r"(?P<name>[\w-]+)\.(?:[0-9a-f]{8}|[0-9A-Z]{8})(?:\.min)?\.(?P<kind>js|css|woff2)")
# It begins with the folder, which is looked for at once: the pages are megabytes.
ASKED = re.compile(rf'{FOLDER}/[\w-]+\.(?:js|css)(?=")'.encode())


def link_hashed_names(site: Path) -> None:
    """Put the names in the place of those that pages were written with.

    Args:
        site: The folder of a site whose pages and scripts are there.
    """
    found = (HASHED_NAME.fullmatch(path.name) for path in (site / FOLDER).iterdir())
    names = {
        f"{FOLDER}/{each['name']}.{each['kind']}".encode(): f"{FOLDER}/{each[0]}".encode() for each in found if each
    }
    for page in site.rglob("*.html"):
        html = page.read_bytes()
        named = ASKED.sub(lambda asked: names.get(asked[0], asked[0]), html)
        if named != html:
            page.write_bytes(named)
