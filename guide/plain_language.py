"""Plain language over everything that people read: the norm, the catalogue and the prose."""

from __future__ import annotations

from collections.abc import Iterable

from guide import paths
from guide.checking.plain import check_plain
from guide.checking.plain.bounds import read_bounds
from guide.checking.plain.texts import catalogue_texts, norm_texts, prose_texts
from guide.faults import Fault
from guide.messages import LANGUAGE
from guide.norm_files import NormFile
from guide.source import Document

__all__ = ["plain_faults"]


def plain_faults(files: Iterable[NormFile], language: str = LANGUAGE) -> list[Fault]:
    """What readers of our norm, and of what goes with it, would stumble over.

    Args:
        files: The files of the norm.
        language: The language to look at.
    """
    documents = [file.document for file in files if file.document]
    bounds, faults = read_bounds(language, _explained(documents, language))
    if bounds is None:
        return faults
    ours = [*catalogue_texts(paths.MESSAGES / language), *prose_texts(paths.DOCS / language)]
    return check_plain([*norm_texts(documents, language), *ours], bounds)


def _explained(documents: Iterable[Document], language: str) -> frozenset[str]:
    """The words that the glossary explains."""
    terms = (term for document in documents for term in document.data.get("terms", []))
    names = (name for term in terms for name in (term["term"], *term.get("also", [])))
    return frozenset(name[language].lower() for name in names if language in name)
