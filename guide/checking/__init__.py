"""The meaning of the norm across its files: one small module for each kind of check.

A check takes the draft of the norm and yields faults. Adding one is a module and a line in `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from guide.checking.disagreements import check_disagreements
from guide.checking.fields import check_fields
from guide.checking.figures import check_figures
from guide.checking.history import check_history
from guide.checking.ids import check_ids
from guide.checking.paths import check_paths
from guide.checking.predicates import check_predicates
from guide.checking.quiz import check_quiz
from guide.checking.references import check_references
from guide.checking.requirements import check_requirements
from guide.checking.scheme import check_scheme
from guide.checking.scoring import check_scoring
from guide.checking.shapes import check_shapes
from guide.checking.standing import check_standing
from guide.checking.texts import check_texts
from guide.checking.validity import check_validity
from guide.checking.worth import check_worth
from guide.draft import Draft
from guide.faults import Fault

__all__ = ["CHECKS", "check_meaning"]

Check = Callable[[Draft], Iterator[Fault]]

CHECKS: tuple[Check, ...] = (
    check_ids,
    check_references,
    check_fields,
    check_predicates,
    check_texts,
    check_standing,
    check_validity,
    check_figures,
    check_requirements,
    check_disagreements,
    check_scoring,
    check_shapes,
    check_history,
    check_worth,
    check_scheme,
    check_quiz,
    check_paths,
)


def check_meaning(draft: Draft) -> list[Fault]:
    """All faults that all checks find."""
    return [fault for check in CHECKS for fault in check(draft)]
