"""De documenten in de map: numbered, by the requirement that they belong to, with where each lies."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from assessment.audit_folder.nodes import node, table
from assessment.case import Record
from assessment.rules.tasks import document_group
from assessment.view.builder import ViewBuilder

__all__ = ["Filed", "filed_documents", "index_section"]

_SHARES = {"document": 46, "where": 30, "owner": 24}


class Filed(NamedTuple):
    """A document in the folder.

    Attributes:
        number: Its number in the folder.
        title: What it is called.
        place: Where it lies.
        owner: Who sees to it.
        is_ready: Whether it lies ready.
        requirements: The requirements that it helps to prove.
    """

    number: int
    title: str
    place: str
    owner: str
    is_ready: bool
    requirements: tuple[str, ...]


def filed_documents(builder: ViewBuilder, report: Record, answers: Mapping[str, Any]) -> list[Filed]:
    """Number the documents that the authority or a bureau asks for, and those that the candidate has besides."""
    given = answers.get("documents", {})
    listed = [entry for entry in report["documents"] if _belongs(builder, entry, given.get(entry["id"], {}))]
    order = {name: place for place, name in enumerate(builder.norm["requirements"])}
    proven = {entry["id"]: _requirements(builder, entry["proves"]) for entry in listed}
    listed.sort(key=lambda entry: order.get(next(iter(proven[entry["id"]]), ""), len(order)))
    return [
        _filed(builder, number, entry["id"], given.get(entry["id"], {}), proven[entry["id"]])
        for number, entry in enumerate(listed, start=1)
    ]


def _belongs(builder: ViewBuilder, entry: Record, answer: Mapping[str, Any]) -> bool:
    """Tell whether a document goes into the folder: what only we advise goes in once it is there."""
    is_asked = document_group(builder.norm["documents"][entry["id"]]) == "needed"
    return bool(entry["needed"] and is_asked) or answer.get("state") == "ready" or bool(answer.get("place"))


def _requirements(builder: ViewBuilder, proves: Sequence[str]) -> tuple[str, ...]:
    wanted = set(proves)
    return tuple(name for name, each in builder.norm["requirements"].items() if wanted & each["checks"].keys())


def _filed(
    builder: ViewBuilder, number: int, name: str, answer: Mapping[str, Any], requirements: tuple[str, ...]
) -> Filed:
    place, owner = (answer.get(part, "").strip() for part in ("place", "owner"))
    return Filed(number, builder.title(name), place, owner, answer.get("state") == "ready", requirements)


def index_section(builder: ViewBuilder, requirements: Sequence[str], filed: Sequence[Filed]) -> Record:
    """List each document once, under the first requirement of the folder that it belongs to."""
    groups: dict[str, list[Filed]] = {}
    for each in filed:
        name = next((name for name in each.requirements if name in requirements), "")
        groups.setdefault(name, []).append(each)
    inner = [_group(builder, name, groups[name]) for name in (*requirements, "") if name in groups]
    text = builder.message("folder.index.text" if inner else "folder.documents.none")
    return node("index", builder.message("folder.index.title"), text, nodes=inner)


def _group(builder: ViewBuilder, name: str, filed: Sequence[Filed]) -> Record:
    title = builder.title(name) if name else builder.message("folder.index.others")
    columns = {builder.message(f"folder.index.{column}"): share for column, share in _SHARES.items()}
    rows = [[builder.message("folder.index.entry", each._asdict()), each.place, each.owner] for each in filed]
    ticked = [each.is_ready for each in filed]
    return node(f"index-{name or 'others'}", title, table=table("", columns, rows, ticked=ticked))
