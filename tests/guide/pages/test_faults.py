"""What is wrong with pages stops the build, all at once, each fault with its place."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from guide.pages import PagesError, render_pages

Messages = Mapping[str, str]


def faults_of(norm: dict[str, Any], messages: Messages, prose: Path) -> list[str]:
    """Return what is said when these pages are made."""
    with pytest.raises(PagesError) as caught:
        render_pages(norm, messages, prose)
    return caught.value.faults


def add_line(prose: Path, page: str, line: str) -> str:
    """Put a line at the end of a page, and return the place that a fault in it must name."""
    path = prose / f"{page}.md"
    text = path.read_text("utf-8")
    path.write_text(text + line + "\n", "utf-8")
    return f"{path}:{text.count(chr(10)) + 1}:"


@pytest.mark.parametrize(
    "line",
    [
        '{{ fact("no-such-fact") }}',
        '{{ facts("no-such-topic") }}',
        '{{ value("registration-periods") }}',
        "{{ no_such_macro() }}",
        '{{ facts("visit", topic="visit") }}',
        "{{ facts( }}",
        "{% if %}",
        '{{ value("FACT") }}',
        '{{ scheme("no-such-group") }}',
        '{{ documents("no-such-kind") }}',
    ],
)
def test_a_fault_in_prose_names_file_and_line(
    real_norm: dict[str, Any], messages: Messages, prose_copy: Path, line: str
) -> None:
    """An author finds the place, whatever the mistake is."""
    without_figure = next(name for name, fact in real_norm["facts"].items() if "value" not in fact)
    place = add_line(prose_copy, "naslag/klachten", line.replace("FACT", without_figure))
    (fault,) = faults_of(real_norm, messages, prose_copy)
    assert fault.startswith(place)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('{% call question("Mag dit?", "FACT", read="nergens") %}Ja.{% endcall %}', "nergens"),
        ('{{ scheme("no-such-group") }}', "no-such-group"),
        ('{{ documents("no-such-kind") }}', "no-such-kind"),
    ],
)
def test_a_fault_in_prose_names_what_is_not_known(
    real_norm: dict[str, Any], messages: Messages, prose_copy: Path, line: str, name: str
) -> None:
    """As its author wrote it, and in a sentence."""
    place = add_line(prose_copy, "naslag/klachten", line.replace("FACT", next(iter(real_norm["facts"]))))
    assert faults_of(real_norm, messages, prose_copy) == [f"{place} ‘{name}’ kennen we niet; verbeter de pagina."]


def test_a_question_without_an_answer_is_a_fault(
    real_norm: dict[str, Any], messages: Messages, prose_copy: Path
) -> None:
    """It says how an answer is given."""
    line = f'{{{{ question("Mag dit?", "{next(iter(real_norm["facts"]))}", read="naslag/over") }}}}'
    place = add_line(prose_copy, "naslag/klachten", line)
    (fault,) = faults_of(real_norm, messages, prose_copy)
    assert fault.startswith(f"{place} de vraag ‘Mag dit?’ heeft geen antwoord")


def test_a_page_in_another_encoding_is_a_fault(real_norm: dict[str, Any], messages: Messages, prose_copy: Path) -> None:
    """It says which byte, and on which line."""
    path = prose_copy / "naslag/klachten.md"
    path.write_bytes(b"Een\ncaf\xe9\n")
    assert faults_of(real_norm, messages, prose_copy) == [f"{path}:2: byte 8 is geen UTF-8; verbeter de pagina."]


def test_faults_of_several_pages_come_together(real_norm: dict[str, Any], messages: Messages, prose_copy: Path) -> None:
    """An author mends all pages after one run."""
    places = [
        add_line(prose_copy, page, '{{ fact("no-such-fact") }}') for page in ("naslag/klachten", "naslag/procedure")
    ]
    faults = faults_of(real_norm, messages, prose_copy)
    assert all(any(fault.startswith(place) for fault in faults) for place in places)


def test_a_missing_page_is_a_fault(real_norm: dict[str, Any], messages: Messages, prose_copy: Path) -> None:
    """A page that is in the navigation must have been written."""
    (prose_copy / "naslag/klachten.md").unlink()
    (fault,) = faults_of(real_norm, messages, prose_copy)
    assert "klachten.md" in fault


@pytest.mark.parametrize("link", ["element:no-such-fact", "page:no-such-page"])
def test_a_link_to_nowhere_is_a_fault(
    real_norm: dict[str, Any], messages: Messages, prose_copy: Path, link: str
) -> None:
    """A link in prose is checked like one in the norm."""
    add_line(prose_copy, "naslag/klachten", f"[hier]({link})")
    (fault,) = faults_of(real_norm, messages, prose_copy)
    assert "klachten" in fault
    assert link in fault


def test_an_element_that_no_page_shows_is_a_fault(
    norm_copy: dict[str, Any], messages: Messages, prose_dir: Path
) -> None:
    """Whoever adds a fact sees to it that it can be read."""
    norm_copy["facts"]["lonely-fact"] = {
        "id": "lonely-fact",
        "text": {"nl": "Niemand leest dit."},
        "standing": "estimate",
    }
    faults = faults_of(norm_copy, messages, prose_dir)
    assert any(fault.startswith("norm: ") and "lonely-fact" in fault for fault in faults)


def test_a_statement_must_stand_on_its_page(norm_copy: dict[str, Any], messages: Messages, prose_dir: Path) -> None:
    """A statement whose element is shown elsewhere stops the build."""
    statement = next(each for each in norm_copy["statements"] if each["page"] == "starters")
    statement["page"] = "klachten"
    (fault,) = faults_of(norm_copy, messages, prose_dir)
    assert statement["id"] in fault
    assert statement["element"] in fault


def test_a_statement_must_name_a_page_that_exists(
    norm_copy: dict[str, Any], messages: Messages, prose_dir: Path
) -> None:
    """A statement on a page that is not there stops the build, and the list of sources with it."""
    norm_copy["statements"][0]["page"] = "nergens"
    faults = faults_of(norm_copy, messages, prose_dir)
    assert any(norm_copy["statements"][0]["id"] in fault and "nergens" in fault for fault in faults)


def test_a_statement_whose_element_left_the_prose_is_a_fault(
    real_norm: dict[str, Any], messages: Messages, prose_copy: Path
) -> None:
    """Taking a part out of a page tells which statements of the sources go with it."""
    page = prose_copy / "naslag/starters.md"
    page.write_text(re.sub(r"{{ facts?\([^)]*\) }}", "", page.read_text("utf-8")), "utf-8")
    faults = "\n".join(faults_of(real_norm, messages, prose_copy))
    for statement in real_norm["statements"]:
        if statement["element"] in real_norm["topics"]["starters"]["facts"]:
            assert statement["id"] in faults
