"""What prose may call about the rules of the kmo-portefeuille."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from assessment.validity import state_in_force
from guide.pages.model import Element
from guide.pages.page_context import PageContext

__all__ = ["SchemeMacros"]

SIZES = ("small", "medium")
AMOUNTS = ("share", "raised", "ceiling")


class SchemeMacros:
    """The macros about the scheme: the state of today first, what was before folded away."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self._norm = context.norm

    def themes(self) -> Markup:
        """Show the themes of the scheme, and once since when, where that is the same for all."""
        themes = [{**each, "id": key} for key, each in self._norm["scheme"]["themes"].items()]
        return self._context.render("themes.md", themes=themes, shared=self._context.shared_era(themes))

    def scheme(self, *groups: str) -> Markup:
        """Show the rules of some groups, or of all that the page does not show yet."""
        known = {group["id"]: group for group in self._norm["scheme"]["groups"]}
        chosen = groups or tuple(each for each in known if not self._context.shown(each))
        return self._context.render("scheme.md", groups=[(known[each], self._rules(each)) for each in chosen])

    def scheme_figures(self) -> Markup:
        """Show the figures of today in two short tables; each figure leads to its rule."""
        shares = [(amount, [self._figured(self._of_size(size, amount)) for size in SIZES]) for amount in AMOUNTS]
        others = [{**row, "state": self._figured(row["element"])["state"]} for row in self._norm["scheme"]["figures"]]
        return self._context.render("scheme_figures.html", shares=shares, others=others, sizes=SIZES)

    def _told_in_words(self, name: str) -> str:
        """Return the figure of a rule that the norm tells in words, such as a day of each year; else nothing."""
        told = (row["text"] for row in self._norm["scheme"]["figures"] if row["element"] == name and "text" in row)
        return next((self._context.wording.text(text) for text in told), "")

    def _of_size(self, size: str, amount: str) -> str:
        rule: str = self._norm["worth"]["rules"][size][amount]
        return rule

    def _figured(self, name: str) -> Element:
        """Return an element by its name with its state of today."""
        element = self._context.element(name)
        state = state_in_force(element, self._norm["checked_on"]) or {}
        return {"id": name, "state": dict(state)}

    def _rules(self, group: str) -> Iterable[Element]:
        rules: Mapping[str, Element] = self._norm["scheme"]["rules"]
        return [self._dated({**rule, "id": key}) for key, rule in rules.items() if rule["group"] == group]

    def _dated(self, rule: Element) -> Element:
        """Return a rule with its states parted into those of today and those before, latest first."""
        states = sorted(rule["states"], key=lambda each: str(each.get("valid_from", "")), reverse=True)
        current = [each for each in states if self._context.is_current(each)]
        past = [each for each in states if each not in current]
        return {**rule, "current": current, "past": past}
