"""What the text check and the file check share: a rule held to the norm of a day, and the words around a finding."""

from assessment.findings.held import Element, Find, figure_on, filled_in, is_settled, states_held_to
from assessment.findings.wording import ground_of, label_of, shortened

__all__ = [
    "Element",
    "Find",
    "figure_on",
    "filled_in",
    "ground_of",
    "is_settled",
    "label_of",
    "shortened",
    "states_held_to",
]
