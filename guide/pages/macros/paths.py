"""What a page may show of the paths that providers take."""

from markupsafe import Markup

from guide.pages.generated.path_page import path_whole
from guide.pages.generated.subjects import Subject
from guide.pages.page_context import PageContext
from guide.pages.site_map import path_page

__all__ = ["PathMacros"]


class PathMacros:
    """The part of the macros that is about paths."""

    _context: PageContext

    def chooser(self) -> Markup:
        """Show the questions that lead to the path of the visitor, as folds that need no script."""
        paths = self._context.norm["paths"]
        pages = {key: path_page(path, self._context.wording) for key, path in paths["paths"].items()}
        return self._context.render("chooser.html", start=paths["start"], pages=pages)

    def paths(self) -> Markup:
        """Show all paths as cards, and how we made them."""
        paths = self._context.norm["paths"]
        cards = [(path, path_page(path, self._context.wording)) for path in paths["paths"].values()]
        return self._context.render("paths.html", cards=cards, made=paths["made"])

    def _generated(self, subject: Subject) -> Markup:
        return path_whole(self._context, subject.element)
