"""Each table of a norm is read by the rules, by a result in words, or by neither."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assessment import assess, present
from guide.norm.read_by_rules import OTHER_TABLES, RULE_TABLES, VIEW_TABLES, read_by_rules, unread_kinds
from tests.norms import OFFICIAL_NORM, REAL_NORM, SMALL_NORM, checked_norm, each_norm


@pytest.mark.parametrize("folder", [SMALL_NORM, OFFICIAL_NORM, REAL_NORM], ids=["small", "official", "real"])
def test_each_table_of_a_norm_stands_in_a_list(folder: Path) -> None:
    assert checked_norm(folder).keys() - {*RULE_TABLES, *VIEW_TABLES, *OTHER_TABLES, "sha256"} == set()


def test_no_table_stands_in_two_lists() -> None:
    tables = [*RULE_TABLES, *VIEW_TABLES, *OTHER_TABLES]

    assert len(tables) == len({*tables})


def test_no_rule_reads_elements_that_only_pages_show() -> None:
    assert {"source", "term", "outcome", "task", "example", "text_rule", "question", "group"} <= unread_kinds()
    assert not {"fact", "requirement", "check", "verdict", "field", "warning", "rate", "step"} & unread_kinds()


class NotingTable(dict[str, Any]):
    """A norm that notes which of its tables are read."""

    def __init__(self, norm: Mapping[str, Any]) -> None:
        super().__init__(norm)
        self.read: set[str] = set()

    def __getitem__(self, key: str) -> Any:
        self.read.add(key)
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        self.read.add(key)
        return super().get(key, default)


@each_norm
def test_what_is_kept_apart_is_all_that_the_rules_and_the_result_read(
    norm: dict[str, Any], messages: Mapping[str, str]
) -> None:
    tables, told = NotingTable(norm), [*norm["examples"].values(), *norm["cases"].values()]
    days = [each.get("date") or each["judged"][0]["dates"][0] for each in told]
    reports = [assess(tables, each["answers"], date.fromisoformat(day)) for each, day in zip(told, days, strict=True)]
    by_rules = set(tables.read)
    for report in reports[:3]:
        present(report, tables, messages, {})

    assert by_rules - {*RULE_TABLES, "sha256"} == set()
    assert tables.read - {*RULE_TABLES, *VIEW_TABLES, "sha256"} == set()


@each_norm
def test_no_text_decides_anything(norm: dict[str, Any]) -> None:
    bare = read_by_rules(norm) | {"sha256": norm["sha256"]}

    for example in norm["examples"].values():
        day = date.fromisoformat(example["date"])
        assert assess(bare, example["answers"], day) == assess(norm, example["answers"], day)
