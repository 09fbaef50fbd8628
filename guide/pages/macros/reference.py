"""What a page may show for reference: what changed, the words, the sources, how firm they are, who we are not."""

from itertools import groupby

from markupsafe import Markup, escape

from assessment.validity import states_of
from assessment.version import RULES_VERSION
from guide import paths
from guide.pages.consistency import page_of_statement
from guide.pages.element_index import with_ids
from guide.pages.evidence import counts
from guide.pages.generated.subjects import page_words, subjects
from guide.pages.in_force import ABOUT, changes_of, eras, undated
from guide.pages.page_context import PageContext
from guide.pages.site_map import reference_groups
from guide.pages.source_usage import disagreeing_groups, resting

__all__ = ["Reference"]


class Reference:
    """The part of the macros that is about changes, words, sources and standings."""

    _context: PageContext

    def changes(self) -> Markup:
        """Show what changed when, the latest first."""
        changes = changes_of(self._context.norm, self._context.wording)
        years = [(year, list(each)) for year, each in groupby(changes, lambda each: each["date"][:4])]
        abouts = [about for about in ABOUT if any(each["about"] == about for each in changes)]
        return self._context.render("changes.md", years=years, abouts=abouts)

    def in_force(self) -> Markup:
        """Show what was in force when, by the day on which it began; a script can show a single day of it."""
        index = self._context.index
        known = eras(index, self._context.wording)
        first = min(each["date"] for each in self._context.norm["changes"].values())
        return self._context.render("in_force.html", eras=known, undated=undated(index), first=first)

    def feed(self) -> Markup:
        """Show the way to the feed of changes."""
        return self._context.render("feed.html")

    def glossary(self) -> Markup:
        """Show the terms in alphabetical order."""
        terms = with_ids(self._context.norm["glossary"])
        terms.sort(key=lambda each: self._context.wording.text(each["term"]).casefold())
        return self._context.render("glossary.md", terms=terms)

    def reference_contents(self) -> Markup:
        """Show the pages of Naslag by group, each with its title and what it is about."""
        norm, wording = self._context.norm, self._context.wording
        about = subjects(norm, wording)
        groups = [
            (key, [(page, *page_words(wording, page, about.get(page))) for page in pages])
            for key, pages in reference_groups(norm, wording)
        ]
        return self._context.render("reference_contents.md", groups=groups)

    def sources(self) -> Markup:
        """Show every source, with what rests on it."""
        kinds = dict.fromkeys(each["kind"] for each in self._context.norm["sources"].values())
        sources = with_ids(self._context.norm["sources"])
        groups = [(kind, [each for each in sources if each["kind"] == kind]) for kind in kinds]
        return self._context.render("sources.md", groups=groups, **resting(self._context.index))

    def disagreements(self) -> Markup:
        """Show every place where sources contradict each other, side by side, with who says what."""
        index = self._context.index
        groups = [[index.get(each) for each in group] for group in disagreeing_groups(index)]
        return self._context.render("disagreements.html", groups=groups)

    def licence(self) -> Markup:
        """Show the licence under which all of this may be used, in its own words."""
        return self._context.render("licence.html", licence=paths.LICENCE.read_text("utf-8").strip())

    def versions(self) -> Markup:
        """Say which version of the rules and of the norm this is."""
        versions = {"rules": RULES_VERSION, "norm": self._context.norm["version"]}
        return Markup(escape(self._context.wording.message("pages.site.versions", versions)))  # noqa: S704 - escaped

    def statements(self) -> Markup:
        """Show every statement of the founding texts, with where it stands."""
        statements = self._context.norm["statements"]
        groups = [(key, list(each)) for key, each in groupby(statements, lambda each: each["source"])]
        return self._context.render("statements.html", groups=groups, page_of=page_of_statement)

    def standings(self) -> Markup:
        """Show what each standing means, and how many elements have it."""
        return self._context.render("standings.md", counts=self._counts())

    def unknown(self) -> Markup:
        """Show the estimates of the norm, each with the reason for it."""
        elements = [self._context.index.get(each) for each in self._context.index.shown()]
        # A rule of the scheme is as firm as each of its states.
        parts = [{**part, "id": each["id"]} for each in elements for part in states_of(each)]
        chosen = [each for each in parts if self._context.mark_of(each) == "estimate"]
        return self._context.render("estimates.html", estimates=chosen)

    def authority(self) -> Markup:
        """Show who the authority is and how to reach it."""
        return self._context.render("authority.html", authority=self._context.norm["authority"])

    def notice(self) -> Markup:
        """Show that this is no official site."""
        return self._context.render("notice.html")

    def _counts(self) -> dict[str, int]:
        index = self._context.index
        return counts(index, [each for each in index.shown() if index.kinds[each] != "source"])
