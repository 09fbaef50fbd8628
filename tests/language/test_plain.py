"""Each rule of plain language finds what it should and leaves the rest alone, and our own texts hold to all of them."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from guide import cli, paths
from guide.catalogue import LANGUAGE, load_messages
from guide.checks.plain_language import RULES, check_plain, plain_faults
from guide.checks.plain_language.settings import Bounds, read_bounds
from guide.checks.plain_language.texts import Text, catalogue_texts, norm_texts, prose_texts
from guide.documents.document import Document
from guide.documents.yaml_reader import parse_yaml
from guide.faults import fault_text
from tests.norms import SMALL_NORM

OWN, _ = read_bounds(LANGUAGE)
assert OWN is not None
# Our own ways to know a passive sentence and the like, with few words.
BOUNDS: dict[str, Any] = OWN.data | {
    "sentence_words": 6,
    "english": {"feedback": "reacties", "Newsletter": "nieuwsbrief", "up-to-date": "bijgewerkt"},
    "stiff": {"teneinde": "om"},
    "informal": {"je": "u"},
    "one_word": {
        "variants": {"bladzijde": "pagina", "ten laatste": "uiterlijk", "enkel": "alleen"},
        "kept": ["geen enkel"],
    },
    "articles": [
        {"before": ["de", "deze", "onze"], "nouns": ["loket", "scenario"]},
        {"before": ["elk"], "nouns": ["audit"]},
    ],
    "twice": ["dat"],
    "explained": ["kennistest"],
    "known": {"CSV": "een bestand", "Brand Feedback": "een naam"},
    "exceptions": [],
}


def bounds(*exceptions: dict[str, str], explained: frozenset[str] = frozenset({"bis-nummer"})) -> Bounds:
    return Bounds(Document("nl.yaml", BOUNDS | {"exceptions": list(exceptions)}), explained)


def text(words: str, path: str = "x") -> Text:
    return Text(words, "norm/x.yaml", 1, 1, path)


def found(words: str) -> set[str]:
    return {one.rule for rule in RULES for one in rule(text(words), bounds())}


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Een twee drie vier vijf zes zeven.", "long"),
        ("Kort. Maar een twee drie vier vijf zes zeven?", "long"),
        ("Het wordt verstuurd. Dan werd het bewaard.", "passive"),
        ("Dit wordt gevraagd en werd gemeten.", "passive"),
        ("Vraag feedback.", "english"),
        ("Feedback vragen.", "english"),
        ("Houd dit up-to-date.", "english"),
        ("Lees de newsletter.", "english"),
        ("Doe dit teneinde te slagen.", "stiff"),
        ("Dat moet je doen.", "informal"),
        ("Dat is niet onmogelijk.", "negation"),
        ("U kunt niet zonder.", "negation"),
        ("Niemand weet niets.", "negation"),
        ("Betaal met de kmo- portefeuille.", "torn"),
        ("Betaal met de kmo-\n  portefeuille.", "torn"),
        ("Ga naar de loket.", "article"),
        ("Deze\nloket is open.", "article"),
        ("Elk audit telt.", "article"),
        ("Dat is is goed.", "doubled"),
        ("Vraag het de XYZ.", "abbreviation"),
        ("Neem bv. een map.", "shortened"),
        ("Neem o.a. een map.", "shortened"),
        ("Doe de kennistest.", "term"),
        ("Lees elke bladzijde.", "word"),
        ("Doe dit ten laatste morgen.", "word"),
        ("Zij zegt „ja”.", "quotes"),
        ('Zij zegt "ja".', "quotes"),
        ("Doe kennistesten.", "term"),
    ],
)
def test_a_rule_finds(words: str, rule: str) -> None:
    assert found(words) == {rule}


@pytest.mark.parametrize(
    "words",
    [
        "Een twee drie vier vijf zes.",
        "Een twee drie. Vier vijf zes zeven.",
        "Zij zegt: ‘een twee drie vier vijf zes zeven’.",
        "Het duurt {low} tot {high:plural dag/dagen}.",
        "Het wordt verstuurd. U bewaart het.",
        "Dit wordt later een gids.",
        "Vraag feedbackloos rond.",
        "Voor- en nadelen. In- of uitvoer.",
        "Een kmo-portefeuille - van u.",
        "Zij schrijft ‘feedback’.",
        "Vraag het Brand Feedback.",
        "Jezelf en injectie.",
        "De loketten en onze scenario's.",
        "De loket-medewerker. Elk auditbureau.",
        "Wie dat dat vindt, mag.",
        "Van {a} van {b}.",
        "Niet dit en niet dat.",
        "Dat is niet goed.",
        "Open de lijst (CSV).",
        "Geef uw BIS-nummer.",
        "Dat staat in de bvba.",
        "Zij schrijft ‘elke bladzijde’.",
        "Geen enkel document.",
        'Een <a href="x">link</a>.',
    ],
)
def test_what_is_plain_passes(words: str) -> None:
    assert found(words) == set()


def test_what_the_glossary_explains_may_be_used() -> None:
    explained = bounds(explained=frozenset({"kennistest"}))

    assert check_plain([text("Doe de kennistest.")], explained) == []


@pytest.mark.parametrize(
    "where", [{"text": "Vraag feedback"}, {"path": "x"}, {"file": "norm/x.yaml"}, {"file": "norm"}]
)
def test_an_exception_lets_a_text_pass(where: dict[str, str]) -> None:
    allowed = bounds({"rule": "english", "reason": "Zo heet het daar.", **where})

    assert check_plain([text("Vraag\nfeedback.")], allowed) == []
    assert [fault.message for fault in check_plain([text("Vraag\nfeedback, teneinde.")], allowed)] == [
        "check.plain_stiff"
    ]


def test_an_exception_that_nothing_needs_is_a_fault() -> None:
    idle = bounds({"rule": "english", "text": "Vraag feedback", "reason": "Zo heet het daar."})

    assert [fault.message for fault in check_plain([text("Vraag raad.")], idle)] == ["check.plain_idle"]


def test_a_fault_says_where_it_is_and_what_to_do() -> None:
    document, _ = parse_yaml('terms:\n  - id: t\n    text: {nl: "Vraag feedback."}\n', "norm/glossary.yaml")
    assert document is not None

    (fault,) = check_plain(norm_texts([document], "nl"), bounds())

    assert fault_text(fault, load_messages(LANGUAGE, "check")) == (
        "norm/glossary.yaml:3:16: terms[t].text.nl: gewone taal: ‘feedback’ is Engels; schrijf reacties"
    )


def test_prose_is_read_without_its_calls_and_addresses(tmp_path: Path) -> None:
    called = '{{ facts(\n"feedback") }}\n\n## Een kop\n\n- Zie [de **gids**](page:feedback).\n'
    asking = '{% call question("Mag dit?", "feedback", read="feedback") %}\n{% endcall %}\n'
    tmp_path.joinpath("page.md").write_text(called + asking, encoding="utf-8")

    assert [(each.words, each.line, each.path) for each in prose_texts(tmp_path)] == [
        ("Een kop", 4, "Een kop"),
        ("Zie de gids.", 6, "Een kop"),
        ("Mag dit?", 7, "Een kop"),
    ]


def test_what_people_type_to_find_a_page_is_no_text(tmp_path: Path) -> None:
    tmp_path.joinpath("search.yaml").write_text("norm: checklist\n", encoding="utf-8")
    tmp_path.joinpath("pages.yaml").write_text("title: Gids\n", encoding="utf-8")

    assert [each.words for each in catalogue_texts(tmp_path)] == ["Gids"]


def test_our_own_bounds_hold_to_their_schema() -> None:
    assert read_bounds(LANGUAGE)[1] == []


def test_our_own_texts_are_plain() -> None:

    assert plain_faults(paths.NORM) == []


def test_kmop_check_tells_what_is_not_plain(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tmp_path.joinpath(LANGUAGE).mkdir()
    tmp_path.joinpath(LANGUAGE, "over.md").write_text("# Over\n\nDat doe jij teneinde.\n", encoding="utf-8")
    monkeypatch.setattr(paths, "DOCS", tmp_path)

    with pytest.raises(SystemExit) as left:
        cli.main(["check", "--norm", str(paths.NORM)])

    assert left.value.code == 1
    lines = [line for line in capsys.readouterr().err.splitlines() if "over.md:" in line]
    assert [line.partition("over.md:")[2] for line in lines] == [
        "3:1: Over: gewone taal: ‘jij’ spreekt de lezer te gewoon aan; schrijf u",
        "3:1: Over: gewone taal: ‘teneinde’ is stijf; schrijf om",
    ]


def test_an_id_of_a_check_point_is_no_word_for_readers(tmp_path: Path) -> None:
    norm = Path(shutil.copytree(SMALL_NORM, tmp_path / "norm"))
    glossary = norm / "glossary.yaml"
    text = glossary.read_text("utf-8").replace('text: {nl: "', 'text: {nl: "Zie OFR-1 en XYZ-1. ')
    glossary.write_text(text, encoding="utf-8")

    values = {dict(fault.values).get("word") for fault in plain_faults(norm)}

    assert {"OFR", "XYZ"} <= values


def test_the_name_of_a_bureau_is_no_abbreviation(tmp_path: Path) -> None:
    norm = Path(shutil.copytree(SMALL_NORM, tmp_path / "norm"))
    bureaus = norm / "bureaus.yaml"
    text = bureaus.read_text("utf-8").replace(
        'title: {nl: "Bureau Een"}', 'title: {nl: "NORD"}, full_name: "SUED GmbH"'
    )
    bureaus.write_text(text.replace('"NORD"}, ', '"NORD"}\n    '), encoding="utf-8")
    glossary = norm / "glossary.yaml"
    told = glossary.read_text("utf-8").replace('text: {nl: "', 'text: {nl: "Vraag het NORD, SUED of WEST. ')
    glossary.write_text(told, encoding="utf-8")

    values = {dict(fault.values).get("word") for fault in plain_faults(norm)}

    assert "WEST" in values
    assert not values & {"NORD", "SUED"}


def test_each_reason_is_a_sentence() -> None:
    assert OWN is not None

    assert [one["reason"] for one in OWN.exceptions if not one["reason"].endswith(".")] == []


def test_a_variant_says_which_word_to_write() -> None:
    (fault,) = check_plain([text("Lees elke bladzijde.")], bounds())

    assert fault_text(fault, load_messages(LANGUAGE, "check")).endswith(
        "gewone taal: ‘bladzijde’ heet in deze gids anders; schrijf pagina"
    )


def test_one_word_stands_for_one_thing() -> None:
    assert OWN is not None
    variants = OWN.variants

    assert len(variants) >= 40
    assert [word for word, instead in variants.items() if instead.lower() in variants] == []
