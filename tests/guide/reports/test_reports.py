"""The renderers show the view as it stands, and let nothing in it act as markup."""

from html.parser import HTMLParser
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown
from rich.console import Console

from guide.catalogue import load_messages
from guide.reports import html_report, markdown_report, text_report

MESSAGES = load_messages("nl", "cli")
KEY = "outcome likely"
NASTY = "<script>alert(1)</script> *a* _b_ [c](http://d) `e` | # & \\ {{ 7*7 }} [bold]f[/bold]"


def line(text: str, **more: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "id": "x", "title": text, "text": text,
        "state": "s", "state_label": text, "tone": "bad", "standing": "official",
        "standing_label": text, "sources": [{"id": "s", "title": text, "url": "https://example.org/", "href": None}],
        "href": None, "details": [{"label": text, "text": text}], "lines": [], "why": KEY,
    }  # fmt: skip
    return base | more


def calculation(text: str) -> dict[str, Any]:
    """A calculation that has the text in every place that takes one."""
    grounds = {"standing_label": text, "sources": [{"title": text, "url": "https://example.org/", "href": None}]}
    facts = [{"label": text, "text": text}]
    steps = [{"text": text, **grounds}]
    return {"rule": text, "method": text, "norm": text, "facts": facts, "steps": steps, "reason": text, **grounds}


def view(text: str) -> dict[str, Any]:
    """A view that has the text in every place that takes one."""
    table = {"caption": text, "columns": [text, text], "rows": [[text, text]], "total": [text, text]}
    section = {"id": "outcome", "title": text, "intro": text, "lines": [line(text, lines=[line(text)])], "table": table}
    section["why"] = KEY
    return {
        "title": text, "date": text, "headline": text, "remarks": [text], "notice": text,
        "norm": {"id": "n", "version": "1", "sha256": "0"}, "sections": [section],
        "why": KEY, "calculations": {"open": True, "by_key": {KEY: calculation(text)}},
        "next": [{"field": "f", "href": "zelftoets/#f", "text": text}],
    }  # fmt: skip


class Shown(HTMLParser):
    """Collects what a reader of a page sees, and what it is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def seen(page: str) -> str:
    return " ".join(" ".join(Shown(page).texts).split())


def plain(text: str, *, width: int = 200) -> str:
    console = Console(file=StringIO(), width=width, color_system=None)
    return text_report(view(text), MESSAGES, console)


def test_html_lets_nothing_act() -> None:
    """Markup and templates inside a text are shown and do nothing."""
    page = html_report(view(NASTY), MESSAGES)

    assert "script" not in Shown(page).tags
    assert " ".join(NASTY.split()) in seen(page)


def test_html_stands_alone() -> None:
    """The page fetches nothing: it has no scripts, no images and no other files."""
    page = Shown(html_report(view("x"), MESSAGES))

    assert page.tags & {"script", "img", "link", "iframe"} == set()
    assert set(page.addresses) == {"https://example.org/", "zelftoets/#f"}


@pytest.mark.parametrize("address", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x"])
def test_html_has_no_address_that_runs_something(address: str) -> None:
    """An address that is no page is left out."""
    one = view("x")
    one["next"][0]["href"] = address

    assert address not in Shown(html_report(one, MESSAGES)).addresses


def test_markdown_lets_nothing_act() -> None:
    """What a Markdown reader shows of a text is the text itself."""
    page = Shown(markdown(markdown_report(view(NASTY), MESSAGES), extensions=["tables"]))

    assert "script" not in page.tags
    assert "em" not in page.tags
    assert "code" not in page.tags
    assert "http://d" not in page.addresses


@pytest.mark.parametrize("text", ["- a", "1. a", "# a", "> a", "+ a", "= a", "a\nb"])
def test_markdown_starts_no_list_by_accident(text: str) -> None:
    """A text that begins like a list, a heading or a quote stays a text on one line."""
    document = markdown_report(view(text), MESSAGES)

    assert " ".join(text.split()) in seen(markdown(document, extensions=["tables"]))


def test_the_terminal_lets_nothing_act() -> None:
    """Square brackets are text for a terminal too."""
    assert "[bold]f[/bold]" in plain(NASTY)


@pytest.mark.parametrize("width", [40, 60, 100])
def test_the_terminal_report_keeps_to_its_width(width: int) -> None:
    """No line is wider than the terminal."""
    assert max(map(len, plain("een tekst van enkele woorden " * 5, width=width).splitlines())) <= width


def test_colour_is_used_only_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal gets colour, unless NO_COLOR says otherwise."""

    def shown() -> str:
        console = Console(file=StringIO(), force_terminal=True, width=80, color_system="standard")
        return text_report(view("x"), MESSAGES, console)

    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[31m" in shown()
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[31m" not in shown()


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=30))
def test_every_text_reaches_the_html_reader(text: str) -> None:
    """Whatever the words are, they are on the page."""
    assert " ".join(text.split()) in seen(html_report(view(text), MESSAGES))
