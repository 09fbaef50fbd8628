"""CSS purge: the theme's own style sheets, without what no page of this site is made of.

The theme brings styles for blogs, code, notes in twenty sorts, tabs and a hundred colours. Every visitor would fetch
them. A rule goes when its selector names a part that we have none of; a test holds the built pages to the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

import tinycss2  # type: ignore[import-untyped] # comes without types

__all__ = ["NEVER", "OWN_TABLES", "THEME_SHEETS", "theme_styles"]

THEME_SHEETS = re.compile(r"assets/stylesheets/(main|palette)\.\w+\.min\.css(\.map)?")
# Classes of parts that this site does not have, by how they begin.
NEVER = re.compile(
    r"\.(admonition|annotate|arithmatex|critic|footnote|giscus|highlight|keys|linenos|mermaid|tabbed|task-list"
    r"|md-(annotation|author|clipboard|code|consent|feedback|input|meta|pagination|pin|post|profile|progress|select"
    r"|social|source|status|tag|tooltip|top|version|footer__(button|direction|inner|link|title)|copyright__highlight|draft"
    r"|banner(--warning|__button)|content(--post|__button)|header(--lifted|__source)|nav(--integrated|__source)"
    r"|search__suggest|sidebar--post)"
    r"|(abstract|attention|bug|card|cards|caution|check|cite|danger|done|error|example|fail|failure|faq|grid|help|hint"
    r"|important|info|inline|missing|note|question|quote|success|summary|tip|tldr|todo|warning)(?![\w-]))"
)
# Colours that a site may choose from; ours are its own. That nothing fades while they change is a rule for each element
# of the page, and the theme sets and takes it away when any page opens: twice all styles anew. And no language of the
# guide is written from the right.
CHOSEN = re.compile(r"data-md-color-(primary|accent|switching)|\[dir=rtl\]")
# Pictures of those parts.
ICONS = re.compile(
    r"--md-(typeset-table|admonition|annotation|clipboard|code|footnotes|source|status|tag|tasklist|version|post)"
)
# The theme dresses tables without a class. Asked in that way, a browser works out all styles anew whenever a class is
# put on the page as a whole; so ours are named, which is the same.
CLASSLESS = ":not([class])"
OWN_TABLES = (
    "kmop-clients__table",
    "kmop-compare__table",
    "kmop-cost",
    "kmop-quiz-results",
    "kmop-readings",
    "kmop-today",
    "kmop-worth__years",
)
# What stands in brackets are alternatives, of which one may be ours.
ALTERNATIVES = re.compile(r"\([^()]*\)")


def theme_styles() -> str:
    """Return what is left of the theme's style sheets, in their order."""
    folder = files("material") / "templates" / "assets" / "stylesheets"
    sheets = sorted(each.name for each in folder.iterdir() if each.name.endswith(".min.css"))
    texts = [(folder / name).read_text(encoding="utf-8") for name in sheets]
    kept = (part for text in texts for part in _kept(tinycss2.parse_stylesheet(text, skip_comments=True)))
    return "".join(kept).replace(CLASSLESS, f":not({','.join(f'.{name}' for name in OWN_TABLES)})")


def _kept(rules: list[tinycss2.ast.Node]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            yield from _rule(rule)
        elif rule.type == "at-rule" and rule.lower_at_keyword in {"media", "supports"} and rule.content:
            inner = "".join(_kept(tinycss2.parse_rule_list(rule.content, skip_comments=True)))
            if inner:
                yield f"@{rule.lower_at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        elif rule.type == "at-rule":
            yield rule.serialize()


def _rule(rule: tinycss2.ast.QualifiedRule) -> Iterator[str]:
    selectors = [each for each in _selectors(rule.prelude) if _is_ours(each)]
    declarations = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    kept = [each.serialize() for each in declarations if not (each.type == "declaration" and ICONS.match(each.name))]
    if selectors and kept:
        yield f"{','.join(selectors)}{{{';'.join(kept)}}}"


def _selectors(prelude: list[tinycss2.ast.Node]) -> list[str]:
    """Part a list of selectors at the commas that stand in no brackets."""
    parts: list[list[tinycss2.ast.Node]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return [tinycss2.serialize(part).strip() for part in parts]


def _is_ours(selector: str) -> bool:
    bare = ALTERNATIVES.sub("", ALTERNATIVES.sub("", selector))
    return not CHOSEN.search(selector) and not NEVER.search(bare)
