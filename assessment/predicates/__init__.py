"""Predicates: questions about the profile that the norm asks as data; the answer is yes, no or unknown (`None`).

A kind of predicate is a class in a file of this folder and a line in the table below. Its terms stand in
`schemas/common.schema.json`, where editors find them; what it says stands in the catalogue.
"""

from operator import ge, gt

from assessment.predicates.among import Equals, In
from assessment.predicates.dates import OnOrAfter
from assessment.predicates.joined import Joined, Not
from assessment.predicates.kind import KINDS, NO_ANSWER, Clause, Facts, Kind, Predicate, Truth, Words, evaluate
from assessment.predicates.numbers import Compared

__all__ = ["KINDS", "NO_ANSWER", "Clause", "Facts", "Kind", "Predicate", "Truth", "Words", "evaluate", "fields_of"]

KINDS |= {
    "all": Joined("all", settled_by=False),
    "any": Joined("any", settled_by=True),
    "not": Not(),
    "equals": Equals(),
    "in": In(),
    "at_least": Compared(ge, ("at_least", "less")),
    "more_than": Compared(gt, ("more", "at_most")),
    "on_or_after": OnOrAfter(),
}


def fields_of(predicate: Predicate | None) -> list[str]:
    """Return the name of each field that a predicate reads, in the order in which it names them."""
    if predicate is None:
        return []
    ((kind, terms),) = predicate.items()
    known = KINDS[kind]
    inner = [name for _, part in known.parts(terms) for name in fields_of(part)]
    return inner + [read.field for read in known.reads(terms)]
