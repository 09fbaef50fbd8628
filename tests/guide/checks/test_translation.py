"""What a language lacks is listed with its place, and how far it has come is told."""

import shutil
from pathlib import Path

import pytest

from guide import cli, paths
from guide.checks.translation import translation_of
from guide.site.build import build
from tests.norms import SMALL_NORM


@pytest.fixture
def norm(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL_NORM, tmp_path / "norm"))


@pytest.fixture
def own(norm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Take a small norm, with a message and a page, for our own."""
    for folder, name in (("MESSAGES", "one.yaml"), ("DOCS", "page.md")):
        place = tmp_path / folder / "nl" / name
        place.parent.mkdir(parents=True)
        place.write_text("word: een\n", encoding="utf-8")
        monkeypatch.setattr(paths, folder, tmp_path / folder)
    monkeypatch.setattr(paths, "NORM", norm)
    return tmp_path


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_every_text_that_is_not_there_is_told_where_the_dutch_one_stands(norm: Path) -> None:
    path = norm / "bureaus.yaml"
    put(path, path.read_text("utf-8").replace('{nl: "Bureau Een"}', '{nl: "Bureau Een", fr: "Bureau Un"}'))
    before, after = translation_of(SMALL_NORM, "fr"), translation_of(norm, "fr")

    assert (before.done, after.done, before.total) == (0, 1, after.total)
    assert {(fault.file.rpartition("/")[2], fault.line) for fault in before.missing} >= {("bureaus.yaml", 3)}
    assert not any(fault.file.endswith("bureaus.yaml") for fault in after.missing)


def test_of_our_own_norm_messages_and_pages_are_told_too(own: Path) -> None:
    missing = {fault.message for fault in translation_of(own / "norm", "fr").missing}
    put(own / "MESSAGES" / "fr" / "one.yaml", "word: un\n")
    put(own / "DOCS" / "fr" / "page.md", "word: un\n")

    assert missing == {f"check.{kind}_untranslated" for kind in ("text", "message", "page")}
    assert {fault.message for fault in translation_of(own / "norm", "fr").missing} == {"check.text_untranslated"}


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        cli.main(list(words))
    out, err = capsys.readouterr()
    return int(str(left.value.code)), out, err


def test_kmop_check_lists_them_and_says_how_many_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "check", "--norm", str(SMALL_NORM), "--language", "fr")

    assert code == 1
    assert "bureaus.yaml:3:12: bureaus[bureau-one].title: deze tekst is er niet in fr; voeg fr toe, naast nl" in err
    assert out == f"fr: 0 van de {translation_of(SMALL_NORM, 'fr').total} teksten zijn er (0 %).\n"


def test_a_language_that_no_text_can_be_in_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "check", "--norm", str(SMALL_NORM), "--language", "zz")

    assert (code, "De taal zz kennen we niet; kies uit: en, fr." in err) == (2, True)


def test_a_site_is_not_built_in_a_language_that_lacks_a_text(norm: Path, tmp_path: Path) -> None:
    missing = build(norm, tmp_path / "site", language="fr")

    assert {fault.message for fault in missing} == {"check.text_untranslated"}
    assert not (tmp_path / "site").exists()
