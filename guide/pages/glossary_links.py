"""Glossary links: explains a term where a page first uses it: a link to the glossary that brings the explanation along.

Works on the page's HTML, since only there is it known what is a heading, a link or code.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from html.parser import HTMLParser

from assessment.wording import Wording
from guide.disk_cache import Cache, json_bytes
from guide.pages.model import Element, Norm
from guide.pages.site_map import relative_url, url_of

__all__ = ["GLOSSARY", "GlossaryLinks", "mark_terms"]

Marked = tuple[str, list[str]]
"""A page's HTML with its terms marked, and the ids of the terms in it, in the order in which they came."""

GLOSSARY = "naslag/begrippen"
# What shows only after certain answers, so that a term in it is not yet explained to whoever does not see it.
CONDITIONAL = "data-asked-when"
# Where a link would be wrong: in another link or a control, and in what names a part of the page.
CLOSED = frozenset({
    "a", "button", "caption", "code", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "label", "legend", "noscript",
    "option", "pre", "script", "select", "style", "summary", "svg", "template", "textarea", "th", "title",
})  # fmt: skip
# Where the whole block is a link already, what a change is about, and the small print of standing and sources.
CLOSED_BLOCKS = frozenset({"kmop-cards", "kmop-flag", "kmop-meta"})
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})  # fmt: skip


class GlossaryLinks:
    """The terms of a norm, to be found in pages of one language.

    Args:
        norm: The checked norm.
        wording: Its words.
        cache: Where it is found again which terms stand where in a page; without one, each page is looked through.
    """

    def __init__(self, norm: Norm, wording: Wording, cache: Cache | None = None) -> None:
        self._wording = wording
        self._norm = norm
        self._cache = cache
        self._by_word = {word: key for key, term in norm["glossary"].items() for word in self._words(term)}
        self._all_words = json_bytes(self._by_word)

    def mark(self, page: str, html: str) -> str:
        """Return a page's HTML in which each term is explained where it first occurs.

        Args:
            page: The page's name.
            html: Its HTML.
        """
        # The glossary explains itself.
        if page == GLOSSARY or not self._by_word:
            return html
        marked, found = self._marked(page, html)
        return marked + self._definitions(found, page)

    def _marked(self, page: str, html: str) -> Marked:
        # What a term means is no part of where it stands, so another text of the glossary makes no page another.
        if self._cache is None:
            return mark_terms(self._by_word, page, html)
        inputs = [self._all_words, page.encode(), html.encode()]
        marked, found = self._cache.get_or_make_json(
            "terms", lambda: inputs, lambda: mark_terms(self._by_word, page, html)
        )
        return marked, found

    def _words(self, term: Element) -> Iterable[str]:
        if "forms" in term:
            yield from term["forms"].get(self._wording.language, [])
        else:
            yield self._wording.text(term["term"])
            yield from (self._wording.text(each) for each in term.get("also", []))

    def _definitions(self, found: Iterable[str], page: str) -> str:
        """Return the explanations that the page's terms point at; a reader sees each with its term alone."""
        texts = {key: self._wording.text(self._norm["glossary"][key]["text"]) for key in found}
        parts = (f'<div id="{_meaning(key, page)}">{escape(text)}</div>' for key, text in texts.items())
        return f'\n<div class="kmop-meanings" hidden data-search-exclude="1">{"".join(parts)}</div>' if texts else ""


def mark_terms(by_word: Mapping[str, str], page: str, html: str) -> Marked:
    """Mark each term where it first occurs, without explaining it.

    Args:
        by_word: The id of the term that a word stands for.
        page: The page's name.
        html: Its HTML.
    """
    marker = _Marker(_pattern(tuple(by_word)), by_word, page)
    marker.feed(html)
    marker.close()
    return "".join(marker.out), list(marker.marked)


@lru_cache(maxsize=4)  # the same for all pages
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    # Of two that begin alike the longer one is meant.
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_either_case, longest_first))})(?![\w-])")


class _Marker(HTMLParser):
    """Copies HTML as it is, except for the first occurrence of each term."""

    def __init__(self, pattern: re.Pattern[str], by_word: Mapping[str, str], page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        # In the order in which they came, as keys.
        self.marked: dict[str, None] = {}
        self._explained: set[str] = set()
        self._pattern = pattern
        self._by_word = by_word
        self._page = page
        # Elements that are open, each with whether terms stay unmarked in it, and whether not everybody sees it.
        self._open: list[tuple[str, bool, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember whether terms may be marked inside."""
        self.out.append(self.get_starttag_text() or "")
        if tag not in VOID:
            given = {name: value or "" for name, value in attrs}
            closed = tag in CLOSED or "data-no-terms" in given or CLOSED_BLOCKS & set(given.get("class", "").split())
            seen_by_some = self._is_seen_by_some() or CONDITIONAL in given
            self._open.append((tag, self._is_closed() or bool(closed), seen_by_some))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Copy a tag that closes itself."""
        self.out.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, with what was left open in it."""
        self.out.append(f"</{tag}>")
        tags = [name for name, *_ in self._open]
        if tag in tags:
            del self._open[len(tags) - 1 - tags[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        """Copy text, with its new terms marked."""
        self.out.append(data if self._is_closed() else self._pattern.sub(self._mark, data))

    def handle_entityref(self, name: str) -> None:
        """Copy a named character."""
        self.out.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Copy a numbered character."""
        self.out.append(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        """Copy a comment."""
        self.out.append(f"<!--{data}-->")

    def _is_closed(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _is_seen_by_some(self) -> bool:
        return bool(self._open) and self._open[-1][2]

    def _mark(self, match: re.Match[str]) -> str:
        word = match[0]
        key = self._by_word.get(word) or self._by_word.get(word[:1].lower() + word[1:])
        if key is None or key in self._explained:
            return word
        self.marked[key] = None
        if not self._is_seen_by_some():
            self._explained.add(key)
        address = relative_url(f"{url_of(GLOSSARY)}#{key}", url_of(self._page))
        meaning = _meaning(key, self._page)
        return f'<a class="kmop-term" href="{address}" aria-describedby="{meaning}" data-term>{word}</a>'


def _either_case(word: str) -> str:
    """Return a pattern for a word that may begin a sentence."""
    first, rest = word[0], re.escape(word[1:])
    return f"[{first.lower()}{first.upper()}]{rest}" if first.islower() else re.escape(word)


def _meaning(key: str, page: str) -> str:
    # The page is part of it: two pages can stand in one file.
    return f"meaning-{page.replace('/', '-')}-{key}"
