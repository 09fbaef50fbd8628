"""What search engines may know of a page, in the words of schema.org: made of the norm, and nothing that is not shown.

A page with questions is a FAQPage and the procedure a HowTo about a GovernmentService; any other page is a WebPage.
Every page but the first says where it stands. The addresses are relative, since a page does not know where it will be
served.
"""

from collections.abc import Mapping
from typing import Any

from guide.pages.model import Norm
from guide.pages.page_context import Sheet
from guide.pages.site_map import HOME, relative_url, sections, url_of
from guide.pages.wording import Speech

__all__ = ["linked_data"]

PROCEDURE = "procedure"
Node = dict[str, Any]


def linked_data(sheet: Sheet, title: str, description: str) -> Node:
    """Return a page's linked data.

    Args:
        sheet: the page as it was written.
        title: what the page is called.
        description: what it is about.
    """
    page = _web_page(sheet, title, description)
    if sheet.page != HOME:
        page["breadcrumb"] = _breadcrumb(sheet, title)
    if sheet.questions:
        return page | {"@type": "FAQPage", "mainEntity": [_question(*each) for each in sheet.questions]}
    if sheet.page == PROCEDURE:
        return page | {"mainEntity": _how_to(sheet.norm, sheet.speech, title, description)}
    return page


def _web_page(sheet: Sheet, title: str, description: str) -> Node:
    return {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": title,
        "description": description,
        "inLanguage": sheet.speech.language,
        "lastReviewed": sheet.norm["checked_on"],
        "isAccessibleForFree": True,
        "isPartOf": {"@type": "WebSite", "name": sheet.speech.say("pages.site.title")},
    }


def _breadcrumb(sheet: Sheet, title: str) -> Node:
    """Return the way from the home page, by the part of the guide unless the page is the first of it."""
    listed = sections(sheet.norm, sheet.speech)
    above = [(pages[0], f"pages.section.{key}") for key, pages in listed if pages[0] == HOME or sheet.page in pages[1:]]
    way = [*((page, sheet.speech.say(message)) for page, message in above), (sheet.page, title)]
    here = url_of(sheet.page)
    crumbs = [
        {"@type": "ListItem", "position": position, "name": name, "item": relative_url(url_of(page), here)}
        for position, (page, name) in enumerate(way, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": crumbs}


def _question(title: str, answers: list[str]) -> Node:
    return {"@type": "Question", "name": title, "acceptedAnswer": {"@type": "Answer", "text": " ".join(answers)}}


def _how_to(norm: Norm, speech: Speech, title: str, description: str) -> Node:
    steps: Mapping[str, Any] = norm["procedure"]["steps"]
    return {
        "@type": "HowTo",
        "name": title,
        "description": description,
        "about": _service(norm, speech),
        "step": [_step(key, step, speech) for key, step in steps.items()],
    }


def _step(key: str, step: Mapping[str, Any], speech: Speech) -> Node:
    return {
        "@type": "HowToStep",
        "name": speech.text(step["title"]),
        "text": speech.text(step["text"]),
        "url": f"#{key}",
    }


def _service(norm: Norm, speech: Speech) -> Node:
    """Return what the procedure leads to: a service of the authority, and not of ours."""
    authority = norm["authority"]
    return {
        "@type": "GovernmentService",
        "name": speech.say(f"pages.page.{HOME}.title"),
        "provider": {
            "@type": "GovernmentOrganization",
            "name": speech.text(authority["title"]),
            "url": authority["url"],
        },
    }
