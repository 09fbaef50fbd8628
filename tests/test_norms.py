"""Tests of machinery know the small norm only, so that whoever edits the real one breaks none of them."""

import re
from pathlib import Path
from typing import Any

from assessment.element_index import elements_of

TESTS = Path(__file__).parent
# These are about what the norm says, and about the pages that people wrote with it.
ABOUT_THE_NORM = ("norm/", "guide/pages/", "browser/test_facts.py")
CODE = {".js", ".mjs", ".py", ".ts"}


def test_no_element_of_the_small_norm_has_the_id_of_a_real_one(norm: dict[str, Any], real_norm: dict[str, Any]) -> None:
    assert set(elements_of(norm)) & set(elements_of(real_norm)) == set()


def test_only_tests_of_what_the_norm_says_name_its_ids(real_norm: dict[str, Any]) -> None:
    # A single word may be a word of any language.
    ids = "|".join(re.escape(name) for name in elements_of(real_norm) if "-" in name)
    named = re.compile(rf"(?<![\w-])(?:{ids})(?![\w-])")
    files = {path.relative_to(TESTS).as_posix(): path for path in TESTS.rglob("*") if path.suffix in CODE}
    found = {name: set(named.findall(path.read_text(encoding="utf-8"))) for name, path in files.items()}

    assert {name: ids for name, ids in found.items() if ids and not name.startswith(ABOUT_THE_NORM)} == {}
    assert any(found[name] for name in files if name.startswith("norm/"))
