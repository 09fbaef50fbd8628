"""What many candidates have in common, for a federation: counts over the results of a batch, small ones withheld."""

from guide.summary.counting import Group, counted
from guide.summary.output import WRITERS
from guide.summary.results import ResultsError, read_results
from guide.summary.view import Section, summary_view
from guide.summary.withholding import LEAST

__all__ = ["LEAST", "WRITERS", "Group", "ResultsError", "Section", "counted", "read_results", "summary_view"]
