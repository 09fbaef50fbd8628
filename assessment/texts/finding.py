"""Finding: what rules find in a text, with its place; no words yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from assessment.findings import Find
from assessment.texts.belonging import belongs, is_with
from assessment.texts.figures import Figure, figures_in
from assessment.texts.held import contradicts, is_rest
from assessment.texts.marks import marks_in
from assessment.texts.matching import Match, Matcher
from assessment.texts.patterns import Phrase
from assessment.texts.readable import Readable
from assessment.texts.rules import TextRule
from assessment.texts.sentences import sentence_spans
from assessment.texts.structure import Place, places_of
from assessment.texts.tokens import tokens_of
from assessment.texts.vocabulary import Vocabulary

__all__ = ["Found", "Reading", "found_in"]

# As many words before and behind a place can make another claim of it.
_CLOSE = 14
# As many sentences are near: a list follows the line that says what it is a list of.
_NEAR_BEFORE, _NEAR_BEHIND = 5, 1
# What is told over several sentences may go on in one of the next.
_SPREAD = 2
# A question of as many words is a condition.
_SHORT = 6


class Found(NamedTuple):
    """Something that a rule found: where it stands in the readable text; a text that lacks something has no place."""

    rule: TextRule
    start: int
    end: int
    figure: Figure | None = None
    sentence: int = -1

    def stretched_over(self, other: Found) -> Found:
        """Return it with the words of another finding of the same claim."""
        return self._replace(start=min(self.start, other.start), end=max(self.end, other.end))


class Reading(NamedTuple):
    """What a text is read as: of which kind, right on which day, with the norm by id and the words of its language."""

    kind: str
    day: str
    find: Find
    words: Vocabulary


def found_in(readable: Readable, rules: Sequence[TextRule], reading: Reading) -> tuple[list[Found], int]:
    """Return what the rules find, in the order of the text, and how many steps that took."""
    tokens = tokens_of(readable.text)
    sentences = list(sentence_spans(readable.text, tokens, reading.words))
    marks = marks_in(tokens, readable.text, reading.words, {first for first, _ in sentences})
    figures = [*figures_in(tokens, readable.text, reading.words), *marks]
    places = places_of(readable.text, tokens, sentences, reading.words)
    matcher = Matcher(tokens, figures, sentences, places, reading.words.borders)
    found = [one for rule in rules if rule.is_for(reading.kind) for one in _by_rule(rule, matcher, reading)]
    return _first_of_each(found), matcher.steps


def _by_rule(rule: TextRule, matcher: Matcher, reading: Reading) -> Iterator[Found]:
    tokens = matcher.tokens
    if not tokens or not _is_in(rule, matcher):
        return
    if rule.lacks:
        if contradicts(rule.data, None, reading.find, reading.day) and not _has(rule, matcher):
            yield Found(rule, 0, 0)
        return
    for sentence, match in _claims(rule, matcher, reading):
        yield Found(rule, tokens[match.first].start, tokens[match.end - 1].end, match.figure, sentence)


def _claims(rule: TextRule, matcher: Matcher, reading: Reading) -> Iterator[tuple[int, Match]]:
    """Each figure that is wrong; of words the whole stretch in a sentence, so that a list is one finding."""
    stretches: dict[int, Match] = {}
    for index, match in _matches(rule, matcher):
        if _is_history(matcher.places[index], reading):
            continue
        is_wrong = contradicts(rule.data, match.figure, reading.find, reading.day)
        if is_wrong and _is_meant(rule, matcher, index, match) and not _is_rest(rule, matcher, index, match, reading):
            if match.figure and rule.compares:
                yield index, match
            else:
                here = _whole(matcher, index, match)
                other = stretches.get(index, here)
                stretches[index] = Match(min(here.first, other.first), max(here.end, other.end))
    yield from stretches.items()


def _is_history(place: Place, reading: Reading) -> bool:
    """Whether its paragraph tells of an earlier year than that of the day, as a page about how it all began does."""
    return 0 < place.year < int(reading.day[:4])


def _whole(matcher: Matcher, index: int, match: Match) -> Match:
    """A claim with all that makes it one: the sentence when a part stands above it, and a question with its answer."""
    place, (first, end) = matcher.places[index], matcher.sentences[index]
    if place.affirmed:
        return Match(first, matcher.sentences[index + 1][1])
    if not match.from_head:
        return match
    asked = place.answers is not None and matcher.places[place.answers].affirmed
    return Match(matcher.sentences[place.answers or index][0] if asked else first, end)


def _is_in(rule: TextRule, matcher: Matcher) -> bool:
    """Whether it is a text that the rule is about."""
    is_there = not rule.in_text or any(map(matcher.phrase, rule.in_text))
    return is_there and not any(map(matcher.phrase, rule.not_in_text))


def _matches(rule: TextRule, matcher: Matcher) -> Iterator[tuple[int, Match]]:
    for pattern in rule.patterns:
        yield from matcher.pattern(pattern)


def _has(rule: TextRule, matcher: Matcher) -> bool:
    """Whether the text has it; what is named only to say that it is not there does not count."""
    found = (match for pattern in rule.lacks for match in matcher.pattern(pattern))
    is_twice = any(sum(map(len, matcher.phrase(phrase).values())) > 1 for phrase in rule.lacks_twice)
    return is_twice or any(not is_with(match, index, matcher, rule.rather_than, labels=True) for index, match in found)


def _is_meant(rule: TextRule, matcher: Matcher, index: int, match: Match) -> bool:
    """Whether the words around a place make it the claim that the rule is about."""
    place = matcher.places[index]
    is_denied = place.denies and match.from_head
    if place.asks or is_denied or _is_told_otherwise(rule, matcher, index, match):
        return False
    if _is_excepted(rule, matcher, index, match) or _is_under(rule.unless, matcher, index, match):
        return False
    if rule.belongs_to and not belongs(match, index, matcher, rule.belongs_to, rule.rather_than):
        return False
    if not rule.belongs_to and is_with(match, index, matcher, rule.rather_than):
        return False
    near = not rule.near or _stands_near(rule.near, matcher, index)
    return near and not (rule.unless_near and _stands_near(rule.unless_near, matcher, index))


def _is_told_otherwise(rule: TextRule, matcher: Matcher, index: int, match: Match) -> bool:
    """Whether the whole sentence is about something else, such as the past; unless it says the figure is of today."""
    if not any(index in matcher.phrase(phrase) for phrase in rule.unless_in_sentence):
        return False
    is_despite = any(index in matcher.phrase(phrase) for phrase in rule.despite)
    return not (is_despite and belongs(match, index, matcher, rule.despite, rule.unless_in_sentence))


def _is_rest(rule: TextRule, matcher: Matcher, index: int, match: Match, reading: Reading) -> bool:
    """Whether a figure is what the customer pays, where its sentence says so, or the one before."""
    says_so = any(near in matcher.phrase(phrase) for phrase in rule.unless_rest for near in (index - 1, index))
    return says_so and match.figure is not None and is_rest(rule.data, match.figure, reading.find, reading.day)


def _is_excepted(rule: TextRule, matcher: Matcher, index: int, match: Match) -> bool:
    first, end = match.first - _CLOSE, match.end + _CLOSE
    for phrase in rule.unless:
        for other in matcher.phrase(phrase).get(index, ()):
            is_about_it = match.figure is None or other.figure in {None, match.figure}
            if is_about_it and first <= other.first and other.end <= end:
                return True
    return False


def _is_under(phrases: Iterable[Phrase], matcher: Matcher, index: int, match: Match) -> bool:
    """Whether what a sentence goes on from says what makes it another claim, such as the introduction of a list."""
    place = matcher.places[index]
    is_of_list = place.list_of >= 0 or match.from_head
    is_conditional = (match.figure is not None or place.then) and _is_condition(place.answers, matcher)
    heads = place.heads if is_of_list or is_conditional else ()
    return bool(heads) and any(head in matcher.phrase(phrase) for phrase in phrases for head in heads)


def _is_condition(question: int | None, matcher: Matcher) -> bool:
    """Whether a question only says when its answer holds: one of a few words, such as `not content?`."""
    if question is None:
        return False
    first, end = matcher.sentences[question]
    return end - first <= _SHORT


def _stands_near(phrases: Iterable[Phrase], matcher: Matcher, index: int) -> bool:
    around = range(index - _NEAR_BEFORE, index + _NEAR_BEHIND + 1)
    return any(near in matcher.phrase(phrase) for phrase in phrases for near in around)


def _first_of_each(found: Iterable[Found]) -> list[Found]:
    """Of findings of one kind about the same words, the first rule's; each lack stands by itself."""
    kept: list[Found] = []
    near: dict[tuple[str, int], list[int]] = {}
    for one in found:
        kind = one.rule.data["finding"]
        steps = range(-_SPREAD, _SPREAD + 1)
        around = [at for step in steps for at in near.get((kind, one.sentence + step), ())]
        same = next((at for at in sorted(around) if _is_same(one, kept[at])), None)
        if same is None:
            near.setdefault((kind, one.sentence), []).append(len(kept))
            kept.append(one)
        elif kept[same].sentence == one.sentence or one.rule.data.get("spreads"):
            kept[same] = kept[same].stretched_over(one)
    return sorted(kept, key=lambda one: (one.start, one.end))


def _is_same(one: Found, other: Found) -> bool:
    """Whether two findings of one kind are one claim.

    They lie over each other, or are of one sentence and not both figures; what is told over several sentences may be of
    one of the next.
    """
    if one.rule.lacks:
        return False
    over = other.start < one.end and one.start < other.end
    spreads = bool(one.rule.data.get("spreads") and other.rule.data.get("spreads"))
    is_near = abs(one.sentence - other.sentence) <= (_SPREAD if spreads else 0)
    return over or (is_near and not (one.figure and other.figure))
