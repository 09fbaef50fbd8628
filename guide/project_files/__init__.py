"""The file check on the command line: reads spreadsheets, and writes what was found beside their rows."""

from guide.project_files.checked import CheckedList
from guide.project_files.command import ListChecker, UnknownColumnError
from guide.project_files.opening import ListFile, read_list_file
from guide.project_files.xlsx_out import write_findings

__all__ = [
    "CheckedList",
    "ListChecker",
    "ListFile",
    "UnknownColumnError",
    "read_list_file",
    "write_findings",
]
