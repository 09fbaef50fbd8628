"""What the site looks like, made ready for browsers: one style sheet and the font that it names."""

from guide.look.styles import Look, LookFault, make_look

__all__ = ["Look", "LookFault", "make_look"]
