"""What the theme's HTML gets wrong, mended on each page, where an own copy of its templates would be much to keep."""

from __future__ import annotations

__all__ = ["mended"]

# A box to tick takes no autocomplete, an empty number is none, and the logo's link has its name already.
_WRONG = (('type="checkbox" id="__drawer" autocomplete="off"', 'type="checkbox" id="__drawer"'),
          ('type="checkbox" id="__search" autocomplete="off"', 'type="checkbox" id="__search"'),
          (' tabindex=""', ""),
          (' alt="logo"', ' alt=""'))  # fmt: skip
# The title of a table of contents unfolds it, on pages where something folds.
_TITLE, _UNFOLDS = '<label class="md-nav__title" for="__toc">', 'id="__toc"'


def mended(html: str) -> str:
    """A page as the Nu checker has it."""
    for wrong, right in _WRONG:
        html = html.replace(wrong, right)
    if _UNFOLDS not in html:
        html = html.replace(_TITLE, _TITLE.replace(' for="__toc"', ""))
    return html
