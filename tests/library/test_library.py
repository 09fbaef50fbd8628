"""The rules as a library: what is public, typed as the schemas have it, and an example that works."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any, cast, get_type_hints

import pytest

import kmop
from assessment import assess, report_json
from kmop.documents import Norm, Report
from tests.library.example import judge
from tests.library.typed_dicts import TARGET, typed_dicts
from tests.norms import SMALL_NORM

ON = date(2026, 1, 1)


@pytest.fixture(scope="module")
def small() -> kmop.Norm:
    return kmop.load_norm(SMALL_NORM)


@pytest.fixture(scope="module")
def answers(small: kmop.Norm) -> kmop.Answers:
    example: dict[str, Any] = next(iter(small["examples"].values()))
    parsed, faults = kmop.parse_answers(example["answers"], small)
    assert parsed is not None, faults
    return parsed


def test_what_is_public_is_all_that_the_module_shows() -> None:
    shown = {name for name in vars(kmop) if not name.startswith("_")}

    assert set(kmop.__all__) <= shown
    assert sorted(kmop.__all__) == [
        "Answers", "Fault", "Memo", "Migrated", "Norm", "NormError", "Report", "assess", "fault_line", "load_norm",
        "migrate", "parse_answers",
    ]  # fmt: skip


def test_the_types_are_those_of_the_schemas() -> None:
    assert TARGET.read_text("utf-8") == typed_dicts(), "run: make types"


def test_a_norm_has_what_its_type_says(small: kmop.Norm) -> None:
    hints = get_type_hints(Norm)

    assert set(small) <= set(hints)
    assert Norm.__required_keys__ <= set(small)


def test_a_report_has_what_its_type_says(small: kmop.Norm, answers: kmop.Answers) -> None:
    report = kmop.assess(small, answers, ON)

    assert Report.__required_keys__ <= set(report) <= Report.__required_keys__ | Report.__optional_keys__


def test_a_report_is_that_of_the_rules_with_a_memo_or_without(small: kmop.Norm, answers: kmop.Answers) -> None:
    memo = kmop.Memo()
    kmop.assess(small, answers, ON, memo)

    assert report_json(dict(kmop.assess(small, answers, ON, memo))) == report_json(assess(small, answers, ON))


def test_a_norm_with_faults_says_what_is_wrong_and_where(tmp_path: Path) -> None:
    norm = Path(shutil.copytree(SMALL_NORM, tmp_path / "norm"))
    norm.joinpath("bureaus.yaml").unlink()

    with pytest.raises(kmop.NormError) as wrong:
        kmop.load_norm(norm)

    assert "bureaus.yaml:1:1: " in wrong.value.lines[0]


def test_the_example_judges_what_can_be_judged_and_tells_of_the_rest(tmp_path: Path, real_norm: dict[str, Any]) -> None:
    example = next(iter(real_norm["examples"].values()))
    tmp_path.joinpath("one.json").write_text(json.dumps(example["answers"]), encoding="utf-8")
    tmp_path.joinpath("two.json").write_text('{"format": "kmop-answers/1", "profile": 2}', encoding="utf-8")

    judged = judge(tmp_path, date(2026, 11, 28))

    assert judged["one.json"] == " … ".join(
        assess(real_norm, example["answers"], date(2026, 11, 28))["outcome"]["likely"][end] for end in ("worst", "best")
    )
    assert judged["two.json"] == (
        "profile: hier hoort een groep van antwoorden te staan; maak er een groep met namen en waarden van"
    )


def test_a_fault_of_the_whole_has_no_place(small: kmop.Norm) -> None:
    _, (fault,) = kmop.parse_answers([], small)

    assert kmop.fault_line(fault, small).startswith("hier hoort een groep van antwoorden te staan; ")


@pytest.fixture
def later(small: kmop.Norm) -> kmop.Norm:
    """The small norm a version later, in which a check point has another id."""
    copy: Any = json.loads(json.dumps(small))
    checks = copy["requirements"]["trust"]["checks"]
    checks["TRU-9"] = checks.pop("TRU-1") | {"id": "TRU-9"}
    copy["history"] = [*copy.get("history", []), {"version": "2099.1.1", "renamed": {"TRU-1": "TRU-9"}}]
    return cast("kmop.Norm", copy | {"version": "2099.1.1"})


def saved(norm: kmop.Norm, version: str) -> dict[str, Any]:
    return {
        "format": "kmop-answers/1",
        "norm": {"id": norm["id"], "version": version},
        "checks": {"TRU-1": {"conformity": "T"}},
    }


def test_answers_to_an_earlier_version_are_carried_over(small: kmop.Norm, later: kmop.Norm) -> None:
    parsed, faults = kmop.parse_answers(saved(small, small["version"]), later)

    assert faults == []
    assert parsed is not None
    assert parsed["checks"] == {"TRU-9": {"conformity": "T"}}


def test_what_became_of_earlier_answers_is_told(small: kmop.Norm, later: kmop.Norm) -> None:
    summary = kmop.migrate(saved(small, small["version"]), later).summary

    assert summary is not None
    assert summary["renamed"] == [{"from": "TRU-1", "to": "TRU-9"}]


def test_an_unknown_name_in_answers_to_this_version_is_a_fault(later: kmop.Norm) -> None:
    faults = kmop.parse_answers(saved(later, later["version"]), later)[1]

    assert [kmop.fault_line(fault, later) for fault in faults] == [
        "checks.TRU-1: 'TRU-1' heet nu 'TRU-9'; gebruik die naam"
    ]


def test_answers_to_a_newer_version_are_refused(small: kmop.Norm) -> None:
    assert [fault.message for fault in kmop.parse_answers(saved(small, "2999.1.1"), small)[1]] == ["answers.newer_norm"]
