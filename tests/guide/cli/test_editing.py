"""The commands that edit the norm: what they say, what they write, and that they write all or nothing."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guide import cli
from guide.disk_cache import Cache
from guide.loader import load_norm
from guide.validation.schemas import schema
from tests.norms import REAL_NORM, SMALL_NORM, checked_norm

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL_NORM, tmp_path / "norm"))


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def kmop(*words: str, norm: Path = folder) -> tuple[int, str]:
        with pytest.raises(SystemExit) as left:
            cli.main([*words, "--norm", str(norm)])
        out, err = capsys.readouterr()
        return int(str(left.value.code)), (out + err).replace(f"{folder.as_posix()}/", "")

    return kmop


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_show_says_what_an_element_is_where_it_stands_and_who_names_it(run: Run) -> None:
    code, said = run("show", "OFR-1")
    assert code == 0
    assert said.startswith("OFR-1 (aandachtspunt)\n  Titel: Een duidelijk aanbod\n")
    assert "  Staat in: requirements/offering.yaml:15\n" in said
    assert "  documents.yaml:11: documents[offering-description].proves[0]\n" in said


def test_show_names_the_pages_of_our_own_norm(run: Run) -> None:
    name = checked_norm(REAL_NORM)["ask_again"][0]
    code, said = run("show", name, norm=REAL_NORM)
    assert code == 0
    assert re.search(rf"  naslag/[a-z-]+/#{name}\n", said)
    assert re.search(r"docs/nl/[a-z/-]+\.md:\d", said)


def test_show_explains_every_kind_of_predicate(run: Run) -> None:
    _, said = run("show", "predicates")
    kinds = schema("common")["$defs"]["predicate"]["properties"]
    assert [line for line in said.splitlines() if not line.startswith(" ")] == list(kinds)
    assert "{at_least: {sum: [sites.belgium, sites.abroad], value: 3}}" in said


def test_show_says_what_is_still_to_be_written(run: Run) -> None:
    assert run("new", "check", "--in", "offering", "--title", "Een prijs", "--source", "law")[0] == 0
    code, said = run("show", "OFR-3")
    assert (code, said.startswith("OFR-3 (aandachtspunt)\n  Titel: Een prijs\n  Tekst: ??? ")) == (0, True)
    assert "\nDit is hier nog te doen:\nrequirements/offering.yaml:37:16: checks[OFR-3].text.nl: deze tekst is " in said
    assert "\nZolang de norm niet klopt, kan hierboven iets ontbreken" in said


def test_show_tells_how_much_is_wrong_elsewhere(run: Run, folder: Path) -> None:
    file = folder / "bureaus.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("sources: [law]", "sources: [lwa]"), encoding="utf-8")
    code, said = run("show", "OFR-1")
    assert (code, said.startswith("OFR-1 (aandachtspunt)\n")) == (0, True)
    assert re.search(r"\nFouten op andere plaatsen in de norm: \d+\. U ziet ze met kmop check\.\n", said)
    assert "nog te doen" not in said


@pytest.mark.parametrize("written", ["bureaus: {\n", "bureaus: 7\n"])
def test_show_does_without_a_file_that_cannot_be_read(run: Run, folder: Path, written: str) -> None:
    (folder / "bureaus.yaml").write_text(written, encoding="utf-8")
    assert run("show", "OFR-1")[1].startswith("OFR-1 (aandachtspunt)\n")


def test_a_source_can_be_shown_too(run: Run) -> None:
    name = next(iter(checked_norm(SMALL_NORM)["sources"]))
    code, said = run("show", name)
    assert (code, said.startswith(f"{name} (bron)\n  Titel: ")) == (0, True)


def test_a_question_gets_another_name_by_either_of_its_names(run: Run, folder: Path) -> None:
    code, said = run("rename", "profile.has_user_right", "has_right")
    assert (code, "De wijziging staat bij versie " in said) == (0, True)
    history = (folder / "norm.yaml").read_text(encoding="utf-8")
    assert '"profile.has_user_right": "profile.has_right"' in history
    assert "De vragen zijn dezelfde gebleven." in history


def test_a_question_that_programs_know_keeps_its_name(run: Run, folder: Path) -> None:
    before = contents(folder)
    assert "het programma zelf kent het bij deze naam" in run("rename", "application", "request")[1]
    assert contents(folder) == before


def test_what_does_not_exist_is_said_with_what_was_meant(run: Run) -> None:
    assert run("show", "OFR-11") == (1, "OFR-11 bestaat niet in de norm; bedoelt u OFR-1?\n")


def test_a_dry_run_shows_the_lines_and_writes_nothing(run: Run, folder: Path) -> None:
    before = contents(folder)
    code, said = run("rename", "OFR-1", "OFR-9", "--dry-run")
    assert code == 0
    assert "-  - id: OFR-1\n+  - id: OFR-9\n" in said
    assert contents(folder) == before


def test_a_rename_is_written_with_the_version_that_it_belongs_to(run: Run, folder: Path) -> None:
    code, said = run("rename", "OFR-1", "OFR-9")
    assert code == 0
    assert "De wijziging staat bij versie " in said
    assert load_norm(folder, Cache()).faults == []


def test_a_name_that_the_norm_does_not_take_leaves_it_as_it_was(run: Run, folder: Path) -> None:
    before = contents(folder)
    code, said = run("rename", "OFR-1", "OFR 1")
    assert code == 1
    assert said.startswith("Zo klopt de norm niet meer. Er is niets geschreven.")
    assert "requirements/offering.yaml:15:9: checks[OFR 1].id: " in said
    assert contents(folder) == before


def test_a_faulty_norm_is_mended_before_it_is_edited(run: Run, folder: Path) -> None:
    (folder / "bureaus.yaml").write_text("bureaus: {\n", encoding="utf-8")
    before = contents(folder)
    code, said = run("rename", "OFR-1", "OFR-9")
    assert (code, said.startswith("bureaus.yaml:")) == (1, True)
    assert contents(folder) == before


def test_merging_says_what_to_read_again(run: Run, folder: Path) -> None:
    code, said = run("merge", "OFR-1", "OFR-2")
    assert code == 0
    assert "Lees de tekst en de bronnen van OFR-2 na in requirements/offering.yaml:15: " in said
    assert load_norm(folder, Cache()).faults == []


def test_a_source_that_nothing_needs_any_more_is_left_to_people(run: Run, folder: Path) -> None:
    file = folder / "warnings.yaml"
    alone = '  - id: warning-alone\n    level: note\n    title: {nl: "Alleen"}\n    text: {nl: "Alleen."}\n'
    alone += (
        "    standing: official\n    sources: [lonely]\n    applies_when: {equals: {field: starter, value: true}}\n"
    )
    alone += '    about: [OFR-1]\n    remedy: {nl: "Niets."}\n'
    file.write_text(file.read_text(encoding="utf-8") + alone, encoding="utf-8")
    source = '  - {id: lonely, title: "L", publisher: "L", url: "https://example.org/", kind: law, standing: official'
    source += ', era: {nl: "Nu"}, seen: whole, used_for: {nl: "Dit"}}\n'
    sources = folder / "sources.yaml"
    sources.write_text(sources.read_text(encoding="utf-8") + source, encoding="utf-8")
    assert load_norm(folder, Cache()).faults == []
    code, said = run("remove", "warning-alone")
    assert code == 0
    assert "Dit moet u zelf nog in orde brengen:" in said
    assert [fault.message for fault in load_norm(folder, Cache()).faults] == ["check.source_unused"]


def test_what_is_still_needed_is_named_with_its_place(run: Run) -> None:
    code, said = run("remove", "REF-1")
    assert code == 1
    assert "files/small.yaml:120: evidence[evidence-files].check" in said


def test_a_file_that_cannot_be_written_leaves_all_others_as_they_were(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(folder)

    def refuse(path: Path, beside: Path | None) -> None:
        if path.name == "warnings.yaml":
            raise PermissionError(13, "no", str(path))
        assert beside
        beside.replace(path)

    monkeypatch.setattr("guide.editing.changes._take_place", refuse)
    code, said = run("rename", "OFR-1", "OFR-9")
    assert (code, said) == (
        1,
        "warnings.yaml kan niet worden geschreven (u hebt er geen rechten); alle bestanden zijn zoals ze waren.\n",
    )
    assert contents(folder) == before


def test_fmt_writes_the_form_once(run: Run, folder: Path) -> None:
    file = folder / "bureaus.yaml"
    before = file.read_text(encoding="utf-8")
    file.write_text(f"# Ours.\n{before}".replace("  - id", "-   id").replace("\n    ", "\n    "), encoding="utf-8")
    assert run("fmt", "--check")[0] == 1
    assert run("fmt") == (0, "In de vaste vorm gezet: bureaus.yaml.\n")
    assert file.read_text(encoding="utf-8") == f"# Ours.\n{before}"
    assert run("fmt", "--check") == (0, "Alle bestanden hebben de vaste vorm.\n")


def test_our_own_norm_has_the_form(run: Run) -> None:
    assert run("fmt", "--check", norm=REAL_NORM) == (0, "Alle bestanden hebben de vaste vorm.\n")


def test_new_says_what_is_left_to_write_and_where(run: Run) -> None:
    code, said = run(
        "new", "check", "--in", "offering", "--title", "Een prijs", "--source", "law", "--for", "project-list"
    )
    assert code == 0
    assert "OFR-3 staat in requirements/offering.yaml:35.\n" in said
    assert (
        "requirements/offering.yaml:37:16: checks[OFR-3].text.nl: deze tekst is nog niet geschreven; schrijf hier"
        in said
    )


def test_new_asks_at_a_terminal_for_what_is_missing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["offering", "Een prijs", "law"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))
    code, said = run("new", "check")
    assert (code, "OFR-3 staat in " in said) == (0, True)


def test_new_without_a_terminal_names_the_option_that_is_missing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    code, said = run("new", "document")
    assert (code, said.startswith("--title ontbreekt.")) == (2, True)


def test_new_refuses_an_id_that_is_none(run: Run, folder: Path) -> None:
    before = contents(folder)
    code, said = run("new", "fact", "--in", "preparing", "--id", "Some_fact", "--source", "law")
    assert (code, "facts/preparing.yaml:16:9: facts[Some_fact].id: " in said) == (1, True)
    assert contents(folder) == before
