"""What the recipes say is plain Dutch, as all that people read."""

from pathlib import Path
from typing import Any

import yaml

from guide.catalogue import LANGUAGE
from guide.checks.plain_language import check_plain, explained_words
from guide.checks.plain_language.settings import Bounds, read_bounds
from guide.checks.plain_language.texts import prose_file_texts
from guide.documents.document import Document
from guide.paths import DOCS, ROOT
from tests.language.dictionaries import WORD, is_word
from tests.norms import REAL_NORM
from tests.recipes.recipe import prose_of

RECIPES = DOCS / "recepten.md"
KNOWN: dict[str, Any] = yaml.safe_load((ROOT / "tests/language/words.yaml").read_text(encoding="utf-8"))


def test_they_are_plain(tmp_path: Path) -> None:
    explained = explained_words(REAL_NORM, LANGUAGE)
    own, _ = read_bounds(LANGUAGE, explained)
    assert own is not None
    bounds = Bounds(Document("nl.yaml", own.data | {"exceptions": []}), explained)
    file = tmp_path / "recepten.md"
    file.write_text(prose_of(RECIPES), encoding="utf-8")
    assert [(each.line, each.message, each.values) for each in check_plain(prose_file_texts(file), bounds)] == []


def test_their_words_are_in_the_dictionary() -> None:
    known = {word.lower() for group in KNOWN.values() for word in group["words"]}
    used = set(WORD.findall(prose_of(RECIPES)))
    assert len(used) > 200
    assert sorted(word for word in used if not is_word(word, LANGUAGE) and word.lower() not in known) == []
