"""Link resolution: turns references into addresses, once it is known where everything stands.

While pages are written, a link names what it goes to: `element:hourly-rate`, `page:kostprijs` or
`field:profile.services`. In HTML that becomes an address relative to the page, in Markdown a link to
the other page's file, which is what a builder can check.
"""

import posixpath
import re
import unicodedata
from collections.abc import Mapping
from html import unescape

from guide.pages.site_map import file_of, relative_url, url_of

__all__ = ["References", "bare_text", "element_links", "heading_anchor"]

IN_HTML = re.compile(r'href="(element|page|field):([^"#]+)(#[^"]*)?"')
IN_MARKDOWN = re.compile(r"\]\((element|page|field):([^)#\s]+)(#[^)\s]*)?\)")

_SIGN, _GAP = re.compile(r"[^\w\s-]"), re.compile(r"[-\s]+")
_TAG = re.compile(r"<[^>]+>")
_LINKED = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"\*+")


def element_links(markdown: str) -> list[str]:
    """Return the ids of the elements that a text links to, each once."""
    found = [*IN_HTML.findall(markdown), *IN_MARKDOWN.findall(markdown)]
    return list(dict.fromkeys(name for kind, name, _ in found if kind == "element"))


def bare_text(markdown: str) -> str:
    """Return a sentence of prose as it is read, without links, tags and emphasis."""
    return unescape(_EMPHASIS.sub("", _TAG.sub("", _LINKED.sub(r"\1", markdown)))).strip()


def heading_anchor(title: str) -> str:
    """Return the anchor that a heading gets in Markdown from its words: plain letters and figures, with hyphens."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return _GAP.sub("-", _SIGN.sub("", plain).strip().lower())


class References:
    """Where everything stands: `places` gives the page and the anchor of each reference."""

    def __init__(self, places: Mapping[str, tuple[str, str]]) -> None:
        self._places = places
        self.dangling: dict[str, list[str]] = {}

    def resolve(self, page: str, markdown: str) -> str:
        """Return a page's text with addresses for references; what leads nowhere is remembered."""
        markdown = IN_HTML.sub(lambda match: f'href="{self._address(page, match)}"', markdown)
        return IN_MARKDOWN.sub(lambda match: f"]({self._file(page, match)})", markdown)

    def _target(self, page: str, match: re.Match[str]) -> tuple[str, str]:
        reference = f"{match[1]}:{match[2]}"
        if reference not in self._places:
            self.dangling.setdefault(page, []).append(reference)
            return page, ""
        target, anchor = self._places[reference]
        return target, match[3] or (f"#{anchor}" if anchor else "")

    def _address(self, page: str, match: re.Match[str]) -> str:
        target, anchor = self._target(page, match)
        return relative_url(url_of(target) + anchor, url_of(page))

    def _file(self, page: str, match: re.Match[str]) -> str:
        target, anchor = self._target(page, match)
        path = posixpath.relpath(file_of(target), posixpath.dirname(file_of(page)) or ".")
        return path + anchor
