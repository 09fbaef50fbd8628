"""Consistency checks: proof that the pages agree with the norm: every link leads somewhere and everything is shown."""

from collections.abc import Iterator, Mapping

from assessment.wording import Wording
from guide.pages.element_index import Index
from guide.pages.model import Element
from guide.pages.site_map import REFERENCE

__all__ = ["consistency_faults", "page_of_statement"]

Anchors = Mapping[str, list[str]]


def consistency_faults(
    index: Index,
    wording: Wording,
    anchors: Anchors,
    dangling: Mapping[str, list[str]],
    pages: set[str],
) -> list[str]:
    """Return every fault, one sentence each.

    Args:
        index: the elements of the norm.
        wording: puts the faults into words.
        anchors: for each element, the pages that show it.
        dangling: for each page, the references in it that lead nowhere.
        pages: the ids of all pages.
    """
    return [
        *_dangling(wording, dangling),
        *_unshown(index, wording, anchors),
        *_statements(index, wording, anchors, pages),
    ]


def page_of_statement(statement: Element) -> str:
    """Return the id of the page of Naslag that a statement should be on."""
    page: str = statement["page"]
    return REFERENCE + page


def _dangling(wording: Wording, dangling: Mapping[str, list[str]]) -> Iterator[str]:
    for page, references in dangling.items():
        for reference in sorted(set(references)):
            yield wording.message("pages.fault.dangling", {"page": page, "reference": reference})


def _unshown(index: Index, wording: Wording, anchors: Anchors) -> Iterator[str]:
    for element in index.shown():
        if element not in anchors:
            yield wording.message("pages.fault.unshown", {"id": element, "kind": index.kinds[element]})


def _statements(index: Index, wording: Wording, anchors: Anchors, pages: set[str]) -> Iterator[str]:
    for statement in index.norm["statements"]:
        page, element = page_of_statement(statement), statement["element"]
        values = {"statement": statement["id"], "element": element, "page": page}
        if page not in pages:
            yield wording.message("pages.fault.statement_page", values)
        elif page not in anchors.get(element, []):
            yield wording.message("pages.fault.statement_absent", values)
