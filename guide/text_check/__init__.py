"""The text check on the command line: reads texts out of files of many kinds."""

from guide.text_check.files import TextFile, read_text_file

__all__ = ["TextFile", "read_text_file"]
