"""The text check on the command line: reads files, and writes what was found as text, JSON or HTML."""

from guide.text_check.files import TextFile, read_text_file
from guide.text_check.output import write_checked

__all__ = ["TextFile", "read_text_file", "write_checked"]
