"""A new element: it stands at the right place, and only what is still to be written is wrong with it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from guide.checks.unwritten import MARK
from guide.disk_cache import Cache
from guide.editing.changes import write_change
from guide.editing.new_element import KINDS, Wish, begin
from guide.editing.open_norm import EditError, OpenNorm
from guide.editing.remove import remove
from guide.loader import load_norm

Open = Callable[[], OpenNorm]
TITLE = {"nl": "Een titel"}
WISHES: dict[str, Wish] = {
    "check": Wish("check", home="offering", linked=["project-list"], given={"title": TITLE, "sources": ["law"]}),
    "document": Wish("document", linked=["OFR-1"], given={"title": TITLE, "sources": ["law"]}),
    "source": Wish("source", linked=["offering-clear"], given={"title": "Een wet", "url": "https://example.org/"}),
    "bureau": Wish("bureau", given={"title": {"nl": "NORD"}, "sources": ["law"]}),
    "warning": Wish("warning", given={"title": TITLE, "sources": ["law"]}),
    "fact": Wish("fact", name="a-fact", home="preparing", given={"sources": ["law"]}),
}
# What only says that something is to be filled in: a text, a field, an id, a day or a choice.
LEFT = {"check.unwritten", "check.dangling", "check.pattern_date", "check.enum"}
CHOICES = {
    "kind: invullen\n    standing": "kind: law\n    standing",
    "kind: invullen\n    needed": "kind: file\n    needed",
}
CHOICES |= {
    "standing: invullen": "standing: official",
    "seen: invullen": "seen: part",
    "level: invullen": "level: note",
}
CHOICES |= {"precision: invullen": "precision: year", "field: invullen": "field: starter"}


@pytest.fixture
def begun(open_norm: Open) -> list[str]:
    """One element of every kind, and their ids."""
    names = []
    for wish in WISHES.values():
        change, name = begin(open_norm(), wish, "invullen")
        write_change(change)
        names.append(name)
    return names


def test_new_elements_lack_only_what_is_marked_and_then_nothing(folder: Path, begun: list[str]) -> None:
    assert list(WISHES) == list(KINDS)
    faults = load_norm(folder, Cache()).faults
    assert {fault.message for fault in faults} <= LEFT
    assert all(any(f"[{name}]" in fault.path for fault in faults) for name in begun)
    for path in folder.rglob("*.yaml"):
        path.write_text(_filled(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert load_norm(folder, Cache()).faults == []


def _filled(text: str) -> str:
    filled = text.replace(f"{MARK} ", "")
    for marked, chosen in CHOICES.items():
        filled = filled.replace(marked, chosen)
    return filled.replace("about: [invullen]", "about: [lookback]").replace(": invullen", ': "2026-01-01"')


def test_a_check_point_has_the_next_number_and_is_named_by_its_documents(folder: Path, open_norm: Open) -> None:
    change, name = begin(open_norm(), WISHES["check"], "invullen")
    assert name == "OFR-3"
    assert "proves: [REF-1, REF-2, OFR-3]" in str(change.files[folder / "documents.yaml"])
    assert "    documents: [project-list]\n" in str(change.files[folder / "requirements" / "offering.yaml"])


@pytest.mark.parametrize(
    ("title", "name"),
    [("Bureau Drie", "bureau-drie"), ("NORD", "bureau-nord"), ("Bureaucraten", "bureau-bureaucraten")],
)
def test_an_id_says_what_it_is_of_once(open_norm: Open, title: str, name: str) -> None:
    assert begin(open_norm(), Wish("bureau", given={"title": {"nl": title}, "sources": ["law"]}), "x")[1] == name


@pytest.mark.parametrize(
    ("kind", "linked", "why", "meant"),
    [
        ("check", "lookback", "no_document", None),
        ("check", "projects-list", "no_document_meant", "project-list"),
        ("document", "project-list", "no_check", None),
    ],
)
def test_what_it_belongs_to_is_of_the_right_kind(
    open_norm: Open, kind: str, linked: str, why: str, meant: str | None
) -> None:
    wish = Wish(kind, home="offering", linked=[linked], given={"title": TITLE, "sources": ["law"]})
    with pytest.raises(EditError) as wrong:
        begin(open_norm(), wish, "x")
    assert (wrong.value.message, wrong.value.values["meant"]) == (why, meant)


@pytest.mark.parametrize("home", ["cost", "bureaus", "procedure"])
def test_a_fact_of_a_file_of_its_own_topic_stands_there(folder: Path, open_norm: Open, home: str) -> None:
    change, _ = begin(open_norm(), Wish("fact", name="a-fact", home=home, given={"sources": ["law"]}), "invullen")
    write_change(change)

    faults = load_norm(folder, Cache()).faults

    assert list(change.files) == [folder / f"{home}.yaml"]
    assert [(fault.message, fault.path) for fault in faults] == [("check.unwritten", "facts[a-fact].text.nl")]


def test_what_is_to_be_written_is_told_beside_what_is_to_be_filled_in(folder: Path, begun: list[str]) -> None:
    del begun
    told = {fault.message for fault in load_norm(folder, Cache()).faults if "[een-wet]" in fault.path}
    assert told == {"check.pattern_date", "check.unwritten", "check.enum"}


def test_nothing_is_chosen_that_was_not_given(folder: Path, open_norm: Open) -> None:
    change, _ = begin(open_norm(), WISHES["source"], "invullen")
    begun = str(change.files[folder / "sources.yaml"]).rpartition("  - id:")[2]
    given = {"een-wet", 'title: "Een wet"', "url: https://example.org/"}
    lines = {line.strip() for line in begun.splitlines()}
    assert lines - given == {line for line in lines if line.endswith(": invullen") or MARK in line}


def test_a_number_that_was_given_before_is_not_given_again(folder: Path, open_norm: Open) -> None:
    write_change(remove(open_norm(), "OFR-2", "Weg."))
    assert begin(open_norm(), WISHES["check"], "invullen")[1] == "OFR-3"
    assert load_norm(folder).faults == []


def test_a_new_element_stands_behind_the_last_and_nothing_else_changes(folder: Path, open_norm: Open) -> None:
    before = (folder / "warnings.yaml").read_text(encoding="utf-8")
    change, _ = begin(open_norm(), WISHES["warning"], "invullen")
    after = str(change.files[folder / "warnings.yaml"])
    assert after.startswith(before.rstrip("\n"))
    assert list(change.files) == [folder / "warnings.yaml"]


def test_an_id_is_the_title_in_small_letters_as_its_neighbours_have_it(open_norm: Open) -> None:
    named = [begin(open_norm(), WISHES[kind], "invullen")[1] for kind in ("document", "warning", "bureau", "source")]
    assert named == ["een-titel", "warning-een-titel", "bureau-nord", "een-wet"]


def test_without_a_source_it_is_our_own_and_asks_for_a_reason(folder: Path, open_norm: Open) -> None:
    change, _ = begin(open_norm(), Wish("document", given={"title": TITLE}), "invullen")
    text = str(change.files[folder / "documents.yaml"])
    assert "    standing: estimate\n" in text.rpartition("  - id:")[2]
    assert 'rationale: {nl: "??? ' in text


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        (Wish("document", name="law", given={"title": TITLE}), "taken"),
        (Wish("check", home="nowhere", given={"title": TITLE}), "no_home"),
        (Wish("document", linked=["OFR-77"], given={"title": TITLE}), "no_check_meant"),
        (Wish("source", linked=["law"], given={"title": "x"}), "no_list"),
    ],
)
def test_what_cannot_be_begun_is_said(open_norm: Open, wish: Wish, message: str) -> None:
    with pytest.raises(EditError) as wrong:
        begin(open_norm(), wish, "invullen")
    assert wrong.value.message == message


def test_a_text_that_is_not_written_reaches_no_reader(folder: Path) -> None:
    file = folder / "warnings.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace('{nl: "', '{nl: "??? ', 1), encoding="utf-8")
    faults: Any = load_norm(folder, Cache()).faults
    assert [fault.message for fault in faults] == ["check.unwritten"]
