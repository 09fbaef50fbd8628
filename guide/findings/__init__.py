"""The HTML document in which the text check and the file check tell what they found."""

from pathlib import Path

__all__ = ["TEMPLATES"]

TEMPLATES = Path(__file__).parent
"""Where the document stands that both fill in."""
