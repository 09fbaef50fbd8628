"""The file check: do the files of a provider hang together, and keep to the rules of their day?

Rows in, findings out: `sheet` says how rows are given, `layout` which columns are known and by which names, `headings`
and `tables` what is a file among the rows, `cells` what a cell says, `records` what a file says, `row_checks` and
`list_checks` what rules can ask, `findings` what they find, and `report` says it;
`view` puts it in words. `delimited` reads the rows of a text, within the `limits`. Public is what stands in `__all__`.
"""

from assessment.project_files.delimited import sheet_of_text
from assessment.project_files.layout import IGNORED, Layout
from assessment.project_files.report import FILES_REPORT_FORMAT, Asked, Listed, check_files, read_list
from assessment.project_files.sheet import Merge, Sheet, column_letter, column_number, sheet_of, shown_cell
from assessment.project_files.tables import Doubt, choices_of
from assessment.project_files.view import (
    conclusion,
    finding_in_words,
    parts_of,
    summary_lines,
)

__all__ = [
    "FILES_REPORT_FORMAT",
    "IGNORED",
    "Asked",
    "Doubt",
    "Layout",
    "Listed",
    "Merge",
    "Sheet",
    "check_files",
    "choices_of",
    "column_letter",
    "column_number",
    "conclusion",
    "finding_in_words",
    "parts_of",
    "read_list",
    "sheet_of",
    "sheet_of_text",
    "shown_cell",
    "summary_lines",
]
