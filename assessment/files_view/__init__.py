"""The file check in words: what has to be asked before a list can be checked, for a page as data, for a file as lines.

`asking` says which columns are in doubt, `list_check` reads and checks a list as a page gives it, `evidence` says which
check points its counts speak for, `document` is what a terminal and a file show. Public is what stands in `__all__`.
"""

from assessment.files_view.asking import Ask, asks_of
from assessment.files_view.document import document_of
from assessment.files_view.list_check import ListCheck

__all__ = ["Ask", "ListCheck", "asks_of", "document_of"]
