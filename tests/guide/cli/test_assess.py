"""`kmop assess`: answers in any form, the report in every form, and faults with their place."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assessment import assess, canonical_json, parse_answers, report_json
from guide import cli
from guide.loader import load_norm
from tests.guide.cli.running import run_kmop
from tests.guide.cli.running import written as made_file
from tests.norms import SMALL_NORM

EXAMPLE = SMALL_NORM / "examples" / "trainer.yaml"
RIGHT = {"format": "kmop-answers/1", "profile": {"services": ["training"]}}


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Run `kmop assess` with the small norm; its exit code, output and errors."""
    return run_kmop(capsys, "assess", "--norm", SMALL_NORM, *words)


def written(folder: Path, text: str, name: str = "answers.yaml") -> Path:
    return made_file(folder, text, name)


def test_the_report_document_is_that_of_the_rules(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """`--format json` prints exactly what the rules conclude, in the one form that reports have."""
    from datetime import date  # noqa: PLC0415 - beside its use

    path = written(tmp_path, json.dumps(RIGHT), "answers.json")
    norm = load_norm(SMALL_NORM).norm
    assert norm is not None
    answers, _ = parse_answers(RIGHT, norm)
    assert answers is not None

    code, out, err = run(capsys, path, "--date", "2026-11-22", "--format", "json")

    assert (code, err) == (0, "")
    assert out == report_json(assess(norm, answers, date(2026, 11, 22)))


def test_yaml_and_json_answers_give_the_same_report(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The form of the answers makes no difference."""
    as_json = written(tmp_path, json.dumps(RIGHT, indent="\t"), "answers.json")
    as_yaml = written(tmp_path, "format: kmop-answers/1\nprofile:\n  services: [training]\n")
    nameless = written(tmp_path, json.dumps(RIGHT), "answers")

    reports = [run(capsys, path, "--date", "2026-11-22", "--format", "json") for path in (as_json, as_yaml, nameless)]

    assert reports[0] == reports[1] == reports[2]


def test_answers_may_come_by_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`-` stands for standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(canonical_json(RIGHT).encode())))

    assert run(capsys, "-", "--format", "json")[0] == 0


def test_an_example_brings_its_date(capsys: pytest.CaptureFixture[str]) -> None:
    """A worked example is assessed for the date that it names."""
    _, out, _ = run(capsys, EXAMPLE, "--format", "json")

    assert json.loads(out)["date"] == "2026-11-22"


def test_a_given_date_comes_before_the_examples(capsys: pytest.CaptureFixture[str]) -> None:
    """`--date` has the last word."""
    _, out, _ = run(capsys, EXAMPLE, "--format", "json", "--date", "2024-02-29")

    assert json.loads(out)["date"] == "2024-02-29"


def test_faults_in_answers_have_their_place(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """All faults are told at once, each on a line with its place; nothing is told twice."""
    path = written(tmp_path, "format: kmop-answers/1\nprofile:\n  seat: belgie\n  sets: 1\nchecks:\n  OFR-11: {}\n")

    code, out, err = run(capsys, path)

    assert (code, out) == (1, "")
    assert err.splitlines() == [
        f"{path.as_posix()}:3:9: profile.seat: dit antwoord bestaat niet; bedoelt u 'belgium'?",
        f"{path.as_posix()}:4:3: profile.sets: 'sets' kennen we niet; bedoelt u 'seat'?",
        f"{path.as_posix()}:6:3: checks.OFR-11: 'OFR-11' kennen we niet; bedoelt u 'OFR-1'?",
    ]


def test_faults_in_an_example_name_the_whole_path(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Answers inside an example have a path that starts at the file's beginning."""
    text = EXAMPLE.read_text(encoding="utf-8").replace("OFR-1:", "OFR-9:")
    path = written(tmp_path, text)

    code, _, err = run(capsys, path)

    assert code == 1
    assert err.startswith(f"{path.as_posix()}:18:5: answers.checks.OFR-9: ")


@pytest.mark.parametrize("text", ["", "[]", "a: [", "format: kmop-example/1\n", "kmop", '{"format": 1,}'])
def test_what_is_no_answers_file_is_a_fault(capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str) -> None:
    """Whatever stands in the file, the answer is a line with a place."""
    path = written(tmp_path, text)

    code, out, err = run(capsys, path)

    assert (code, out) == (1, "")
    assert all(line.startswith(f"{path.as_posix()}:") for line in err.splitlines())


@pytest.mark.parametrize("text", [r'"title": "a\ud800"', r'"\udc00": 1'])
def test_half_a_character_is_a_fault_with_a_place(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str
) -> None:
    """An escape can spell half a character, which no report could be written with."""
    path = tmp_path / "answers.json"
    path.write_text('{"format": "kmop-answers/1", ' + text + "}", encoding="utf-8")

    code, out, err = run(capsys, path)

    assert (code, out) == (1, "")
    assert err.startswith(f"{path.as_posix()}:1:")
    assert "hier staat een half teken" in err


@pytest.mark.parametrize("name", ["answers.json", "answers.yaml", "answers"])
@pytest.mark.parametrize(
    "text", ['{"format": "kmop-answers/1", "profile": {}}', "format: kmop-answers/1\nprofile: {}\n"]
)
def test_what_stands_in_a_file_decides_how_it_is_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, text: str
) -> None:
    """As on the page: JSON by how it begins, whatever the file is called."""
    assert run(capsys, written(tmp_path, text, name))[0] == 0


@pytest.mark.parametrize("standing", ["file", "input"])
def test_a_file_that_is_larger_than_the_page_takes_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, standing: str
) -> None:
    """Two megabytes, as in `frontend/answers/read-file.ts`."""
    text = "format: kmop-answers/1\n" + "#" * 2_000_000
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    code, _, err = run(capsys, written(tmp_path, text) if standing == "file" else "-")

    assert code == 1
    assert "dit bestand is veel te groot" in err


@pytest.mark.parametrize("text", ['{"title": "a\\u0000b"}', 'title: "a\\0b"'])
def test_the_character_with_number_nought_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str
) -> None:
    code, _, err = run(capsys, written(tmp_path, text))

    assert (code, "title: hier staat een teken \\u0000" in err) == (1, True)


def test_who_has_answers_of_a_newer_norm_is_not_told_to_reload_a_page(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text = '{"format": "kmop-answers/1", "norm": {"id": "small-norm", "version": "2999.1.1"}}'
    code, _, err = run(capsys, written(tmp_path, text))

    assert (code, "versie 2999.1.1" in err, "--norm" in err, "herlaad" in err) == (1, True, True, False)


def test_of_many_faults_the_first_are_told_and_how_many_more_there_are(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Nobody reads thousands of lines."""
    path = written(tmp_path, "format: kmop-answers/1\nchecks:\n" + "".join(f"  X{n}: {{}}\n" for n in range(5000)))

    code, _, err = run(capsys, path)

    assert code == 1
    assert len(err.splitlines()) == 201
    assert err.splitlines()[-1] == "En nog minstens 4800 andere: herstel eerst wat hierboven staat."


ESCAPES = "\x1b[2J\x9b31m\x7f\u202e"


@pytest.mark.parametrize("form", ["text", "json", "md", "html"])
@pytest.mark.parametrize("trace", [[], ["--trace"]])
def test_no_answer_steers_the_terminal(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str, trace: list[str]
) -> None:
    """Escape codes in any answer are spelled out, wherever they show."""
    texts = {"title": ESCAPES, "profile": {"iban": ESCAPES, "bic": ESCAPES, "enterprise_number": ESCAPES}}
    checks = {"OFR-1": {"note": ESCAPES, "present": ESCAPES, "not_applicable": {"reason": ESCAPES}}}
    appendix = [{"id": ESCAPES, "version": ESCAPES, "answer": {ESCAPES: ESCAPES}}]
    scenarios = [{"title": ESCAPES, "profile": {"starter": True}}]
    answers = RIGHT | texts | {"checks": checks, "appendix": appendix, "scenarios": scenarios}
    path = written(tmp_path, json.dumps(answers))

    code, out, err = run(capsys, path, "--format", form, *trace)

    assert code == 0
    assert not any(char in out + err for char in ESCAPES if not char.isprintable())


@pytest.mark.parametrize("form", ["md", "html"])
def test_what_is_redirected_is_utf_8_whatever_the_console_has(form: str) -> None:
    """HTML says that it is UTF-8, and no reader takes Markdown for anything else."""
    command = [sys.executable, "-m", "guide", "assess", str(EXAMPLE), "--norm", str(SMALL_NORM), "--format", form]
    given = subprocess.run(command, env={**os.environ, "PYTHONIOENCODING": "cp1252"}, capture_output=True, check=True)

    assert not given.stdout.decode("utf-8").isascii()


def test_a_missing_file_is_a_fault(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A file that is not there is said to be missing."""
    code, _, err = run(capsys, tmp_path / "nowhere.yaml")

    assert code == 1
    assert "dit bestand ontbreekt" in err


def test_a_broken_norm_is_told_first(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Without a norm in order there is nothing to assess by."""
    with pytest.raises(SystemExit) as left:
        cli.main(["assess", str(EXAMPLE), "--norm", str(tmp_path / "nowhere")])

    assert left.value.code == 1
    assert "nowhere:1:1: het bestand: deze map ontbreekt" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["text", "json", "md", "html"])
def test_a_report_can_be_written_to_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str) -> None:
    """`--output` gives the file what would have been printed, and leaves nothing else behind."""
    path = tmp_path / "report"
    _, printed, _ = run(capsys, EXAMPLE, "--format", form)

    code, out, err = run(capsys, EXAMPLE, "--format", form, "--output", path)

    assert (code, out, err) == (0, "", "")
    assert path.read_text(encoding="utf-8") == printed
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A folder that is not there gives 1 and a sentence."""
    code, _, err = run(capsys, EXAMPLE, "--output", tmp_path / "nowhere" / "report")

    assert code == 1
    assert "kan niet worden geschreven (de map bestaat niet)" in err


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_the_trace_is_shown_on_demand(capsys: pytest.CaptureFixture[str], form: str) -> None:
    """Which rule read what is only shown with --trace."""
    _, short, _ = run(capsys, EXAMPLE, "--format", form)
    _, long, _ = run(capsys, EXAMPLE, "--format", form, "--trace")

    assert len(long) > len(short)


def test_no_colour_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """What is piped on holds no escape codes and no filling."""
    _, out, _ = run(capsys, EXAMPLE)

    assert "\x1b" not in out
    assert not any(line.endswith(" ") for line in out.splitlines())
