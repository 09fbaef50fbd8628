"""Macros that help a reader to act: ready texts, who to call or mail, the authority's own pages, what to ask again."""

from markupsafe import Markup

from guide.pages.letters import fill_in, mail_address
from guide.pages.model import Element
from guide.pages.page_context import PageContext
from guide.pages.worth_calculator import worth_calculator

__all__ = ["ActingMacros"]


class ActingMacros:
    """The part of the macros that is about doing something outside of this site."""

    _context: PageContext

    def letter(self, letter: str) -> Markup:
        """Show a ready text, to copy or to open in a mail program."""
        found: Element = self._context.norm["letters"]["letters"][letter]
        for element in found["about"]:
            self._context.cite(element)
        body = fill_in(found, self._context.wording, {})
        address = mail_address(found, self._context.wording, body)
        return self._context.render("letter.html", letter={**found, "id": letter}, body=body, address=address)

    def worth(self, *ways: str, renewal: str) -> Markup:
        """Show sliders that say whether a registration is worth it; without scripts only where they start from.

        Args:
            ways: The situations to choose from, the usual one first.
            renewal: The situation of whoever renews.
        """
        known = self._context.norm["situations"]["situations"]
        chosen = [{**known[way], "id": way} for way in ways]
        made = worth_calculator(self._context.norm, self._context.wording, chosen, known[renewal])
        return self._context.render("worth.html", **made)

    def contact(self) -> Markup:
        """Show how to reach the authority by telephone or mail, as part of a text."""
        return self._context.render("contact.html", authority=self._context.norm["authority"])

    def authority_page(self, name: str, words: str) -> Markup:
        """Show the way to a page of the authority, and of when the text is that we saw of it.

        Args:
            name: the id of a source, or of one of the authority's pages in the norm.
            words: what the link says.
        """
        page = {each["id"]: each for each in self._context.norm["authority"].get("pages", [])}.get(name, {})
        source = self._context.element(page.get("source", name)) if "source" in page or not page else {}
        url = page.get("url") or source.get("url", "")
        return self._context.render("authority_page.html", url=url, words=words, seen=self._seen(page, source))

    def ask_again(self) -> Markup:
        """Show a box with what has most likely changed, and whom to ask."""
        facts = [self._context.element(each) for each in self._context.norm.get("ask_again", [])]
        return self._context.render("ask_again.html", facts=facts, contact=self.contact())

    def host(self) -> Markup:
        """Show who serves the site, and how to report an error, as far as the host says so."""
        return self._context.render("host.md", host=self._context.norm["host"])

    def _seen(self, page: Element, source: Element) -> str:
        """Say of when a page is; where no address of it is known, what to search for."""
        if "search_for" in page:
            return self._context.message("pages.seen.search", words=self._context.wording.text(page["search_for"]))
        if "published" in source:
            moment = self._context.moment(source["published"], source.get("precision", "day"))
            return self._context.message("pages.seen.dated", moment=moment)
        if "seen" in page:
            return self._context.wording.text(page["seen"])
        return self._context.message("pages.seen.era", era=self._context.wording.text(source["era"]))
