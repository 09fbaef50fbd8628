"""De bronnen: every source that the plan rests on, numbered as citations are: in the order in which it comes up."""

from collections.abc import Iterator, Sequence

from assessment.audit_folder.nodes import fact, node
from assessment.case import Record
from assessment.view.builder import ViewBuilder

__all__ = ["number_sources"]


def number_sources(builder: ViewBuilder, sections: Sequence[Record]) -> list[Record]:
    """Let each node name its sources by number, and add the section that lists them."""
    used = dict.fromkeys(source for entry in _all(sections) for source in entry["sources"])
    numbers = {name: str(number) for number, name in enumerate(used, start=1)}
    for entry in _all(sections):
        if entry["sources"]:
            text = ", ".join(numbers[name] for name in entry["sources"])
            entry["facts"] = [*entry["facts"], fact(builder, "sources.label", text)]
    listed = [_source(builder, name, number) for name, number in numbers.items()]
    title, intro = (builder.message(f"folder.sources.{part}") for part in ("title", "intro"))
    return [*sections, node("sources", title, intro, nodes=listed)]


def _all(nodes: Sequence[Record]) -> Iterator[Record]:
    for entry in nodes:
        yield entry
        yield from _all(entry["nodes"])


def _source(builder: ViewBuilder, name: str, number: str) -> Record:
    source = builder.source(name)
    title = builder.message("folder.sources.entry", {"number": number, "title": source["title"]})
    return node(name, title, source["url"] or "")
