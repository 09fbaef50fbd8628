"""The node that the papers are made of, at every depth the same, and the labelled texts and tables in it."""

from collections.abc import Mapping, Sequence
from typing import Any

from assessment.case import Record
from assessment.view.builder import ViewBuilder

__all__ = ["fact", "node", "node_of", "section_of", "table"]


def node(name: str, title: str, text: str = "", **more: Any) -> Record:
    """Make a node of the tree.

    Args:
        name: The id of what it is about.
        title: Its heading.
        text: A sentence or two under the heading.
        **more: `labels` (states and standings), `ticked` (a box to tick; null without one), `facts` (label and text),
            `lists` (label and points), `table`, `sources` (ids), `nodes` (what is nested) and `new_page`.
    """
    empty: Record = {"labels": [], "ticked": None, "facts": [], "lists": [], "table": None, "sources": [], "nodes": []}
    return {"id": name, "title": title, "text": text, "new_page": False, **empty, **more}


def table(
    caption: str,
    columns: Mapping[str, int],
    rows: Sequence[Sequence[str]],
    *,
    ticked: Sequence[bool] | None = None,
) -> Record:
    """Make a table.

    Args:
        caption: What it is about.
        columns: The share of the width of each column, by its heading.
        rows: The texts.
        ticked: Of each row whether its box is ticked; nothing where there is nothing to tick.
    """
    return {
        "caption": caption,
        "columns": list(columns),
        "shares": list(columns.values()),
        "rows": [list(row) for row in rows],
        "ticked": None if ticked is None else list(ticked),
        "total": None,
    }


def node_of(line: Mapping[str, Any], **more: Any) -> Record:
    """Turn a line of the view into a node, with the lines nested in it."""
    labels = [line[key] for key in ("group_label", "state_label", "standing_label") if line.get(key)]
    taken: Record = {
        "labels": labels,
        "facts": list(line["details"]),
        "sources": [source["id"] for source in line["sources"]],
        "nodes": [node_of(inner) for inner in line["lines"]],
    }
    return node(line["id"], line["title"], line["text"], **taken | more)


def section_of(section: Mapping[str, Any], nodes: Sequence[Record] | None = None) -> Record:
    """Turn a section of the view into a section of a paper; its lines become nodes unless nodes are given."""
    inner = [node_of(line) for line in section["lines"]] if nodes is None else list(nodes)
    plain = section["table"] and {"shares": None, "ticked": None, **section["table"]}
    return node(section["id"], section["title"], section["intro"], table=plain, nodes=inner)


def fact(builder: ViewBuilder, label: str, text: str) -> Record:
    """Make a labelled text; the label is a message of the folder."""
    return {"label": builder.message(f"folder.{label}"), "text": text}
