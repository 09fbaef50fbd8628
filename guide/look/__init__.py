"""What the site looks like, made ready for browsers: one style sheet and the font that it names."""

from guide.look.styles import Look, LookFault, make_look
from guide.look.theme import NEVER, OWN_TABLES, THEME_SHEETS

__all__ = ["NEVER", "OWN_TABLES", "THEME_SHEETS", "Look", "LookFault", "make_look"]
