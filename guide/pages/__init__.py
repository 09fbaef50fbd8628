"""The guide's pages: norm in, pages out, for any site builder that reads Markdown.

Public are `render_pages` with what it gives back or raises, and `blank_files`; everything else may change.
"""

from guide.pages.blanks import blank_files
from guide.pages.model import Page, Pages, PagesError
from guide.pages.render import render_pages

__all__ = ["Page", "Pages", "PagesError", "blank_files", "render_pages"]
