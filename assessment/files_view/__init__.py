"""The file check in words: what has to be asked before a list can be checked, for a page as data, for a file as lines.

`asking` says which columns are in doubt, `look` reads and checks a list as a page gives it, `lines` is what a terminal
and a file show. Public is what stands in `__all__`.
"""

from assessment.files_view.asking import Ask, asks_of
from assessment.files_view.lines import NamedReport, lines_of
from assessment.files_view.look import FileDesk

__all__ = ["Ask", "FileDesk", "NamedReport", "asks_of", "lines_of"]
