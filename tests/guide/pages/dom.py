"""Pages as trees, so that tests ask for elements instead of searching in text."""

from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

from markdown import Markdown

from guide.pages import Page

EXTENSIONS = ("attr_list", "tables", "toc")
# The attributes, beside `href`, whose address a browser asks for.
FETCHING = frozenset({"src", "srcset", "poster", "data", "action", "formaction", "background"})
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "path", "source", "wbr"})


class _Reader(HTMLParser):
    """Builds a tree; void elements close themselves, everything else must be closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.builder = TreeBuilder()
        self.open: list[str] = []
        self.builder.start("root", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.builder.end(tag)
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1] == tag, f"</{tag}> closes <{self.open[-1]}> at {self.getpos()}"
        self.builder.end(self.open.pop())

    def handle_data(self, data: str) -> None:
        self.builder.data(data)


def read(html: str) -> Element:
    """Return the tree of a piece of HTML, whose elements must be closed in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    reader.builder.end("root")
    return reader.builder.close()


def tree(page: Page) -> Element:
    """Return the tree of a page, made from its Markdown as a site builder makes it."""
    return read(Markdown(extensions=list(EXTENSIONS)).convert(page.markdown))


def of_class(root: Element, name: str) -> Iterator[Element]:
    """Yield the elements that have a class."""
    return (each for each in root.iter() if name in each.get("class", "").split())


def right_options(question: Element) -> list[Element]:
    """Return the answers to a question of the practice test that are right."""
    return [each for each in question.iter("label") if any("data-right" in box.attrib for box in each.iter("input"))]


def words(root: Element) -> str:
    """Return the text of an element as it is read, with single spaces."""
    return " ".join("".join(_read_out(root)).split())


def _read_out(root: Element) -> Iterator[str]:
    if root.tag != "script":
        yield root.text or ""
        for each in root:
            yield from _read_out(each)
            yield each.tail or ""


def ids(root: Element) -> list[str]:
    """Return every `id` in a tree, also those that stand twice."""
    return [each.attrib["id"] for each in root.iter() if "id" in each.attrib]
