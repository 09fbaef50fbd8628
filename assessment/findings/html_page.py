"""What a check found as one HTML page that needs nothing else. Whatever it quotes is text there, and never markup."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from assessment.findings.in_words import Document, FindingInWords, Part, Told

__all__ = ["html_of"]

_STYLE = """\
  :root { color-scheme: light dark; --quiet: light-dark(#555, #b5b5b5); --edge: light-dark(#c8c8c8, #555); }
  html { background: light-dark(#fff, #121212); color: light-dark(#1a1a1a, #e8e8e8); }
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 50rem; padding: 1rem; }
  body { overflow-wrap: anywhere; }
  h1, h2, h3 { line-height: 1.2; }
  ul.findings { list-style: none; padding-left: 0; }
  ul.findings > li { border-left: .25rem solid var(--edge); margin: 1rem 0; padding-left: .75rem; }
  ul.findings > li.seems_wrong { border-color: #b26a00; }
  p { margin: .25rem 0; }
  .quiet { color: var(--quiet); font-size: .875rem; }
"""


def html_of(document: Document) -> str:
    """Return the page."""
    return "".join(f"{line}\n" for line in _lines(document))


def _lines(document: Document) -> Iterator[str]:
    title = escape(document.title)
    yield "<!doctype html>"
    yield f'<html lang="{escape(document.language)}">'
    yield '<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta name="color-scheme" content="light dark">\n<title>{title}</title>\n<style>\n{_STYLE}</style>\n</head>'
    yield f"<body>\n<main>\n<h1>{title}</h1>"
    yield from _paragraphs(document.summary, document.careful)
    for told in document.told:
        yield from _section(told, document.none)
    yield "</main>\n</body>\n</html>"


def _section(told: Told, none: str) -> Iterator[str]:
    yield f"<section>\n<h2>{escape(told.name)}</h2>"
    if told.findings:
        yield '<ul class="findings">'
        for one in told.findings:
            yield from _finding(one)
        yield "</ul>"
    else:
        yield from _paragraphs(none)
    for part in told.parts:
        yield from _part(part)
    yield "</section>"


def _finding(one: FindingInWords) -> Iterator[str]:
    yield f'<li class="{escape(one.certainty)}">'
    yield f'<p><b>{escape(one.label)}</b> <span class="quiet">{escape(one.place)}</span></p>'
    yield from _paragraphs(one.quote, one.reason, one.better)
    yield f'<p class="quiet">{escape(one.ground)}</p>\n</li>'


def _part(part: Part) -> Iterator[str]:
    yield f"<h3>{escape(part.title)}</h3>\n<ul>"
    yield from (f"<li>{escape(line)}</li>" for line in part.lines)
    yield "</ul>"


def _paragraphs(*texts: str) -> Iterator[str]:
    yield from (f"<p>{escape(text)}</p>" for text in texts if text)
