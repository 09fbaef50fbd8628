"""`kmop verify`: its exit codes and its forms, and what cannot be verified told in a sentence."""

import json
from pathlib import Path

import pytest

from guide import cli
from tests.norms import SMALL_NORM

EXAMPLE = SMALL_NORM / "examples" / "trainer.yaml"


def run(capsys: pytest.CaptureFixture[str], command: str, *words: object) -> tuple[int, str, str]:
    """Run a command with the small norm; its exit code, output and errors."""
    with pytest.raises(SystemExit) as left:
        cli.main([command, "--norm", str(SMALL_NORM), *map(str, words)])
    out, err = capsys.readouterr()
    return int(str(left.value.code)), out, err


@pytest.fixture
def report(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Path:
    path = tmp_path / "rapport.md"
    run(capsys, "assess", EXAMPLE, "--format", "md", "--output", path)
    return path


def test_a_report_that_nobody_changed_leaves_with_0(capsys: pytest.CaptureFixture[str], report: Path) -> None:
    code, out, err = run(capsys, "verify", report, "--answers", EXAMPLE)

    assert (code, err) == (0, "")
    assert out.startswith(f"{report} is door deze regels gemaakt van deze antwoorden.\n\nMeer zegt dit niet.")


def test_a_changed_report_leaves_with_1_and_tells_the_difference(
    capsys: pytest.CaptureFixture[str], report: Path
) -> None:
    text = report.read_text(encoding="utf-8")
    title = text.splitlines()[0]
    report.write_text(text.replace(title, "# Een attest"), encoding="utf-8")

    code, out, _ = run(capsys, "verify", report, "--answers", EXAMPLE)
    _, as_json, _ = run(capsys, "verify", report, "--answers", EXAMPLE, "--format", "json")

    assert code == 1
    assert out.startswith(f"{report} is niet wat deze regels van deze antwoorden maken.")
    assert f"Regel 1\n  Er staat: # Een attest\n  De regels maken ervan: {title}\n" in out
    assert json.loads(as_json)["differences"] == [{"where": "1", "found": "# Een attest", "expected": title}]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["{report}"], "Geef ook de antwoorden"),
        ([str(EXAMPLE), "--answers", str(EXAMPLE)], "In het bestand staat niet waarmee het gemaakt is."),
    ],
)
def test_what_cannot_be_told_leaves_with_1_and_says_why(
    capsys: pytest.CaptureFixture[str], report: Path, words: list[str], said: str
) -> None:
    code, out, _ = run(capsys, "verify", *(word.format(report=report) for word in words))

    assert code == 1
    assert out.startswith("Van ")
    assert said in out


def test_files_that_are_not_there_are_told(capsys: pytest.CaptureFixture[str], report: Path) -> None:
    gone = report.with_name("weg")

    for words in ((gone,), (report, "--answers", gone)):
        code, out, err = run(capsys, "verify", *words)
        assert (code, out) == (1, "")
        assert err.startswith(f"{gone}:1:1: ")


def test_every_reason_and_result_has_its_sentence(messages: dict[str, str]) -> None:
    from guide.validation.schemas import schema  # noqa: PLC0415 - the one test of it

    given = schema("verify")["properties"]
    for part in ("reason", "result"):
        said = {name.rpartition(".")[2] for name in messages if name.startswith(f"verify.{part}.")}
        assert said == set(given[part]["enum"]) - {None}
