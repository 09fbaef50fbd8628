"""JSON-LD (schema.org): what search engines may know of a page. Made of the norm, and nothing that is not shown.

A page with questions is a FAQPage and the procedure a HowTo about a GovernmentService; any other page is a WebPage.
Every page but the first says where it stands. The addresses are relative, since a page does not know where it will be
served.
"""

from collections.abc import Mapping
from typing import Any

from assessment.wording import Wording
from guide.pages.model import Norm
from guide.pages.page_context import PageContext
from guide.pages.site_map import HOME, relative_url, sections, url_of

__all__ = ["linked_data"]

PROCEDURE = "naslag/procedure"
Node = dict[str, Any]


def linked_data(context: PageContext, title: str, description: str) -> Node:
    """Return a page's linked data.

    Args:
        context: the page as it was written.
        title: what the page is called.
        description: what it is about.
    """
    page = _web_page(context, title, description)
    if context.page != HOME:
        page["breadcrumb"] = _breadcrumb(context, title)
    if context.questions:
        return page | {"@type": "FAQPage", "mainEntity": [_question(*each) for each in context.questions]}
    if context.page == PROCEDURE:
        return page | {"mainEntity": _how_to(context.norm, context.wording, title, description)}
    return page


def _web_page(context: PageContext, title: str, description: str) -> Node:
    return {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": title,
        "description": description,
        "inLanguage": context.wording.language,
        "lastReviewed": context.norm["updated_on"],
        "isAccessibleForFree": True,
        "isPartOf": {"@type": "WebSite", "name": context.wording.message("pages.site.title")},
    }


def _breadcrumb(context: PageContext, title: str) -> Node:
    """Return the trail from the home page, by the part of the guide unless the page is the first of it."""
    listed = sections(context.norm, context.wording)
    above = [
        (pages[0], f"pages.section.{key}") for key, pages in listed if pages[0] == HOME or context.page in pages[1:]
    ]
    trail = [*((page, context.wording.message(message)) for page, message in above), (context.page, title)]
    here = url_of(context.page)
    crumbs = [
        {"@type": "ListItem", "position": position, "name": name, "item": relative_url(url_of(page), here)}
        for position, (page, name) in enumerate(trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": crumbs}


def _question(title: str, answer: str) -> Node:
    return {"@type": "Question", "name": title, "acceptedAnswer": {"@type": "Answer", "text": answer}}


def _how_to(norm: Norm, wording: Wording, title: str, description: str) -> Node:
    steps: Mapping[str, Any] = norm["procedure"]["steps"]
    return {
        "@type": "HowTo",
        "name": title,
        "description": description,
        "about": _service(norm, wording),
        "step": [_step(key, step, wording) for key, step in steps.items()],
    }


def _step(key: str, step: Mapping[str, Any], wording: Wording) -> Node:
    return {
        "@type": "HowToStep",
        "name": wording.text(step["title"]),
        "text": wording.text(step["text"]),
        "url": f"#{key}",
    }


def _service(norm: Norm, wording: Wording) -> Node:
    """Return what the procedure leads to: a service of the authority, and not of ours."""
    authority = norm["authority"]
    return {
        "@type": "GovernmentService",
        "name": wording.message(f"pages.page.{HOME}.title"),
        "provider": {
            "@type": "GovernmentOrganization",
            "name": wording.text(authority["title"]),
            "url": authority["url"],
        },
    }
