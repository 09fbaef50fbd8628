"""The text check on the command line: reads files, and puts what the rules found on the terminal, in JSON or in HTML."""

from guide.text_check.files import TextFile, read_text_file
from guide.text_check.output import Checked, write_checked

__all__ = ["Checked", "TextFile", "read_text_file", "write_checked"]
