"""Ready letters as addresses that a mail program opens."""

from urllib.parse import quote, urlencode

from assessment.wording import Wording
from guide.pages.model import Element

__all__ = ["mail_address"]

TO_AUTHORITY = "authority"


def mail_address(letter: Element, wording: Wording) -> str:
    """Return the address that opens a letter in a mail program; whom it goes to is known of the authority alone."""
    asked = {"subject": wording.text(letter["subject"]), "body": wording.text(letter["text"]).replace("\n", "\r\n")}
    to = wording.norm["authority"].get("email", "") if letter["to"] == TO_AUTHORITY else ""
    return f"mailto:{to}?{urlencode(asked, quote_via=quote)}"
