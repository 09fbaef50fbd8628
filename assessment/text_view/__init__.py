"""The report of the text check in words: for the page as data, for a terminal or a file as lines.

`marked` cuts a text at what was found in it, `findings` puts a finding into words, `lines` and `page` make of both what
is read. Public is what stands in `__all__`.
"""

from assessment.text_view.findings import CheckedText, finding_in_words, summary
from assessment.text_view.lines import lines_of
from assessment.text_view.page import page_of

__all__ = ["CheckedText", "finding_in_words", "lines_of", "page_of", "summary"]
