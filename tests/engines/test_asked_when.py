"""The page's own skip logic asks what the rules ask (differential testing)."""

import json
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.case import Case
from assessment.skip_logic import asked_fields
from tests.assessment.cases import dates, profiles
from tests.frontend.node_tests import bundle_tests, run_script
from tests.norms import REAL_NORM, SMALL_NORM, checked_norm

HERE = Path(__file__).parent
# Node takes longer to start than to answer for one.
AT_ONCE = 10
Record = dict[str, Any]
# Kinds of predicates that hold a number to a bound.
ORDERS = ("at_least", "more_than")
Ask = Callable[[Record, list[Record]], list[Record]]
"""Asks the page, over a norm, which questions each of some forms shows."""


@pytest.fixture(scope="module")
def by_the_page(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    folder = tmp_path_factory.mktemp("asked")
    (script,) = bundle_tests(HERE, ["asked_when.ts"], folder)

    def ask(norm: Record, forms: list[Record]) -> list[Record]:
        conditions = {name: field.get("asked_when") for name, field in norm["profile"]["fields"].items()}
        (folder / "given.json").write_text(json.dumps({"conditions": conditions, "forms": forms}), encoding="utf-8")
        run_script(script, str(folder / "given.json"), str(folder / "asked.json"))
        found: list[Record] = json.loads((folder / "asked.json").read_text(encoding="utf-8"))
        return found

    return ask


def form_of(norm: Record, profile: Record, unknown: set[str]) -> Record:
    """What the form holds of a profile; of what is not in it, some was looked at without knowing the answer."""
    form = {}
    for name in norm["profile"]["fields"]:
        values = list(_written(_value(profile, name)))
        form[f"profile.{name}"] = values or (["?"] if name in unknown else [])
    return form


def _value(profile: Record, name: str) -> Any:
    value: Any = profile
    for part in name.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _written(value: Any) -> Iterator[str]:
    """A value as the controls of the form have it; of a list with nothing in it, that is an answer too."""
    if isinstance(value, list):
        yield from value or [""]
    elif value is not None:
        yield json.dumps(value) if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("folder", [SMALL_NORM, REAL_NORM], ids=["small", "real"])
@settings(max_examples=20, deadline=None)
@given(data=st.data(), on=dates)
def test_the_page_asks_what_the_rules_ask(folder: Path, by_the_page: Ask, data: st.DataObject, on: Any) -> None:
    norm = checked_norm(folder)
    candidates = data.draw(st.lists(profiles(norm), min_size=AT_ONCE, max_size=AT_ONCE))
    unknown = data.draw(st.sets(st.sampled_from(sorted(norm["profile"]["fields"]))))

    asked = by_the_page(norm, [form_of(norm, profile, unknown) for profile in candidates])

    for profile, found in zip(candidates, asked, strict=True):
        assert found == Case.of(norm, {"profile": profile}, on).asked(), profile


# A number that is always asked, one that is asked on a condition, and questions that hang on them.
SUMS = ["here", "elsewhere"]
NUMBERS: dict[str, Record | None] = {
    "travels": None,
    "here": None,
    "elsewhere": {"equals": {"field": "travels", "value": True}},
    **{f"{kind}_{bound}": {kind: {"field": "here", "value": bound}} for kind in ORDERS for bound in (0, 2)},
    **{f"elsewhere_{kind}": {kind: {"field": "elsewhere", "value": 1}} for kind in ORDERS},
    **{f"sum_{kind}_{bound}": {kind: {"sum": SUMS, "value": bound}} for kind in ORDERS for bound in (0, 3)},
    "few": {"not": {"more_than": {"sum": SUMS, "value": 2}}},
    "exactly": {"equals": {"field": "here", "value": 2}},
}


def test_the_page_counts_and_adds_as_the_rules_do_in_every_row_of_a_truth_table(by_the_page: Ask) -> None:
    norm = {"facts": {}, "profile": {"fields": {name: {"asked_when": each} for name, each in NUMBERS.items()}}}
    counts = (None, 0, 1, 2, 3)
    rows = [
        {name: value for name, value in zip(NUMBERS, row, strict=False) if value is not None}
        for row in product((None, True, False), counts, counts)
    ]

    assert by_the_page(norm, [form_of(norm, row, set()) for row in rows]) == [asked_fields(row, norm) for row in rows]
