"""The file check: names of columns mean one thing, rules have what they ask for, every example comes out as told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from assessment.project_files.cells import CellReader
from assessment.project_files.findings import found_in
from assessment.project_files.folding import folded
from assessment.project_files.layout import Layout
from assessment.project_files.records import Record, record_of
from assessment.project_files.row_checks import BY_FIGURE, Situation, window_of
from assessment.project_files.rules import Held, file_rules
from assessment.project_files.wording import EXTRAS
from assessment.validity import state_in_force, states_of
from guide.checks.held_figures import check_figure, check_sentences, is_held
from guide.checks.references import dangling
from guide.faults import Fault
from guide.norm.assemble import files_of
from guide.norm.parsed import Node, ParsedNorm

__all__ = ["check_file_rules"]

_EXAMPLES = {"found": "check.file_example_found", "not_found": "check.file_example_not_found"}
# What a kind of check asks for besides columns.
_ASKS = {
    "says": "values", "unreadable": "values", "has_words": "words", "lacks_words": "words", "gap": "months",
    "days_after": "held_to", "below": "held_to", "more_for_each": "held_to",
}  # fmt: skip
# What looks at one column, so that a rule of several must look at each.
_ONE_COLUMN = frozenset({"unreadable", "blank", "says", "unknown_choice"})
_COLUMNS = {
    "days_after": 2, "before": 2, "after_next_year": 2, "below": 1, "more_than_rest": 2, "more_for_each": 2,
    "differs": 2, "theme_over": 2, "gap": 2,
}  # fmt: skip
# What stands for a count in its sentence.
_NUMBER = "{found:number}"


def check_file_rules(parsed: ParsedNorm) -> Iterator[Fault]:
    """Names that mean two columns, rules that lack something, sentences without their figures, examples that fail."""
    faults = [*_names_twice(parsed), *(fault for node in _rules(parsed) for fault in _lacks(parsed, node))]
    faults += [fault for node in _rules(parsed) for fault in _cells(parsed, node)]
    yield from [*faults, *_numbers(parsed)]
    fills_in = partial(_fills_in, parsed)
    for today in parsed.days():
        for node in parsed.nodes("files", "windows"):
            for kind, name in node.value.items():
                yield from check_figure(parsed, Node(node.document, (*node.path, kind)), "fact", name, today.value)
        for node in _rules(parsed):
            yield from check_sentences(parsed, node, today.value, fills_in, "check.file_placeholder")
        if not faults and parsed.sound("files", "scheme") and _is_whole(parsed):
            yield from _examples(parsed, today.value)


def _rules(parsed: ParsedNorm) -> Iterator[Node]:
    return parsed.nodes("files", "rules", "*")


def _names_twice(parsed: ParsedNorm) -> Iterator[Fault]:
    """A name that surely means one column means no other, not even perhaps."""
    first: dict[str, Node] = {}
    columns = list(parsed.nodes("files", "columns", "*"))
    for node in columns:
        for name in {folded(name) for name in [*node.value["title"].values(), *node.value.get("names", ())]}:
            other = first.setdefault(name, node)
            if other is not node:
                yield node.fault("check.file_name_twice", "id", name=name, other=other.value["id"])
    for node in columns:
        for index, name in enumerate(node.value.get("perhaps", ())):
            if known := first.get(folded(name)):
                yield node.fault("check.file_name_twice", "perhaps", index, name=name, other=known.value["id"])


def _lacks(parsed: ParsedNorm, node: Node) -> Iterator[Fault]:
    rule = node.value
    wanted, fewest = _ASKS.get(rule["check"]), _COLUMNS.get(rule["check"], 1)
    if wanted and wanted not in rule:
        yield node.fault("check.file_rule_lacks", "check", check=rule["check"], key=wanted)
    if len(rule["columns"]) < fewest:
        yield node.fault("check.file_rule_columns", "columns", check=rule["check"], number=fewest)
    if rule["check"] in _ONE_COLUMN and len(rule["columns"]) > 1 and "each" not in rule:
        yield node.fault("check.file_rule_each", "columns", check=rule["check"])
    if rule["check"] in BY_FIGURE and "held_to" in rule and not _has_figure(parsed, rule):
        yield node.fault("check.text_no_figure", "held_to", "elements")


def _cells(parsed: ParsedNorm, node: Node) -> Iterator[Fault]:
    """The cells of an example stand in columns that there are."""
    for key in _EXAMPLES:
        for index, example in enumerate(node.value["examples"].get(key, ())):
            rows = enumerate(example) if isinstance(example, list) else [(None, example)]
            for row, cells in rows:
                path = (*node.path, "examples", key, index, *(() if row is None else (row,)))
                for name in cells:
                    yield from dangling(parsed, Node(node.document, (*path, name)), name, "file_column")


def _has_figure(parsed: ParsedNorm, rule: Mapping[str, Any]) -> bool:
    elements = parsed.elements("element")
    known = [elements[name].value for name in rule["held_to"]["elements"] if name in elements]
    states = [state for element in known for state in states_of(element)]
    return not known or any("amount" in state.get("value", {}) for state in states)


def _numbers(parsed: ParsedNorm) -> Iterator[Fault]:
    """The sentence of a count has its number and nothing else."""
    for node in parsed.nodes("files", "evidence", "*"):
        for language, text in node.value["say"].items():
            if text.count("{") != 1 or _NUMBER not in text:
                yield node.fault("check.file_number", "say", language, placeholder=_NUMBER)


def _fills_in(parsed: ParsedNorm, kind: str, name: str) -> bool:
    """Whether a placeholder stands for a column, or for something else that was found."""
    return not parsed.lacks("file_column", name) if kind == "cell" else kind == "found" and name in EXTRAS


def _is_whole(parsed: ParsedNorm) -> bool:
    """Whether the columns and windows are there that rules go by."""
    return any(True for _ in parsed.nodes("files", "windows")) and any(True for _ in parsed.nodes("files", "columns"))


def _examples(parsed: ParsedNorm, today: str) -> list[Fault]:
    """Run each rule alone over its examples, unless these rules are known to find what they should."""
    written = [document.data for document in parsed.documents("files")]
    files = files_of(written)
    themes = {node.value["id"]: node.value for node in parsed.nodes("scheme", "themes", "*")}
    held = _held_to(parsed, files)
    return parsed.check_once(
        "file-examples",
        lambda: [today, written, themes, held],
        lambda: list(_failing(parsed, files, themes, held, today)),
    )


def _held_to(parsed: ParsedNorm, files: Mapping[str, Any]) -> dict[str, Any]:
    """What the rules and windows go by, by id: nothing else of the norm decides what they find."""
    rules = [node.value for node in _rules(parsed)]
    named = {*files["windows"].values()}.union(*(rule.get("held_to", {}).get("elements", ()) for rule in rules))
    return {name: node.value for name, node in sorted(parsed.elements("element").items()) if name in named}


def _failing(
    parsed: ParsedNorm, files: Mapping[str, Any], themes: Mapping[str, Any], held: Mapping[str, Any], today: str
) -> Iterator[Fault]:
    layout = Layout({"files": files, "scheme": {"themes": themes}})
    for node in _rules(parsed):
        examples = node.value["examples"]
        situation = _situation(examples, files, held, today)
        if situation is None or not is_held(node, held):
            continue
        rules = file_rules([node.value], examples.get("list", node.value.get("lists", ["projects"])[0]))
        figures = Held(rules, held.get)
        for key, message in _EXAMPLES.items():
            for index, example in enumerate(examples[key]):
                found = found_in(_records(example, layout), rules, figures, situation._replace(themes=themes))
                if bool(found) != (key == "found"):
                    yield node.fault(message, "examples", key, index)


def _situation(
    examples: Mapping[str, Any], files: Mapping[str, Any], elements: Mapping[str, Any], today: str
) -> Situation | None:
    day = examples.get("date", today)
    element = elements.get(files["windows"][examples.get("list", "projects")])
    state = state_in_force(element, day) if element else None
    if state is None or "amount" not in state.get("value", {}):
        return None
    own = frozenset(examples.get("own", ()))
    try:
        return Situation(day, window_of(day, state["value"]), own, examples.get("registered", ""))
    except OverflowError:
        return None  # a span beyond the calendar, of which another check tells


def _records(example: Any, layout: Layout) -> list[Record]:
    reader = CellReader(layout, from_1904=False)
    files = example if isinstance(example, list) else [example]
    return [
        record_of(row, {name: at for at, name in enumerate(cells, start=1)}, cells, reader)
        for row, cells in enumerate(files, start=1)
    ]
