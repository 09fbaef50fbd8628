"""What a reader who found an error can send: a text begun for the page, and the address that opens it."""

from urllib.parse import quote, urlencode

from assessment.wording import Wording
from guide.pages.model import Norm
from guide.pages.site_map import url_of

__all__ = ["report_address", "report_text"]


def report_text(norm: Norm, wording: Wording, page: str, title: str) -> str:
    """Return what a reader who found an error can send, begun for one page."""
    place = "/" + url_of(page)
    return wording.message(
        "facts.report.text", {"title": title, "page": place, "norm": norm["id"], "version": norm["version"]}
    )


def report_address(norm: Norm, wording: Wording, title: str, text: str) -> str:
    """Return the address that opens a report with this text in it; empty where the norm names no place for reports."""
    place: str = norm.get("issues_url", "")
    if not place:
        return ""
    asked = {"title": wording.message("facts.report.subject", {"title": title}), "body": text}
    return f"{place}{'&' if '?' in place else '?'}{urlencode(asked, quote_via=quote)}"
