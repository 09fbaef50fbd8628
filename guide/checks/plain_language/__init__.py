"""Plain language: what readers stumble over in the texts of the norm, of the catalogue and of the prose.

A rule takes one text and the bounds of its language, and yields what it finds. Adding one is a module and a line in
`RULES`. Public are `plain_faults`, over everything that people read, `check_plain`, over some texts, and what the tests
of the rules ask for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from guide import paths
from guide.catalogue import LANGUAGE
from guide.checks.plain_language.double_negation import double_negations
from guide.checks.plain_language.jargon import unexplained
from guide.checks.plain_language.one_word import other_quotes, other_words
from guide.checks.plain_language.passive_voice import passives
from guide.checks.plain_language.sentence_length import long_sentences
from guide.checks.plain_language.settings import BOUNDS, Bounds, read_bounds
from guide.checks.plain_language.split_words import torn_words
from guide.checks.plain_language.texts import Finding, Text, catalogue_texts, norm_texts, prose_texts
from guide.checks.plain_language.word_choice import unplain_words
from guide.disk_cache import Cache, file_contents
from guide.documents.document import Document
from guide.faults import Fault, in_order
from guide.norm.files import read_files

__all__ = ["RULES", "check_plain", "plain_faults"]

Rule = Callable[[Text, Bounds], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    long_sentences,
    passives,
    unplain_words,
    other_words,
    other_quotes,
    double_negations,
    torn_words,
    unexplained,
)


def plain_faults(directory: Path, language: str = LANGUAGE, cache: Cache | None = None) -> list[Fault]:
    """What readers of our norm, and of what goes with it, would stumble over.

    Args:
        directory: The folder of the norm.
        language: The language to look at.
        cache: Where it is known that nothing was found before; without one, all is looked through.
    """
    read = (directory, paths.MESSAGES / language, paths.DOCS / language, BOUNDS)

    def inputs() -> Iterator[bytes]:
        yield language.encode()
        for folder in read:
            yield from (b"", *file_contents(folder))

    def find() -> list[Fault]:
        return _plain_faults(directory, language, cache)

    return cache.check_once("plain-language", inputs, find) if cache else find()


def _plain_faults(directory: Path, language: str, cache: Cache | None) -> list[Fault]:
    files, _ = read_files(directory, cache)
    documents = [file.document for file in files if file.document]
    bounds, faults = read_bounds(language, _explained(documents, language))
    if bounds is None:
        return faults
    ours = [*catalogue_texts(paths.MESSAGES / language), *prose_texts(paths.DOCS / language)]
    return check_plain([*norm_texts(documents, language), *ours], bounds)


def check_plain(texts: Iterable[Text], bounds: Bounds) -> list[Fault]:
    """Everything that the rules find and no exception allows, and the exceptions that no text needs.

    Args:
        texts: All that readers read.
        bounds: What is plain in their language.
    """
    faults, needed = [], set()
    for text in texts:
        for found in (found for rule in RULES for found in rule(text, bounds)):
            allowed = bounds.allowing(found.rule, text)
            if allowed is None:
                faults.append(text.fault(found))
            needed.add(allowed)
    idle = (bounds.idle(number) for number in range(len(bounds.exceptions)) if number not in needed)
    return in_order([*faults, *idle])


def _explained(documents: Iterable[Document], language: str) -> frozenset[str]:
    """The words that the glossary explains."""
    terms = (term for document in documents for term in document.data.get("terms", []))
    names = (name for term in terms for name in (term["term"], *term.get("also", [])))
    return frozenset(name[language].lower() for name in names if language in name)
