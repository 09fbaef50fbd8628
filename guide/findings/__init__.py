"""What the text check and the file check share: the HTML document that tells what they found, and files not read."""

from pathlib import Path

__all__ = ["TEMPLATES"]

TEMPLATES = Path(__file__).parent
"""Where the document stands that both fill in."""
