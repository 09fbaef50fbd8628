"""`kmop summary`: what many have in common, and nothing of few."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment import Wording
from guide import cli
from guide.summary import LEAST, WRITERS, Section, counted, summary_view
from guide.summary.view import Line, Part
from guide.summary.withholding import may_show_share, withheld
from tests.bench.varied import candidates
from tests.guide.batch.jsonl import lines_file
from tests.norms import SMALL_NORM

Record = dict[str, Any]
Run = tuple[int, str, str]
distributions = st.dictionaries(st.text(max_size=2), st.integers(0, 30), max_size=6)


def run(capsys: pytest.CaptureFixture[str], *words: object) -> Run:
    with pytest.raises(SystemExit) as left:
        cli.main([str(words[0]), "--norm", str(SMALL_NORM), *map(str, words[1:])])
    out, err = capsys.readouterr()
    return int(str(left.value.code)), out, err


@pytest.fixture
def results(capsys: pytest.CaptureFixture[str], tmp_path: Path, norm: Record) -> Path:
    """What a batch wrote of sixty candidates."""
    source = lines_file(tmp_path / "in.jsonl", [answers for answers, _ in candidates(norm, 60)])
    out = tmp_path / "out.jsonl"
    assert run(capsys, "batch", source, "--out", out, "--date", "2026-03-01", "--workers", "1")[0] == 0
    return out


class TestWithholding:
    @given(st.lists(distributions, min_size=1, max_size=3))
    def test_no_small_count_is_shown(self, tables: list[dict[str, int]]) -> None:
        hidden = withheld(*tables)
        assert all(name in hidden for counts in tables for name, count in counts.items() if 0 < count < LEAST)

    @given(st.lists(distributions, min_size=1, max_size=3))
    def test_what_is_hidden_does_not_follow_from_the_total(self, tables: list[dict[str, int]]) -> None:
        """In each table all is hidden, or more than one part, and together they are enough."""
        hidden = withheld(*tables)
        for counts in tables:
            gone = [count for name, count in counts.items() if count and name in hidden]
            assert len(gone) in {0, sum(map(bool, counts.values()))} or (len(gone) >= 2 and sum(gone) >= LEAST)

    def test_what_is_hidden_in_one_table_is_in_each(self) -> None:
        assert withheld({"a": 20, "none": 7, "b": 4}, {"c": 24, "none": 7}) == {"b", "none", "c"}

    def test_nothing_is_hidden_without_need(self) -> None:
        assert withheld({"a": 5, "b": 9, "c": 0}) == set()

    @pytest.mark.parametrize(("part", "whole", "shown"), [(0, 9, True), (4, 9, False), (5, 9, False), (5, 10, True)])
    def test_a_share_is_shown_when_both_sides_are_enough(self, part: int, whole: int, *, shown: bool) -> None:
        assert may_show_share(part, whole) == shown


class TestCounting:
    def test_each_candidate_is_in_one_group(self, results: Path) -> None:
        lines = [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]
        groups = counted(lines, "services")
        assert sum(group.number for group in groups.values()) == len(lines)
        several = {"+".join(sorted(line["profile"].get("services", []))) for line in lines}
        assert set(groups) == several
        assert any("+" in name for name in groups)

    def test_points_and_documents_are_counted_once_each(self, results: Path) -> None:
        lines = [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]
        (group,) = counted(lines).values()
        assert group.points.total() == sum(list(line["checks"].values()).count("to_do") for line in lines)
        assert group.missing.total() == sum(list(line["documents"].values()).count("missing") for line in lines)

    def test_no_group_of_few_is_told_of(self, results: Path, norm: Record, messages: Mapping[str, str]) -> None:
        lines = [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]
        few = [{**line, "profile": {"services": ["advice"]}} for line in lines[:3]]
        many = [{**line, "profile": {"services": ["training"]}} for line in lines[3:]]
        sections = summary_view(counted([*few, *many], "services"), Wording(norm, messages), "services")
        assert [section["title"] for section in sections][1:] == [messages["summary.few"]]
        assert f"{len(many)}" in sections[0]["sentence"]


class TestCommand:
    def test_the_page_and_the_workbook_show_the_same_figures(
        self, capsys: pytest.CaptureFixture[str], results: Path, tmp_path: Path
    ) -> None:
        for ending in ("html", "xlsx"):
            assert run(capsys, "summary", results, "--out", tmp_path / f"s.{ending}")[0] == 0
        page = (tmp_path / "s.html").read_text(encoding="utf-8")
        rows = list(openpyxl.load_workbook(tmp_path / "s.xlsx").worksheets[0].values)[1:]
        told = [row for row in rows if isinstance(row[3], int)]
        assert len(told) > 5
        assert all(f'>{row[3]} <span class="quiet">({row[4]} %)</span>' in page for row in told)
        assert page.count("<rect") == len(told)

    def test_what_a_page_holds_is_text(self, norm: Record, messages: Mapping[str, str]) -> None:
        line = Line("<img src=x>", 7, 70)
        section = Section(title="<b>", sentence="<i>", parts=[Part(title="<u>", lines=[line], note="")])
        page = WRITERS[".html"]([section], "<s>", Wording(norm, messages)).decode()
        assert [mark for mark in ("<img", "<b>", "<i>", "<u>", "<s>", "<script") if mark in page] == []
        assert "&lt;img src=x&gt;" in page

    def test_by_a_question_each_group_has_its_title(
        self, capsys: pytest.CaptureFixture[str], results: Path, tmp_path: Path, norm: Record
    ) -> None:
        assert run(capsys, "summary", results, "--out", tmp_path / "s.html", "--by", "services")[0] == 0
        assert norm["profile"]["fields"]["services"]["question"]["nl"] in (tmp_path / "s.html").read_text("utf-8")

    @pytest.mark.parametrize(
        ("name", "content", "told"),
        [
            ("a.jsonl", "[1]\n", "a.jsonl, regel 1: dit is geen resultaat"),
            ("a.csv", "x", "lezen we niet"),
            ("nowhere.jsonl", None, "bestaat niet"),
        ],
    )
    def test_what_is_no_result_is_told(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, content: str | None, told: str
    ) -> None:
        if content is not None:
            (tmp_path / name).write_text(content)
        code, out, err = run(capsys, "summary", tmp_path / name, "--out", tmp_path / "s.html")
        assert (code, out) == (1, "")
        assert told in err

    def test_of_few_there_is_no_summary(
        self, capsys: pytest.CaptureFixture[str], results: Path, tmp_path: Path
    ) -> None:
        few = lines_file(tmp_path / "few.jsonl", results.read_text(encoding="utf-8").splitlines()[:4])
        code, _, err = run(capsys, "summary", few, "--out", tmp_path / "s.html")
        assert code == 1
        assert "minder dan 5" in err
        assert not (tmp_path / "s.html").exists()

    def test_results_of_another_version_are_not_mixed(
        self, capsys: pytest.CaptureFixture[str], results: Path, tmp_path: Path
    ) -> None:
        lines = [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]
        other = lines_file(tmp_path / "other.jsonl", [*lines[:6], {**lines[6], "norm": "1999.01.01"}])
        code, _, err = run(capsys, "summary", other, "--out", tmp_path / "s.html")
        assert code == 1
        assert "versie 1999.01.01" in err

    def test_an_unknown_question_is_told_with_those_that_are(
        self, capsys: pytest.CaptureFixture[str], results: Path, tmp_path: Path
    ) -> None:
        code, _, err = run(capsys, "summary", results, "--out", tmp_path / "s.html", "--by", "servces")
        assert code == 2
        assert "kies uit: services" in err
