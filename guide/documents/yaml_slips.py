"""Slips of people who type YAML: what the parser takes for something else, in silence or with another complaint.

Of answers, which are read as the page of the self-assessment reads them, only what cannot be parsed is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from guide.documents.document import Place

__all__ = ["broken_why", "prose_slip", "scalar_slips", "text_slip", "text_slips"]

_CONFLICT = re.compile(r"^(?:(?:<{7}|>{7}|\|{7})(?: .*)?|={7})$", re.MULTILINE)
# Spaces that look like one and are none to YAML: before a line, and behind a dash or the colon of a key.
_HARD = "\u00a0\u2000-\u200b\u202f\u3000"
_HARD_SPACE = re.compile(rf"^ *(?:- *)*(?:[\w.-]+:)?(?=[{_HARD}])", re.MULTILINE)
# Quotation marks that a word processor makes of straight ones.
_OPENING = "“”„«‘"
_SMART = re.compile(r"[“”„«‘](?P<words>[^“”„«»‘’]*)[“”»’]")
# What an escape makes that belongs in no text, or the line end out of a folder's name on Windows.
_ESCAPED = re.compile(r"[\x00-\x09\x0b-\x1f]|\b[A-Za-z]:\n")
_NO_TEXT = re.compile(r"[-+]?[\d.]+|\d{4}-\d\d-\d\d|true|false|null|~")
# A word within brackets, with what the parser leaves out behind it.
_CUT_OFF = re.compile(r"[\w.!?’)]\s+#")
_COMMENT = re.compile(r"\s+#(?P<spaced>(?=\s|$))?")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_QUOTES = ("'", '"')
_BLOCKS = (">", "|")
# What nobody typed: the sign for a character that was lost, and spaces without width.
_NEVER_TYPED = (
    ("check.lost_character", "\ufffd"),
    ("check.unseen_character", "\u200b"),
    ("check.unseen_character", "\u2060"),
)
_LONG_DASHES = ("\u2013 ", "\u2014 ")
_NOTE = re.compile(r" *# ")
# What only looks like the start of a quoted text: 's Avonds, 't, 's ochtends.
_APOSTROPHE = re.compile(r"['’][a-zA-Z] ")


def text_slip(text: str) -> tuple[str, int] | None:
    """What a whole text shows before it is parsed, with its message and where it stands."""
    conflict = _CONFLICT.search(text)
    if conflict:
        return "check.merge_conflict", conflict.start()
    hard = _HARD_SPACE.search(text)
    return ("check.hard_space", hard.end()) if hard else None


def text_slips(text: str) -> tuple[str, int] | None:
    """What a text of ours shows before it is parsed; as `text_slip`, and what shows in no editor besides."""
    return text_slip(text) or prose_slip(text)


def prose_slip(text: str) -> tuple[str, int] | None:
    """What a hand-written page shows that nobody means readers to see; as `text_slip`."""
    conflict = _CONFLICT.search(text)
    unseen = ((name, text.find(sign)) for name, sign in _NEVER_TYPED if sign in text)
    return ("check.merge_conflict", conflict.start()) if conflict else next(unseen, None)


def scalar_slips(event: Any, lines: list[str]) -> Iterator[tuple[str, Place]]:
    """What a single value shows: the parser takes it, and a reader would find less, more or something else.

    Args:
        event: The parser's event of the value.
        lines: The lines of the text that was parsed.
    """
    start, end = event.start_mark, event.end_mark
    if event.style in _QUOTES and "\t" in event.value:
        yield from _tabs_typed(lines, start, end)
    if event.style == '"' and _ESCAPED.search(event.value) and not any(_tabs_typed(lines, start, end)):
        yield "check.escaped", Place(start.line + 1, start.column + 1)
    if event.style in _BLOCKS:
        yield from _notes_in(lines, start.line)
    if event.style or not event.value:
        return
    if event.value.startswith(_LONG_DASHES):
        yield "check.long_dash", Place(start.line + 1, start.column + 1)
    if event.value[0] in _OPENING and _SMART.fullmatch(event.value):
        yield "check.smart_quotes", Place(start.line + 1, start.column + 1)
    if "#" in lines[end.line]:
        comment = _COMMENT.match(lines[end.line], end.column)
        # Behind a number, a day or yes or no stands a comment; behind a text it may be the rest of it.
        if comment and (comment["spaced"] is None or not _NO_TEXT.fullmatch(event.value)):
            yield "check.cut_off", Place(end.line + 1, comment.end())


def _tabs_typed(lines: list[str], start: Any, end: Any) -> Iterator[tuple[str, Place]]:
    """The first tab that somebody typed between quotes, rather than spelled."""
    until = end.column if end.line == start.line else None
    tab = lines[start.line].find("\t", start.column, until)
    if tab >= 0:
        yield "check.tab_in_text", Place(start.line + 1, tab + 1)


def _notes_in(lines: list[str], opened: int) -> Iterator[tuple[str, Place]]:
    """Lines of a text below a > or | that look like a note to other writers, and are read as text by everybody."""
    depth = None
    for number, line in enumerate(lines[opened + 1 :], start=opened + 2):
        indent = len(line) - len(line.lstrip(" "))
        depth = indent if depth is None and line.strip() else depth
        if line.strip() and indent < (depth or 1):
            return
        if _NOTE.match(line):
            yield "check.note_in_text", Place(number, indent + 1)


def broken_why(text: str, error: yaml.MarkedYAMLError) -> tuple[str, Place, int] | None:
    """Why a text is no YAML, where the quotes or the colon of a text are to blame.

    Args:
        text: The whole text.
        error: What the parser says.

    Returns:
        The message, the place, and the line up to which a quote runs; None for any other reason.
    """
    mark: Any = error.problem_mark
    if mark is None:
        return None
    quoted = _quoted_before(text, mark)
    first: Any = quoted.start_mark if quoted else error.context_mark
    if first and _APOSTROPHE.match(text, first.index):
        return "check.broken_apostrophe", Place(first.line + 1, first.column + 1), mark.line + 1
    return _quote_why(quoted) if quoted else _bracket_why(text, error, mark)


def _quote_why(quoted: Any) -> tuple[str, Place, int]:
    """Why a text goes on behind a value in quotes: it was left open, or another quote stands within."""
    first, last = quoted.start_mark, quoted.end_mark
    if first.line < last.line:
        return "check.broken_quote_open", Place(first.line + 1, first.column + 1), last.line + 1
    return "check.broken_quote_inside", Place(last.line + 1, last.column), last.line + 1


def _bracket_why(text: str, error: yaml.MarkedYAMLError, mark: Any) -> tuple[str, Place, int] | None:
    """Why what stands within brackets is none: a # cut it off, or a colon stands in a text."""
    opened: Any = error.context_mark
    cut = _CUT_OFF.search(_without_quoted(_line(text, opened.line)), opened.column) if opened else None
    if cut:
        return "check.cut_off", Place(opened.line + 1, cut.end()), opened.line + 1
    # A bracket that opened on an earlier line was rather left open.
    if "got ':'" in str(error.problem) and opened and opened.line == mark.line:
        return "check.broken_flow_colon", Place(mark.line + 1, mark.column + 1), mark.line + 1
    return None


def _line(text: str, number: int) -> str:
    return next(iter(text.split("\n")[number : number + 1]), "")


def _without_quoted(line: str) -> str:
    """A line of which what stands between quotes is blotted out."""
    return _QUOTED.sub(lambda quoted: '"' * len(quoted[0]), line)


def _quoted_before(text: str, mark: Any) -> Any | None:
    """The value in quotes that ends just before a place where a text goes on."""
    if text[mark.index : mark.index + 1] in {"", "\n", ",", ":", "]", "}"}:
        return None
    before: Any = None
    tokens: Any = yaml.scan(text, Loader=yaml.SafeLoader)
    try:
        for token in tokens:
            if token.end_mark.index > mark.index:
                break
            before = token
    except yaml.YAMLError:
        pass
    is_quoted = isinstance(before, yaml.ScalarToken) and before.style in _QUOTES
    return before if is_quoted and text[before.end_mark.index : mark.index].strip(" ") == "" else None
