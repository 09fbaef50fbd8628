"""Renders every page: norm in, pages out."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from assessment.wording import Wording
from guide import paths
from guide.catalogue import LANGUAGE
from guide.disk_cache import Cache, file_contents, json_bytes
from guide.host import Host
from guide.pages.consistency import consistency_faults
from guide.pages.element_index import Index
from guide.pages.generated.subjects import Subject, page_words, subjects, word_names
from guide.pages.json_ld import linked_data
from guide.pages.layout import Layout
from guide.pages.links import References
from guide.pages.model import Norm, Page, Pages, PagesError, Url
from guide.pages.page_context import PageContext
from guide.pages.prose import Prose
from guide.pages.site_map import (
    DESK_PAGES,
    EXAMPLES_PAGE,
    HOME,
    NORM_PAGE,
    REFERENCE,
    SITUATIONS_PAGE,
    file_of,
    is_reference,
    page_ids,
    sections,
    url_of,
)

__all__ = ["render_pages"]

# Pages that repeat what has its main place elsewhere come last when a link looks for that place.
REPEATING = frozenset(
    {NORM_PAGE, EXAMPLES_PAGE, *(f"{REFERENCE}{each}" for each in ("index", "oefentest", "bronnen", "wijzigingen"))}
)

# Style sheets that only some pages need, by name; what a folder's first page needs, all in it do.
STYLES = {
    HOME: ("chooser",),
    f"{REFERENCE}kmo-portefeuille": ("scheme",),
    f"{REFERENCE}misverstanden": ("misunderstandings",),
    f"{REFERENCE}oefentest": ("quiz",),
    SITUATIONS_PAGE: ("chooser", "situation"),
    f"{REFERENCE}wijzigingen": ("changes",),
    "teksten": ("texts",),
    "dossiers": ("texts", "files"),
    "zelftoets": ("assessment",),
}

# Pages that need the whole width.
WIDE = (HOME, "zelftoets", *DESK_PAGES)


def render_pages(  # noqa: PLR0913 - each comes from another place, and most callers give three
    norm: Norm,
    messages: Mapping[str, str],
    prose_dir: Path | str,
    language: str = LANGUAGE,
    cache: Cache | None = None,
    *,
    host: Host | None = None,
    on: str = "",
) -> Pages:
    """Return every page of the guide in one language.

    Args:
        norm: the checked norm.
        messages: the message catalogue of the language, by message id.
        prose_dir: the folder of hand-written pages of the language.
        language: the language of the norm's texts to take.
        cache: where pages of the same norm, words, prose and templates are found again; without one, all are made.
        host: who serves the site; what is not given is not shown.
        on: the day that pages speak of; the one that the norm was last gone through when not given.

    Raises:
        PagesError: a page asks for what does not exist, a link leads nowhere, an element of the
            norm is shown nowhere, or a statement of a source is not on the page it should be on.
    """
    # For templates; what the browser gets of the norm does not hold it.
    updated = norm["checked_on"]
    norm = {**norm, "host": dict(host or {}), "updated_on": updated, "checked_on": on or updated}
    wording, prose = Wording(norm, messages, language), Path(prose_dir)
    if cache is None:
        return _rendered(norm, wording, prose, None)
    given = [language.encode(), json_bytes(norm), json_bytes(dict(messages))]
    made = cache.get_or_make_json(
        "pages", lambda: [*given, *_written(prose)], lambda: asdict(_rendered(norm, wording, prose, cache))
    )
    return _pages_of(made)


def _written(prose_dir: Path) -> Iterator[bytes]:
    """What people write and pages are made of, told apart by an empty name."""
    yield str(prose_dir).encode()
    yield from file_contents(prose_dir)
    yield b""
    yield from file_contents(paths.TEMPLATES)
    yield paths.LICENCE.read_bytes()


def _pages_of(record: dict[str, Any]) -> Pages:
    """The pages that were written as JSON, which knows no tuples and no classes."""
    pages = {name: Page(**page) for name, page in record["pages"].items()}
    navigation = [(title, names) for title, names in record["navigation"]]
    return Pages(**{**record, "pages": pages, "navigation": navigation})


def _rendered(norm: Norm, wording: Wording, prose_dir: Path, cache: Cache | None) -> Pages:
    drafts = _drafts(norm, wording, prose_dir, cache)
    contexts = {page: context for page, (context, _) in drafts.items()}
    places = _places(contexts)
    references = References(places)
    texts = {page: references.resolve(page, text) for page, (_, text) in drafts.items()}
    anchors = _anchors(contexts)
    if faults := consistency_faults(Index(norm), wording, anchors, references.dangling, set(texts)):
        raise PagesError(faults)
    about = subjects(norm, wording)
    pages = {page: _page(contexts[page], about.get(page), text) for page, text in texts.items()}
    quoted = {page: context.quoted for page, context in contexts.items() if context.quoted}
    return Pages(pages, anchors, _links(places), _navigation(norm, wording), quoted)


def _drafts(norm: Norm, wording: Wording, prose_dir: Path, cache: Cache | None) -> dict[str, tuple[PageContext, str]]:
    """Write every page, with references for links; all faults are collected before any is raised."""
    layout = Layout(Index(norm), wording, Prose(prose_dir, wording, cache), cache)
    about = subjects(norm, wording)
    drafts: dict[str, tuple[PageContext, str]] = {}
    if faults := _unnamed(norm, wording):
        raise PagesError(faults)
    for page in page_ids(norm, wording):
        try:
            drafts[page] = layout.write(page, about.get(page))
        except PagesError as error:
            faults += error.faults
    if faults:
        raise PagesError(faults)
    return drafts


def _unnamed(norm: Norm, wording: Wording) -> list[str]:
    """Return a fault for each section, and for each page that people write, that the catalogue does not name."""
    about = subjects(norm, wording)
    wanted = [f"pages.section.{key}" for key, _ in sections(norm, wording)]
    wanted += [name for page in page_ids(norm, wording) if page not in about for name in word_names(page)]
    missing = [name.removeprefix("pages.") for name in wanted if name not in wording.messages]
    return [wording.message("pages.fault.unnamed", {"name": name, "language": wording.language}) for name in missing]


def _places(contexts: Mapping[str, PageContext]) -> dict[str, tuple[str, str]]:
    """Return the page and the anchor that each reference leads to."""
    places = {f"page:{page}": (page, "") for page in contexts}
    for page in sorted(contexts, key=_is_repeating):
        for element in contexts[page].anchors:
            places.setdefault(f"element:{element}", (page, element))
        for field in contexts[page].fields:
            places.setdefault(f"field:{field}", (page, field))
    return places


def _is_repeating(page: str) -> bool:
    """Tell whether a page shows what has its main place elsewhere: all but most pages of Naslag do."""
    return page in REPEATING or not is_reference(page)


def _anchors(contexts: Mapping[str, PageContext]) -> dict[str, list[str]]:
    anchors: dict[str, list[str]] = {}
    for page, context in contexts.items():
        for element in context.anchors:
            anchors.setdefault(element, []).append(page)
    return anchors


def _links(places: Mapping[str, tuple[str, str]]) -> dict[str, Url]:
    """Return addresses relative to the site's root: elements and questions by their bare names."""
    return {
        reference.split(":", 1)[1]: url_of(page) + (f"#{anchor}" if anchor else "")
        for reference, (page, anchor) in places.items()
        if not reference.startswith("page:")
    }


def _page(context: PageContext, subject: Subject | None, markdown: str) -> Page:
    title, description = page_words(context.wording, context.page, subject)
    meta = {**_meta(context.page), "linked_data": linked_data(context, title, description)}
    return Page(file_of(context.page), title, description, markdown, meta)


def _meta(page: str) -> dict[str, object]:
    """Return what concerns the builder: pages that are whole without sidebars go without."""
    meta: dict[str, object] = {"hide": ["navigation", "toc"]} if page in WIDE else {}
    styles = STYLES.get(page) or STYLES.get(f"{page.partition('/')[0]}/index", ())
    return {**meta, **({"styles": list(styles)} if styles else {})}


def _navigation(norm: Norm, wording: Wording) -> list[tuple[str, list[str]]]:
    return [(wording.message(f"pages.section.{key}"), pages) for key, pages in sections(norm, wording)]
