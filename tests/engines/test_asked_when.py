"""The page's own skip logic asks what the rules ask (differential testing)."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.case import Case
from tests.assessment.cases import dates, profiles
from tests.frontend.node_tests import bundle_tests, run_script
from tests.norms import REAL_NORM, SMALL_NORM, checked_norm

HERE = Path(__file__).parent
# Node takes longer to start than to answer for one.
AT_ONCE = 10
# What the page works out by itself; of any other kind it would ask too much.
KINDS = {"all", "any", "not", "equals", "in"}
Record = dict[str, Any]
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


@pytest.mark.parametrize("folder", [SMALL_NORM, REAL_NORM], ids=["small", "real"])
def test_every_condition_of_a_question_is_of_a_kind_that_the_page_works_out(folder: Path) -> None:
    conditions = [each.get("asked_when") for each in checked_norm(folder)["profile"]["fields"].values()]

    assert {kind for condition in conditions for kind in _kinds(condition)} <= KINDS


def _kinds(predicate: Mapping[str, Any] | None) -> Iterator[str]:
    for kind, terms in (predicate or {}).items():
        yield kind
        for part in terms if isinstance(terms, list) else [terms] if kind == "not" else []:
            yield from _kinds(part)
