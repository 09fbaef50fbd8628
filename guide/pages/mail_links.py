"""Mail links: an address of mail in the text of a page is a link that writes to it, as a reader expects of one.

Texts of the norm are plain, so that they can stand anywhere; on a page the address becomes a link.
"""

import re

__all__ = ["link_mail"]

# In a link or a control, and in what is no text: as it is.
_CLOSED = "a|button|code|label|legend|option|pre|script|style|summary|textarea|title"
_TAG = r"""<(?:[^>"']|"[^"]*"|'[^']*')*>"""
_ADDRESS = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_PART = re.compile(rf"<({_CLOSED})\b.*?</\1>|{_TAG}|({_ADDRESS})", re.DOTALL)


def link_mail(html: str) -> str:
    """Return a page's HTML in which each address of mail in its text is a link.

    Args:
        html: Its HTML.
    """
    return _PART.sub(_linked, html) if "@" in html else html


def _linked(part: re.Match[str]) -> str:
    address = part[2]
    return f'<a href="mailto:{address}">{address}</a>' if address else part[0]
