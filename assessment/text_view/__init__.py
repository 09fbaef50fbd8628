"""The report of the text check in words: for the page as data, for a terminal or a file as a document.

`marked` cuts a text at what was found in it, `findings` puts a finding into words, `page` makes of both what is shown.
Public is what stands in `__all__`.
"""

from assessment.text_view.findings import CheckedText, document_of, finding_in_words
from assessment.text_view.page import page_of

__all__ = ["CheckedText", "document_of", "finding_in_words", "page_of"]
