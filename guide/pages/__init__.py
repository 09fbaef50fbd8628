"""The guide's pages: norm in, pages out, for any site builder that reads Markdown.

Public are `render_pages` with what it gives back or raises, `csv_files`, and `GlossaryLinks` for what a builder has
made of the pages; everything else may change.
"""

from guide.pages.csv_templates import csv_files
from guide.pages.glossary_links import GlossaryLinks
from guide.pages.model import Page, Pages, PagesError
from guide.pages.render import render_pages

__all__ = ["GlossaryLinks", "Page", "Pages", "PagesError", "csv_files", "render_pages"]
