"""Belonging: what a figure is about, where several things stand in its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assessment.texts.figures import Figure
from assessment.texts.matching import Match, Matcher
from assessment.texts.patterns import Phrase
from assessment.texts.structure import Place

__all__ = ["Owner", "belongs", "is_with"]

Owner = tuple[int, int, bool]
"""Where something stands that a figure can be about, and whether it is what the rule is about."""

# So much farther lies what stands behind a border of the sentence.
_BORDER = 6
# A label has as many tokens before its figure at most.
_LABEL = 4


def belongs(figure: Match, index: int, matcher: Matcher, ours: Sequence[Phrase], others: Sequence[Phrase]) -> bool:
    """Whether a figure is about one of our phrases, rather than about one of the others.

    Args:
        figure: Where it stands.
        index: The sentence in which it stands.
        matcher: The text.
        ours: What it should be about.
        others: What it could be about as well.
    """
    at, place = _place(figure), matcher.places[index]
    owners = [owner for owner in _owners(index, matcher, ours, others) if not _covers(at, owner)]
    column = place.columns.get(at[0])
    in_cell = [owner for owner in owners if column and _is_in_cell(owner, column, place)]
    if column and not in_cell:
        above = [owner for head in place.heads for owner in _owners(head, matcher, ours, others)]
        inside = [owner for owner in above if column[0] <= owner[0] < column[1]]
        if inside:
            return any(owner[2] for owner in inside)
    owners = in_cell or owners
    if owners:
        alike = matcher.figures_of(figure.figure.kind, index) if figure.figure else []
        in_order = _in_order(at, owners, alike)
        if in_order is not None:
            return in_order
        free = [owner for owner in owners if not _is_of_another(at, owner, alike, matcher)]
        if free:
            return _nearest(at, free, alike, matcher)
    heads = [owner for head in place.heads for owner in _owners(head, matcher, ours, others)]
    return bool(heads) and all(owner[2] for owner in heads)


def is_with(match: Match, index: int, matcher: Matcher, phrases: Iterable[Phrase], *, labels: bool = False) -> bool:
    """Whether one of the phrases stands in the same clause as a claim: no border lies between them.

    Args:
        match: Where the claim stands.
        index: The sentence in which it stands.
        matcher: The text.
        phrases: The phrases.
        labels: Whether the colon behind a phrase makes it the label of what follows, and no border.
    """
    for first, end, _ in _owners(index, matcher, phrases, ()):
        before = end <= match.first
        between = (end, match.first) if before else (match.end, first)
        label = labels and before and matcher.tokens[end - 1].before_colon
        if _borders(matcher, *between) == label:
            return True
    return False


def _place(figure: Match) -> tuple[int, int]:
    return (figure.figure.first, figure.figure.end) if figure.figure else (figure.first, figure.end)


def _covers(at: tuple[int, int], owner: Owner) -> bool:
    """Whether the figure stands within it; that settles nothing by itself unless it is about something else."""
    return owner[2] and owner[0] <= at[0] and at[1] <= owner[1] and owner[1] - owner[0] == at[1] - at[0]


def _is_in_cell(owner: Owner, column: tuple[int, int], place: Place) -> bool:
    """Whether something stands in the cell under this head; then it says more than the head does."""
    return all(place.columns.get(at) == column for at in range(owner[0], owner[1]))


def _owners(index: int, matcher: Matcher, ours: Iterable[Phrase], others: Iterable[Phrase]) -> list[Owner]:
    found = [
        (match.first, match.end, is_ours)
        for is_ours, phrases in ((True, ours), (False, others))
        for phrase in phrases
        for match in matcher.phrase(phrase).get(index, ())
    ]
    return sorted(set(found))


def _in_order(at: tuple[int, int], owners: Sequence[Owner], figures: Sequence[Figure]) -> bool | None:
    """As many figures as things, all on one side of them: the first is about the first, and so on."""
    apart = figures and (figures[-1].end <= owners[0][0] or owners[-1][1] <= figures[0].first)
    if len(figures) < 2 or len(figures) != len(owners) or not apart:  # noqa: PLR2004 - one is no order
        return None
    place = next((number for number, each in enumerate(figures) if each.first == at[0]), None)
    return None if place is None else owners[place][2]


def _nearest(at: tuple[int, int], owners: Sequence[Owner], alike: Sequence[Figure], matcher: Matcher) -> bool:
    def distance(owner: Owner) -> tuple[int, bool]:
        first, end = (at[1], owner[0]) if owner[0] >= at[1] else (owner[1], at[0])
        return max(0, end - first) + _BORDER * _borders(matcher, first, end), owner[2]

    nearest = min(owners, key=distance)
    return nearest[2] and not _is_taken(at, nearest, alike, matcher)


def _is_of_another(at: tuple[int, int], owner: Owner, alike: Sequence[Figure], matcher: Matcher) -> bool:
    """Whether what follows a figure is the label of the next one, or lies behind a border with it."""
    follows = [other for other in alike if at[1] <= owner[0] and owner[1] <= other.first]
    if not follows:
        return False
    between = matcher.tokens[owner[1] - 1 : follows[0].first]
    is_label = len(between) <= _LABEL and any(token.before_colon for token in between)
    is_parted = _borders(matcher, at[1], owner[0]) > 0 and not _borders(matcher, owner[1], follows[0].first)
    return is_label or is_parted


def _is_taken(at: tuple[int, int], owner: Owner, alike: Sequence[Figure], matcher: Matcher) -> bool:
    """Whether another figure stands before what follows a figure, and is not told together with the first."""
    for other in alike:
        if at[1] <= other.first < owner[0]:
            gap = matcher.tokens[at[1] : other.first]
            return len(gap) > 1 or any(token.word not in matcher.borders for token in gap)
    return False


def _borders(matcher: Matcher, first: int, end: int) -> int:
    """At how many words and marks between two tokens the sentence goes on to something else."""
    words = sum(token.word in matcher.borders for token in matcher.tokens[first:end])
    return words + sum(token.before_colon for token in matcher.tokens[first - 1 : end]) if first <= end else 0
