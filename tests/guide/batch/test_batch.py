"""`kmop batch`: every record once, in its order, whatever happens on the way."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment import assess
from guide import cli
from guide.batch import Batch, EngineError, InputError, JournalError, Setup, local_engine, run_batch
from guide.batch.csv_answers import columns_of, refuse_unknown
from guide.paths import ROOT
from guide.validation.schemas import schema
from guide.validation.validator import validator
from tests.bench.varied import candidates
from tests.guide.batch.jsonl import lines_file
from tests.norms import SMALL_NORM

Record = dict[str, Any]
DAY = "2026-03-01"
Run = tuple[int, str, str]


@pytest.fixture
def setup(norm: Record, messages: Mapping[str, str]) -> Setup:
    return Setup(norm, messages, date.fromisoformat(DAY))


def answers_of(norm: Record, number: int) -> list[Record]:
    return [answers for answers, _ in candidates(norm, number)]


def results(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def errors(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))[1:]


def run(capsys: pytest.CaptureFixture[str], *words: object) -> Run:
    with pytest.raises(SystemExit) as left:
        cli.main(["batch", "--norm", str(SMALL_NORM), "--date", DAY, "--workers", "1", *map(str, words)])
    out, err = capsys.readouterr()
    return int(str(left.value.code)), out, err


class TestInput:
    def test_each_line_has_the_result_that_its_answers_have_alone(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, norm: Record
    ) -> None:
        given_answers = answers_of(norm, 30)
        out = tmp_path / "out.jsonl"
        assert run(capsys, lines_file(tmp_path / "in.jsonl", given_answers), "--out", out, "--reports")[0] == 0
        alone = [assess(norm, answers, date.fromisoformat(DAY)) for answers in given_answers]
        assert [each["report"] for each in results(out)] == json.loads(json.dumps(alone))

    def test_a_result_holds_to_its_schema(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, norm: Record
    ) -> None:
        out = tmp_path / "out.jsonl"
        run(capsys, lines_file(tmp_path / "in.jsonl", answers_of(norm, 10)), "--out", out, "--reports")
        check = validator(schema("batch"))
        assert [error.message for each in results(out) for error in check.iter_errors(each)] == []

    def test_a_folder_is_read_in_the_order_of_its_names(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, norm: Record
    ) -> None:
        folder, out = tmp_path / "in", tmp_path / "out.jsonl"
        folder.mkdir()
        for number, answers in enumerate(answers_of(norm, 4)):
            whole = json.dumps(answers) if number % 2 else yaml.safe_dump(answers)
            (folder / f"{9 - number}.{'json' if number % 2 else 'yaml'}").write_text(whole)
        (folder / "notes.txt").write_text("geen antwoorden")
        assert run(capsys, folder, "--out", out)[0] == 0
        assert [each["name"] for each in results(out)] == ["6.json", "7.yaml", "8.json", "9.yaml"]

    def test_a_row_of_a_csv_means_what_its_headings_say(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, norm: Record
    ) -> None:
        fields = norm["profile"]["fields"]
        yes_no, count = (next(name for name in fields if fields[name]["kind"] == kind) for kind in ("yes_no", "count"))
        source, out = tmp_path / "in.csv", tmp_path / "out.jsonl"
        source.write_text(f"name;profile.{yes_no};profile.{count}\nEerste;ja;3\nTweede;nee;\n;;7\n")
        assert run(capsys, source, "--out", out)[0] == 0
        found = [(each["name"], each["profile"]) for each in results(out)]
        assert found == [("Eerste", {yes_no: True, count: 3}), ("Tweede", {yes_no: False}), ("in.csv:4", {count: 7})]

    def test_every_answer_that_counts_has_a_column(self, norm: Record) -> None:
        checks = [name for each in norm["requirements"].values() for name in each["checks"]]
        wanted = {f"checks.{name}.conformity" for name in checks} | {
            f"documents.{name}.state" for name in norm["documents"]
        }
        assert wanted | {f"profile.{name}" for name in norm["profile"]["fields"]} <= set(columns_of(norm))

    @pytest.mark.parametrize(
        ("name", "text", "told"),
        [
            ("in.csv", "profile.servces\ntraining\n", "bedoelt u profile.services?"),
            ("in.csv", "title;title\na;b\n", "staat er twee keer"),
            ("in.csv", "profile.servces;profile.onbekend\na;b\n", "De kolom profile.onbekend kennen we niet"),
            ("in.csv", "name\ttitle\na\tb\n", "staan tabs"),
            ("in.txt", "x", "dat op .jsonl of .csv eindigt"),
            ("nowhere.csv", None, "bestaat niet"),
        ],
    )
    def test_what_is_no_input_at_all_is_told_before_anything_is_written(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, text: str | None, told: str
    ) -> None:
        if text is not None:
            (tmp_path / name).write_text(text)
        code, out, err = run(capsys, tmp_path / name, "--out", tmp_path / "out.jsonl")
        assert (code, out) == (1, "")
        assert told in err
        assert {path.name for path in tmp_path.iterdir()} <= {name}

    def test_a_column_with_a_former_name_is_told_what_became_of_it(self, norm: Record) -> None:
        later = norm | {
            "history": [{"version": "2099.1.1", "renamed": {"OLD-3": "TRU-1", "profile.old": "profile.new"}}]
        }
        with pytest.raises(InputError) as refused:
            refuse_unknown(["checks.OLD-3.conformity", "profile.old"], columns_of(norm), later)
        told = [(name, values["now"]) for name, values in refused.value.reasons]
        assert told == [("column_renamed", "checks.TRU-1.conformity"), ("column_renamed", "profile.new")]


class TestBadRecords:
    def test_choices_without_a_bar_between_them_are_told_of_the_bar(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        (tmp_path / "in.csv").write_text('profile.services\n"training,advice"\n')
        run(capsys, tmp_path / "in.csv", "--out", tmp_path / "out.csv")
        assert "in een CSV met | ertussen" in errors(tmp_path / "out.errors.csv")[0][3]

    def test_they_go_to_the_errors_with_line_and_reason_and_the_rest_goes_on(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, norm: Record
    ) -> None:
        good = answers_of(norm, 2)
        bad = ["{", '{"format": "kmop-answers/1", "checks": {"nobody": {}}}', "[1]"]
        source = lines_file(tmp_path / "in.jsonl", [good[0], bad[0], bad[1], good[1], bad[2]])
        code, _, err = run(capsys, source, "--out", tmp_path / "out.jsonl")
        assert code == 1
        assert "aantal dossiers zonder resultaat: 3." in err
        assert [each["name"] for each in results(tmp_path / "out.jsonl")] == ["in.jsonl:1", "in.jsonl:4"]
        told = errors(tmp_path / "out.errors.csv")
        assert [(row[0], row[2]) for row in told] == [("in.jsonl:2", "2"), ("in.jsonl:3", "3"), ("in.jsonl:5", "5")]
        assert "in.jsonl:3:1: checks.nobody: 'nobody' kennen we niet" in told[1][3]

    def test_bytes_that_are_no_text_are_one_of_them(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        folder = tmp_path / "in"
        folder.mkdir()
        (folder / "a.yaml").write_bytes(b"title: caf\xe9")
        assert run(capsys, folder, "--out", tmp_path / "out.csv")[0] == 1
        assert "UTF-8" in errors(tmp_path / "out.errors.csv")[0][3]

    def test_errors_of_an_earlier_run_do_not_stay(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, norm: Record
    ) -> None:
        out = tmp_path / "out.csv"
        assert run(capsys, lines_file(tmp_path / "in.jsonl", ["{"]), "--out", out)[0] == 1
        assert run(capsys, lines_file(tmp_path / "in.jsonl", answers_of(norm, 1)), "--out", out)[0] == 0
        assert {path.name for path in tmp_path.iterdir()} == {"in.jsonl", "out.csv"}


class TestTables:
    def test_csv_and_workbook_have_the_same_rows(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, norm: Record
    ) -> None:
        source = lines_file(tmp_path / "in.jsonl", answers_of(norm, 6))
        for ending in ("csv", "xlsx"):
            assert run(capsys, source, "--out", tmp_path / f"out.{ending}")[0] == 0
        with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, delimiter=";"))
        sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[0]
        book = [["" if cell is None else f"{cell}".replace(".", ",") for cell in row] for row in sheet.values]
        assert [[cell.replace(".", ",").removesuffix(",0") for cell in row] for row in rows] == [
            [cell.removesuffix(",0") for cell in row] for row in book
        ]
        assert len(rows) == 7

    def test_what_a_candidate_wrote_is_no_formula(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        source = lines_file(tmp_path / "in.jsonl", [{"format": "kmop-answers/1", "title": "=1+1"}])
        for ending in ("csv", "xlsx"):
            run(capsys, source, "--out", tmp_path / f"out.{ending}")
        assert ";'=1+1;" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
        cell = openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[0].cell(2, 2)
        assert (cell.value, cell.data_type) == ("=1+1", "s")


class TestGoingOn:
    @settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(cut=st.integers(0, 100))
    def test_from_wherever_the_journal_was_cut_the_files_are_the_same(
        self, cut: int, tmp_path: Path, norm: Record, setup: Setup
    ) -> None:
        documents = [*answers_of(norm, 40), "{"]
        source, out = lines_file(tmp_path / "in.jsonl", documents), tmp_path / "out.jsonl"
        os.utime(source, (0, 0))
        journal = tmp_path / ".out.jsonl.journal"
        batch, whole = Batch(source, out, setup), tmp_path / "whole.journal"
        if not whole.exists():
            run_batch(
                batch, local_engine(setup, 1), lambda _: journal.exists() and whole.write_bytes(journal.read_bytes())
            )
            (tmp_path / "expected").write_bytes(out.read_bytes())
        kept = whole.read_bytes()
        journal.write_bytes(kept[: len(kept) * cut // 100])
        done = run_batch(batch, local_engine(setup, 1), lambda _: None)
        assert out.read_bytes() == (tmp_path / "expected").read_bytes()
        assert (done.judged, done.refused) == (40, 1)

    def test_an_unfinished_batch_of_other_input_is_left_alone(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, norm: Record, setup: Setup
    ) -> None:
        source, out = lines_file(tmp_path / "in.jsonl", answers_of(norm, 30)), tmp_path / "out.jsonl"

        def stop(done: int) -> None:
            if done:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            run_batch(Batch(source, out, setup), local_engine(setup, 1), stop)
        lines_file(source, answers_of(norm, 31))
        code, _, err = run(capsys, source, "--out", out)
        assert code == 1
        assert "is van een reeks die niet af is" in err
        assert not out.exists()

    def test_two_at_once_are_refused(self, tmp_path: Path, norm: Record, setup: Setup) -> None:
        source = lines_file(tmp_path / "in.jsonl", answers_of(norm, 2))
        batch = Batch(source, tmp_path / "out.jsonl", setup)
        refused: list[str] = []

        def another(_: int) -> None:
            with pytest.raises(JournalError, match="in_use"):
                run_batch(batch, nullcontext(lambda _: iter(())), lambda _: None)
            refused.append("in use")

        run_batch(batch, local_engine(setup, 1), another)
        assert refused

    def test_a_process_that_goes_away_is_told(self, setup: Setup) -> None:
        with pytest.raises(EngineError, match="broken"), local_engine(setup, 2):
            raise BrokenProcessPool

    def test_a_killed_process_loses_and_doubles_nothing(self, tmp_path: Path, norm: Record) -> None:
        source, out = lines_file(tmp_path / "in.jsonl", answers_of(norm, 900)), tmp_path / "out.jsonl"
        journal = tmp_path / ".out.jsonl.journal"
        command = [sys.executable, "-m", "guide", "batch", str(source), "--out", str(out), "--norm", str(SMALL_NORM)]
        command += ["--date", DAY, "--workers", "2"]
        killed = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL, start_new_session=True)
        while not journal.exists() or journal.stat().st_size < 20_000:
            assert killed.poll() is None
            time.sleep(0.01)
        os.killpg(killed.pid, signal.SIGKILL)
        killed.wait()
        assert not out.exists()
        again = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        assert "Verdergegaan waar de vorige keer stopte" in again.stderr
        assert [each["name"] for each in results(out)] == [f"in.jsonl:{number}" for number in range(1, 901)]
        assert not journal.exists()
