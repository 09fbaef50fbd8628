"""The self-assessment's form, which the front end finds its way in by names."""

import json
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from assessment.names import named_messages
from guide.pages import Pages
from guide.pages.marks import mark_of
from tests.guide.pages.dom import of_class, words

SCORES = ["B", "G", "T", "V", "?"]
CONTROLS = frozenset({"input", "textarea", "select"})

SIDES = ("conformity", "demonstrability")
NAMES = {"B": "Beperkt", "G": "Gedeeltelijk", "T": "Toereikend", "V": "Volkomen"}


@pytest.fixture(scope="session")
def root(trees: dict[str, Element]) -> Element:
    """The page."""
    return trees["zelftoets"]


@pytest.fixture(scope="session")
def form(root: Element) -> Element:
    """The form."""
    return next(each for each in root.iter("form") if each.get("id") == "kmop-form")


def controls(form: Element, name: str) -> list[Element]:
    """Return the controls of a name, in order."""
    return [each for each in form.iter() if each.tag in CONTROLS and each.get("name") == name]


def values(form: Element, name: str) -> list[str]:
    """Return what the choices of a name stand for."""
    return [each.attrib["value"] for each in controls(form, name)]


def blocks(form: Element) -> dict[str, Element]:
    """Return the question blocks by what they ask."""
    return {each.attrib["data-field"]: each for each in form.iter() if "data-field" in each.attrib}


def test_every_question_of_the_norm_is_asked_in_its_kind(real_norm: dict[str, Any], form: Element) -> None:
    """Choices are radios or boxes, and figures, dates and texts have a field that suits them."""
    kinds = {"count": "text", "date": "date", "decimal": "text", "text": "text"}
    for field, question in real_norm["profile"]["fields"].items():
        types = {each.get("type") for each in controls(form, f"profile.{field}")}
        radio = "checkbox" if question["kind"] == "choices" else "radio"
        assert types == {kinds.get(question["kind"], radio)}, field


def test_a_choice_offers_the_norms_options_and_not_knowing(real_norm: dict[str, Any], form: Element) -> None:
    """Not to know is an answer to choose, and a list can be answered with none."""
    listed = {"requirements": list(real_norm["requirements"]), "themes": list(real_norm["scheme"]["themes"])}
    for field, question in real_norm["profile"]["fields"].items():
        if question["kind"] in {"choice", "choices"}:
            own = [option["id"] for option in question.get("options", [])]
            more = ["?"] if question["kind"] == "choice" else ["", "?"]
            assert values(form, f"profile.{field}") == [*listed.get(question.get("options_from", ""), own), *more]
        if question["kind"] == "yes_no":
            assert values(form, f"profile.{field}") == ["true", "false", "?"]


def test_every_check_point_asks_both_scores_and_leaves_room(real_norm: dict[str, Any], form: Element) -> None:
    """Conformity, demonstrability, not applicable with a reason, who must be present, and a note."""
    for requirement in real_norm["requirements"].values():
        for check in requirement["checks"]:
            assert values(form, f"checks.{check}.conformity") == SCORES
            assert values(form, f"checks.{check}.demonstrability") == SCORES
            for part in ("not_applicable", "not_applicable.reason", "present", "note", "flagged"):
                assert len(controls(form, f"checks.{check}.{part}")) == 1


def test_each_requirement_is_asked_once_in_the_quick_scan(real_norm: dict[str, Any], form: Element) -> None:
    """About what the norm asks, in its own words, and as an estimate of ours."""
    named = {each.get("id"): words(each) for each in form.iter() if each.get("id")}
    for name, requirement in real_norm["requirements"].items():
        block = blocks(form)[f"scan.{name}"]
        described = {group.get("aria-describedby") for group in block.iter("fieldset")}
        assert [named[each or ""] for each in described] == [requirement["question"]["nl"]]
        assert [each.attrib["href"].rpartition("-")[2] for each in of_class(block, "kmop-mark")] == ["estimate"]


def test_the_quick_scan_asks_the_two_questions_of_the_norm_in_words_of_behaviour(
    real_norm: dict[str, Any], form: Element
) -> None:
    asked = real_norm["scoring"]["scan"]["questions"]
    for name, side in product(real_norm["requirements"], SIDES):
        assert values(form, f"scan.{name}.{side}") == SCORES
        block = blocks(form)[f"scan.{name}.{side}"]
        labels = [words(label) for label in block.iter("label")]
        assert labels[:4] == [answer["nl"] for answer in asked[side]["answers"].values()]
        assert asked[side]["question"]["nl"] in words(block)


def test_a_score_is_called_by_its_letter_and_its_word(real_norm: dict[str, Any], form: Element) -> None:
    """And by what it means; the group is called after its point and described by what the point asks."""
    named = {each.get("id"): words(each) for each in form.iter() if each.get("id")}
    for requirement in real_norm["requirements"].values():
        for check, point in requirement["checks"].items():
            for side in SIDES:
                group = blocks(form)[f"checks.{check}.{side}"]
                labels = [words(label) for label in group.iter("label")]
                levels = real_norm["scoring"]["dimensions"][SIDES.index(side)]["levels"]["text"]
                assert labels[:4] == [f"{score} {name} {levels[score]['nl']}" for score, name in NAMES.items()]
                name = " ".join(named[id_] for id_ in group.attrib["aria-labelledby"].split())
                assert name.startswith(point["title"]["nl"])
                assert point[side]["text"]["nl"].split("{")[0] in named[group.attrib["aria-describedby"]]


def test_each_step_and_requirement_has_its_count(real_norm: dict[str, Any], root: Element) -> None:
    """The front end keeps up how much is answered: in the row of steps, and in place for a requirement."""
    counted = [each.attrib["data-count"] for each in root.iter() if "data-count" in each.attrib]
    assert counted == ["situation", "readiness", "documents", *real_norm["requirements"]]
    named = [each.get("data-step") or each.get("data-requirement") for each in root.iter("section")]
    assert all(section in named for section in counted)


def test_each_group_of_questions_has_a_screen_and_what_may_stay_open_is_folded(
    real_norm: dict[str, Any], form: Element
) -> None:
    fields = real_norm["profile"]["fields"]
    asked = list(dict.fromkeys(field["group"] for field in fields.values() if "optional" not in field))
    screens = [each.attrib["id"] for each in form.iter("div") if "data-screen" in each.attrib]
    assert screens == [f"situatie-{group}" for group in asked]
    folded = [name for fold in of_class(form, "kmop-optional") for name in blocks(fold)]
    assert folded == [f"profile.{name}" for name, field in fields.items() if field["group"] not in asked]


def test_each_step_and_each_requirement_has_an_address(real_norm: dict[str, Any], root: Element) -> None:
    places = {each.get("id") for each in root.iter()}
    steps = {"situatie", "hoe-klaar", "documenten", "nakijken", "resultaat", "moeite", "wat-als"}
    assert steps | {f"hoe-klaar-{name}" for name in real_norm["requirements"]} <= places


def test_the_pages_that_give_the_first_figures_come_along(
    real_norm: dict[str, Any], root: Element, pages: Pages
) -> None:
    """Each with the answers that it is made for."""
    (script,) = with_id(root, "kmop-situations")
    listed = json.loads(script.text or "")
    assert [each["profile"] for each in listed] == [
        each["profile"] for each in real_norm["situations"]["situations"].values()
    ]
    assert {each["page"] for each in listed} <= pages.pages.keys()


def test_pages_for_the_same_answers_differ_in_whether_a_day_is_past(real_norm: dict[str, Any], root: Element) -> None:
    (script,) = with_id(root, "kmop-situations")
    apart = {json.dumps([each["profile"], each["past"]]) for each in json.loads(script.text or "")}
    assert len(apart) == len(real_norm["situations"]["situations"])


def test_nothing_is_answered_in_the_page_as_it_comes(real_norm: dict[str, Any], root: Element) -> None:
    told = [words(each) for each in root.iter() if "data-count" in each.attrib]
    checks = [each["checks"].values() for each in real_norm["requirements"].values()]
    # A tip decides nothing, and so counts nowhere.
    points = [sum("tip_because" not in check for check in each) for each in checks]
    fields = real_norm["profile"]["fields"].values()
    parts = [sum("optional" not in field for field in fields), sum(points), len(real_norm["documents"])]
    assert told == [f"0 van {number} beantwoord" for number in (*parts, *points)]


def test_every_document_asks_its_state(real_norm: dict[str, Any], form: Element) -> None:
    """Ready, in progress, missing or not known, and a note."""
    for document in real_norm["documents"]:
        assert values(form, f"documents.{document}.state") == ["ready", "in_progress", "missing", "?"]
        for part in ("place", "owner", "note"):
            assert len(controls(form, f"documents.{document}.{part}")) == 1


def test_every_requirement_leaves_room_for_a_text_for_the_auditor(real_norm: dict[str, Any], form: Element) -> None:
    for name in real_norm["requirements"]:
        for part in ("works", "shows"):
            assert [each.tag for each in controls(form, f"requirements.{name}.{part}")] == ["textarea"]


def test_nothing_else_is_asked(real_norm: dict[str, Any], form: Element) -> None:
    """Every control has a name that an answers document knows."""
    checks = {check for each in real_norm["requirements"].values() for check in each["checks"]}
    known = {
        "profile": lambda rest: rest in real_norm["profile"]["fields"],
        "checks": lambda rest: rest.split(".")[0] in checks,
        "scan": lambda rest: rest in {f"{name}.{side}" for name in real_norm["requirements"] for side in SIDES},
        "worth": lambda rest: rest in real_norm["worth"]["fields"],
        "requirements": lambda rest: rest.split(".")[0] in real_norm["requirements"],
        "documents": lambda rest: rest.split(".")[0] in real_norm["documents"],
    }
    for each in form.iter():
        if each.tag in CONTROLS:
            part, _, rest = each.attrib["name"].partition(".")
            assert known[part](rest)


def test_nothing_is_chosen_at_first(form: Element) -> None:
    assert [each.attrib["name"] for each in form.iter("input") if "checked" in each.attrib] == []


def test_what_may_stay_open_says_so(real_norm: dict[str, Any], form: Element) -> None:
    marked = {name for name, block in blocks(form).items() if "data-optional" in block.attrib}
    assert marked == {
        f"profile.{name}" for name, field in real_norm["profile"]["fields"].items() if "optional" in field
    }


def test_what_a_question_depends_on_stands_with_it(real_norm: dict[str, Any], form: Element) -> None:
    """The front end reads the norm's own predicate off the block."""
    asked = blocks(form)
    for field, question in real_norm["profile"]["fields"].items():
        predicate = asked[f"profile.{field}"].get("data-asked-when")
        assert question.get("asked_when") == (json.loads(predicate) if predicate else None)


def test_every_control_has_a_name_for_the_reader(form: Element) -> None:
    """A control stands in its label or is named by one, and each group of choices has a legend."""
    labelled = {each.get("for") for each in form.iter("label")}
    inside = {id(each) for label in form.iter("label") for each in label.iter()}
    for each in form.iter():
        if each.tag in CONTROLS:
            assert id(each) in inside or each.get("id") in labelled, each.attrib
    for group in form.iter("fieldset"):
        assert words(next(iter(group))), group.attrib
        assert next(iter(group)).tag == "legend"


def test_each_check_point_shows_standing_evidence_and_the_way_to_the_guide(
    real_norm: dict[str, Any], form: Element, pages: Pages
) -> None:
    """Beside the question stands what must be shown, how firm that is and where to read more."""
    asked = blocks(form)
    for requirement in real_norm["requirements"].values():
        for check, point in requirement["checks"].items():
            block = asked[f"checks.{check}"]
            marks = [each.attrib["href"].rpartition("standing-")[2] for each in of_class(block, "kmop-mark")]
            assert point["standing"] == "official" or marks[0] == mark_of(point, real_norm["sources"])
            assert all(part["text"]["nl"].split("{")[0].strip() in words(block) for part in point["evidence"])
            assert f"../{pages.links[check]}" in [link.attrib["href"] for link in block.iter("a")]


def test_questions_can_be_linked_to(real_norm: dict[str, Any], pages: Pages) -> None:
    """The result leads back to the question that would narrow it."""
    for field in real_norm["profile"]["fields"]:
        assert pages.links[f"profile.{field}"] == f"zelftoets/#profile.{field}"


@pytest.mark.parametrize(
    ("tag", "id_"),
    [
        ("section", "kmop-result"),
        ("div", "kmop-status"),
        ("progress", "kmop-progress"),
        ("div", "kmop-view"),
        ("button", "kmop-save"),
        ("button", "kmop-open"),
        ("input", "kmop-file"),
        ("button", "kmop-wipe"),
        ("button", "kmop-retry"),
        ("button", "kmop-report-json"),
        ("button", "kmop-save-yaml"),
        ("button", "kmop-share"),
        ("p", "kmop-kept"),
        ("input", "kmop-date"),
    ],
)
def test_the_front_ends_places_are_there(root: Element, tag: str, id_: str) -> None:
    """The script finds each place by its id."""
    assert [each.tag for each in with_id(root, id_)] == [tag]


def test_the_front_ends_sentences_come_along(
    messages: Mapping[str, str], real_norm: dict[str, Any], root: Element
) -> None:
    """The script has no words of its own: it reads them off the page."""
    (script,) = with_id(root, "kmop-messages")
    assert script.get("type") == "application/json"
    named = named_messages(messages, real_norm, "nl")
    own = {id_: text for id_, text in named.items() if id_.startswith("browser.")}
    assert own
    assert json.loads(script.text or "") == own


def test_the_status_is_announced_and_retry_waits(root: Element) -> None:
    """A screen reader hears the status and not the whole result, and a retry shows only after a failure."""
    (result,) = with_id(root, "kmop-result")
    (status,) = with_id(root, "kmop-status")
    (retry,) = with_id(root, "kmop-retry")
    assert "aria-live" not in result.attrib
    assert status.get("role") == "status"
    assert "hidden" in retry.attrib


def test_the_status_is_where_every_screen_has_it(root: Element) -> None:
    """The strip below goes on the screen of the result, and what is in it is announced to nobody then."""
    (workbench,) = [each for each in root.iter("div") if "kmop-workbench" in each.get("class", "").split()]
    assert [each.get("id") for each in workbench].count("kmop-status") == 1


def test_without_script_the_page_says_what_works(root: Element) -> None:
    """A reader whose browser runs no script is told so, and can read every question."""
    (text,) = [words(each) for each in root.iter("noscript")]
    assert text
    assert not [each for each in root.iter() if "hidden" in each.attrib and "data-field" in each.attrib]


def test_no_field_leaves_it_to_the_browser_to_read_a_number(form: Element) -> None:
    """A browser takes a comma for one between thousands when its menus are in English, and the wheel for a key."""
    assert "number" not in {each.get("type") for each in form.iter("input")}
    assert len([each for each in form.iter("input") if "data-number" in each.attrib]) > 10


def with_id(root: Element, id_: str) -> Iterator[Element]:
    """Yield the elements with an id."""
    return (each for each in root.iter() if each.get("id") == id_)


def test_a_document_is_called_by_who_answers(real_norm: dict[str, Any], root: Element) -> None:
    """The page has every title, with for whom it is."""
    places = [each for each in root.iter("span") if "data-titles" in each.attrib]
    titled = [each for each in real_norm["documents"].values() if "titles" in each]
    assert [json.loads(each.attrib["data-titles"])[0] for each in places] == [each["title"]["nl"] for each in titled]
    predicates = [[when for _, when in json.loads(each.attrib["data-titles"])[1:]] for each in places]
    assert predicates == [[title["applies_when"] for title in each["titles"]] for each in titled]
