"""Translations: what is said in Dutch and not in another language, in the norm, in the catalogue and in the prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide import paths
from guide.catalogue import LANGUAGE
from guide.documents.document import Document
from guide.documents.yaml_reader import read_yaml
from guide.faults import Fault, in_order
from guide.norm.files import norm_files
from guide.validation.schemas import schema

__all__ = ["Translation", "text_languages", "translation_of"]

# Words by which pages are found, which each language has of its own.
_OWN_WORDS = "search"
# What only maintainers read, in Dutch.
_FOR_MAINTAINERS = frozenset({"check", "cli"})


@dataclass(frozen=True)
class Translation:
    """How far a translation has come.

    Attributes:
        missing: Each text that is not there, where the Dutch one stands.
        total: How many texts there are in Dutch.
    """

    missing: list[Fault]
    total: int

    @property
    def done(self) -> int:
        """How many texts there are in the language."""
        return self.total - len(self.missing)

    @property
    def percent(self) -> int:
        """The share of the texts that are there, a hundred only when all are."""
        return 100 * self.done // self.total if self.total else 100


def text_languages() -> list[str]:
    """The languages that texts of the norm can be in, besides Dutch."""
    return [name for name in schema("common")["$defs"]["text"]["properties"] if name != LANGUAGE]


def translation_of(norm: Path, language: str) -> Translation:
    """Tell what a language lacks: texts of a norm and, where it is our own, messages and pages.

    Args:
        norm: The folder of the norm, which is in order.
        language: The language.
    """
    told = list(_norm_texts(norm, language))
    if norm.resolve() == paths.NORM.resolve():
        told += [*_messages(language), *_pages(language)]
    return Translation(in_order(fault for fault in told if fault), len(told))


def _norm_texts(norm: Path, language: str) -> Iterator[Fault | None]:
    """Yield a fault, or nothing, for each text of the norm."""
    for document in filter(None, (read_yaml(file)[0] for file in norm_files(norm))):
        for path, value in document.walk():
            if isinstance(value, dict) and isinstance(value.get(LANGUAGE), str):
                is_there = language in value
                yield None if is_there else document.fault(path, "check.text_untranslated", language=language)


def _messages(language: str) -> Iterator[Fault | None]:
    for file in sorted((paths.MESSAGES / LANGUAGE).glob("*.yaml")):
        document, _ = read_yaml(file)
        if document and file.stem not in _FOR_MAINTAINERS | {_OWN_WORDS}:
            other = paths.MESSAGES / language / file.name
            translated, _ = read_yaml(other) if other.is_file() else (None, [])
            yield from _of_catalogue(document, translated, language, other)


def _of_catalogue(
    document: Document, translated: Document | None, language: str, other: Path
) -> Iterator[Fault | None]:
    there = {path for path, _ in translated.walk()} if translated else set[Any]()
    for path, value in document.walk():
        if isinstance(value, str):
            file = f"{language}/{other.name}"
            is_there = path in there
            yield None if is_there else document.fault(path, "check.message_untranslated", language=language, file=file)


def _pages(language: str) -> Iterator[Fault | None]:
    for file in sorted((paths.DOCS / LANGUAGE).rglob("*.md")):
        other = paths.DOCS / language / file.relative_to(paths.DOCS / LANGUAGE)
        page = Document(file.as_posix(), None)
        wanted = f"{language}/{file.relative_to(paths.DOCS / LANGUAGE).as_posix()}"
        yield None if other.is_file() else page.fault((), "check.page_untranslated", language=language, file=wanted)
