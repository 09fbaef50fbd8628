"""The practice test: each question has its right answer, rests on what holds today, and types no figure itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from assessment.validity import state_in_force
from guide.checks.references import dangling
from guide.documents.document import Path
from guide.faults import Fault
from guide.norm.parsed import Node, ParsedNorm
from guide.quiz_figures import FigureError, Figures, fill, named

__all__ = ["check_quiz"]


def check_quiz(parsed: ParsedNorm) -> Iterator[Fault]:
    """Questions without a right answer or a firm ground, figures that are typed, and options that say the same."""
    for node in parsed.nodes("quiz", "read"):
        if parsed.lacks("rule_group", node.value):
            yield from dangling(parsed, node, node.value, "element")
    for today in parsed.days():
        for node in parsed.nodes("quiz", "questions", "*"):
            yield from _answers(node)
            yield from _grounds(parsed, node, today.value)
            yield from _texts(parsed, node, today.value)


def _answers(node: Node) -> Iterator[Fault]:
    """What may be chosen suits the kind of question."""
    if node.value["kind"] == "true_false":
        if "answer" not in node.value:
            yield node.fault("check.quiz_answer_missing")
        if "options" in node.value:
            yield node.fault("check.quiz_options_idle", "options", at_key=True)
    elif "answer" in node.value:
        yield node.fault("check.quiz_answer_idle", "answer", at_key=True)
    elif "options" not in node.value:
        yield node.fault("check.quiz_options_missing")
    else:
        yield from _options(node, node.value["options"])


def _options(node: Node, options: list[dict[str, Any]]) -> Iterator[Fault]:
    right = [option for option in options if option.get("right")]
    wrong = [option for option in options if not option.get("right")]
    if not right:
        yield node.fault("check.quiz_right_missing", "options")
    if node.value["kind"] == "one" and len(right) > 1:
        yield node.fault("check.quiz_right_many", "options", n=len(right))
    if not wrong:
        yield node.fault("check.quiz_wrong_missing", "options")
    elif not any("reason" in option for option in wrong):
        yield node.fault("check.quiz_reason_missing", "options")


def _grounds(parsed: ParsedNorm, node: Node, today: str) -> Iterator[Fault]:
    """What a question rests on holds today, and the authority or an audit bureau says so of today."""
    elements = parsed.elements("element")
    for index, name in enumerate(node.value["rests_on"]):
        if name not in elements:
            continue  # the check of references tells
        state = state_in_force(elements[name].value, today)
        if state is None:
            yield node.fault("check.quiz_ground_past", "rests_on", index, id=name, today=today)
        elif state.get("standing") in {"estimate", "not_found"} or not state.get("sources"):
            yield node.fault("check.quiz_ground_ours", "rests_on", index, id=name)
        elif state.get("standing") == "secondary" or "last_seen" in state:
            yield node.fault("check.quiz_ground_unconfirmed", "rests_on", index, id=name)


def _texts(parsed: ParsedNorm, node: Node, today: str) -> Iterator[Fault]:
    """Every text can be filled in and types no figure; no two options come to the same."""
    elements = {name: element.value for name, element in parsed.elements("element").items()}
    figures = Figures(elements.get, today, node.value.get("given", {}))
    seen: dict[tuple[str, str], Node] = {}
    for part in _question_texts(node):
        yield from _unfounded(node, part)
        for language, text in part.value.items():
            try:
                filled = fill(text, partial(_plainly, figures))
            except FigureError as error:
                if not _is_sure(parsed, error):
                    continue
                yield part.fault(error.message, language, **error.values)
            except ValueError:
                yield part.fault("check.brace", language)
            else:
                yield from _typed(part, language, text)
                yield from _same(part, (language, filled), seen)


def _is_sure(parsed: ParsedNorm, error: FigureError) -> bool:
    """Whether a figure is missing of itself, and not because a file is at fault, of which other checks tell."""
    return error.message != "check.quiz_unknown" or parsed.lacks("element", error.values["id"])


def _question_texts(node: Node) -> Iterator[Node]:
    """Every text of a question."""
    paths: list[Path] = [("text",), ("reason",)]
    for index, option in enumerate(node.value.get("options", [])):
        paths += [("options", index, key) for key in ("text", "reason") if key in option]
    return (Node(node.document, (*node.path, *path)) for path in paths)


def _plainly(figures: Figures, kind: str, name: str) -> str:
    figure: Mapping[str, Any] = figures.figure(kind, name)
    return " ".join(f"{key} {figure[key]}" for key in sorted(figure))


def _typed(part: Node, language: str, text: str) -> Iterator[Fault]:
    typed = re.search(r"\d+", fill(text, lambda _kind, _name: ""))
    if typed:
        yield part.fault("check.quiz_typed", language, figure=typed[0])


def _same(part: Node, text: tuple[str, str], seen: dict[tuple[str, str], Node]) -> Iterator[Fault]:
    if not _is_option(part):
        return
    if text in seen:
        yield part.fault("check.quiz_same", text[0], where=seen[text].where)
    seen.setdefault(text, part)


def _is_option(part: Node) -> bool:
    return "options" in part.path and part.path[-1] == "text"


def _unfounded(node: Node, part: Node) -> Iterator[Fault]:
    """A figure in the question or in a right answer is one of what the question rests on, so that its source shows."""
    owner = part.document.at(part.path[:-1])
    if part.path[-1] != "text" or (_is_option(part) and not owner.get("right")):
        return
    for language, text in part.value.items():
        try:
            for name in sorted(named(text) - set(node.value["rests_on"])):
                yield part.fault("check.quiz_unfounded", language, id=name)
        except ValueError:
            return  # told where texts are filled in
