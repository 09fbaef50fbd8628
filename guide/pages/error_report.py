"""What a reader who found an error can send: a text begun for the page, and the address that opens it."""

from urllib.parse import quote, urlencode

from assessment.wording import Wording
from guide.pages.model import Norm
from guide.pages.site_map import url_of

__all__ = ["report_address", "report_text"]


def report_text(norm: Norm, wording: Wording, page: str, title: str) -> str:
    """Return what a reader who found an error can send, begun for one page."""
    place = "/" + url_of(page)
    return wording.message("facts.report.text", {"title": title, "page": place, "version": norm["version"]})


def report_address(norm: Norm, wording: Wording, title: str, text: str) -> str:
    """Return the address that opens a report with this text in it: a mail to the host, or a page that the norm names.

    It is empty where nobody takes reports.
    """
    subject = wording.message("facts.report.subject", {"title": title})
    if contact := norm["host"].get("contact"):
        return f"mailto:{contact}?{_asked(subject=subject, body=text.replace(chr(10), chr(13) + chr(10)))}"
    place: str = norm.get("issues_url", "")
    return f"{place}{'&' if '?' in place else '?'}{_asked(title=subject, body=text)}" if place else ""


def _asked(**values: str) -> str:
    return urlencode(values, quote_via=quote)
