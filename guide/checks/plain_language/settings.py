"""What is plain in a language: bounds, words to avoid, words to explain, and exceptions with their reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from guide.checks.plain_language.texts import Text
from guide.disk_cache import Cache
from guide.documents.document import Document
from guide.documents.yaml_reader import read_yaml
from guide.faults import Fault
from guide.norm.files import validate
from guide.validation.schemas import schema

__all__ = ["BOUNDS", "Bounds", "read_bounds"]

BOUNDS = Path(__file__).parent
"""The folder with a file for each language."""


@dataclass(frozen=True)
class Bounds:
    """What is plain in one language.

    Attributes:
        document: The file that says so.
        explained: The words that the glossary explains, in small letters.
    """

    document: Document
    explained: frozenset[str] = frozenset()

    @property
    def data(self) -> Any:
        """What the file says."""
        return self.document.data

    @property
    def max_words(self) -> int:
        """The most words of a sentence."""
        number: int = self.data["sentence_words"]
        return number

    @cached_property
    def avoided(self) -> Mapping[str, tuple[str, str]]:
        """For each word to avoid, in small letters, which rule it breaks and what to write for it."""
        return {
            word.lower(): (rule, instead)
            for rule in ("english", "stiff", "informal")
            for word, instead in self.data[rule].items()
        }

    @cached_property
    def avoiding(self) -> re.Pattern[str]:
        """Finds the words to avoid, the longest first."""
        return re.compile(rf"(?<![\w-])({_any(self.avoided)})(?![\w-])", re.IGNORECASE)

    @cached_property
    def variants(self) -> Mapping[str, str]:
        """For each word that means what another means, in small letters, the one to write."""
        return {word.lower(): instead for word, instead in self.data["one_word"]["variants"].items()}

    @cached_property
    def varying(self) -> re.Pattern[str]:
        """Finds the words for which there is another, the longest first."""
        return re.compile(rf"(?<![\w-])({_any(self.variants)})(?![\w-])", re.IGNORECASE)

    @cached_property
    def kept(self) -> re.Pattern[str]:
        """Finds the expressions in which such a word means something else."""
        return re.compile(rf"(?<![\w-])(?:{_any(self.data['one_word']['kept'])})(?![\w-])", re.IGNORECASE)

    @cached_property
    def auxiliary(self) -> re.Pattern[str]:
        """Finds the verbs of passive sentences."""
        return re.compile(rf"\b(?:{_any(self.data['passive']['auxiliaries'])})\b", re.IGNORECASE)

    @cached_property
    def participle(self) -> re.Pattern[str]:
        """Finds past participles, as far as their form tells."""
        return re.compile(rf"\b{self.data['passive']['participle']}\b")

    @cached_property
    def double(self) -> re.Pattern[str]:
        """Finds two denials within a few words of one clause, which are no list."""
        words = self.data["negation"]
        first, last = _any(words["denials"]), _any([*words["denials"], *words["also_denies"]])
        between = rf"(?:\s+(?!(?:{_any(words['lists'])})\b)[\w'’-]+){{0,4}}?"
        return re.compile(rf"\b(?:{first})\b{between}\s+(?:{last})(?![\w-])", re.IGNORECASE)

    @cached_property
    def torn(self) -> re.Pattern[str]:
        """Finds words that are torn in two at a hyphen."""
        return re.compile(rf"(\w+)-\s+(?!(?:{_any(self.data['pairing'])})\b)(\w+)", re.IGNORECASE)

    @cached_property
    def misgendered(self) -> re.Pattern[str]:
        """Finds nouns of one gender behind words for the other."""
        pairs = (f"(?:{_any(one['before'])})\\s(?:{_any(one['nouns'])})" for one in self.data["articles"])
        return re.compile(rf"(?<![\w-])(?:{'|'.join(pairs)})(?!['’]?\w|-)", re.IGNORECASE)

    @cached_property
    def doubled(self) -> re.Pattern[str]:
        """Finds words that stand twice in a row, apart from those that may."""
        return re.compile(rf"(?<![\w-])(?!(?:{_any(self.data['twice'])})\s)([^\W\d_]+)\s+\1(?![\w-])", re.IGNORECASE)

    @cached_property
    def dotted(self) -> re.Pattern[str]:
        """Finds words that are cut short with a full stop."""
        return re.compile(rf"(?<!\w)(?:[a-z]\.){{2,}}|(?<!\w)(?:{_any(self.data['shortened'])})\.(?=\s|$)")

    @cached_property
    def explaining(self) -> re.Pattern[str]:
        """Finds the words that must be explained."""
        return re.compile(rf"(?<![\w-])({_any(self.data['explained'])})(?:e?n|s)?(?![\w-])", re.IGNORECASE)

    @cached_property
    def naming(self) -> re.Pattern[str]:
        """Finds the names and abbreviations that nobody needs explained."""
        return re.compile(rf"(?<![\w-])({_any(self.data['known'])})(?!\w)")

    @cached_property
    def explained_words(self) -> frozenset[str]:
        """Each word of what the glossary explains, for abbreviations that are part of a term."""
        return frozenset(word for term in self.explained for word in re.split(r"\W+", term))

    @property
    def exceptions(self) -> list[Any]:
        """What is allowed for a reason."""
        exceptions: list[Any] = self.data["exceptions"]
        return exceptions

    def allowing(self, rule: str, text: Text) -> int | None:
        """The number of the exception that allows a text to break a rule, if there is one."""
        for number, one in enumerate(self.exceptions):
            if one["rule"] == rule and _meant(one, text):
                return number
        return None

    def idle(self, number: int) -> Fault:
        """The fault of an exception that no text needs."""
        return self.document.fault(("exceptions", number), "check.plain_idle")


def _meant(exception: Mapping[str, str], text: Text) -> bool:
    """Whether an exception is for a text: by a part of it, by its place, or by the file or folder that it stands in."""
    if "file" in exception:
        return f"/{exception['file']}" in f"/{text.file}"
    if "path" in exception:
        return exception["path"] == text.path
    return exception["text"] in " ".join(text.words.split())


def _any(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def read_bounds(
    language: str, explained: frozenset[str] = frozenset(), cache: Cache | None = None
) -> tuple[Bounds | None, list[Fault]]:
    """What is plain in a language, or what is wrong with the file that says so.

    Args:
        language: The name of the file.
        explained: The words that the glossary explains, in small letters.
        cache: Where it is known whether the file holds to its schema.
    """
    path = BOUNDS / f"{language}.yaml"
    document, faults = read_yaml(path, path.name)
    if document is not None and not faults:
        faults = validate(document, schema("plain"), cache)
    return (None, faults) if document is None or faults else (Bounds(document, explained), [])
