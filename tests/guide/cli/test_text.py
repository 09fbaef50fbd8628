"""`kmop text`: files in every form, findings in every form, and what cannot be read told in a sentence."""

import io
import json
from pathlib import Path

import pytest

from guide.cli.text import TEXT_KINDS
from guide.text_check.refusal import REFUSALS
from tests.guide.cli.running import run_kmop
from tests.guide.cli.running import written as made_file
from tests.norms import SMALL_NORM
from tests.texts.made_files import document_of, pdf_of, spreadsheet

WRONG = "Welkom!\nU krijgt bij ons 40 % steun."
RIGHT = "U krijgt bij ons 30 % steun."


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Run `kmop text` with the small norm; its exit code, output and errors."""
    return run_kmop(capsys, "text", "--norm", SMALL_NORM, *words)


def written(folder: Path, text: str | bytes, name: str = "page.txt") -> Path:
    return made_file(folder, text, name)


def test_a_finding_has_its_place_the_reason_and_what_to_write(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = written(tmp_path, WRONG)
    code, out, err = run(capsys, path)
    assert (code, err) == (1, "")
    assert out.startswith(
        f"{path}:2:18: Lijkt fout: percentage van de subsidie\n  ‘40 %’\n  Hier staat 40 %, en het is 30 %.\n"
    )
    assert "  Beter: U krijgt 30 %.\n" in out


def test_a_text_without_findings_leaves_with_0(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, err = run(capsys, written(tmp_path, RIGHT))
    assert (code, err) == (0, "")
    assert out.startswith("We vonden niets dat fout lijkt op ")


def test_the_day_decides(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path, "U krijgt 25 % steun.")
    assert run(capsys, path, "--date", "2026-01-31")[0] == 0
    assert run(capsys, path, "--date", "2026-02-01")[0] == 1


def test_the_kind_of_text_decides(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path, "Attest van Jan.")
    assert run(capsys, path)[0] == 0
    assert run(capsys, path, "--kind", "certificate")[0] == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.html", "<p>U krijgt <b>40</b>&nbsp;% st&shy;eun.</p>"),
        ("page.htm", "<p>U krijgt 40 % steun."),
        ("page.md", "U krijgt **40 %** [steun](https://example.org)."),
        ("page.txt", b"\xef\xbb\xbfU krijgt 40 % steun."),
        ("page.txt", "U krijgt 40 % steun.".encode("utf-16")),
        ("page.txt", "Één klant krijgt 40 % steun.".encode("cp1252")),
        ("page", "<html><body>U krijgt 40 % steun."),
    ],
)
def test_every_form_and_encoding_is_read(
    name: str, text: str | bytes, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, err = run(capsys, written(tmp_path, text, name), "--format", "json")
    assert (code, err) == (1, "")
    assert [each["rule"] for each in json.loads(out)[0]["report"]["findings"]] == ["text-support"]


@pytest.mark.parametrize(
    ("name", "raw"),
    [("page.docx", document_of("Welkom!", "U krijgt 40 % steun.")), ("page.pdf", pdf_of(["U krijgt 40 % steun."]))],
)
def test_word_documents_and_pdfs_are_read(
    name: str, raw: bytes, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, err = run(capsys, written(tmp_path, raw, name))
    assert (code, err) == (1, "")
    assert "‘40 %’" in out


def test_pages_without_text_are_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path, pdf_of(["U krijgt 30 % steun."], []), "page.pdf")
    code, out, err = run(capsys, path)
    assert (code, err) == (0, f"{path}: zonder tekst bleven hier pagina's: 1. Die zijn niet nagekeken.\n")
    assert out.startswith("We vonden niets")


def test_a_file_that_cannot_be_read_keeps_no_other_from_being_looked_at(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    broken, right = written(tmp_path, b"%PDF-", "a.pdf"), written(tmp_path, RIGHT, "b.txt")
    code, out, err = run(capsys, broken, right)
    assert code == 1
    assert out.startswith("We vonden niets")
    assert err.startswith(f"{broken}:1:1: ")


def test_every_reason_to_refuse_has_its_sentence_on_both_sides(messages: dict[str, str]) -> None:
    assert {f"check.text_{reason}.wrong" for reason in REFUSALS} <= messages.keys()
    assert {key.removeprefix("texts.refused.") for key in messages if key.startswith("texts.refused.")} == {
        *REFUSALS,
        "no_reader",
    }


def test_every_kind_of_text_can_be_chosen_in_the_page(messages: dict[str, str]) -> None:
    kinds = [key.removeprefix("texts.kind.") for key in messages if key.startswith("texts.kind.")]
    assert kinds == list(TEXT_KINDS)


def test_standard_input_is_read(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    assert run(capsys, "-")[1].startswith("-:2:18: ")


def test_several_files_are_looked_at_together(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    one, other = written(tmp_path, WRONG, "a.txt"), written(tmp_path, WRONG, "b.txt")
    code, out, _ = run(capsys, one, other)
    assert code == 1
    assert f"{one}:2:18" in out
    assert f"{other}:2:18" in out


def test_what_stands_in_the_text_is_no_markup_in_the_report(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path, "Steun, en de <script>alert(1)</script> beste van <b>de beste</b>.")
    _, out, _ = run(capsys, path, "--format", "html")
    assert out.startswith("<!doctype html>")
    assert "<script>" not in out
    assert "<b>de beste</b>" not in out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"%PDF-1.7\x00\x01\x02", "beschadigd"),
        (b"PK\x03\x04\x14\x00\x00", "beschadigd"),
        (b"\xd0\xcf\x11\xe0old", "oude versie van Word"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (b"\x89PNG", "dit soort bestand lezen we niet"),
        (pdf_of([]), "scan"),
        (spreadsheet(), "dit soort bestand lezen we niet"),
        (b"a\x00b", "dit is geen gewone tekst"),
        (b"\x81\x8d\xff\xfe\x9d", "dit is geen gewone tekst"),
        (b"  \n ", "er staat geen tekst in"),
        (b"a" * 2_000_001, "te groot"),
    ],
)
def test_what_is_no_text_is_told_in_a_sentence(
    text: bytes, told: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = written(tmp_path, text)
    code, out, err = run(capsys, path)
    assert (code, out) == (1, "")
    assert err.startswith(f"{path}:1:1: ")
    assert told in err


def test_a_file_that_is_not_there_and_a_folder_are_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "ontbreekt" in run(capsys, tmp_path / "none.txt")[2]
    assert run(capsys, tmp_path)[0] == 1


@pytest.mark.parametrize("words", [(), ("--kind", "poem", "x"), ("--date", "1-2-3", "x"), ("--format", "md", "x")])
def test_wrong_usage_leaves_with_2(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, *words)[0] == 2


def test_every_kind_of_text_and_finding_has_words(messages: dict[str, str]) -> None:
    from guide.validation.schemas import schema  # noqa: PLC0415 - beside its use

    defined = schema("texts")["$defs"]
    assert list(TEXT_KINDS) == defined["kind"]["enum"]
    named = {key.removeprefix("text.finding.") for key in messages if key.startswith("text.finding.")}
    assert named == set(defined["finding"]["enum"])
