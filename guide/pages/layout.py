"""Puts a page together: its title and opening, what was written by hand or generated, its ending."""

import re

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.utils import missing

from assessment.wording import Wording
from guide.disk_cache import Cache
from guide.pages.element_index import Index
from guide.pages.error_report import report_address, report_text
from guide.pages.evidence import newest_official, sources_named
from guide.pages.generated.subjects import Subject, page_words, subjects
from guide.pages.links import element_links
from guide.pages.macros import Macros
from guide.pages.next_pages import guide_pages_of, next_pages
from guide.pages.page_contents import outline
from guide.pages.page_context import PageContext
from guide.pages.prose import Prose
from guide.pages.site_map import REFERENCE, is_reference

__all__ = ["Layout"]

_FIRST_HEADING = re.compile(r"^(?=## )", re.MULTILINE)
# A page of Naslag with fewer headings is seen at a glance.
_LISTED_FROM = 4
# The list of all its pages is a list of contents already.
_UNLISTED = f"{REFERENCE}index"


class _Optional(StrictUndefined):
    """Strict about names that nobody gave, but a part that an element may lack is just false."""

    __slots__ = ()

    def __bool__(self) -> bool:  # type: ignore[override] # the strict one never returns
        if self._undefined_obj is missing:
            return super().__bool__()
        return False


class Layout:
    """Writes pages of one norm in one language."""

    def __init__(self, index: Index, wording: Wording, prose: Prose, cache: Cache | None = None) -> None:
        self._index = index
        self._wording = wording
        self._prose = prose
        self._cache = cache
        self._templates = Environment(
            loader=PackageLoader("guide"),
            undefined=_Optional,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=cache.templates("pages") if cache else None,
        )

    def write(self, page: str, subject: Subject | None) -> tuple[PageContext, str]:
        """Return a page's text, and the context that knows which anchors stand on it.

        Args:
            page: the page's id.
            subject: what the page is about, if it is generated whole.
        """
        context = PageContext(page, self._index, self._wording, self._templates, self._cache)
        macros = Macros(context)
        body: str = macros.whole(subject) if subject else self._prose.write(f"{page}.md", macros.vocabulary())
        title, description = page_words(self._wording, page, subject)
        acting = self._titled(guide_pages_of(page, self._index.norm, self._wording)) if is_reference(page) else []
        parts = [
            context.render("page_header.md", title=title, description=description, acting=acting),
            self._with_contents(context, self._with_sources(context, body)),
            self._next(context),
            self._ending(context, title, body),
        ]
        return context, "\n\n".join([*filter(None, parts), ""])

    def _with_sources(self, context: PageContext, body: str) -> str:
        """Put the sources of each section at its end; pages of the guide tell them once, below."""
        if not is_reference(context.page):
            return context.grounds.folded(body, lambda _: "", lambda _: False)
        return context.grounds.folded(
            body,
            lambda grounds: context.render("section_sources.html", grounds=grounds),
            lambda heading: heading not in self._index or "standing" not in self._index.get(heading),
        )

    def _with_contents(self, context: PageContext, body: str) -> str:
        """List what a page of questions or of Naslag has above the first of it, for whoever sees no list beside it."""
        sections = outline(body)
        label = self._contents_label(context, sum(1 + len(each.parts) for each in sections))
        if not label:
            return body
        contents = context.render("page_contents.html", label=label, sections=sections)
        return _FIRST_HEADING.sub(lambda _: f"{contents}\n\n", body, count=1)

    def _contents_label(self, context: PageContext, headings: int) -> str:
        if context.questions:
            return context.message("pages.contents.questions", n=len(context.questions))
        listed = is_reference(context.page) and context.page != _UNLISTED and headings >= _LISTED_FROM
        return context.message("pages.contents.page") if listed else ""

    def _next(self, context: PageContext) -> str:
        """Say where to go on from the end of a page of the guide."""
        about = subjects(self._index.norm, self._wording)
        pages = next_pages(context.page, self._index.norm, self._wording)
        words = [(each, *page_words(self._wording, each, about.get(each))) for each in pages]
        return context.render("next_pages.html", pages=words)

    def _titled(self, pages: list[str]) -> list[tuple[str, str]]:
        return [(page, page_words(self._wording, page, None)[0]) for page in pages]

    def _ending(self, context: PageContext, title: str, body: str) -> str:
        """Say what a page rests on, how dated that is, and how to object."""
        norm, page = self._index.norm, context.page
        if not is_reference(page):
            for element in element_links(body):
                context.cite(element)
        sources = sources_named(self._index, list(dict.fromkeys([*context.anchors, *context.quoted])))
        newest, precision = newest_official(sources)
        report = report_text(norm, self._wording, page, title)
        return context.render(
            "page_footer.md",
            sources=[] if is_reference(page) else sources,
            newest=context.moment(newest, precision) if newest else "",
            report=report,
            report_address=report_address(norm, self._wording, title, report),
        )
