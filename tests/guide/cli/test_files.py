"""`kmop files`: lists in, findings out; what is in doubt is asked, and what is wrong told in a sentence."""

import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from guide import cli
from guide.validation.schemas import schema
from guide.validation.validator import validator
from tests.guide.cli.running import run_kmop
from tests.guide.cli.running import written as made_file
from tests.norms import SMALL_NORM

WRONG = "Klant;Start;Aanvraag\nSmit;1/2/2026;4/2/2026\n"
RIGHT = "Klant;Start;Aanvraag\nSmit;1/2/2026;1/2/2026\n"


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Run `kmop files` with the small norm on a day; its exit code, output and errors."""
    return run_kmop(capsys, "files", "--norm", SMALL_NORM, "--date", "2026-03-01", *words)


def written(folder: Path, text: str | bytes, name: str = "lijst.csv") -> Path:
    return made_file(folder, text, name)


def test_a_finding_has_its_place_the_reason_and_what_to_do(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path, WRONG)
    code, out, err = run(capsys, path)
    assert (code, err) == (1, "")
    assert out.startswith(
        f"{path}:2:C: Lijkt fout: aanvraagdatum\n  ‘4/2/2026’\n  De aanvraag kwam 3 dagen na 1 februari"
    )
    assert "  Wat u doet: Vraag het na.\n" in out
    assert "  - Opdrachten: 1\n" in out


def test_a_list_without_findings_leaves_with_0(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, err = run(capsys, written(tmp_path, RIGHT))
    assert (code, err) == (0, "")
    assert "We vonden niets om na te kijken, voor 1 maart 2026.\n" in out


def test_json_holds_to_its_schema(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    _, out, _ = run(capsys, written(tmp_path, WRONG), "--format", "json")
    (found,) = json.loads(out)
    assert list(validator(schema("files_report")).iter_errors(found["report"])) == []
    assert [each["rule"] for each in found["report"]["findings"]] == ["file-late"]


def test_html_shows_text_and_no_markup(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path, "Klant;Start;<b>x</b>\n<script>alert(1)</script>;1/2/26;y\n")
    _, out, _ = run(capsys, path, "--format", "html")
    assert out.startswith("<!doctype html>")
    assert "‘&lt;b&gt;x&lt;/b&gt;’" in out
    assert "<script" not in out


def test_what_is_in_doubt_is_asked_and_can_be_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path, "Klant;Datum;Prijs\nSmit;1/2/2026;500\n")
    code, out, err = run(capsys, path)
    assert (code, out) == (1, "")
    assert err.endswith(
        "kolom B (Datum) kan verschillende dingen zijn: Aanvraag, Start; kies er een, zoals --column Aanvraag=B, "
        "of sla ze over met --column geen=B\n"
    )
    assert run(capsys, path, "--column", "Start=B")[0] == 0
    assert run(capsys, path, "--column", "geen=B")[0] == 0


def test_two_columns_that_seem_the_same_are_asked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path, "Klant;Bedrijf;Start\nSmit;Smit;1/2/2026\n")
    assert "de kolommen A, B lijken allemaal ‘Klant’" in run(capsys, path)[2]
    assert run(capsys, path, "--column", "klant=A")[0] == 0


def test_a_list_without_heading_is_asked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path, "Smit;1/2/2026\nPeeters;2/2/2026\n")
    assert "we vinden geen rij met namen van kolommen" in run(capsys, path)[2]
    code, out, _ = run(capsys, path, "--column", "Klant=A", "--column", "Start=B")
    assert code == 0
    assert "  - Opdrachten: 2\n" in out


def test_a_heading_with_nothing_under_it_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = run(capsys, written(tmp_path, "Klant;Start\n"))
    assert code == 1
    assert "staat geen enkele opdracht" in err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--column", "Iets=A"], "De kolom Iets kennen we niet; kies uit: Klant, KBO-nummer"),
        (["--column", "Klant"], "geef de naam van een kolom en een letter"),
        (["--column", "Klant=1"], "geef de naam van een kolom en een letter"),
        (["--own", "0403.170.702"], "geef een ondernemingsnummer van tien cijfers"),
        (["--out", "beside.csv"], "geef een bestand dat op .xlsx eindigt"),
        (["--list", "all"], "een van: projects, renewal"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, err = run(capsys, written(tmp_path, RIGHT), *words)
    assert (code, out) == (2, "")
    assert told in err


def test_several_lists_cannot_be_written_into_one(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path, RIGHT)
    assert run(capsys, path, path, "--out", tmp_path / "beside.xlsx")[0] == 2


def test_the_list_itself_is_never_replaced(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path, RIGHT, "lijst.xlsx")
    assert run(capsys, path, "--out", path)[0] == 2
    assert path.read_text(encoding="utf-8") == RIGHT


@pytest.mark.parametrize("name", ["missing.xlsx", "."])
def test_what_cannot_be_read_is_told(name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, err = run(capsys, tmp_path / name)
    assert (code, out) == (1, "")
    assert "Traceback" not in err
    assert err.count("\n") == 1


def test_a_sheet_that_is_not_there_is_told_with_those_that_are(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "lijst.xlsx"
    openpyxl.Workbook().save(path)
    book = openpyxl.load_workbook(path)
    book.worksheets[0].append(["Klant", "Start"])
    book.save(path)
    assert "er is geen blad 2025; kies een van: Sheet" in run(capsys, path, "--sheet", "2025")[2]


def test_a_list_is_written_with_the_findings_beside_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "beside.xlsx"
    assert run(capsys, written(tmp_path, WRONG), "--out", out)[0] == 1
    sheet = openpyxl.load_workbook(out).worksheets[0]
    assert [cell.value for cell in sheet[1]][:4] == ["Klant", "Start", "Aanvraag", "Dossiercheck"]
    assert str(sheet["D2"].value).startswith("Lijkt fout: aanvraagdatum (rij 2, kolom C). De aanvraag kwam 3 dagen")
    assert sheet["E2"].value == "Wat u doet: Vraag het na."


def test_a_place_that_cannot_be_written_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = run(capsys, written(tmp_path, RIGHT), "--out", tmp_path / "no" / "beside.xlsx")
    assert code == 1
    assert "kies een andere plaats met --out" in err


def test_who_says_it_stands_beside_it_when_it_is_not_the_authority(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = written(
        tmp_path, "Klant;Startdatum;Bedrag offerte;Bedrag factuur\nSmit;1/2/2026;1;2\nPeeters;1/1/2020;1;1\n"
    )
    with pytest.raises(SystemExit):
        cli.main(["files", "--date", "2026-03-01", str(path)])
    out = capsys.readouterr().out
    assert "  Bron (niet van de overheid): Wat een adviseur voor de audit nakijkt" in out
    assert "  Bron (een auditbureau): " in out


def test_what_would_steer_a_terminal_is_not_written_to_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path, "Klant;Start\nSmit;\u202e1/2/26\u009b\n")
    _, out, _ = run(capsys, path)
    assert "‘1/2/26’" in out


def test_a_norm_without_rules_for_lists_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    norm = tmp_path / "norm"
    shutil.copytree(SMALL_NORM, norm, ignore=shutil.ignore_patterns("files"))
    with pytest.raises(SystemExit) as left:
        cli.main(["files", "--norm", str(norm), str(written(tmp_path, RIGHT))])
    assert left.value.code == 1
    assert "deze norm heeft geen regels voor de dossiercheck" in capsys.readouterr().err


def test_what_a_list_is_checked_as_decides(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path, "Klant;Start\nSmit;1/2/2026\n")
    assert run(capsys, path)[0] == 0
    assert run(capsys, path, "--list", "renewal")[0] == 0
    assert run(capsys, path, "--list", "renewal", "--service", "advice")[0] == 1


def test_another_sheet_can_be_chosen(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, day in (("2026", "1/2/2026"), ("2025", "1/2/25")):
        sheet = book.create_sheet(name)
        sheet.append(["Klant", "Start"])
        sheet.append(["Smit", day])
    path = tmp_path / "lijst.xlsx"
    book.save(path)
    code, out, _ = run(capsys, path)
    assert code == 0
    assert "We keken het blad ‘2026’ na. Ook hier staat een lijst: ‘2025’." in out
    assert run(capsys, path, "--sheet", "2025")[0] == 1
