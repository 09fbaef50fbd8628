"""The guide's pages: norm in, pages out, for any site builder that reads Markdown.

Public are `render_pages` and what it gives back or raises; everything else may change.
"""

from guide.pages.model import Page, Pages, PagesError
from guide.pages.render import render_pages

__all__ = ["Page", "Pages", "PagesError", "render_pages"]
