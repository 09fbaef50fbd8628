"""Plain language: what readers stumble over in the texts of the norm, of the catalogue and of the prose.

A rule takes one text and the bounds of its language, and yields what it finds. Adding one is a module and a line in
`RULES`. Public are `plain_faults`, over everything that people read, `check_plain`, over some texts, and what the tests
of the rules ask for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from guide import paths
from guide.catalogue import LANGUAGE
from guide.checks.plain_language.double_negation import double_negations
from guide.checks.plain_language.jargon import unexplained
from guide.checks.plain_language.one_word import other_quotes, other_words
from guide.checks.plain_language.passive_voice import passives
from guide.checks.plain_language.sentence_length import long_sentences
from guide.checks.plain_language.settings import BOUNDS, Bounds, read_bounds
from guide.checks.plain_language.slips import doubled_words, wrong_articles
from guide.checks.plain_language.split_words import torn_words
from guide.checks.plain_language.texts import Finding, Text, catalogue_file_texts, norm_texts, prose_file_texts
from guide.checks.plain_language.word_choice import unplain_words
from guide.disk_cache import Cache, file_contents, json_bytes
from guide.documents.yaml_reader import read_yaml
from guide.faults import Fault, in_order
from guide.norm.files import norm_files

__all__ = ["RULES", "check_plain", "explained_words", "plain_faults"]

Rule = Callable[[Text, Bounds], Iterator[Finding]]

# A bureau has the name that it has, plain or not.
_NAMES = ("title", "full_name")
RULES: tuple[Rule, ...] = (
    long_sentences,
    passives,
    unplain_words,
    other_words,
    other_quotes,
    double_negations,
    torn_words,
    wrong_articles,
    doubled_words,
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
    explained = explained_words(directory, language)
    bounds, faults = read_bounds(language, explained, cache)
    if bounds is None:
        return faults
    known = [json_bytes([bounds.data, sorted(explained), language])]
    needed: set[int] = set()
    for file, texts in _files(directory, language):
        found, allowed = _of_file(file, texts, bounds, known, cache)
        faults += found
        needed.update(allowed)
    return in_order([*faults, *_idle(bounds, needed)])


def _files(directory: Path, language: str) -> Iterator[tuple[Path, Callable[[], Iterable[Text]]]]:
    """Every file that says something to readers, with what reads its texts."""
    for file in norm_files(directory):
        yield file, partial(_norm_file_texts, file, language)
    for file in sorted((paths.MESSAGES / language).glob("*.yaml")):
        yield file, partial(catalogue_file_texts, file)
    for file in sorted((paths.DOCS / language).rglob("*.md")):
        yield file, partial(prose_file_texts, file)


def _norm_file_texts(file: Path, language: str) -> Iterator[Text]:
    document, _ = read_yaml(file)
    return norm_texts([document] if document else [], language)


def _of_file(
    file: Path, texts: Callable[[], Iterable[Text]], bounds: Bounds, known: list[bytes], cache: Cache | None
) -> tuple[list[Fault], set[int]]:
    """What is not plain in a file, and the exceptions that it needs; looked for once as long as nothing is."""
    if cache is None:
        return _found(texts(), bounds)

    def find() -> list[int]:
        faults, needed = _found(texts(), bounds)
        if faults:
            raise _NotPlainError(faults, needed)
        return sorted(needed)

    try:
        inputs = [*known, file.as_posix().encode()]
        return [], set(cache.get_or_make_json("plain-file", lambda: [*inputs, file.read_bytes()], find))
    except _NotPlainError as error:
        return error.faults, error.needed


class _NotPlainError(Exception):
    """Keeps a file that is not plain out of the cache."""

    def __init__(self, faults: list[Fault], needed: set[int]) -> None:
        self.faults = faults
        self.needed = needed
        super().__init__(faults)


def check_plain(texts: Iterable[Text], bounds: Bounds) -> list[Fault]:
    """Everything that the rules find and no exception allows, and the exceptions that no text needs.

    Args:
        texts: All that readers read.
        bounds: What is plain in their language.
    """
    faults, needed = _found(texts, bounds)
    return in_order([*faults, *_idle(bounds, needed)])


def _found(texts: Iterable[Text], bounds: Bounds) -> tuple[list[Fault], set[int]]:
    """What the rules find and no exception allows, and the exceptions that allow the rest."""
    faults, needed = [], set()
    for text in texts:
        for found in (found for rule in RULES for found in rule(text, bounds)):
            allowed = bounds.allowing(found.rule, text)
            if allowed is None:
                faults.append(text.fault(found))
            else:
                needed.add(allowed)
    return faults, needed


def _idle(bounds: Bounds, needed: set[int]) -> Iterator[Fault]:
    return (bounds.idle(number) for number in range(len(bounds.exceptions)) if number not in needed)


def explained_words(directory: Path, language: str) -> frozenset[str]:
    """What nobody needs explained: words of the glossary, names of bureaus, and what ids of check points begin with.

    Args:
        directory: The folder of a norm.
        language: The language of the words.
    """
    files = [directory / "glossary.yaml", directory / "bureaus.yaml", *sorted((directory / "requirements").glob("*"))]
    read = [document.data for file in files for document in read_yaml(file)[:1] if document]
    terms = [term for data in read for term in data.get("terms", [])]
    names = [name for term in terms for name in (term["term"], *term.get("also", []))]
    bureaus = [bureau[key] for data in read for bureau in data.get("bureaus", []) for key in _NAMES if key in bureau]
    prefixes = (data["prefix"] for data in read if "prefix" in data)
    said = (name if isinstance(name, str) else name.get(language, "") for name in [*names, *bureaus])
    return frozenset(word.lower() for word in [*prefixes, *said] if word)
