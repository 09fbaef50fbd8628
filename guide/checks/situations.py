"""The situations that providers are in: what leads to each, what narrows it, and what to do in it this week."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.fields import fault_of_field, fault_of_value, kind_of
from guide.checks.references import dangling
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["MAX_QUESTIONS", "check_situations", "offered_values"]

_ENDS = ("situation", "then")
# Whoever has to answer more than this many questions would rather read the list.
MAX_QUESTIONS = 3
_NARROWING = ("choice", "choices", "yes_no", "count")
_TWICE = {"page": "check.page_twice", "key": "check.key_twice"}
_LINKED = ("element", "situation", "letter")


def check_situations(parsed: ParsedNorm) -> Iterator[Fault]:
    """Choices that lead nowhere or too far, situations that none leads to, and questions that narrow nothing."""
    reached: set[str] = set()
    for node in parsed.nodes("situations", "start"):
        yield from _fork(parsed, node, 1, reached)
    yield from _unused(parsed, reached)
    for node in parsed.nodes("situations", "questions", "*"):
        yield from _question(parsed, node)
    yield from _said_twice(parsed.nodes("situations", "questions", "*"), "key")
    for node in parsed.nodes("situations", "situations", "*"):
        yield from _situation(parsed, node)
    yield from _said_twice(parsed.nodes("situations", "situations", "*"), "page")
    for pattern in (("tasks", "*"), ("tasks", "*", "links", "*")):
        for node in parsed.nodes("situations", *pattern):
            yield from _link(parsed, _below(node, "to"))


def _below(node: Node, *steps: str | int) -> Node:
    return Node(node.document, (*node.path, *steps))


# What leads to a situation


def _fork(parsed: ParsedNorm, fork: Node, depth: int, reached: set[str]) -> Iterator[Fault]:
    for index, choice in enumerate(fork.value["choices"]):
        node = _below(fork, "choices", index)
        if sum(end in choice for end in _ENDS) != 1:
            yield node.fault("check.choice_ends", ends=_ENDS)
        if "situation" in choice:
            reached.add(choice["situation"])
            yield from dangling(parsed, _below(node, "situation"), choice["situation"], "situation")
            yield from _answers(parsed, node)
        if "then" in choice:
            yield from _then(parsed, node, depth, reached)


def _then(parsed: ParsedNorm, choice: Node, depth: int, reached: set[str]) -> Iterator[Fault]:
    if depth == MAX_QUESTIONS:
        yield choice.fault("check.choice_deep", "then", at_key=True, most=MAX_QUESTIONS)
    else:
        yield from _fork(parsed, _below(choice, "then"), depth + 1, reached)


def _answers(parsed: ParsedNorm, choice: Node) -> Iterator[Fault]:
    """What a choice says of the candidate is the answer to a question of the page that it leads to."""
    situation = parsed.elements("situation").get(choice.value["situation"])
    for field, value in choice.value.get("answers", {}).items():
        place = _below(choice, "answers", field)
        parsed.mention(place, field, "field")
        if situation and field not in situation.value.get("asks", []):
            yield place.fault("check.answer_unasked", field=field, situation=choice.value["situation"])
        elif (known := offered_values(parsed, field)) and value not in known:
            yield place.fault("check.value_unknown", field=field, value=value, known=known)


def offered_values(parsed: ParsedNorm, field: str) -> list[object]:
    """The answers that the question about a field offers."""
    questions = (node.value for node in parsed.nodes("situations", "questions", "*"))
    return [choice["value"] for one in questions if one["field"] == field for choice in one["choices"]]


def _unused(parsed: ParsedNorm, reached: set[str]) -> Iterator[Fault]:
    """Situations that no choice leads to, and tasks that belong to none."""
    if not parsed.sound("situations"):
        return
    done = {task for node in parsed.nodes("situations", "situations", "*") for task in node.value["this_week"]}
    spaces = (("situation", reached, "check.situation_unreached"), ("task", done, "check.task_unused"))
    for space, used, message in spaces:
        for name, node in parsed.ids(space).items():
            if name not in used:
                yield node.fault(message, "id", id=name)


# What narrows a situation


def _question(parsed: ParsedNorm, question: Node) -> Iterator[Fault]:
    field = question.value["field"]
    yield from fault_of_field(parsed, _below(question, "field"), field, _NARROWING)
    kind = kind_of(parsed, field)
    if kind is None:
        return
    for index, choice in enumerate(question.value["choices"]):
        yield from fault_of_value(parsed, _below(question, "choices", index, "value"), field, choice["value"])
        if kind == "count" and "title" not in choice:
            yield question.fault("check.choice_untitled", "choices", index, field=field)
    if kind != "choices" and "none" in question.value:
        yield question.fault("check.none_unfit", "none", at_key=True, kind=kind)
    yield from _said_twice(_choices(question), "key")


def _choices(question: Node) -> Iterator[Node]:
    for index in range(len(question.value["choices"])):
        yield _below(question, "choices", index)


def _said_twice(nodes: Iterator[Node], name: str) -> Iterator[Fault]:
    """Two situations, questions or answers that stand in an address by one word, in any language."""
    first: dict[tuple[str, str], Node] = {}
    for node in nodes:
        for word in node.value[name].items():
            if word in first:
                yield node.fault(_TWICE[name], name, word[0], **{name: word[1]}, where=first[word].where)
            first.setdefault(word, node)


def _situation(parsed: ParsedNorm, node: Node) -> Iterator[Fault]:
    questions = {one.value["field"] for one in parsed.nodes("situations", "questions", "*")}
    for index, field in enumerate(node.value.get("asks", [])):
        parsed.mention(_below(node, "asks", index), field, "field")
        if field not in questions:
            yield node.fault("check.field_no_question", "asks", index, field=field, known=sorted(questions))
        elif _is_settled(node.value["profile"], field):
            yield node.fault("check.field_settled", "asks", index, field=field)
    for name in node.value.get("days", {}):
        yield from fault_of_field(parsed, _below(node, "days", name), name, ("date",))


def _is_settled(profile: dict[str, object], field: str) -> bool:
    """Whether a profile answers a question; a nested field has a dot in its name."""
    group, _, name = field.rpartition(".")
    inner = profile.get(group) if group else profile
    return isinstance(inner, dict) and name in inner


# What to do


def _link(parsed: ParsedNorm, node: Node) -> Iterator[Fault]:
    kind, _, name = node.value.partition(":")
    if kind in _LINKED:
        yield from dangling(parsed, node, name, kind)
