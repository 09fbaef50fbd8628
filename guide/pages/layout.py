"""Puts a page together: its title and opening, what was written by hand or generated, its ending."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.utils import missing

from assessment.wording import Wording
from guide.disk_cache import Cache
from guide.pages.element_index import Index
from guide.pages.error_report import report_address, report_text
from guide.pages.evidence import evidence_of
from guide.pages.generated.subjects import Subject, page_words, subjects
from guide.pages.macros import Macros
from guide.pages.next_pages import next_pages
from guide.pages.page_context import PageContext
from guide.pages.prose import Prose

__all__ = ["Layout"]


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
        context = PageContext(page, self._index, self._wording, self._templates)
        macros = Macros(context)
        body: str = macros.whole(subject) if subject else self._prose.write(f"{page}.md", macros.vocabulary())
        title, description = page_words(self._wording, page, subject)
        known = self._known(context, title, subject)
        opening = context.render("page_header.md", title=title, description=description, **known)
        ending = context.render("page_footer.md", **known)
        return context, f"{opening}\n\n{body}\n\n{self._next(context)}\n\n{ending}\n"

    def _next(self, context: PageContext) -> str:
        """Say where to go on from the end of a page."""
        about = subjects(self._index.norm, self._wording)
        pages = next_pages(context.page, self._index.norm, self._wording)
        words = [(each, *page_words(self._wording, each, about.get(each))) for each in pages]
        return context.render("next_pages.html", pages=words)

    def _known(self, context: PageContext, title: str, subject: Subject | None) -> dict[str, object]:
        """Return what is to be said of a page besides its text: for whom, how firm, from where, how to object."""
        norm, page = self._index.norm, context.page
        report = report_text(norm, self._wording, page, title)
        return {
            "audience": subject.audience(self._wording) if subject else _audience(self._wording, page),
            "evidence": evidence_of(self._index, list(dict.fromkeys([*context.anchors, *context.quoted]))),
            "report": report,
            "report_address": report_address(norm, self._wording, title, report),
        }


def _audience(wording: Wording, page: str) -> str:
    """Return for whom a page is; one that does not say is for everybody."""
    key = f"facts.audience.{page.removesuffix('/index')}"
    return wording.message(key if key in wording.messages else "facts.audience.everybody")
