"""HTML fix-ups: what the theme gets wrong, mended on each page; an own copy of its templates would be much to keep."""

from __future__ import annotations

import re

__all__ = ["fix_html"]

# A box to tick takes no autocomplete, an empty number is none, and the logo's link has its name already.
_WRONG = (('type="checkbox" id="__drawer" autocomplete="off"', 'type="checkbox" id="__drawer"'),
          ('type="checkbox" id="__search" autocomplete="off"', 'type="checkbox" id="__search"'),
          (' tabindex=""', ""),
          (' alt="logo"', ' alt=""'))  # fmt: skip
# The title of a table of contents unfolds it, on pages where something folds.
# A section with a page of its own has that for its name in the list; its label is only an arrow, and names nothing.
_ARROW = re.compile(
    r'<label class="md-nav__link[^"]*" for="(__nav_\d+)" id="\1_label"[^>]*>\s*'
    r'<span class="md-nav__icon md-icon"></span>\s*</label>'
)
# The theme's main part holds the menu too. A reader who goes there comes for what stands beside it.
_WHOLE = re.compile(
    r'<main (class="md-main" data-md-component="main">.*)'
    r'<div (class="md-content" data-md-component="content">.*</article>\s*)</div>(.*)</main>',
    re.DOTALL,
)
# A button with a name in words has a picture for the eye alone.
_NAMED_BUTTON = re.compile(r'<label class="[^"]*md-icon" for="__(?:drawer|search)"><span.*?</label>', re.DOTALL)
_TITLE, _UNFOLDS = '<label class="md-nav__title" for="__toc">', 'id="__toc"'


def fix_html(html: str) -> str:
    """A page as the Nu checker has it."""
    for wrong, right in _WRONG:
        html = html.replace(wrong, right)
    for arrow in _ARROW.finditer(html):
        html = _named_by_title(html, arrow[1])
    if _UNFOLDS not in html:
        html = html.replace(_TITLE, _TITLE.replace(' for="__toc"', ""))
    html = _NAMED_BUTTON.sub(lambda button: button[0].replace("<svg ", '<svg aria-hidden="true" '), html)
    return _WHOLE.sub(r"<div \1<main \2</main>\3</div>", html)


def _named_by_title(html: str, section: str) -> str:
    """Name the list of a section after the title that stands in it."""
    html = html.replace(f'aria-labelledby="{section}_label"', f'aria-labelledby="{section}_title"')
    title = f'<label class="md-nav__title" for="{section}">'
    return html.replace(title, f'{title[:-1]} id="{section}_title">')
