"""What the two checks share that tell findings: how a rule is held to the norm of a day, and speaks in its figures."""

from assessment.findings.held import Element, Find, figure_on, filled_in, is_settled, states_held_to

__all__ = ["Element", "Find", "figure_on", "filled_in", "is_settled", "states_held_to"]
