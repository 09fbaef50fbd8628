"""Page contents: the headings of a page as its list of contents has them, read from its Markdown."""

import re
from dataclasses import dataclass, field
from html import unescape

from guide.pages.links import heading_anchor

__all__ = ["Heading", "outline"]

_HEADING = re.compile(r"^(##|###) (.+?)(?: \{ ?#(\S+) \})?$", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?=[\\`*_\[\]{}#])")


@dataclass(frozen=True)
class Heading:
    """A heading: what it says, its anchor, and the headings of its parts."""

    title: str
    anchor: str
    parts: list["Heading"] = field(default_factory=list)


def outline(markdown: str) -> list[Heading]:
    """Return the sections of a page, each with its parts.

    Args:
        markdown: The page. Headings that stand in it as HTML are in no list of contents.
    """
    sections: list[Heading] = []
    for level, title, anchor in _HEADING.findall(markdown):
        plain = unescape(_ESCAPE.sub("", title))
        heading = Heading(plain, anchor or heading_anchor(plain))
        within = sections[-1].parts if level == "###" and sections else sections
        within.append(heading)
    return sections
