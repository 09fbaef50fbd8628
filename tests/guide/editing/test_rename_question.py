"""Another name for a question about the candidate's situation: all that asks it follows, and so do saved answers."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assessment import assess, parse_answers
from assessment.migration import migrate
from guide.checks.fields import READ_BY_RULES
from guide.disk_cache import Cache
from guide.editing.changes import write_change
from guide.editing.open_norm import EditError, OpenNorm
from guide.editing.rename import rename
from guide.loader import load_norm
from guide.paths import ROOT
from tests.norms import REAL_NORM, SMALL_NORM, checked_norm

Open = Callable[[], OpenNorm]
SAID = "De vragen zijn dezelfde."
PARTS = ("outcome", "readiness", "cost", "timeline")
# What programs mean by such a word in quotes, and no question: a kind of number, and whom to reach about the site.
OTHERWISE = {"enterprise_number", "registration_number", "iban", "bic", "contact"}


@pytest.fixture(scope="module")
def all_renamed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The small norm with another name for every question that programs do not know by name."""
    folder = Path(shutil.copytree(SMALL_NORM, tmp_path_factory.mktemp("renamed") / "norm"))
    norm = OpenNorm.read(folder, None, date(2026, 11, 28))
    fields = [name for name in norm.parsed.ids("field") if name not in READ_BY_RULES]
    write_change(rename(norm, {f"profile.{name}": f"profile.{name}_x" for name in fields}, SAID))
    loaded = load_norm(folder, Cache())
    assert loaded.norm, loaded.faults
    return loaded.norm


def reports(norm: dict[str, Any]) -> list[dict[str, Any]]:
    answers = [parse_answers(example["answers"], norm)[0] for example in norm["examples"].values()]
    found = [assess(norm, given, date(2026, 11, 22)) for given in answers if given]
    return [{part: report[part] for part in PARTS} for report in found]


def test_examples_come_out_as_before(all_renamed: dict[str, Any]) -> None:
    assert len(reports(all_renamed)) == len(checked_norm(SMALL_NORM)["examples"])
    told = str(reports(checked_norm(SMALL_NORM)))
    assert re.sub(r"(?<=\w)_x\b", "", str(reports(all_renamed))) == told


def test_no_question_keeps_its_name_but_those_that_programs_know(all_renamed: dict[str, Any]) -> None:
    kept = {name for name in all_renamed["profile"]["fields"] if not name.endswith("_x")}
    assert kept <= READ_BY_RULES.keys()


def test_saved_answers_follow(all_renamed: dict[str, Any]) -> None:
    answers = {
        "format": "kmop-answers/1",
        "norm": {"id": all_renamed["id"], "version": "2026.1.1"},
        "profile": {"has_user_right": True, "sites": {"belgium": 2}, "starter": True},
        "unknown": ["profile.deployed_people", "profile.sites.abroad"],
        "scenarios": [{"profile": {"sites": {"belgium": 5}}}],
    }
    moved = migrate(answers, all_renamed)
    assert moved.answers["profile"] == {"has_user_right_x": True, "sites": {"belgium_x": 2}, "starter": True}
    assert moved.answers["unknown"] == ["profile.deployed_people_x", "profile.sites.abroad_x"]
    assert moved.answers["scenarios"] == [{"profile": {"sites": {"belgium_x": 5}}}]
    assert "appendix" not in moved.answers


def test_the_candidate_is_told_nothing_of_it(all_renamed: dict[str, Any]) -> None:
    answers = {
        "format": "kmop-answers/1",
        "norm": {"id": all_renamed["id"], "version": "2026.1.1"},
        "profile": {"has_user_right": True},
    }
    assert migrate(answers, all_renamed).summary == {
        "from": "2026.1.1",
        "to": all_renamed["version"],
        "kept": 1,
        "renamed": [],
        "merged": [],
        "opened": [],
        "review": [],
        "aside": [],
        "removed": [],
    }


def test_an_answer_to_both_names_is_not_lost(all_renamed: dict[str, Any]) -> None:
    answers = {
        "format": "kmop-answers/1",
        "norm": {"id": all_renamed["id"], "version": "2026.1.1"},
        "profile": {"has_user_right": True, "has_user_right_x": False},
    }
    moved = migrate(answers, all_renamed).answers
    assert moved["profile"] == {"has_user_right_x": False}
    assert [(entry["id"], entry["answer"]) for entry in moved["appendix"]] == [("has_user_right", True)]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("application", "request", "fixed"),
        ("has_user_right", "starter", "taken"),
        ("sites.belgium", "places.belgium", "other_group"),
    ],
)
def test_what_cannot_be_is_refused(open_norm: Open, old: str, new: str, why: str) -> None:
    with pytest.raises(EditError) as wrong:
        rename(open_norm(), {old: new}, SAID)
    assert wrong.value.message == why


def test_every_question_that_programs_name_is_known_as_such() -> None:
    """Else it could be renamed, and the programs would not find it any more."""
    code = [path for folder in ("assessment", "guide", "frontend") for path in (ROOT / folder).rglob("*.[pt][ys]")]
    named = {word for path in code for word in re.findall(r"[\"'.]([a-z_.]+)[\"']", path.read_text(encoding="utf-8"))}
    fields = set(checked_norm(REAL_NORM)["profile"]["fields"])
    assert fields & named - OTHERWISE == fields & READ_BY_RULES.keys() == READ_BY_RULES.keys()
