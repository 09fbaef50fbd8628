"""A new element of the norm: a skeleton in the right file, at the right place, named by what it belongs to."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString as Quoted

from guide.catalogue import LANGUAGE
from guide.editing.changes import Change
from guide.editing.open_norm import EditError, OpenNorm
from guide.editing.skeleton import Skeleton
from guide.editing.yaml_form import round_trip
from guide.editing.yaml_text import YamlText, as_scalar
from guide.norm.parsed import Node
from guide.norm.places import TOPICS
from guide.validation.schemas import schema

__all__ = ["KINDS", "Wish", "begin", "homes"]


# What is known of a source's age; what is not known, its maker removes.
_DATES = frozenset({"published", "precision", "seen_on"})


@dataclass(frozen=True)
class _Kind:
    """Where elements of a kind stand, and what is filled in though nothing asks for it.

    Attributes:
        schema: The schema of the file.
        key: The list that they stand in.
        file: The file; nothing for kinds that have several, of which one is chosen.
        space: The name space.
        back: The list of theirs that names other elements, the list there that names them, and what these are.
        more: Properties that are filled in too.
    """

    schema: str
    key: str
    space: str
    file: str = ""
    back: tuple[str, str, str] | None = None
    more: frozenset[str] = frozenset({"sources"})


KINDS = {
    "check": _Kind("requirement", "checks", "check", back=("documents", "proves", "document")),
    "document": _Kind("documents", "documents", "document", "documents.yaml", ("proves", "documents", "check")),
    "source": _Kind("sources", "sources", "source", "sources.yaml", more=_DATES),
    "bureau": _Kind("bureaus", "bureaus", "bureau", "bureaus.yaml"),
    "warning": _Kind("warnings", "warnings", "warning", "warnings.yaml"),
    "fact": _Kind("facts", "facts", "fact"),
}
"""What can be begun; a new kind is a line here."""

_FOLDERS = {"check": "requirements", "fact": "facts"}
_FIRMNESS = ("official", "bureau", "secondary")


@dataclass
class Wish:
    """What somebody wants to begin.

    Attributes:
        kind: One of `KINDS`.
        name: The id; made of the title when not given.
        home: The requirement of a check point, or the topic of a fact.
        linked: The documents of a check point, the check points of a document, or what a source is for.
        given: What is known of it, by the name of the property.
    """

    kind: str
    name: str | None = None
    home: str | None = None
    linked: Sequence[str] = ()
    given: dict[str, Any] = field(default_factory=dict)


def begin(norm: OpenNorm, wish: Wish, unknown: str) -> tuple[Change, str]:
    """The change that begins an element, and its id.

    Args:
        norm: The norm, which may have faults.
        wish: What is wanted.
        unknown: What stands for an id, a day or a choice that is not known yet.

    Raises:
        EditError: The id is taken, or there is no such file or element.
    """
    kind, change = KINDS[wish.kind], Change()
    file = _file(norm, wish, kind)
    name = wish.name or _name(norm, wish, kind, file)
    for ids in norm.parsed.declared.values():
        for other in ids:
            if other.value["id"] == name:
                raise EditError("taken", id=name, where=other.where)
    given = {**wish.given, "id": name, **({kind.back[0]: list(wish.linked)} if kind.back else {})}
    standing = given.get("standing") or _standing(norm, given.get("sources", []))
    wanted = _schema(kind)
    element = Skeleton(given, unknown, standing).of(wanted, _more(kind, wanted, given, standing))
    _add_item(change.edit(file), kind.key, element)
    for each in wish.linked:
        _name_back(norm, change, each, name, kind)
    return change.done(), name


def _file(norm: OpenNorm, wish: Wish, kind: _Kind) -> Path:
    if kind.file:
        return norm.folder / kind.file
    known = homes(norm.folder, wish.kind)
    if wish.home not in known:
        raise EditError("no_home", home=wish.home, known=", ".join(known))
    return known[wish.home]


def homes(folder: Path, kind: str) -> dict[str, Path]:
    """The requirements that a check point can belong to, or the topics of a fact, by name with the file of each.

    Args:
        folder: The folder of the norm.
        kind: The kind of element.
    """
    others = [folder / f"{name}.yaml" for name in TOPICS] if kind == "fact" else []
    files = [*(folder / _FOLDERS[kind]).glob("*.yaml"), *(path for path in others if path.exists())]
    return {path.stem: path for path in sorted(files, key=lambda path: path.stem)}


def _schema(kind: _Kind) -> Mapping[str, Any]:
    items: Mapping[str, Any] = schema(kind.schema)["properties"][kind.key]
    if "$ref" in items:  # of facts, which stand in many files
        items = schema("common")["$defs"][items["$ref"].rpartition("/")[2]]
    inner: Mapping[str, Any] = items["items"]
    return schema("common")["$defs"][inner["$ref"].rpartition("/")[2]] if "$ref" in inner else inner


def _more(kind: _Kind, wanted: Mapping[str, Any], given: Mapping[str, Any], standing: str) -> frozenset[str]:
    if kind.schema == "sources":
        return kind.more if "url" in given else kind.more | {"url_withheld"}
    if standing == "estimate" and "rationale" in wanted["properties"]:
        return kind.more - {"sources"} | {"rationale"}
    return kind.more


def _standing(norm: OpenNorm, sources: Sequence[str]) -> str:
    """As firm as the firmest source; without one it is our own."""
    known = [node.value.get("standing") for node in norm.parsed.declared["source"] if node.value["id"] in sources]
    return next((each for each in _FIRMNESS if each in known), "secondary" if sources else "estimate")


def _next_number(norm: OpenNorm, file: Path) -> str:
    """The id of a check point after the last in its file, with a number that no other has or had."""
    last = next((node.value["id"] for node in reversed(norm.parsed.declared["check"]) if _is_in(node, file)), file.stem)
    head = last.rstrip("0123456789") if last[-1].isdecimal() else f"{last}-"
    others = [name.removeprefix(head) for name in norm.ids_of_before if name.startswith(head)]
    return f"{head}{max((int(number) for number in others if number.isdecimal()), default=0) + 1}"


def _is_in(node: Node, file: Path) -> bool:
    return Path(node.document.name) == file


def _name(norm: OpenNorm, wish: Wish, kind: _Kind, file: Path) -> str:
    """The next number of a requirement, or the title in small letters, as its neighbours are called."""
    if wish.kind == "check":
        return _next_number(norm, file)
    words = _small(wish.given["title"])
    others = [node.value["id"] for node in norm.parsed.declared[kind.space]]
    is_headed = sum(each.startswith(f"{wish.kind}-") for each in others) * 2 > len(others)
    return f"{wish.kind}-{words}" if is_headed and words.split("-")[0] != wish.kind else words


def _small(title: str | Mapping[str, str]) -> str:
    text = title if isinstance(title, str) else title[LANGUAGE]
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _add_item(text: YamlText, key: str, element: Mapping[str, Any]) -> None:
    """Write an element behind the last of its list, with the empty line between them that the others have."""
    last = text.last_of((key,))
    lines = _lines(element, text.keys_of(last) if last else ())
    if (key,) not in text.entries:
        *_, end = (path for path in text.entries if len(path) == 1)
        text.insert_after(end, f"\n{key}:\n{lines}")
    elif last is None:
        text.put((key,), f"\n{lines}")
    else:
        text.insert_after(last, f"{text.gap_before(last)}{lines}")


def _lines(element: Mapping[str, Any], order: Sequence[str]) -> str:
    """An element as an item of a list, in the order of its neighbour."""
    names = [*(name for name in order if name in element), *(name for name in element if name not in order)]
    item = CommentedMap((name, _on_a_line(element[name])) for name in names)
    stream = io.StringIO()
    round_trip().dump({"list": [item]}, stream)
    return stream.getvalue().partition("\n")[2].rstrip("\n")


def _on_a_line(value: Any) -> Any:
    if isinstance(value, str):
        return value if as_scalar(value) == value or re.fullmatch(r"https?://\S+", value) else Quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, Mapping):
        made: Any = CommentedSeq(_on_a_line(inner) for inner in value)
    elif LANGUAGE in value:
        made = CommentedMap((key, Quoted(inner)) for key, inner in value.items())
    else:
        made = CommentedMap((key, _on_a_line(inner)) for key, inner in value.items())
    made.fa.set_flow_style()
    return made


def _name_back(norm: OpenNorm, change: Change, other: str, name: str, kind: _Kind) -> None:
    """Let what it belongs to name it in return."""
    _, node = norm.find(other, kind.back[2] if kind.back else "")
    key = kind.back[1] if kind.back else "sources"
    if key not in node.value:
        raise EditError("no_list", id=other, where=node.where, key=key)
    _append(change.edit(node.document.name), Node(node.document, (*node.path, key)), name)


def _append(text: YamlText, node: Node, name: str) -> None:
    if not node.value:
        text.put(node.path, f"[{as_scalar(name)}]")
        return
    last = (*node.path, len(node.value) - 1)
    is_flow = text.entries[last].is_flow
    text.insert_after(last, f", {as_scalar(name)}" if is_flow else f"\n{text.indent_of(last)}{as_scalar(name)}")
