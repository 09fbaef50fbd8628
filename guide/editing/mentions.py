"""Every place in a norm that names something by its id, as the checks know them.

What a check holds to be an id is a mention. Besides these there are placeholders in texts, answers of examples and
cases, and what these expect.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from assessment.renamed_questions import PROFILE
from guide.checks import CHECKS
from guide.documents.document import Document, Path
from guide.editing.answered import FIELD, Place, answers_in, answers_to
from guide.editing.yaml_text import stands_out, word
from guide.faults import Fault
from guide.norm.parsed import Mention, Node, ParsedNorm, element_kinds, matches

__all__ = ["ANSWERED", "Place", "Surveyed", "declaration_of", "mentions_of", "note_mentions"]

ANSWERED = ("check", "document", "requirement", "theme")
"""What answers name by its id."""

_TABLES = frozenset({"checks", "documents", "scan", "requirements"})
_OPTIONS = {"requirements": "requirement", "themes": "theme"}


class Surveyed(ParsedNorm):
    """A norm that is looked at for who names what: what only runs examples names nothing, and is left out."""

    def check_once(
        self, kind: str, inputs: Callable[[], Iterable[object]], check: Callable[[], list[Fault]]
    ) -> list[Fault]:
        """Find nothing."""
        del kind, inputs, check
        return []


def note_mentions(parsed: ParsedNorm) -> None:
    """Let the checks note what names what; what they find wrong is for `kmop check` to tell."""
    for check in CHECKS:
        for _ in check(parsed):
            pass


def declaration_of(parsed: ParsedNorm, name: str) -> tuple[str, Node] | None:
    """The name space of an id and where it is declared; an element goes before anything else of that name.

    A question is also found by its name in the form, `profile.starter`.
    """
    for space in (*element_kinds(), *parsed.declared):
        if name in parsed.ids(space):
            return space, parsed.ids(space)[name]
    question = name.removeprefix(PROFILE)
    return (FIELD, parsed.ids(FIELD)[question]) if question in parsed.ids(FIELD) else None


def mentions_of(parsed: ParsedNorm, name: str, space: str) -> list[Place]:
    """Every place that names an id, in the order of files and lines; not the one that declares it.

    Args:
        parsed: The norm, of which `note_mentions` was told.
        name: The id.
        space: Its name space.
    """
    spaces = {space, "element"} if space in element_kinds() else {space}
    found = [_mentioning(each) for each in parsed.mentions if each.name == name and each.space in spaces]
    found += answers_to(parsed, name) if space == FIELD else _by_id(parsed, name, space)
    once = {(place.document.name, place.path, place.at_key): place for place in found}
    return sorted(once.values(), key=lambda place: (place.document.name, place.line))


def _mentioning(mention: Mention) -> Place:
    """The place of a mention: the value, or its key where the value is something else."""
    document, path = mention.node.document, mention.node.path
    return Place(document, path, at_key=bool(path) and path[-1] == mention.name != mention.node.value)


def _by_id(parsed: ParsedNorm, name: str, space: str) -> Iterator[Place]:
    """What names an element without any check that takes it for an id."""
    for document in parsed.documents():
        yield from _in_texts(document, name, space)
    yield from _in_windows(parsed, name)
    if space in ANSWERED:
        yield from _in_answers(parsed, name, space)
        yield from _in_columns(parsed, name, space)
    for kind in ("example", "case"):
        yield from _expected(parsed, kind, name)


def _in_texts(document: Document, name: str, space: str) -> Iterator[Place]:
    """Texts with a figure of it, such as `{fact:ID}`, and sentences with an id that stands out."""
    kinds = "cell" if space == "file_column" else "(?!cell|found|given)[a-z_]+"
    placeholder = re.compile(rf"\{{{kinds}:{re.escape(name)}(/[^{{}}]*)?\}}")
    for path, value in document.walk():
        if not isinstance(value, str) or name not in value:
            continue
        if placeholder.search(value) or (stands_out(name) and " " in value and word(name).search(value)):
            yield Place(document, path)


def _in_windows(parsed: ParsedNorm, name: str) -> Iterator[Place]:
    for node in parsed.nodes("files", "windows"):
        for key, value in node.value.items():
            if value == name:
                yield Place(node.document, (*node.path, key))


def _in_columns(parsed: ParsedNorm, name: str, space: str) -> Iterator[Place]:
    """Options of a column that are those of a question to candidates."""
    for node in parsed.nodes("files", "columns", "*"):
        if _OPTIONS.get(node.value.get("options_of", "")) == space:
            for index, option in enumerate(node.value.get("options", ())):
                if option["id"] == name:
                    yield Place(node.document, (*node.path, "options", index, "id"))


def _in_answers(parsed: ParsedNorm, name: str, space: str) -> Iterator[Place]:
    chosen = [key for key, field in parsed.ids("field").items() if _options(field) == space]
    for document, path, below, value in answers_in(parsed):
        yield from _in_answer(document, path, (below, value), name, chosen)


def _options(field: Node) -> str | None:
    return _OPTIONS.get(field.value.get("options_from", ""))


def _in_answer(
    document: Document, path: Path, answer: tuple[Path, Any], name: str, chosen: Sequence[str]
) -> Iterator[Place]:
    below, value = answer
    is_chosen = value == name and any(matches(below, ("**", *field.split("."), "*")) for field in chosen)
    is_unknown = "unknown" in below and isinstance(value, str) and name in value.split(".")
    if below[-1] == name and below[-2:-1] and below[-2] in _TABLES:
        yield Place(document, path, at_key=True)
    elif is_chosen or is_unknown:
        yield Place(document, path)


def _expected(parsed: ParsedNorm, kind: str, name: str) -> Iterator[Place]:
    """What an example or a case expects: paths into the report, and ids that stand there."""
    for document in parsed.documents(kind):
        for path, value in document.walk():
            if "expected" not in path[:-1]:
                continue
            if isinstance(path[-1], str) and name in path[-1].split("."):
                yield Place(document, path, at_key=True)
            if value == name or (isinstance(value, str) and ":" in value and word(name).search(value)):
                yield Place(document, path)
