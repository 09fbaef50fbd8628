"""What an example or a case expects is held to what comes out, with its place."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from assessment import assess
from guide.catalogue import load_messages
from guide.checks import expected
from guide.checks.expected import expected_faults
from guide.cli import main
from guide.disk_cache import Cache
from guide.faults import fault_lines
from guide.loader import load_norm
from tests.guide.fail_if_called import fail_if_called
from tests.norms import SMALL_NORM

TRAINER, PROMISER = "examples/trainer.yaml", "cases/promiser.yaml"
MEND = "verbeter de norm, of wat u hier verwacht"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL_NORM, tmp_path / "norm"))


def edit(folder: Path, file: str, found: str, put: str) -> None:
    text = folder.joinpath(file).read_text("utf-8")
    assert found in text
    folder.joinpath(file).write_text(text.replace(found, put, 1), encoding="utf-8")


def lines(folder: Path, file: str, cache: Cache | None = None) -> list[str]:
    loaded = load_norm(folder)
    assert loaded.norm is not None, loaded.faults
    said = fault_lines(expected_faults(loaded.norm, folder, cache), load_messages("nl", "check"))
    assert all(f"/{file}:" in line for line in said)
    return [line.partition(f"/{file}:")[2] for line in said]


def test_of_a_norm_in_order_all_comes_out_as_expected(folder: Path) -> None:
    assert lines(folder, "") == []


@pytest.mark.parametrize(
    ("put", "told"),
    [
        ("outcom.strict: 1", "outcom staat op deze plaats niet in het rapport; bedoelt u outcome?"),
        ("date.xyz: 1", "het rapport heeft niets onder xyz; laat dat deel weg"),
        ("readiness.coverage.x: 1", "x staat op deze plaats niet in het rapport; kies uit: answered, of, percent"),
        ("outcome.robust: 4", f"het rapport voor 2026-11-22 zegt hier false en niet 4; {MEND}"),
    ],
)
def test_a_report_that_says_something_else_is_told_at_the_key(folder: Path, put: str, told: str) -> None:
    edit(folder, TRAINER, 'expected:\n  date: "2026-11-22"', f"expected:\n  {put}")

    assert lines(folder, TRAINER) == [f"23:3: expected.{put.partition(':')[0]}: {told}"]


TOO_MUCH, MUCH = "warning-told-too-much", "warning-told-much"


@pytest.mark.parametrize(
    ("found", "put", "place", "told"),
    [
        (f"silent: [{TOO_MUCH}]", f"silent: [{MUCH}]", "20:14: judged[0].silent[0]",
         f"op 2025-06-01 komt de waarschuwing {MUCH} er wel"),
        (f"warns: [{TOO_MUCH}]", "warns: [warning-advice]", "23:13: judged[1].warns[0]",
         "op 2026-11-28 komt de waarschuwing warning-advice er niet"),
        ("[registration_number]", "[iban]", "21:15: judged[0].remarks[0]",
         "op 2025-06-01 staat bij iban geen opmerking"),
        ('["Te veel', '["Te weinig', "27:12: judged[1].says[0]",
         "in het resultaat voor 2026-11-28 staat nergens ‘Te weinig beloofd’"),
        ("says: [", "never_says: [", "27:18: judged[1].never_says[0]",
         "in het resultaat voor 2026-11-28 staat toch ‘Te veel beloofd’"),
    ],
    ids=["silent", "warns", "remarks", "says", "never_says"],
)  # fmt: skip
def test_a_case_of_which_something_else_is_said_is_told(
    folder: Path, found: str, put: str, place: str, told: str
) -> None:
    edit(folder, PROMISER, found, put)

    assert f"{place}: {told}; {MEND}" in lines(folder, PROMISER)


def test_kmop_check_tells_it_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(folder, TRAINER, '  date: "2026-11-22"', '  date: "2026-11-23"')

    with pytest.raises(SystemExit) as left:
        main(["check", "--norm", str(folder)])

    assert left.value.code == 1
    assert "examples/trainer.yaml:23:3: expected.date: " in capsys.readouterr().err


@pytest.mark.usefixtures("cache_folder")
class TestCache:
    @pytest.fixture
    def judged(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Mapping[str, Any]]:
        """What is judged once everything was judged already."""
        assert lines(folder, "", Cache()) == []
        judged: list[Mapping[str, Any]] = []

        def noting(norm: Mapping[str, Any], answers: Mapping[str, Any], *given: Any) -> Any:
            judged.append(answers)
            return assess(norm, answers, *given)

        monkeypatch.setattr(expected, "assess", noting)
        return judged

    def test_nobody_is_judged_again_for_nothing(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        assert lines(folder, "", Cache()) == []
        monkeypatch.setattr(expected, "assess", fail_if_called)

        assert lines(folder, "", Cache()) == []

    def test_a_text_of_which_no_words_are_expected_has_nobody_judged(
        self, folder: Path, judged: list[Mapping[str, Any]]
    ) -> None:
        edit(folder, "quiz/pay.yaml", "title:", "title:  ")
        edit(folder, "letters.yaml", 'nl: "', 'nl: "Beste, ')

        assert lines(folder, "", Cache()) == []
        assert judged == []

    def test_a_changed_example_alone_is_judged(self, folder: Path, judged: list[Mapping[str, Any]]) -> None:
        edit(folder, TRAINER, "deployed_people: 2", "deployed_people: 4")

        assert lines(folder, "", Cache()) == []
        assert [each["profile"]["deployed_people"] for each in judged] == [4]

    def test_a_changed_rule_has_everybody_judged(self, folder: Path, judged: list[Mapping[str, Any]]) -> None:
        edit(folder, "cost.yaml", "minutes: {low: 480", "minutes: {low: 470")

        assert lines(folder, "", Cache()) == []
        assert len(judged) >= 4

    def test_words_that_changed_are_looked_for_again(self, folder: Path) -> None:
        assert lines(folder, "", Cache()) == []
        edit(folder, "warnings.yaml", "Te veel beloofd", "Wat u belooft")

        assert len(lines(folder, PROMISER, Cache())) == 1
