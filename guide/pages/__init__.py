"""The guide's pages: norm in, pages out, for any site builder that reads Markdown.

Public are `render_pages` with what it gives back or raises, `blank_files`, and `Terms` for what a builder has made of
the pages; everything else may change.
"""

from guide.pages.blanks import blank_files
from guide.pages.model import Page, Pages, PagesError
from guide.pages.render import render_pages
from guide.pages.terms import Terms

__all__ = ["Page", "Pages", "PagesError", "Terms", "blank_files", "render_pages"]
