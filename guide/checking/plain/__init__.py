"""Plain language: what readers stumble over in the texts of the norm, of the catalogue and of the prose.

A rule takes one text and the bounds of its language, and yields what it finds. Adding one is a module and a line in
`RULES`. Public are `check_plain` and what its tests ask the rules for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from guide.checking.plain.bounds import Bounds
from guide.checking.plain.lengths import long_sentences
from guide.checking.plain.negations import double_negations
from guide.checking.plain.passives import passives
from guide.checking.plain.terms import unexplained
from guide.checking.plain.texts import Found, Text
from guide.checking.plain.torn import torn_words
from guide.checking.plain.words import unplain_words
from guide.faults import Fault, in_order

__all__ = ["RULES", "check_plain"]

Rule = Callable[[Text, Bounds], Iterator[Found]]

RULES: tuple[Rule, ...] = (long_sentences, passives, unplain_words, double_negations, torn_words, unexplained)


def check_plain(texts: Iterable[Text], bounds: Bounds) -> list[Fault]:
    """Everything that the rules find and no exception allows, and the exceptions that no text needs.

    Args:
        texts: All that readers read.
        bounds: What is plain in their language.
    """
    faults, needed = [], set()
    for text in texts:
        for found in (found for rule in RULES for found in rule(text, bounds)):
            allowed = bounds.allowing(found.rule, text.words, text.path)
            if allowed is None:
                faults.append(text.fault(found))
            needed.add(allowed)
    idle = (bounds.idle(number) for number in range(len(bounds.exceptions)) if number not in needed)
    return in_order([*faults, *idle])
