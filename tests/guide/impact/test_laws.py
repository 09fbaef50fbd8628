"""Laws of what a change does: by itself a norm changes nothing for anybody, and neither does another name."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment import parse_answers
from guide.changes.fields import with_new_names
from guide.impact.judging import Change, impact_of
from guide.impact.subjects import Subject
from tests.assessment.cases import answers
from tests.norms import SMALL_NORM, checked_norm

Record = dict[str, Any]

NORM = checked_norm(SMALL_NORM)
CHECKS = [name for requirement in NORM["requirements"].values() for name in requirement["checks"]]
NAMES = sorted({*CHECKS, *NORM["documents"], *NORM["conditions"], *NORM["exemptions"], *NORM["facts"]})
DAYS = ["2023-12-31", "2026-11-28"]


def impact(old: Record, new: Record, names: Record, subject: Subject) -> list[Record]:
    found: list[Record] = impact_of(Change(old, new, names, names, {}, []), [subject], {})["subjects"]
    return found


def parsed(document: Record, norm: Record) -> Record:
    found, faults = parse_answers(document, norm)
    assert found is not None, faults
    return found


@settings(max_examples=12)
@given(data=st.data())
def test_a_norm_does_nothing_to_anybody_by_itself(data: st.DataObject) -> None:
    drawn = parsed(data.draw(answers(NORM)), NORM)

    assert impact(NORM, NORM, {}, Subject("a", "A", DAYS, drawn, drawn)) == []


@settings(max_examples=12)
@given(data=st.data())
def test_another_name_does_nothing_to_anybody(data: st.DataObject) -> None:
    drawn = parsed(data.draw(answers(NORM)), NORM)
    names = {name: f"{name}9" for name in data.draw(st.sets(st.sampled_from(NAMES), min_size=1, max_size=3))}
    renamed = with_new_names(NORM, names)
    brought = parsed(with_new_names(drawn, names), renamed)

    assert impact(NORM, renamed, names, Subject("a", "A", DAYS, drawn, brought)) == []
