"""What the text check and the file check share: a rule held to the norm of a day, and what was found in words.

`held` asks the norm, `wording` puts a finding in words, `in_words` is what there is to read, `as_text` makes lines
of it, `html_page` a page. Public is what stands in `__all__`.
"""

from assessment.findings.as_text import lines_of, written
from assessment.findings.held import Element, Find, figure_on, filled_in, is_settled, placeholders, states_held_to
from assessment.findings.in_words import Checked, Document, FindingInWords, Part, Told
from assessment.findings.wording import ground_of, label_of, shortened

__all__ = [
    "Checked",
    "Document",
    "Element",
    "Find",
    "FindingInWords",
    "Part",
    "Told",
    "figure_on",
    "filled_in",
    "ground_of",
    "is_settled",
    "label_of",
    "lines_of",
    "placeholders",
    "shortened",
    "states_held_to",
    "written",
]
