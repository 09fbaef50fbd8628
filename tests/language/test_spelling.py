"""Every word that people read is Dutch, and spelled as Dutch dictionaries spell it."""

import re
from collections import Counter
from typing import Any

import yaml

from guide.catalogue import LANGUAGE
from guide.checks.plain_language.settings import read_bounds
from guide.checks.plain_language.texts import Text, catalogue_texts, norm_texts, prose_texts
from guide.norm.files import read_files
from guide.paths import MESSAGES, ROOT
from tests.language.dictionaries import WORD, is_word
from tests.norms import REAL_NORM, checked_norm

KNOWN: dict[str, Any] = yaml.safe_load((ROOT / "tests/language/words.yaml").read_text(encoding="utf-8"))
# Placeholders, and what is typed for a machine: options, names of files and keys, addresses.
UNREAD = re.compile(r"\{[^{}]*\}|`[^`]*`|\S*(?:\w[._/@]|--)\w\S*")
# For maintainers: these name keys of files, which are English.
MAINTAINERS = ("check.yaml", "cli.yaml", "editing.yaml", "runtime.yaml")


def texts() -> list[Text]:
    documents = [file.document for file in read_files(ROOT / "norm")[0] if file.document]
    read = [text for text in catalogue_texts(MESSAGES / LANGUAGE) if not text.file.endswith(MAINTAINERS)]
    return [*norm_texts(documents, LANGUAGE), *read, *prose_texts(ROOT / "docs" / LANGUAGE)]


def known_words() -> list[str]:
    return [word for group in KNOWN.values() for word in group["words"]]


def names_of_bureaus() -> set[str]:
    """Read the words of the names of the bureaus of the norm, which are spelled as they are."""
    bureaus = checked_norm(REAL_NORM)["bureaus"].values()
    return {
        word for bureau in bureaus for word in WORD.findall(f"{bureau['title']['nl']} {bureau.get('full_name', '')}")
    }


def test_every_word_is_spelled_as_the_dictionary_has_it() -> None:
    used = Counter(word for text in texts() for word in WORD.findall(UNREAD.sub(" ", text.words)))
    unknown = {word for word in used if not is_word(word, "nl")} - names_of_bureaus()
    known = {word.lower() for word in known_words()}

    assert len(used) > 2000
    assert sorted(word for word in unknown if word.lower() not in known) == []


def test_no_word_is_excused_for_nothing() -> None:
    read = {word.lower() for text in texts() for word in WORD.findall(UNREAD.sub(" ", text.words))}
    listed = known_words()

    assert sorted(word for word in listed if word.lower() not in read or is_word(word, "nl")) == []
    assert len(listed) == len(set(listed))
    assert all(len(group["reason"]) > 10 for group in KNOWN.values())


def test_the_dictionary_knows_dutch_from_the_rest() -> None:
    assert all(is_word(word, "nl") for word in ("auditbureau", "voorwaardelijke", "dienstverleners", "één"))
    assert not any(is_word(word, "nl") for word in ("answers", "registartie", "geregistreert"))


def test_the_words_to_write_are_spelled_as_the_dictionary_has_them() -> None:
    bounds, _ = read_bounds(LANGUAGE)
    assert bounds is not None
    known = {word.lower() for word in known_words()}
    words = {word for instead in bounds.variants.values() for word in WORD.findall(instead)}

    assert sorted(word for word in words if not is_word(word, "nl") and word.lower() not in known) == []
