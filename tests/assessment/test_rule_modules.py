"""The way from a table of the norm to the rules that work with it."""

import re
from pathlib import Path

import assessment.rules
from tests.norms import REAL_NORM

NAMED = re.compile(r"`norm/(\w+)(\.yaml|/)`")
MODULES = {
    file.stem: file.read_text(encoding="utf-8")
    for file in sorted(Path(assessment.rules.__path__[0]).glob("*.py"))
    if file.stem != "__init__"
}
TABLES = {
    "conditions",
    "cost",
    "documents",
    "exemptions",
    "procedure",
    "profile",
    "requirements",
    "scoring",
    "warnings",
    "worth",
}


def named_by(text: str) -> set[str]:
    """The kinds of files that the first line of a module names."""
    return {kind for kind, _ in NAMED.findall(text.partition("\n")[0])}


def test_what_the_rules_decide_by_names_the_rules_that_read_it() -> None:
    assert set().union(*map(named_by, MODULES.values())) == TABLES


def test_a_module_reads_what_its_first_line_names() -> None:
    said = {(name, kind) for name, text in MODULES.items() for kind in named_by(text)}
    assert {(name, kind) for name, kind in said if f'norm["{kind}"]' not in MODULES[name]} == set()


def test_what_the_first_line_of_a_module_names_is_there() -> None:
    found = {path for text in MODULES.values() for path in NAMED.findall(text.partition("\n")[0])}
    assert [kind + end for kind, end in sorted(found) if not (REAL_NORM / f"{kind}{end}").exists()] == []
