"""The meaning of the norm across its files: one small module for each kind of check.

A check takes the parsed of the norm and yields faults. Adding one is a module and a line in `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from guide.checks.disagreements import check_disagreements
from guide.checks.effects import check_shapes
from guide.checks.eras import check_eras
from guide.checks.fields import check_fields
from guide.checks.history import check_history
from guide.checks.ids import check_ids
from guide.checks.letters import check_letters
from guide.checks.now_official import check_now_official
from guide.checks.placeholders import check_texts
from guide.checks.predicates import check_predicates
from guide.checks.project_files import check_file_rules
from guide.checks.quiz import check_quiz
from guide.checks.ranges import check_figures
from guide.checks.reading_numbers import check_reading_numbers
from guide.checks.references import check_references
from guide.checks.requirements import check_requirements
from guide.checks.scheme import check_scheme
from guide.checks.scoring import check_scoring
from guide.checks.sentences import check_sentences
from guide.checks.situations import check_situations
from guide.checks.standing import check_standing
from guide.checks.templates import check_templates
from guide.checks.texts import check_text_rules
from guide.checks.unwritten import check_unwritten
from guide.checks.validity import check_validity
from guide.checks.worth import check_worth
from guide.faults import Fault
from guide.norm.parsed import ParsedNorm

__all__ = ["CHECKS", "check_day", "check_meaning"]

Check = Callable[[ParsedNorm], Iterator[Fault]]

CHECKS: tuple[Check, ...] = (
    check_ids,
    check_references,
    check_fields,
    check_predicates,
    check_sentences,
    check_texts,
    check_unwritten,
    check_standing,
    check_validity,
    check_eras,
    check_figures,
    check_requirements,
    check_disagreements,
    check_scoring,
    check_now_official,
    check_reading_numbers,
    check_shapes,
    check_history,
    check_worth,
    check_scheme,
    check_quiz,
    check_situations,
    check_letters,
    check_templates,
    check_text_rules,
    check_file_rules,
)


def check_meaning(parsed: ParsedNorm) -> list[Fault]:
    """All faults that all checks find."""
    return [fault for check in CHECKS for fault in check(parsed)]


def check_day(parsed: ParsedNorm) -> list[Fault]:
    """All that is shown as if it held on the day that the norm names, though it does not."""
    return [fault for check in (check_eras, check_scheme) for fault in check(parsed)]
