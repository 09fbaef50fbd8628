"""The guide's pages: norm in, pages out, for any site builder that reads Markdown.

Public are `render_pages` with what it gives back or raises, `blank_files`, and `Terms` for what a builder has made of
the pages; everything else may change.
"""

from typing import TYPE_CHECKING, Any

from guide.pages.model import Page, Pages, PagesError

if TYPE_CHECKING:
    from guide.pages.csv_templates import blank_files
    from guide.pages.glossary_links import Terms
    from guide.pages.render import render_pages

__all__ = ["Page", "Pages", "PagesError", "Terms", "blank_files", "render_pages"]


def __getattr__(name: str) -> Any:
    """Load what makes pages when it is asked for: whoever takes pages that were made already need not wait for it."""
    if name == "render_pages":
        from guide.pages.render import render_pages  # noqa: PLC0415 - for the reason above

        return render_pages
    if name == "blank_files":
        from guide.pages.csv_templates import blank_files  # noqa: PLC0415 - for the reason above

        return blank_files
    if name == "Terms":
        from guide.pages.glossary_links import Terms  # noqa: PLC0415 - for the reason above

        return Terms
    raise AttributeError(name)
