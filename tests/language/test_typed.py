"""No Dutch stands in Python, TypeScript or a template: what people read comes from the norm or the catalogue."""

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from assessment.wording import Wording
from guide.catalogue import LANGUAGE, load_messages
from guide.disk_cache import Cache
from guide.loader import load_norm
from guide.pages.site_map import page_ids
from guide.paths import ROOT
from tests.language import typed
from tests.language.dictionaries import is_word
from tests.language.typed import Literal, all_typed, in_python, in_template, in_typescript

ALLOWED: dict[str, Any] = yaml.safe_load((ROOT / "tests/language/typed.yaml").read_text(encoding="utf-8"))
TAG = re.compile(r"<[^>]*>")
# A word by itself, and not a part of a name, an address or a placeholder.
WORD = re.compile(r"(?<![\w./:#@$-])[A-Za-zÀ-ÿ]{3,}(?![\w./:(=-]*[\w/(=])")


@cache
def names_of_pages() -> frozenset[str]:
    """The ids of pages, which are the names of their prose and their addresses; whole, and within their folder."""
    norm = load_norm(ROOT / "norm", Cache()).norm
    assert norm is not None
    ids = page_ids(norm, Wording(norm, load_messages(LANGUAGE), LANGUAGE))
    return frozenset({*ids, *(each.partition("/")[2] for each in ids)})


def dutch(literals: Iterable[Literal]) -> Iterator[tuple[str, int, str]]:
    """The words in texts that Dutch has and English has not."""
    for file, line, text in literals:
        if text in names_of_pages():
            continue
        for word in WORD.findall(TAG.sub(" ", text)):
            if is_word(word, "nl") and not is_word(word, "en"):
                yield file, line, word


def test_no_code_and_no_template_types_dutch() -> None:
    found = list(dutch(all_typed()))

    assert len(found) > len(ALLOWED["words"])
    told = [one for one in found if one[0] not in ALLOWED["recognised"]]
    assert [one for one in told if one[2].lower() not in ALLOWED["words"]] == []


def test_nothing_is_excused_that_is_not_there() -> None:
    found = {word.lower() for _, _, word in dutch(all_typed())}

    assert set(ALLOWED["words"]) - found == set()
    assert set(ALLOWED["recognised"]) <= {file for file, _, _ in dutch(all_typed())}


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("a.py", 'def f():\n    """Geen tekst voor lezers."""\n    return f"Kies {1} antwoord"', {"Kies", "antwoord"}),
        ("a.ts", 'import "./antwoord";\nconst a = `Kies ${1} antwoord`; // niets', {"Kies", "antwoord"}),
        ("a.j2", '{# niets #}<p title="x">Kies</p>{{ t("antwoord") }}', {"Kies", "antwoord"}),
    ],
)
def test_dutch_would_be_found(
    name: str, code: str, words: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typed, "ROOT", tmp_path)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    path = tmp_path / name
    path.write_text(code, encoding="utf-8")
    read = {".py": in_python, ".ts": lambda file: in_typescript([file]), ".j2": in_template}[path.suffix]

    assert {word for _, _, word in dutch(read(path))} == words
