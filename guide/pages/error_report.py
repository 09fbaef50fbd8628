"""What a reader who found an error can send: a text begun for the page, and the address that opens it."""

from urllib.parse import quote, urlencode

from guide.pages.model import Norm
from guide.pages.site_map import url_of
from guide.pages.wording import Speech

__all__ = ["report_address", "report_text"]


def report_text(norm: Norm, speech: Speech, page: str, title: str) -> str:
    """Return what a reader who found an error can send, begun for one page."""
    place = "/" + url_of(page)
    return speech.say("facts.report.text", title=title, page=place, norm=norm["id"], version=norm["version"])


def report_address(norm: Norm, speech: Speech, title: str, text: str) -> str:
    """Return the address that opens a report with this text in it; empty where the norm names no place for reports."""
    place: str = norm.get("issues_url", "")
    if not place:
        return ""
    asked = {"title": speech.say("facts.report.subject", title=title), "body": text}
    return f"{place}{'&' if '?' in place else '?'}{urlencode(asked, quote_via=quote)}"
